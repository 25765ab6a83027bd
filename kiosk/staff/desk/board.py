"""The desk's end of the board: every kiosk as it says it stands, and answers to calls for help."""

import secrets
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk.domain.board.hearing import Hearing, listened
from kiosk.domain.board.notes import (
    DESK_FILE,
    ENDING,
    KIOSK_FILE,
    LARGEST,
    DeskNote,
    KioskNote,
    desk_bytes,
    kiosks,
)
from kiosk.domain.board.standing import State
from kiosk.platform.folder_thread import FolderThread, Kind, Look

READ_EVERY = 0.5
# Turns in a row that must fail before anybody is told.
_CERTAIN = 2
# Seconds after which a kiosk that wrote every five is one that is not heard of.
SILENT = 30.0
# Seconds in which a file that lay there at the first look must change to count as alive.
FIRST_LOOK = 12.0
# Seconds between two signs of life of this desk, while it has calls and while it has none.
BEAT, IDLE_BEAT = 2.0, 60.0


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One kiosk: what it said last, for how long it has stood so, and how long it is silent.

    `heard` is False while nobody can tell yet whether anybody writes this file; `lost` once it has
    been silent for too long. `seen` says that this desk has answered the call; `twin` that another
    kiosk bears the same name.
    """

    note: KioskNote
    seconds: int
    silent: int
    heard: bool
    lost: bool
    seen: bool
    twin: bool = False

    @property
    def calls(self) -> bool:
        """Whether somebody waits there for an answer."""
        return self.heard and not self.seen and self.note.standing.state is State.HELP


@dataclass(frozen=True, slots=True)
class BoardView:
    """The whole board; a fault is the system's own word for it, "" where there is none.

    `stuck` is that the folder does not answer at all; `fresh` that it was looked at by now; `odd`
    counts files that look like a kiosk's and cannot be used.
    """

    rows: tuple[BoardRow, ...] = ()
    cannot_read: str = ""
    cannot_write: str = ""
    stuck: bool = False
    fresh: bool = False
    odd: int = 0

    @property
    def calls(self) -> tuple[BoardRow, ...]:
        """Return the calls that nobody has answered, the longest first."""
        waiting = [one for one in self.rows if one.calls]
        return tuple(sorted(waiting, key=_longest))


def _longest(row: BoardRow) -> int:
    return -row.seconds


class DeskBoard:
    """Watches one folder; needs no key and no records."""

    def __init__(self, folder: Path, now: Callable[[], float]) -> None:
        self.folder, self._now = folder, now
        self._id = secrets.token_hex(8)
        self._run, self._beat, self._beaten = secrets.token_hex(4), 0, -IDLE_BEAT
        self._turn = 0
        self._notes: Mapping[str, KioskNote] = {}
        self._hearing = Hearing()
        self._shown: frozenset[str] = frozenset()
        self._seen: frozenset[str] = frozenset()
        self._thread = FolderThread(folder, Kind(KIOSK_FILE, ENDING, LARGEST), READ_EVERY)
        self._thread.read_on(wanted=True)

    def view(self) -> BoardView:
        """Return the board as it is known now; never waits for the folder."""
        look, at = self._thread.look, self._now()
        if look.turn != self._turn:
            self._turn = look.turn
            self._listen(look, at)
        names = Counter(note.name.casefold() for note in self._notes.values() if note.name)
        rows = [
            self._row(note, at, twin=names[note.name.casefold()] > 1)
            for note in self._notes.values()
        ]
        rows.sort(key=_by_name)
        return BoardView(
            tuple(rows),
            look.cannot_read if look.failing >= _CERTAIN else "",
            look.cannot_write if look.failing >= _CERTAIN else "",
            self._thread.stuck(),
            fresh=self._turn > 0,
            odd=len(look.files) - len(self._notes) if not look.cannot_read else 0,
        )

    def _listen(self, look: Look, at: float) -> None:
        if look.cannot_read:
            # What is known stays on the screen and grows old.
            return
        self._notes = kiosks(look.files)
        beats = {one.id: one.beat for one in self._notes.values()}
        self._hearing = listened(self._hearing, beats, at)

    def _row(self, note: KioskNote, at: float, *, twin: bool) -> BoardRow:
        known, silent = self._hearing.known[note.id], self._hearing.silent_for(note.id, at)
        return BoardRow(
            note,
            note.seconds + int(silent),
            int(silent),
            known.alive,
            lost=silent > (SILENT if known.alive else FIRST_LOOK),
            seen=note.call in self._seen,
            twin=twin,
        )

    def put_up(self, calls: frozenset[str]) -> None:
        """Take note of the calls that stand on this screen now, and tell the kiosks so."""
        there = frozenset(one.call for one in self._notes.values() if one.call)
        seen = self._seen & there
        changed = (calls, seen) != (self._shown, self._seen)
        self._shown, self._seen = calls, seen
        every = BEAT if calls or seen else IDLE_BEAT
        if changed or self._now() - self._beaten >= every:
            self._tell()

    def answer(self, call: str) -> None:
        """Say that somebody at this desk has seen a call."""
        self._seen |= {call}
        self._tell()

    def _tell(self) -> None:
        self._beaten = self._now()
        self._beat += 1
        note = DeskNote(self._id, self._shown, self._seen, f"{self._run}:{self._beat}")
        self._thread.put(partial(_made, note))

    def close(self) -> None:
        """Answer nothing more, and leave no file behind if that can be done at once."""
        self._thread.put(partial(_gone, self.folder, self._id))
        self._thread.close()


def _by_name(row: BoardRow) -> tuple[str, str]:
    return row.note.name.casefold() or "~", row.note.id


def _made(note: DeskNote) -> tuple[str, bytes]:
    return note.file, desk_bytes(note)


def _gone(folder: Path, desk: str) -> None:
    with suppress(OSError):
        (folder / f"{DESK_FILE}{desk}{ENDING}").unlink(missing_ok=True)
