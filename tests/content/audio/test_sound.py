"""Sound files that can be played are measured; all others are refused with the reason."""

import contextlib
import re
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.audio.sound import Sound, SoundError, read_sound
from tests.content.audio.speech import ogg, wav

OPUS = b"OpusHead\x01\x01" + (312).to_bytes(2, "little") + bytes(7)
VORBIS = b"\x01vorbis" + bytes(5) + (16000).to_bytes(4, "little") + bytes(14)


def test_a_wav_file_lasts_as_long_as_its_samples() -> None:
    assert read_sound(wav(12000)) == Sound("wav", 1.5)


def test_an_ogg_file_lasts_until_its_last_page() -> None:
    assert read_sound(ogg(OPUS, 48000 + 312)) == Sound("ogg", 1.0)
    assert read_sound(ogg(VORBIS, 24000)) == Sound("ogg", 1.5)


FLOAT = wav().replace(struct.pack("<HH", 1, 1), struct.pack("<HH", 3, 1), 1)
BAD = [
    (b"", "empty"),
    (b"ID3 a song", "neither a WAV nor an Ogg"),
    (wav()[:-1], "cut off"),
    (wav(said=2**31 - 1), "cut off"),
    (wav(100), "lasts 0.01 s"),
    (wav(8000 * 61), "lasts 61.00 s"),
    (wav()[:36], "no sound"),
    (b"RIFF\0\0\0\0WAVE" + wav()[36:], "how it is to be played"),
    (FLOAT, "plain PCM"),
    (wav().replace(b"WAVE", b"AVI "), "damaged"),
    (ogg(OPUS, 48312)[:-1], "cut off"),
    (ogg(OPUS, 48312, flags=0), "cut off"),
    (ogg(b"Speex   ", 9000), "neither Vorbis nor Opus"),
    (ogg(OPUS, 48312) + b"tail", "damaged"),
]


@pytest.mark.parametrize(("data", "reason"), BAD)
def test_a_file_that_cannot_be_played_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(SoundError, match=re.escape(reason)):
        read_sound(data)


@given(st.binary(max_size=80), st.sampled_from([b"", wav(2000)[:44], ogg(OPUS, 48312)[:40]]))
def test_any_bytes_are_measured_or_refused(tail: bytes, head: bytes) -> None:
    with contextlib.suppress(SoundError):
        assert read_sound(head + tail).seconds > 0
