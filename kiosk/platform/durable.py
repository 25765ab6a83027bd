"""Small files that must survive a power cut, whole or not at all."""

import contextlib
import os
import secrets
import sys
from pathlib import Path


def write_durably(path: Path, data: bytes) -> None:
    """Replace a file at once and on disk, readable by its owner only; raises OSError.

    A reader sees the old bytes or the new ones, never a mixture; when this returns,
    a power cut no longer brings the old bytes back.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as stream:
            _give_to_owner_of(path.parent, stream.fileno())
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _give_to_owner_of(folder: Path, handle: int) -> None:
    # An administrator sets things up for the kiosk's own user, who must be able to read them.
    if sys.platform != "win32" and os.geteuid() == 0:
        owner = folder.stat()
        os.fchown(handle, owner.st_uid, owner.st_gid)


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder for syncing; its rename is journalled by NTFS.
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
