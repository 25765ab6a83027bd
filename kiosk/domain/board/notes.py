"""The small files on the board, as values and as bytes; a stranger's bytes are never trusted."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.domain.board.standing import Standing, State

FORM = 1
# No file of ours is longer; what is, is rubbish and is not even read to its end.
LARGEST = 8192
KIOSK_FILE, DESK_FILE, ENDING = "kiosk-", "desk-", ".json"
MOST_NAME = 30
_ID = re.compile(r"[0-9a-f]{8,32}")
_TOKEN = re.compile(r"([0-9a-f]{32})?")
_BEAT = re.compile(r"[0-9a-f]{8}:[0-9]{1,12}")
_MOST = 10**9
_MOST_ANSWERS = 64


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits for somebody: how many, and for how many whole hours the oldest, -1 if unknown."""

    count: int = 0
    hours: int = 0


@dataclass(frozen=True, slots=True)
class KioskNote:
    """What a kiosk says of itself.

    `seconds` is for how long it has stood so, by its own clock; `call` names this one call for
    help, "" for none; `beat` changes with each writing; `written` (UTC) is for people who open
    the file, and decides nothing: clocks of two machines differ.
    """

    id: str
    name: str = ""
    standing: Standing = field(default_factory=Standing)
    seconds: int = 0
    call: str = ""
    unsaved: Waits = field(default_factory=Waits)
    uncopied: Waits = field(default_factory=Waits)
    beat: str = ""
    written: str = ""
    version: str = ""

    @property
    def file(self) -> str:
        """Its name on the board."""
        return f"{KIOSK_FILE}{self.id}{ENDING}"


@dataclass(frozen=True, slots=True)
class DeskNote:
    """What a desk answers: calls that are on its screen, and those that somebody has seen."""

    id: str
    shown: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    beat: str = ""

    @property
    def file(self) -> str:
        """Its name on the board."""
        return f"{DESK_FILE}{self.id}{ENDING}"


def kiosk_bytes(note: KioskNote) -> bytes:
    """Return the file of a kiosk."""
    return _bytes(
        {
            "anteroom_board": FORM,
            "kiosk": note.id,
            "name": note.name,
            "state": note.standing.state.value,
            "step": note.standing.step,
            "of": note.standing.of,
            "seconds": note.seconds,
            "call": note.call,
            "unsaved": note.unsaved.count,
            "unsaved_hours": note.unsaved.hours,
            "uncopied": note.uncopied.count,
            "uncopied_hours": note.uncopied.hours,
            "beat": note.beat,
            "written": note.written,
            "version": note.version,
        }
    )


def desk_bytes(note: DeskNote) -> bytes:
    """Return the file of a desk."""
    return _bytes(
        {
            "anteroom_board": FORM,
            "desk": note.id,
            "shown": sorted(note.shown),
            "seen": sorted(note.seen),
            "beat": note.beat,
        }
    )


def kiosk_note(name: str, content: bytes) -> KioskNote | None:
    """Return what a kiosk says, None where a file of that name says nothing that can be used."""
    found = _table(content)
    try:
        note = KioskNote(
            _fitting(_ID, found["kiosk"]),
            _name(found["name"]),
            Standing(State(str(found["state"])), _count(found["step"]), _count(found["of"])),
            _count(found["seconds"]),
            _fitting(_TOKEN, found["call"]),
            Waits(_count(found["unsaved"]), _count(found["unsaved_hours"], least=-1)),
            Waits(_count(found["uncopied"]), _count(found["uncopied_hours"], least=-1)),
            _fitting(_BEAT, found["beat"]),
            _name(found["written"]),
            _name(found["version"]),
        )
    except (KeyError, ValueError, TypeError):
        return None
    return note if note.file == name else None


def desk_note(name: str, content: bytes) -> DeskNote | None:
    """Return what a desk answers, None where a file of that name says nothing that can be used."""
    found = _table(content)
    try:
        note = DeskNote(
            _fitting(_ID, found["desk"]),
            _tokens(found["shown"]),
            _tokens(found["seen"]),
            _fitting(_BEAT, found["beat"]),
        )
    except (KeyError, ValueError, TypeError):
        return None
    return note if note.file == name else None


def kiosks(files: Mapping[str, bytes]) -> dict[str, KioskNote]:
    """Return what every kiosk says, by its id."""
    notes = (kiosk_note(name, content) for name, content in files.items())
    return {one.id: one for one in notes if one is not None}


def desks(files: Mapping[str, bytes]) -> dict[str, DeskNote]:
    """Return what every desk answers, by its id."""
    notes = (desk_note(name, content) for name, content in files.items())
    return {one.id: one for one in notes if one is not None}


def _bytes(table: Mapping[str, object]) -> bytes:
    return json.dumps(table, ensure_ascii=True, indent=1).encode("ascii") + b"\n"


def _table(content: bytes) -> Mapping[str, object]:
    """Return a table of our form, an empty one for everything else."""
    if len(content) > LARGEST:
        return {}
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    ours = isinstance(found, dict) and found.get("anteroom_board") == FORM
    return found if ours else {}


def _fitting(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(pattern.pattern)
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or len(value) > MOST_NAME or not value.isprintable():
        raise ValueError("name")
    return value


def _count(value: object, *, least: int = 0) -> int:
    if type(value) is not int or not least <= value <= _MOST:
        raise ValueError("count")
    return value


def _tokens(value: object) -> frozenset[str]:
    if not isinstance(value, list) or len(value) > _MOST_ANSWERS:
        raise ValueError("answers")
    items: Iterable[object] = value
    return frozenset(_fitting(_TOKEN, one) for one in items) - {""}
