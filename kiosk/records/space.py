"""Room on the disk: no visit starts that could not be recorded."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from kiosk.records.disk import sync_folder, write_private
from kiosk.records.errors import SessionRefused, StoreFolderUnusable

MINIMUM_FREE = 64 * 1024 * 1024
BALLAST = "ballast"
BALLAST_BYTES = 512 * 1024


def free_space(folder: Path) -> int:
    """Return the free bytes of the disk that holds a folder; raises StoreFolderUnusable."""
    try:
        return shutil.disk_usage(folder).free
    except OSError as error:
        raise StoreFolderUnusable(f"{folder}: cannot be read ({error.strerror})") from error


def require_space(folder: Path, free: int, minimum: int = MINIMUM_FREE) -> None:
    """Refuse a new visit when fewer than `minimum` bytes are free; raises SessionRefused."""
    if free < minimum:
        raise SessionRefused(
            f"{folder}: only {free // 1048576} MB are free and {minimum // 1048576} MB are "
            "needed; free some space on this disk, then visits can start again"
        )


def keep_ballast(folder: Path) -> bool:
    """Make sure the ballast is there, and tell whether it is; a full disk is no error here."""
    path = folder / BALLAST
    try:
        if path.is_file() and path.stat().st_size == BALLAST_BYTES:
            return True
        path.unlink(missing_ok=True)
        # Random bytes, because a file system may store zeros in no space at all.
        write_private(path, os.urandom(BALLAST_BYTES))
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        return False
    return True


def drop_ballast(folder: Path) -> bool:
    """Give the ballast up, and tell whether there was one."""
    try:
        (folder / BALLAST).unlink()
        sync_folder(folder)
    except OSError:
        return False
    return True
