"""The kiosk's end of the board: says how it stands, and what became of a call for help."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kiosk.domain.board.calling import Call, answered, waited
from kiosk.domain.board.notes import (
    DESK_FILE,
    ENDING,
    LARGEST,
    KioskNote,
    Waits,
    desks,
    kiosk_bytes,
)
from kiosk.domain.board.standing import Standing, State
from kiosk.domain.board.told import Told
from kiosk.platform.folder_thread import FolderThread, Kind

# Seconds between two signs of life; a call has more of them, for a desk trusts only what changes.
BEAT, CALL_BEAT = 5.0, 1.0
# How often the answers of desks are read while somebody waits for one.
_READ_EVERY = 0.5
# Turns in a row that must fail before anybody is told.
_CERTAIN = 2
NO_ANSWER = "it does not answer"


@dataclass(frozen=True, slots=True)
class About:
    """What is asked away from the window for each file: each may read small files.

    `identity` is the kiosk's id, "" where there is none yet; `waiting` the visits not saved, then
    those not copied; `utc` the time of day for people who open the file.
    """

    name: str
    version: str
    identity: Callable[[], str]
    waiting: Callable[[], tuple[Waits, Waits]]
    utc: Callable[[], str]


class BoardLink:
    """One kiosk on the board; only its thread ever waits for the folder."""

    calls = True

    def __init__(self, folder: Path, about: About) -> None:
        self._about = about
        self._thread = FolderThread(folder, Kind(DESK_FILE, ENDING, LARGEST), _READ_EVERY)
        self._standing: Standing | None = None
        self._since = self._beaten = 0.0
        self._call: Call | None = None
        self._turn = 0
        self._run, self._beat = secrets.token_hex(4), 0

    def now(self, standing: Standing, at: float) -> Told | None:
        """Take how the kiosk stands, and return what the person who called may be told."""
        fresh = standing != self._standing
        if self._standing is None or standing.state is not self._standing.state:
            self._since = at
        self._standing = standing
        self._follow_call(at)
        if fresh or at - self._beaten >= (BEAT if self._call is None else CALL_BEAT):
            self._tell(standing, at)
        return None if self._call is None else self._call.told

    def _follow_call(self, at: float) -> None:
        wanted = self._standing is not None and self._standing.state is State.HELP
        self._thread.read_on(wanted=wanted)
        if not wanted:
            self._call = None
            return
        if self._call is None:
            self._call = Call(secrets.token_hex(16), at)
        look = self._thread.look
        if look.turn != self._turn and not look.cannot_read:
            self._turn = look.turn
            self._call = answered(self._call, desks(look.files), at)
        self._call = waited(self._call, at, broken=bool(self.fault()))

    def _tell(self, standing: Standing, at: float) -> None:
        self._beaten = at
        self._beat += 1
        note = KioskNote(
            id="",
            name=self._about.name,
            standing=standing,
            seconds=max(0, int(at - self._since)),
            call=self._call.token if self._call is not None else "",
            beat=f"{self._run}:{self._beat}",
            version=self._about.version,
        )
        self._thread.put(partial(self._made, note))

    def _made(self, note: KioskNote) -> tuple[str, bytes] | None:
        """Fill in what takes time; in the thread."""
        identity = self._about.identity()
        if not identity:
            return None
        unsaved, uncopied = self._about.waiting()
        whole = replace(
            note, id=identity, unsaved=unsaved, uncopied=uncopied, written=self._about.utc()
        )
        return whole.file, kiosk_bytes(whole)

    def fault(self) -> str:
        """Return why the board is out of reach, "" while it is not."""
        if self._thread.stuck():
            return NO_ANSWER
        look = self._thread.look
        if look.failing < _CERTAIN:
            return ""
        return look.cannot_write or (look.cannot_read if self._thread.reading else "")

    def close(self) -> None:
        """Be silent from now on."""
        self._thread.close()
