"""Load a content pack, or say everything that is wrong with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content import cache as pack_cache
from kiosk.content.blocks import Pack
from kiosk.content.folder import read_folder
from kiosk.content.problems import PackError, Problem, ProblemLog

if TYPE_CHECKING:
    from kiosk.content.parse_memory import ParseMemory

__all__ = ["PackError", "Problem", "load_pack", "pack_digest", "pack_listing"]


def pack_digest(directory: Path) -> str:
    """SHA-256, 64 hex digits, over the pack's sorted paths and bytes without `approvals/`.

    The same digits as hashing the lines that `sha256sum` prints for the files in byte order.
    Raises PackError when a file cannot be read or is a link.
    """
    log = ProblemLog()
    folder = read_folder(directory, log)
    log.raise_errors()
    return folder.digest


def pack_listing(directory: Path) -> bytes:
    """What `sha256sum` prints for the pack's files in byte order; this is what is signed.

    Raises PackError when a file cannot be read or is a link.
    """
    log = ProblemLog()
    folder = read_folder(directory, log)
    log.raise_errors()
    return folder.listing


def load_pack(
    directory: Path, *, cache: Path | None = None, memory: "ParseMemory | None" = None
) -> Pack:
    """The parsed pack; raises PackError with every problem found.

    `cache` is a folder for parsed packs: a pack with the same digest is then not parsed again.
    `memory` is for whoever reads the same pack over and over while it is being written.
    """
    log = ProblemLog()
    folder = read_folder(directory, log)
    log.raise_errors()
    held = pack_cache.read(cache, folder.digest) if cache else None
    if held:
        return held
    # Here, because the parser and its library cost more time to import than a cached pack to read.
    from kiosk.content.parse import parse_pack

    parsed = parse_pack(folder, log, memory)
    log.raise_errors()
    if parsed is None:
        raise PackError([Problem(str(directory), 1, "This pack cannot be read. Check its files.")])
    if cache:
        pack_cache.write(cache, parsed.pack)
    return parsed.pack
