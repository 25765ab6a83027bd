"""Is this a sound file that can be played, and for how long? WAV (PCM) and Ogg (Vorbis, Opus)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.errors import BadInputError

LONGEST_SECONDS = 60.0
SHORTEST_SECONDS = 0.05
_PCM, _EXTENSIBLE = 1, 0xFFFE
_RIFF_HEAD, _CHUNK_HEAD, _FMT_BYTES = 12, 8, 16
_OGG_HEAD = 27
_OPUS_RATE = 48_000
_OPUS_SKIP, _VORBIS_RATE = slice(10, 12), slice(12, 16)
_NO_POSITION = 2**64 - 1


class SoundError(BadInputError):
    """Bytes that are not a sound file which can be played."""


@dataclass(frozen=True, slots=True)
class Sound:
    """`form` is the ending of the file's name, without the dot."""

    form: str
    seconds: float


def read_sound(data: bytes) -> Sound:
    """Measure a sound file; raises SoundError saying what is wrong with it."""
    if data.startswith(b"RIFF"):
        sound = Sound("wav", _wav_seconds(data))
    elif data.startswith(b"OggS"):
        sound = Sound("ogg", _ogg_seconds(data))
    elif not data:
        raise SoundError("the file is empty")
    else:
        raise SoundError("this is neither a WAV nor an Ogg file")
    if not SHORTEST_SECONDS <= sound.seconds <= LONGEST_SECONDS:
        raise SoundError(f"it lasts {sound.seconds:.2f} s; a sentence lasts up to 60 s")
    return sound


def _wav_seconds(data: bytes) -> float:
    """Seconds of a WAV file whose chunks are all there."""
    if data[8:_RIFF_HEAD] != b"WAVE":
        raise SoundError("the WAV header is damaged")
    rate = 0
    for name, body in _chunks(data):
        if name == b"fmt ":
            rate = _bytes_a_second(body)
        elif name == b"data":
            if not rate:
                raise SoundError("the WAV file does not say how it is to be played")
            return len(body) / rate
    raise SoundError("the WAV file holds no sound")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _RIFF_HEAD
    while at + _CHUNK_HEAD <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        at += _CHUNK_HEAD
        if at + size > len(data):
            raise SoundError("the WAV file is cut off")
        yield name, data[at : at + size]
        at += size + size % 2


def _bytes_a_second(body: bytes) -> int:
    if len(body) < _FMT_BYTES:
        raise SoundError("the WAV header is damaged")
    kind, channels, rate, stream, _, bits = struct.unpack_from("<HHIIHH", body)
    if kind not in (_PCM, _EXTENSIBLE):
        raise SoundError("the WAV file is compressed; have it written as plain PCM")
    if channels not in (1, 2) or stream != rate * channels * (bits // 8):
        raise SoundError("the WAV header is damaged")
    return int(stream)


def _ogg_seconds(data: bytes) -> float:
    """Seconds of the one Vorbis or Opus stream of an Ogg file whose pages are all there."""
    first, last = b"", 0
    ended = False
    for flags, position, body in _pages(data):
        first = first or body
        last = position if position != _NO_POSITION else last
        ended = bool(flags & 4)
    if not ended:
        raise SoundError("the Ogg file is cut off")
    if first.startswith(b"OpusHead"):
        return max(0, last - int.from_bytes(first[_OPUS_SKIP], "little")) / _OPUS_RATE
    if first.startswith(b"\x01vorbis"):
        rate = int.from_bytes(first[_VORBIS_RATE], "little")
        if rate:
            return last / rate
    raise SoundError("the Ogg file holds neither Vorbis nor Opus sound")


def _pages(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at < len(data):
        if data[at : at + 5] != b"OggS\0" or at + _OGG_HEAD > len(data):
            raise SoundError("the Ogg file is damaged")
        flags, position = struct.unpack_from("<BQ", data, at + 5)
        count = data[at + 26]
        sizes = data[at + _OGG_HEAD : at + _OGG_HEAD + count]
        start = at + _OGG_HEAD + count
        at = start + sum(sizes)
        if len(sizes) < count or at > len(data):
            raise SoundError("the Ogg file is cut off")
        yield flags, position, data[start:at]
