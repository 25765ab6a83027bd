"""Reading a store without its lock and without changing a byte of it."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.records.database import BUSY_SECONDS, DATABASE
from kiosk.records.faults import is_damage

# Damage shows in many ways: text that is no UTF-8, numbers that do not fit, and so on.
DAMAGE = (sqlite3.Error, OSError, ValueError, OverflowError, TypeError)
# Small enough that a kiosk at work never waits for a reader, large enough to be quick.
BATCH = 256
# Bytes; no record is shorter, so a forged number cannot make a reader count for hours.
_SMALLEST = 256


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A place where SQLite gave up; not `damaged` when the disk or a lock stopped it."""

    seq: int
    reason: str
    damaged: bool = True


def store_file(data_or_store: Path) -> Path:
    """Return the store's file, given it or its folder."""
    return data_or_store / DATABASE if data_or_store.is_dir() else data_or_store


@contextmanager
def open_readonly(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a store read-only; raises sqlite3.Error or OSError.

    What a kill left half done is undone in a temporary copy, not in the file itself.
    """
    with ExitStack() as stack:
        connection = stack.enter_context(closing(connect_readonly(path)))
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError:
            # A journal is waiting, and undoing needs the right to write.
            journal = Path(f"{path}-journal")
            if not journal.exists():
                raise
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            copy = folder / DATABASE
            shutil.copyfile(journal, f"{copy}-journal")
            shutil.copyfile(path, copy)
            connection = stack.enter_context(closing(sqlite3.connect(copy)))
            _be_careful(connection)
        yield connection


def _be_careful(connection: sqlite3.Connection) -> None:
    """Set what must hold before the first page is read, or that page goes unchecked."""
    connection.execute("PRAGMA trusted_schema=0")
    connection.execute("PRAGMA cell_size_check=1")


def connect_readonly(path: Path) -> sqlite3.Connection:
    """Open a file as it is; raises sqlite3.Error, and reading does where a journal waits."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    _be_careful(connection)
    return connection


def record_count(connection: sqlite3.Connection) -> int:
    """Return one more than the highest number, within what the file can hold.

    Raises sqlite3.Error.
    """
    pages, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "page_size")
    )
    highest = connection.execute("SELECT max(seq) FROM record").fetchone()[0]
    return min(int(highest) + 1, pages * size // _SMALLEST) if isinstance(highest, int) else 0


def batches(
    connection: sqlite3.Connection, expected: int, start: int = 0
) -> Iterator[list[tuple[object, ...] | Unreadable]]:
    """Yield all rows from `start` in order of number, each batch in a read lock of its own.

    Where a batch cannot be read its rows are tried one by one, up to number `expected`.
    """
    while True:
        rows: list[tuple[object, ...] | Unreadable]
        try:
            rows = list(connection.execute(_BATCH, (start, BATCH)).fetchall())
            _require_order(rows, start)
        except DAMAGE as error:
            if start >= expected:
                yield [Unreadable(start, str(error), is_damage(error))]
                return
            rows = _one_by_one(connection, range(start, min(start + BATCH, expected)))
            start += len(rows)
        else:
            if not rows:
                return
            start = _following(rows[-1], start)
        yield rows


_BATCH = "SELECT * FROM record WHERE seq >= ? ORDER BY seq LIMIT ?"


def _require_order(rows: Sequence[tuple[object, ...] | Unreadable], start: int) -> None:
    """Raise ValueError where a spoilt page leads back, so that no reader goes round for ever."""
    last = start - 1
    for row in rows:
        number = row[0] if isinstance(row, tuple) else row.seq
        if not isinstance(number, int) or number <= last:
            raise ValueError("the records are out of order in the file")
        last = number


def _following(row: tuple[object, ...] | Unreadable, start: int) -> int:
    last = row[0] if isinstance(row, tuple) else row.seq
    return last + 1 if isinstance(last, int) else start + BATCH


def _one_by_one(
    connection: sqlite3.Connection, numbers: range
) -> list[tuple[object, ...] | Unreadable]:
    rows: list[tuple[object, ...] | Unreadable] = []
    for seq in numbers:
        try:
            row = connection.execute("SELECT * FROM record WHERE seq = ?", (seq,)).fetchone()
        except DAMAGE as error:
            rows.append(Unreadable(seq, str(error), is_damage(error)))
        else:
            rows.append(row if row is not None else Unreadable(seq, "it is missing"))
    return rows
