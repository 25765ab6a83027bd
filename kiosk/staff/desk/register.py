"""The list of visits as the desk shows it, and the search in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from kiosk.domain.visit_code import bare_code
from kiosk.records.export.desk import Held, about
from kiosk.records.export.entries import Entry, verified
from kiosk.records.export.standing import Standing, standings
from kiosk.records.needs_look import PackNow, Since, affected
from kiosk.records.person import KEPT
from kiosk.records.summary import Head
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
    KEPT = "Kept without a choice"
    SEALED = "Sealed"
    UNCHECKED = "Being checked"


# What the clear part tells without a key.
_CLEAR = frozenset((Stands.VOID, Stands.KEPT))


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
    codes: str = ""

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
    """All visits of one store, newest first, as it was verified; it holds no key.

    `closed` counts the visits that the key did not open, `said` is what the kiosk's own records
    say about visits, by id, `held` what a desk's records are checked against, and `at_desk` what
    was signed at the desk.
    """

    path: Path
    head: Head
    rows: tuple[VisitRow, ...]
    mode: str
    with_key: bool
    closed: int = 0
    said: Mapping[str, Standing] = field(default_factory=dict, repr=False)
    held: Held | None = field(default=None, repr=False)
    at_desk: tuple[Entry, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, a door and a standing, "" for any, and days, both included."""

    words: str = ""
    door: str = ""
    stands: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class ContentNow:
    """The content in use, and how it differs from earlier content, by digest."""

    now: PackNow
    since: Mapping[str, Since] = field(default_factory=dict)


# Gives the words by which the door and the standing of a visit are found.
Said = Callable[[VisitRow], str]
# No visit saw a pack of this name, so nothing needs another look.
_NO_PACK = PackNow("", "", "", frozenset())


def register(
    store: Path,
    opener: Opener | None,
    *,
    content: ContentNow | None = None,
    desk: Path | None = None,
    progress: Progress | None = None,
) -> Register:
    """Verify a store and list its visits; without a key, what the clear part tells.

    `desk` is the desk's own store, if there is one. Raises StoreNotInOrderError,
    DeskMismatchError or another RecordsError.
    """
    source = verified(store, opener, _half(progress, 0))
    source = replace(source, progress=_half(progress, 1))
    entries: list[Entry] = []
    # One pass: what is compared with the content is let go of right after.
    passing = _kept_light(source.entries(), entries)
    now = content.now if content else _NO_PACK
    changed = {one.seq for one in affected(passing, now, content.since if content else None)}
    said = standings(entries)
    visits = [one for one in entries if _is_visit(one)]
    rows = tuple(_row(one, said, one.row.seq in changed) for one in reversed(visits))
    closed = sum(one.person is None for one in visits) if opener else 0
    mode = entries[0].clear.mode if entries else ""
    held = Held(source.path, entries)
    listed = Register(source.path, source.head, rows, mode, opener is not None, closed, said, held)
    return with_desk(listed, desk, opener) if desk and opener else listed


def _half(progress: Progress | None, number: int) -> Progress | None:
    """Return the progress of the verification, then of the reading, as halves of one whole."""
    if progress is None:
        return None

    def tell(done: int, of: int) -> None:
        progress(number * of + done, 2 * of)

    return tell


def with_desk(listed: Register, desk: Path, opener: Opener) -> Register:
    """Return the list with what a desk's own store says by now; the kiosk's is not read again.

    Raises DeskMismatchError or another RecordsError.
    """
    if listed.held is None:
        return listed
    at_desk = about(listed.held, desk, opener)
    more = standings(at_desk)
    rows = tuple(
        searchable(
            replace(row, stands=_stands(_both(listed.said, more, row.id), opened=bool(row.door)))
        )
        if row.id in more
        else row
        for row in listed.rows
    )
    return replace(listed, rows=rows, at_desk=at_desk)


def _both(
    one: Mapping[str, Standing], other: Mapping[str, Standing], visit_id: str
) -> Standing | None:
    first, more = one.get(visit_id, Standing()), other[visit_id]
    return Standing([*first.links, *more.links], more.replaces or first.replaces)


