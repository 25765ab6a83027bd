"""Real SQLite over a file system whose n-th call fails: apsw below, the sqlite3 API above."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from kiosk.records.database import SETTINGS, check_settings

Fault = Callable[[], Exception]
FAULTS: dict[str, Fault] = {
    "io": lambda: apsw.IOError("disk I/O error"),
    "full": lambda: apsw.FullError("database or disk is full"),
    "sync": lambda: apsw.IOError("sync failed"),
    "short": lambda: apsw.IOError("short write"),
}


@dataclass
class Trouble:
    """Which call fails; `lasting` means every later one too. Zero: none.

    `only` counts calls of one kind alone; `short` is the share of a failing write that is done.
    """

    at: int = 0
    lasting: bool = False
    fault: Fault = FAULTS["io"]
    calls: int = 0
    connections: int = 0
    only: str | None = None
    short: float | None = None

    def meet(self, kind: str) -> None:
        if self.only not in (None, kind):
            return
        self.calls += 1
        if self.at and (self.calls == self.at or (self.lasting and self.calls > self.at)):
            raise self.fault()


class FaultyFile(apsw.VFSFile):
    """A file of the real file system whose calls may fail."""

    def __init__(
        self, inherit: str, name: str | apsw.URIFilename | None, flags: list[int], trouble: Trouble
    ) -> None:
        self._trouble = trouble
        super().__init__(inherit, name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802 -- apsw's name
        self._trouble.meet("read")
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 -- apsw's name
        try:
            self._trouble.meet("write")
        except apsw.Error:
            if self._trouble.short is not None:
                super().xWrite(data[: int(len(data) * self._trouble.short)], offset)
            raise
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802 -- apsw's name
        self._trouble.meet("sync")
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:  # noqa: N802 -- apsw's name
        self._trouble.meet("truncate")
        super().xTruncate(size)


class FaultyVfs(apsw.VFS):
    """A file system that counts its calls and fails where it is told to."""

    def __init__(self, name: str, trouble: Trouble) -> None:
        self.vfs_name, self._trouble = name, trouble
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> FaultyFile:  # noqa: N802 -- apsw's name
        self._trouble.meet("open")
        return FaultyFile("", name, flags, self._trouble)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 -- apsw's name
        self._trouble.meet("delete")
        super().xDelete(filename, syncdir)


def connector(vfs: "FaultyVfs", trouble: Trouble) -> Callable[[Path], "Connection"]:
    """Return what stands in for the store's `connect`, over a failing file system."""

    def connect(path: Path) -> Connection:
        trouble.connections += 1
        connection = Connection(path, vfs)
        for name, value, _ in SETTINGS:
            connection.execute(f"PRAGMA {name}={value}").fetchall()
        check_settings(connection)  # type: ignore[arg-type]  # speaks the same API
        return connection

    return connect


class Connection:
    """As much of sqlite3.Connection as the store uses."""

    def __init__(self, path: Path, vfs: apsw.VFS) -> None:
        name: str = vfs.vfs_name  # type: ignore[attr-defined]  # set by the file systems here
        self._inner = _translated(apsw.Connection, str(path), vfs=name)

    @property
    def in_transaction(self) -> bool:
        return bool(self._inner.in_transaction)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> "Cursor":
        return Cursor(_translated(self._inner.execute, sql, values))

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        _translated(self._inner.executemany, sql, rows)

    def close(self) -> None:
        _translated(self._inner.close)


class Cursor:
    """As much of sqlite3.Cursor as the store uses."""

    def __init__(self, inner: apsw.Cursor) -> None:
        self._inner = inner

    def __iter__(self) -> "Cursor":
        return self

    def __next__(self) -> tuple[Any, ...]:
        found: tuple[Any, ...] = _translated(next, self._inner)
        return found

    def fetchone(self) -> tuple[Any, ...] | None:
        return next(self, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        return list(self)

    def close(self) -> None:
        _translated(self._inner.close)


def _translated(call: Callable[..., Any], *arguments: object, **named: object) -> Any:  # noqa: ANN401 -- passes on whatever apsw returns
    try:
        return call(*arguments, **named)
    except apsw.Error as error:
        code = _CODES.get(type(error), sqlite3.SQLITE_ERROR)
        is_constraint = code == sqlite3.SQLITE_CONSTRAINT
        translated = (sqlite3.IntegrityError if is_constraint else sqlite3.OperationalError)(error)
        translated.sqlite_errorcode = code
        raise translated from error


_CODES: dict[type[Exception], int] = {
    apsw.IOError: sqlite3.SQLITE_IOERR,
    apsw.FullError: sqlite3.SQLITE_FULL,
    apsw.BusyError: sqlite3.SQLITE_BUSY,
    apsw.CantOpenError: sqlite3.SQLITE_CANTOPEN,
    apsw.CorruptError: sqlite3.SQLITE_CORRUPT,
    apsw.NotADBError: sqlite3.SQLITE_NOTADB,
    apsw.ReadOnlyError: sqlite3.SQLITE_READONLY,
    apsw.ConstraintError: sqlite3.SQLITE_CONSTRAINT,
}
