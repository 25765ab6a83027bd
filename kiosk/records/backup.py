"""A copy of the store for another disk, checked before it counts as one."""

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.records.disk import sync_folder
from kiosk.records.errors import StoreDamaged, StoreFolderUnusable
from kiosk.records.keys import DEVICE_PUBLIC
from kiosk.records.reading import open_readonly, store_file
from kiosk.records.summary import Head
from kiosk.records.verify import Progress, verify


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished copy and the head it was checked against."""

    path: Path
    head: Head


def back_up(
    data: Path, target: Path, name: str | None = None, progress: Progress | None = None
) -> Backup:
    """Copy a store, also while the kiosk works, into a folder; the default name has its size.

    The copy holds what the store holds: sealed records, no key that opens or signs them.
    Raises StoreDamaged when the copy does not verify and StoreFolderUnusable when it
    cannot be written; an unfinished copy is removed.
    """
    unfinished = target / "unfinished-backup.db"
    try:
        target.mkdir(parents=True, exist_ok=True)
        _require_same_kiosk(data, target)
        unfinished.unlink(missing_ok=True)
        _copy(store_file(data), unfinished)
        report = verify(unfinished, progress=progress)
        if report.head is None or not report.ok:
            raise StoreDamaged(f"{data}: not backed up, {report.problems[0].what}")
        path = target / (name or f"records-{report.size}-{report.head.check_code}.db")
        unfinished.replace(path)
        shutil.copyfile(data / DEVICE_PUBLIC, target / DEVICE_PUBLIC)
        sync_folder(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreFolderUnusable(f"{target}: the backup could not be written ({error})") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return Backup(path, report.head)


def _require_same_kiosk(data: Path, target: Path) -> None:
    """Keep the backups of two kiosks apart: a copy is checked with the key beside it."""
    there = target / DEVICE_PUBLIC
    if there.exists() and there.read_bytes() != (data / DEVICE_PUBLIC).read_bytes():
        raise StoreFolderUnusable(
            f"{target}: holds the backups of another kiosk; give each kiosk its own folder"
        )


def _copy(source: Path, target: Path) -> None:
    with open_readonly(source) as connection, closing(sqlite3.connect(target)) as copy:
        copy.execute("PRAGMA synchronous=EXTRA")
        connection.backup(copy)
