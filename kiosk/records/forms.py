"""Older forms of the file, brought up to the newest one by numbered steps.

A step may change tables, guards and shortcuts, never a record. Before the first step the file is
copied, and all steps are one commit: after a power cut there is the old form or the new one.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path

from kiosk.records.database import APPLICATION_ID, SCHEMA_VERSION
from kiosk.records.disk import sync_folder
from kiosk.records.errors import StoreDamaged, StoreFolderUnusable

Step = Callable[[sqlite3.Connection], None]
# From the form of that number to the next. Form 1 is the first, so nothing is older yet.
STEPS: Mapping[int, Step] = {}


def bring_up(
    connection: sqlite3.Connection,
    path: Path,
    steps: Mapping[int, Step] = STEPS,
    newest: int = SCHEMA_VERSION,
) -> Path | None:
    """Bring an older file up to the newest form; return the copy of it, None if it is not older.

    A file of another program or of a newer release is left for check_schema to name. Raises
    StoreFolderUnusable when there is no room for the copy, StoreDamaged when a step would change
    a record, and sqlite3.Error; the file is then as it was.
    """
    form = _number(connection, "user_version")
    if _number(connection, "application_id") != APPLICATION_ID or not 1 <= form < newest:
        return None
    copy = _copied(connection, path, form)
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = _records(connection)
        for number in range(form, newest):
            steps[number](connection)
        _require_same(connection, before, f"{path}: a change of form would change records")
        connection.execute(f"PRAGMA user_version={newest}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return copy


def _copied(connection: sqlite3.Connection, path: Path, form: int) -> Path:
    """Keep the file beside itself, checked record by record."""
    kept, unfinished = path.with_name(f"records-form-{form}.db"), path.with_name("unfinished-form")
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        with closing(sqlite3.connect(unfinished)) as copy:
            copy.execute("PRAGMA synchronous=EXTRA")
            connection.backup(copy)
            _require_same(copy, _records(connection), f"{path}: its copy is not the same")
        unfinished.replace(kept)
        sync_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise StoreFolderUnusable(
            f"{path}: is of an older form and could not be copied before the change ({error}); "
            "nothing was changed"
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return kept


def _require_same(connection: sqlite3.Connection, records: bytes, otherwise: str) -> None:
    if _records(connection) != records:
        raise StoreDamaged(f"{otherwise}; nothing was done")


def _records(connection: sqlite3.Connection) -> bytes:
    """Return one hash over every byte of every record."""
    whole = sha256()
    for row in connection.execute("SELECT * FROM record ORDER BY seq"):
        whole.update(repr(row).encode())
    return whole.digest()


def _number(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
