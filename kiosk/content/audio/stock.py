"""What a language has in recordings, against what its sentences need."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.audio.index import NAME, AudioIndex, audio_folder
from kiosk.content.audio.script import SpokenLine


@dataclass(frozen=True, slots=True)
class Stock:
    """`good` and `missing` follow the script; `unused` are files that no sentence needs."""

    good: tuple[SpokenLine, ...]
    missing: tuple[SpokenLine, ...]
    unused: tuple[str, ...]


def take_stock(pack: Path, script: tuple[SpokenLine, ...], index: AudioIndex) -> Stock:
    """Compare; a recording whose bytes are not those of the index counts as missing."""
    folder = audio_folder(pack, index.language)
    good = tuple(line for line in script if is_whole(folder, index, line.hash))
    there = {one.hash for one in good}
    needed = {index.recordings[key].file for key in there}
    names = {one.name for one in folder.iterdir()} if folder.is_dir() else set()
    return Stock(
        good,
        tuple(line for line in script if line.hash not in there),
        tuple(sorted(names - needed - {NAME})),
    )


def is_whole(folder: Path, index: AudioIndex, key: str) -> bool:
    """Whether the recording of a hash is there, with the bytes that were written."""
    one = index.recordings.get(key)
    if one is None:
        return False
    try:
        data = (folder / one.file).read_bytes()
    except OSError:
        return False
    return hashlib.sha256(data).hexdigest() == one.sha256