def sealed_again(listed: Register) -> Register:
    """Return the list as it is without the key."""
    rows = tuple(
        searchable(
            replace(
                row,
                door="",
                reference="",
                stands=row.stands if row.stands in _CLEAR else Stands.SEALED,
            )
        )
        for row in listed.rows
    )
    return replace(listed, rows=rows, with_key=False, closed=0, said={}, at_desk=())


def _kept_light(entries: Iterable[Entry], kept: list[Entry]) -> Iterator[Entry]:
    for one in entries:
        yield one
        kept.append(_light(one))


def _is_visit(entry: Entry) -> bool:
    return entry.clear.kind == "ack" or entry.clear.fields.get("event") == KEPT


def _light(entry: Entry) -> Entry:
    """Let go of what the list does not show, so that ten thousand visits take little room."""
    row = entry.row._replace(sealed=b"")
    person = entry.person
    if person is not None and entry.clear.kind == "ack":
        person = {"door": person["door"], "reference": person["reference"]}
    elif person is not None and _is_visit(entry):
        person = {"door": "", "reference": person["details"]["visit"]["reference"]}
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
        stands=_stands(said.get(entry.row.id), opened=person is not None)
        if entry.clear.kind == "ack"
        else Stands.KEPT,
        door=person["door"] if person else "",
        reference=(person["reference"] or "") if person else "",
        look=look,
    )
    return searchable(row)


def searchable(row: VisitRow) -> VisitRow:
    """Return a visit with the words it is found by."""
    codes = "\n".join((bare_code(row.receipt), bare_code(row.reference)))
    words = (row.receipt, row.day, row.reference, row.language, codes)
    haystack = "\n".join((*words, row.door_words, row.standing_words)).lower()
    return replace(row, haystack=haystack, codes=codes)


def _stands(standing: Standing | None, *, opened: bool) -> Stands:
    if standing and standing.last("void"):
        return Stands.VOID
    # Without the key nobody can say what was linked, so nothing is claimed.
    if not opened:
        return Stands.SEALED
    if standing is None:
        return Stands.PROPOSED
    if standing.last("withdrawal"):
        return Stands.WITHDRAWN
    if standing.replaced:
        return Stands.REPLACED
    return Stands.COSIGNED if standing.last("cosign") else Stands.PROPOSED


def found(rows: Iterable[VisitRow], wanted: Wanted, said: Said | None = None) -> list[VisitRow]:
    """Return the visits that hold every word and fit the rest, in the order given.

    `said` gives the words for door and standing in another language, in small letters.
    """
    # One plain pass for each wish: ten thousand visits are gone through between two letters.
    left = _worded(list(rows), wanted.words, said)
    if wanted.door:
        left = [row for row in left if row.door == wanted.door]
    if wanted.stands == LOOK:
        left = [row for row in left if row.look]
    elif wanted.stands:
        left = [row for row in left if row.stands == wanted.stands]
    if wanted.since:
        left = [row for row in left if row.day >= wanted.since]
    if wanted.until:
        left = [row for row in left if row.day <= wanted.until]
    return left


def _worded(rows: list[VisitRow], text: str, said: Said | None) -> list[VisitRow]:
    """Return first the visits with this code or a part of it, then those that hold every word.

    Spaces, hyphens and capitals of a code are no matter.
    """
    code, worded = bare_code(text), rows
    for word in text.lower().split():
        worded = [row for row in worded if word in row.haystack or (said and word in said(row))]
    if len(text.split()) == 1 and code == text.lower().strip():
        # One plain word is looked for among the codes as it is.
        return worded
    coded = [row for row in rows if code in row.codes] if code else []
    known = {row.seq for row in coded}
    return [*coded, *(row for row in worded if row.seq not in known)]


# What can be filtered by besides the standings themselves.
LOOK = "Needs another look"


def standing_choices() -> Iterator[str]:
    """Yield what can be filtered by."""
    yield from (str(one) for one in Stands if one not in (Stands.SEALED, Stands.UNCHECKED))
    yield LOOK
