"""Small files that must survive a power cut, whole or not at all."""

import contextlib
import os
import secrets
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path


def write_durably(path: Path, data: bytes) -> None:
    """Replace a file at once and on disk, readable by its owner only; raises OSError.

    A reader sees the old bytes or the new ones, never a mixture; when this returns,
    a power cut no longer brings the old bytes back.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        write_new(draft, data)
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_tree_durably(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a new folder with some files in it, all on disk when this returns; raises OSError.

    What cannot be finished is taken away again; after a power cut it may be there in part, so
    give it a name that nothing reads, and rename it.
    """
    make_folder(folder)
    try:
        folders = {folder}
        for name, data in files.items():
            for parent in reversed(Path(name).parents[:-1]):
                inner = folder / parent
                if inner not in folders:
                    make_folder(inner)
                    folders.add(inner)
            write_new(folder / name, data)
        for one in folders:
            sync_folder(one)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    sync_folder(folder.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, for its owner alone; raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    with os.fdopen(handle, "wb") as stream:
        _give_to_owner_of(path.parent, stream.fileno())
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def make_folder(folder: Path) -> None:
    """Make a private folder that belongs to whoever owns the one around it; raises OSError."""
    folder.mkdir(mode=0o700)
    if sys.platform != "win32" and os.geteuid() == 0:
        owner = folder.parent.stat()
        os.chown(folder, owner.st_uid, owner.st_gid)


def _give_to_owner_of(folder: Path, handle: int) -> None:
    # An administrator sets things up for the kiosk's own user, who must be able to read them.
    if sys.platform != "win32" and os.geteuid() == 0:
        owner = folder.stat()
        os.fchown(handle, owner.st_uid, owner.st_gid)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; raises OSError."""
    # Windows cannot open a folder for syncing; its rename is journalled by NTFS.
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
