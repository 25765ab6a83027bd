"""Turning SQLite's and the system's errors into words staff can act on."""

import errno
import sqlite3
from pathlib import Path

from kiosk.records.errors import (
    BadKey,
    RecordsError,
    SaveFailed,
    SaveReason,
    StoreBusy,
    StoreDamaged,
    StoreFolderUnusable,
)

_SQLITE: dict[int, SaveReason] = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CONSTRAINT: "damaged",
}
_SYSTEM: dict[int, SaveReason] = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}
_WORDS: dict[SaveReason, tuple[str, str]] = {
    "disk_full": ("the disk is full", "Free some space on this disk, then try again"),
    "read_only": (
        "the data folder cannot be written",
        "Check the disk and its permissions, then try again",
    ),
    "damaged": (
        "the record store is damaged",
        "Keep the folder as it is, take the kiosk out of use and run 'records verify'",
    ),
    "busy": (
        "another program holds the record file",
        "Close that program, then try again",
    ),
    "io": (
        "the disk reported an error",
        "Try again; if it happens twice, take the kiosk out of use",
    ),
    "unreadable": (
        "the visit holds a value that cannot be written",
        "Note the visit on paper and report this to whoever looks after the kiosk",
    ),
    "mode": (
        "the visit and the record store disagree on demo and production",
        "Restart the kiosk with one mode",
    ),
}


def reason_of(error: BaseException) -> SaveReason:
    """Return the stable code of an error."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return "io" if code is None else _SQLITE.get(code & 0xFF, "io")
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, "io")
    if isinstance(error, StoreDamaged):
        return "damaged"
    if isinstance(error, StoreBusy):
        return "busy"
    cause = error.__cause__
    if isinstance(error, StoreFolderUnusable | BadKey) and isinstance(
        cause, OSError | sqlite3.Error
    ):
        return reason_of(cause)
    if isinstance(error, RecordsError | BadKey):
        return "io"
    return "unreadable"


def _has_known_code(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and (code & 0xFF in _SQLITE or code & 0xFF == sqlite3.SQLITE_IOERR)


def is_damage(error: BaseException) -> bool:
    """Tell whether reading failed over what is in the file, and not over disk, rights or a lock."""
    if isinstance(error, sqlite3.Error):
        return reason_of(error) == "damaged" or not _has_known_code(error)
    return not isinstance(error, OSError)


def save_failed(reason: SaveReason, data: Path, detail: object) -> SaveFailed:
    """Return the error for the staff page: what happened, where, what to do next."""
    what, then = _WORDS[reason]
    where = str(detail) if str(data) in str(detail) else f"{data}: {detail}"
    return SaveFailed(reason, f"This could not be saved: {what} ({where}). {then}.")


def opening_error(error: sqlite3.Error | OSError | ValueError, path: Path) -> RecordsError:
    """Return the one-line error for a store that cannot be opened or read."""
    reason = "damaged" if isinstance(error, ValueError) else reason_of(error)
    if reason == "disk_full":
        return StoreFolderUnusable(f"{path}: the disk is full; free some space and start again")
    if reason == "busy":
        return StoreBusy(f"{path}: another program holds the file; close it and start again")
    if reason == "damaged" or is_damage(error):
        return StoreDamaged(
            f"{path}: cannot be read as a record store ({error}); it was left as it is. "
            "Run 'records verify' and keep a copy of the folder"
        )
    return StoreFolderUnusable(f"{path}: cannot be opened ({error}); check the disk and access")
