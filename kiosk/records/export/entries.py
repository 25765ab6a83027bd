"""The records of a store, checked and, with a key, opened: what every form is made from."""

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.domain.acknowledgement import receipt_number
from kiosk.records.anchor import check_code
from kiosk.records.database import Row, checked_row, row_at
from kiosk.records.entry import Clear, MalformedBodyError, parse_body
from kiosk.records.errors import StoreDamaged
from kiosk.records.export.errors import ExportRangeError, StoreNotInOrderError
from kiosk.records.faults import opening_error
from kiosk.records.reading import Unreadable, batches, open_readonly, store_file
from kiosk.records.summary import Head
from kiosk.records.tree import Frontier, leaf_hash
from kiosk.records.unseal import Opener, open_sealed
from kiosk.records.verify import Progress, verify

# The seed of the MAC keys: whoever holds it can forge MACs, so it leaves no store.
SECRET_FIELD = "ratchet_seed"  # noqa: S105  # the name of a field, not a secret
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record; `person` is the opened sealed part, None without a key that fits."""

    row: Row
    clear: Clear
    person: dict[str, Any] | None

    @property
    def receipt(self) -> str:
        """The receipt number of the record's own id, as XXXX-XXXX."""
        return receipt_number(self.row.id)

    @property
    def check_code(self) -> str:
        """The code that anchors the chain up to this record."""
        return check_code(self.row.seq + 1, self.row.root)

    @property
    def target(self) -> dict[str, str] | None:
        """The record this one is about, id and leaf, as far as it can be read."""
        told: dict[str, str] | None = (self.person or {}).get("refers_to")
        return told or self.clear.fields.get("refers_to")


@dataclass(frozen=True, slots=True)
class Days:
    """Local days from `since` to `until`, both included; None is open."""

    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise ExportRangeError(f"--since {self.since} is later than --until {self.until}")

    def hold(self, day: str) -> bool:
        """Tell whether a day, YYYY-MM-DD, lies within."""
        return (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True, slots=True)
class Source:
    """A store that verified: its file, its head at that moment and a key, if there is one.

    `notes` say what the verification could not look at. `elsewhere` are a desk's records about
    visits of this store.
    """

    path: Path
    head: Head
    opener: Opener | None
    notes: tuple[str, ...] = ()
    progress: Progress | None = None
    elsewhere: tuple[Entry, ...] = ()

    def all_said(self) -> Iterator[Entry]:
        """Yield the records of the store, then those of a desk about it."""
        yield from self.entries()
        yield from self.elsewhere

    def entries(self) -> Iterator[Entry]:
        """Yield the records up to the head, in order.

        Raises StoreDamaged when they are no longer those that were verified.
        """
        try:
            with open_readonly(self.path) as connection:
                yield from self._checked(connection)
        except (sqlite3.Error, OSError) as error:
            raise opening_error(error, self.path) from error
        except MalformedBodyError as error:
            raise StoreDamaged(f"{self.path}: {error}; run 'records verify'") from error

    def _checked(self, connection: sqlite3.Connection) -> Iterator[Entry]:
        frontier = Frontier()
        for batch in batches(connection, self.head.size):
            for values in batch:
                if frontier.size == self.head.size:
                    break
                if isinstance(values, Unreadable):
                    raise StoreDamaged(f"{self.path}: record {values.seq}: {values.reason}")
                row = checked_row(values)
                frontier = frontier.add(leaf_hash(row.body))
                yield self._entry(row)
            if self.progress:
                self.progress(frontier.size, self.head.size)
        if frontier.size != self.head.size or frontier.root().hex() != self.head.root:
            raise StoreDamaged(f"{self.path}: changed while it was read; run 'records verify'")

    def _entry(self, row: Row) -> Entry:
        clear = parse_body(row.body)
        if sha256(row.sealed).hexdigest() != clear.sealed_sha256:
            raise StoreDamaged(f"{self.path}: record {row.seq}: the sealed part was changed")
        person = None
        if self.opener and self.opener.id in clear.recipients:
            opened = open_sealed(row, clear, self.opener)
            person = {name: value for name, value in opened.items() if name != SECRET_FIELD}
        return Entry(row, clear, person)


def verified(data_or_store: Path, opener: Opener | None, progress: Progress | None) -> Source:
    """Verify a store and return it as a source; raises StoreNotInOrderError."""
    path = store_file(data_or_store)
    # The first record holds the seed of all MACs; a key made later does not open it.
    opens_seed = opener if opener and opener.id in _first_recipients(path) else None
    report = verify(data_or_store, opener=opens_seed, progress=progress)
    if not report.ok or report.head is None:
        what = report.problems[0].what if report.problems else "it has no head"
        raise StoreNotInOrderError(
            f"{data_or_store}: nothing is read from it, for the store is not in order ({what}); "
            "run 'records verify'"
        )
    return Source(path, report.head, opener, report.notes, progress)


def _first_recipients(path: Path) -> tuple[str, ...]:
    try:
        with open_readonly(path) as connection:
            row = row_at(connection, 0)
            return parse_body(row.body).recipients if row else ()
    except (sqlite3.Error, OSError, MalformedBodyError, StoreDamaged):
        # What is wrong is for the verification to say.
        return ()


def check_day(text: str) -> str:
    """Return a day as YYYY-MM-DD; raises ExportRangeError."""
    from datetime import date

    wrong = ExportRangeError(f"{text[:20]!r} is not a day; write YYYY-MM-DD")
    if not _DAY.fullmatch(text):
        raise wrong
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise wrong from error


def compact(value: object) -> str:
    """Return compact ASCII JSON on one line."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False)
