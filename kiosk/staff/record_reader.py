"""The clear part of records, read without the kiosk's lock and without changing a byte."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import AnteroomError
from kiosk.records.anchor import check_code
from kiosk.records.database import Row, check_schema, checked_row
from kiosk.records.entry import Clear, MalformedBodyError, parse_body
from kiosk.records.faults import opening_error
from kiosk.records.reading import open_readonly, store_file
from kiosk.records.summary import Summary, summary_of


class NoStoreError(AnteroomError):
    """There is no record store where one was looked for."""


class UnreadableRecordError(AnteroomError):
    """A record does not say what it is."""


@dataclass(frozen=True, slots=True)
class ClearRecord:
    """One record as it stands in the file, and its summary."""

    row: Row
    clear: Clear
    summary: Summary

    @property
    def check_code(self) -> str:
        """Return the code that anchors the chain up to this record."""
        return check_code(self.row.seq + 1, self.row.root)


def newest_first(data: Path) -> Iterator[ClearRecord]:
    """Yield every record of a data folder, newest first.

    Works while a kiosk runs on the folder. Raises NoStoreError, UnreadableRecordError, or a
    RecordsError when the file cannot be read as a store.
    """
    path = require_store(data)
    try:
        with open_readonly(path) as connection:
            check_schema(connection, path)
            for values in connection.execute("SELECT * FROM record ORDER BY seq DESC"):
                row = checked_row(values)
                yield ClearRecord(row, parse_body(row.body), summary_of(row.seq, row.body))
    except (sqlite3.Error, OSError) as error:
        raise opening_error(error, path) from error
    except MalformedBodyError as error:
        raise UnreadableRecordError(f"{path}: {error}. Run: anteroom records verify") from error


def signing_key(data: Path) -> bytes:
    """Return the 32-byte public key that the first record names.

    Raises NoStoreError, UnreadableRecordError, or a RecordsError.
    """
    path = require_store(data)
    try:
        with open_readonly(path) as connection:
            values = connection.execute("SELECT body FROM record WHERE seq = 0").fetchone()
            return bytes.fromhex(parse_body(values[0]).fields["device_key"])
    except (sqlite3.Error, OSError) as error:
        raise opening_error(error, path) from error
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableRecordError(
            f"{path}: the first record names no key. Run: anteroom records verify"
        ) from error


def require_store(data_or_store: Path) -> Path:
    """Return the store's file, given it or its folder; raises NoStoreError."""
    path = store_file(data_or_store)
    if not path.is_file():
        raise NoStoreError(f"{path}: there is no record store here; name its folder with --data")
    return path
