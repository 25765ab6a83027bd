"""The list of visits as the desk shows it, and the search in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from kiosk.records.desk_records import is_desk
from kiosk.records.export.desk import joined
from kiosk.records.export.entries import Entry, Source, verified
from kiosk.records.export.standing import Standing, standings
from kiosk.records.needs_look import PackNow, affected
from kiosk.records.unseal import Opener
from kiosk.records.verify import Progress

DOORS = {"ready": "Ready", "questions": "Questions first", "no": "Does not want this"}


class Stands(StrEnum):
    """How a visit stands today; the values are the words for it."""

    PROPOSED = "Proposed"
    COSIGNED = "Co-signed"
    WITHDRAWN = "Withdrawn"
    REPLACED = "Replaced by a later visit"
    VOID = "Void"
    SEALED = "Sealed"


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit; `door` and `reference` are "" where the key did not open it.

    `look` says that what the person read has changed since.
    """

    seq: int
    id: str
    leaf: str
    receipt: str
    day: str
    language: str
    version: str
    stands: Stands
    door: str = ""
    reference: str = ""
    look: bool = False
    haystack: str = ""

    @property
    def door_words(self) -> str:
        """The door in words, a dash when it is sealed."""
        return DOORS.get(self.door, "–")

    @property
    def standing_words(self) -> str:
        """How the visit stands, with what makes it worth another look."""
        return f"{self.stands}, needs another look" if self.look else str(self.stands)


@dataclass(frozen=True, slots=True)
class Register:
    """All visits of one store, newest first; `source` is the store as it was verified."""

    source: Source
    rows: tuple[VisitRow, ...]
    mode: str
    with_key: bool
    closed: int = 0

    @property
    def path(self) -> Path:
        """The file of the store."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, a door and a standing, "" for any, and days, both included."""

    words: str = ""
    door: str = ""
    stands: str = ""
    since: str = ""
    until: str = ""


def register(
    store: Path,
    opener: Opener | None,
    *,
    now: PackNow | None = None,
    desk: Path | None = None,
    progress: Progress | None = None,
) -> Register:
    """Verify a store and list its visits; without a key, what the clear part tells.

    `desk` is the desk's own store, if there is one. Raises StoreNotInOrderError,
    DeskMismatchError or another RecordsError.
    """
    source = verified(store, opener, progress)
    if desk and opener and is_desk(desk):
        source = joined(source, desk, opener)
    entries = [_light(one) for one in source.entries()]
    said = standings((*entries, *source.elsewhere))
    changed = {one.seq for one in affected(entries, now)} if now else set()
    visits = [one for one in entries if one.clear.kind == "ack"]
    rows = tuple(_row(one, said, one.row.seq in changed) for one in reversed(visits))
    closed = sum(one.person is None for one in visits) if opener else 0
    mode = entries[0].clear.mode if entries else ""
    return Register(source, rows, mode, opener is not None, closed)


def _light(entry: Entry) -> Entry:
    """Let go of what the list does not show, so that ten thousand visits take little room."""
    row = entry.row._replace(sealed=b"")
    person = entry.person
    if person is not None and entry.clear.kind == "ack":
        person = {"door": person["door"], "reference": person["reference"]}
    return replace(entry, row=row, person=person)


def _row(entry: Entry, said: dict[str, Standing], look: bool) -> VisitRow:  # noqa: FBT001  # one of the row's own fields
    pack, person = entry.clear.fields["pack"], entry.person
    row = VisitRow(
        seq=entry.row.seq,
        id=entry.row.id,
        leaf=entry.row.leaf.hex(),
        receipt=entry.receipt,
        day=entry.clear.day,
        language=pack["locale"],
        version=pack["version"],
        stands=_stands(said.get(entry.row.id), person),
        door=person["door"] if person else "",
        reference=(person["reference"] or "") if person else "",
        look=look,
    )
    words = (row.receipt, row.receipt.replace("-", ""), row.day, row.reference, row.language)
    return replace(row, haystack="\n".join((*words, row.door_words, row.standing_words)).lower())


def _stands(standing: Standing | None, person: dict[str, Any] | None) -> Stands:
    if standing and standing.last("void"):
        return Stands.VOID
    # Without the key nobody can say what was linked, so nothing is claimed.
    if person is None:
        return Stands.SEALED
    if standing is None:
        return Stands.PROPOSED
    if standing.last("withdrawal"):
        return Stands.WITHDRAWN
    if standing.replaced:
        return Stands.REPLACED
    return Stands.COSIGNED if standing.last("cosign") else Stands.PROPOSED


def found(rows: Iterable[VisitRow], wanted: Wanted) -> list[VisitRow]:
    """Return the visits that hold every word and fit the rest, in the order given."""
    words = wanted.words.lower().split()
    return [
        row for row in rows if all(word in row.haystack for word in words) and _fits(row, wanted)
    ]


def _fits(row: VisitRow, wanted: Wanted) -> bool:
    if wanted.door and row.door != wanted.door:
        return False
    if wanted.stands and not _stands_so(row, wanted.stands):
        return False
    return (wanted.since or row.day) <= row.day <= (wanted.until or row.day)


def _stands_so(row: VisitRow, stands: str) -> bool:
    return row.look if stands == LOOK else row.stands == stands


# What can be filtered by besides the standings themselves.
LOOK = "Needs another look"


def standing_choices() -> Iterator[str]:
    """Yield what can be filtered by."""
    yield from (str(one) for one in Stands if one is not Stands.SEALED)
    yield LOOK
