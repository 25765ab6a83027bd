"""Code and door of each visit, held in memory while the key that opened them is there."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.desk import RecordRow
from kiosk.domain.errors import AnteroomError
from kiosk.domain.staffing.sealed_finding import Index, KeyState, SealedWanted
from kiosk.domain.visit_code import bare_code
from kiosk.records.entry import parse_body
from kiosk.records.errors import BadKey, CannotUnseal
from kiosk.records.person import KEPT
from kiosk.staff.finding import MOST_FOUND, is_locked, rows_of

if TYPE_CHECKING:
    from kiosk.records.database import Row
    from kiosk.records.store import Store
    from kiosk.records.unseal import Opener

# Records gone through at one time: a tenth of a second on a slow machine.
AT_A_TIME = 200


class KeyGoneError(AnteroomError):
    """The key was pulled out, so what it opened is forgotten."""


@dataclass(slots=True)
class _Held:
    """The key, where it lies, what it opened so far, and the next record to look into."""

    key: Path
    opener: "Opener" = field(repr=False)
    next: int
    of: int
    found: list[tuple[int, str, str]] = field(default_factory=list, repr=False)


class SealedIndex:
    """Opened and searched on one thread; `forget` may be called from another."""

    def __init__(self) -> None:
        self._held: _Held | None = None

    def open(self, keys: Sequence[Path], passphrase: str, store: "Store") -> Index:
        """Take the first key of these records; only with a passphrase, one that is locked."""
        self._held = None
        size = store.head().size
        newest = store.row(size - 1)
        recipients = parse_body(newest[0].body).recipients if newest else ()
        for key in keys:
            opener = _opener(key, passphrase)
            if opener is not None and opener.id in recipients:
                self._held = _Held(key, opener, size - 1, size)
                return self.more(store)
        locked = any(is_locked(key) for key in keys)
        return Index(KeyState.LOCKED if locked else KeyState.NONE)

    def more(self, store: "Store") -> Index:
        """Look into the next records, the newest first."""
        held = self._there()
        if held is None:
            return Index()
        last = max(-1, held.next - AT_A_TIME)
        for number in range(held.next, last, -1):
            read = store.row(number)
            told = _told(read[0], held.opener) if read and read[1] else None
            if told is not None:
                held.found.append((number, *told))
        held.next = last
        return Index(KeyState.OPEN, held.of - 1 - last, held.of)

    def find(self, wanted: SealedWanted, store: "Store") -> tuple[RecordRow, ...]:
        """Return the visits that fit among those looked into, newest first.

        Raises KeyGoneError where nothing is open any more.
        """
        held = self._there()
        if held is None:
            raise KeyGoneError("the key is no longer here; put it in, and look for it again")
        code = bare_code(wanted.code)
        numbers = [
            number
            for number, reference, door in held.found
            if code in reference and wanted.door in ("", door)
        ]
        return rows_of(store.visits_at(numbers[:MOST_FOUND]))

    def key_is_there(self) -> bool:
        """Say whether the key still lies there; once it was pulled out, all is forgotten."""
        return self._there() is not None

    def _there(self) -> _Held | None:
        """Return what is held; once the key was pulled out, nothing is."""
        if self._held is not None and not self._held.key.is_file():
            self.forget()
        return self._held

    def forget(self) -> None:
        """Let go of the key and of all that it opened."""
        self._held = None


def _opener(key: Path, passphrase: str) -> "Opener | None":
    from kiosk.records.unseal import load_opener

    if is_locked(key) and not passphrase:
        return None
    with suppress(BadKey, OSError):
        return load_opener(key, passphrase.encode() if is_locked(key) else None)
    return None


def _told(row: "Row", opener: "Opener") -> tuple[str, str] | None:
    """Return code and door of a visit, None for another kind of record or another's key."""
    from kiosk.records.unseal import open_row

    clear = parse_body(row.body)
    kept = clear.fields.get("event") == KEPT
    if clear.kind != "ack" and not kept:
        return None
    try:
        person = open_row(row, opener).person
    except CannotUnseal:
        return None
    visit = person["details"]["visit"] if kept else person
    return bare_code(visit["reference"] or ""), "" if kept else person["door"]
