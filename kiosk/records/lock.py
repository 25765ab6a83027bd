"""One running kiosk per data folder."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.records.errors import StoreBusy, StoreFolderUnusable

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = "kiosk.lock"
# Windows makes a locked byte unreadable, so the byte lies past the process number.
_LOCK_AT = 4096


@dataclass(slots=True)
class FolderLock:
    """A held lock; the system lets go of it when the process ends, however it ends."""

    _descriptor: int | None

    @property
    def released(self) -> bool:
        """Whether the lock has been given back."""
        return self._descriptor is None

    def release(self) -> None:
        """Let another process in; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def take_lock(folder: Path) -> FolderLock:
    """Lock a data folder; raises StoreBusy or StoreFolderUnusable."""
    path = folder / LOCK_NAME
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    except OSError as error:
        raise StoreFolderUnusable(
            f"{folder}: cannot be written ({error.strerror}); give the kiosk's user access to it"
        ) from error
    try:
        _lock_now(descriptor)
    except OSError as error:
        holder = _holder(descriptor)
        os.close(descriptor)
        raise StoreBusy(
            f"{folder}: another kiosk is running on this data folder{holder}; close it first"
        ) from error
    _note_holder(descriptor)
    return FolderLock(descriptor)


def _lock_now(descriptor: int) -> None:
    if sys.platform == "win32":
        os.lseek(descriptor, _LOCK_AT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(descriptor: int) -> str:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        text = os.read(descriptor, 20).strip()
    except OSError:
        return ""
    return f" (process {text.decode()})" if text.isdigit() else ""


def _note_holder(descriptor: int) -> None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"{os.getpid():<19}\n".encode())
    except OSError:
        # The number is a courtesy; a full disk must not keep the kiosk from starting.
        return


def require_alone(data: Path) -> None:
    """Refuse to start beside another kiosk on the same data folder; raises StoreBusy."""
    if data.is_dir():
        take_lock(data).release()
