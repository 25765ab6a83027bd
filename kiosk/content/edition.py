"""One version of a pack to compare with another: the parsed pack and what each file holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.content.archive import is_archive, unpack
from kiosk.content.blocks import Pack
from kiosk.content.pack import load_pack, pack_listing

_HASH_LETTERS = 64


@dataclass(frozen=True, slots=True)
class Edition:
    """A pack and the SHA-256 of each of its files by relative path."""

    pack: Pack
    files: dict[str, str]


@contextmanager
def unpacked(place: Path) -> Iterator[Path]:
    """Give the folder of a pack that may be a .zip; what was unpacked is gone afterwards.

    Raises PackError for an archive that is not safe or not whole.
    """
    if not is_archive(place):
        yield place
        return
    with TemporaryDirectory(prefix="anteroom-pack-") as folder:
        yield unpack(place, Path(folder) / place.stem)


def load_edition(place: Path, cache: Path | None = None) -> Edition:
    """Read a pack from its folder or its .zip; raises PackError."""
    with unpacked(place) as folder:
        return Edition(load_pack(folder, cache=cache), files_in(pack_listing(folder)))


def files_in(listing: bytes) -> dict[str, str]:
    """Return the SHA-256 of each file by its name, from a pack's listing."""
    lines = listing.decode("utf-8").splitlines()
    return {line[_HASH_LETTERS + 2 :]: line[:_HASH_LETTERS] for line in lines}
