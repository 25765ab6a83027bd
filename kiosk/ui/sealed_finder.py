"""Finding a visit by what is sealed: opens the sealed parts bit by bit, and forgets them again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kiosk.domain.desk import Desk, DeskScreen, pin_refused
from kiosk.domain.errors import AnteroomError
from kiosk.domain.staffing.pausing import Pause, Tries
from kiosk.domain.staffing.sealed_finding import (
    Index,
    KeyState,
    SealedWanted,
    wanted_code,
    wanted_door,
)
from kiosk.ui import staff_verbs as sv
from kiosk.ui.jobs import Jobs
from kiosk.ui.ports import Recorder
from kiosk.ui.verbs import Command

_OPEN, _TYPED, _MORE, _THERE = "index", "index-typed", "index-more", "index-there"
_OURS = (_OPEN, _TYPED, _MORE, _THERE)
# Pages that show what the key has opened, or what was found by it.
_BY_KEY = (
    DeskScreen.SEALED,
    DeskScreen.BY_CODE,
    DeskScreen.FOUND,
    DeskScreen.RECORD,
    DeskScreen.UNLOCK,
)


class SealedFinder:
    """What was opened for one login is never there for the next."""

    def __init__(self, recorder: Recorder, jobs: Jobs) -> None:
        self._recorder, self._jobs = recorder, jobs
        # Kept while the kiosk runs, whoever leaves the staff pages and comes back.
        self._tries = Tries()
        self._turn = 0
        self._asked = False
        self.does: dict[type[Command], Callable[..., Desk]] = {
            sv.OpenIndex: self._open,
            sv.IndexPassphrase: self._typed,
            sv.FindCode: self._code,
            sv.FindDoor: self._door,
        }

    def forget(self) -> None:
        """Let go of the key and of what it opened, and of what is still being opened."""
        self._turn += 1
        self._asked = False
        self._recorder.forget_index()

    def late(self, name: str) -> bool:
        """Forget what was opened for a login that is over; say whether it was."""
        what, _, turn = name.partition(":")
        if what not in _OURS or turn == str(self._turn):
            return False
        self._recorder.forget_index()
        return True

    def done(self, desk: Desk, name: str, result: object) -> Desk | None:
        """Return the desk with what was opened, None when the work was another's."""
        what = name.partition(":")[0]
        if what == _THERE:
            self._asked = False
            return desk if result else self._gone(desk)
        if what not in _OURS or not isinstance(result, Index):
            return None
        if what == _MORE and result.state is not KeyState.OPEN:
            return self._gone(desk)
        if result.state is KeyState.OPEN and not result.whole:
            self._submit(_MORE, self._recorder.index_more)
        if what == _TYPED:
            if result.state is not KeyState.OPEN:
                wait = Pause(self._tries.left(desk.touched))
                return pin_refused(replace(desk, pause=wait, index=result), "")
            self._tries = Tries()
            desk = replace(desk, screen=DeskScreen.SEALED)
        return replace(desk, index=result, checking=desk.checking and what == _MORE)

    def failed(self, desk: Desk, name: str, reason: str) -> Desk | None:
        """Return the desk after the sealed parts could not be read, None for other work."""
        if name.partition(":")[0] not in _OURS:
            return None
        self.forget()
        return pin_refused(replace(desk, screen=DeskScreen.FIND, index=Index()), reason)

    def watch(self, desk: Desk) -> None:
        """Ask once more whether the key still lies there, as long as it has something open."""
        if desk.index.state is KeyState.OPEN and not self._asked:
            self._asked = True
            self._submit(_THERE, self._recorder.key_is_there)

    def _gone(self, desk: Desk) -> Desk:
        """Return the desk without what a key opened that was pulled out; its page says so."""
        if desk.index.state is not KeyState.OPEN:
            return desk
        self.forget()
        gone = replace(desk, index=Index(KeyState.GONE), rows=(), look=None, checking=False)
        if desk.screen in _BY_KEY:
            return replace(gone, screen=DeskScreen.SEALED, message="")
        return gone

    def _submit(self, name: str, work: Callable[[], object]) -> None:
        self._jobs.submit(f"{name}:{self._turn}", work)

    def _open(self, desk: Desk, _command: sv.OpenIndex) -> Desk:
        if desk.index.state is KeyState.OPEN:
            return replace(desk, screen=DeskScreen.SEALED, message="")
        self._submit(_OPEN, partial(self._recorder.open_index, ""))
        return replace(desk, screen=DeskScreen.SEALED, checking=True, message="", index=Index())

    def _typed(self, desk: Desk, command: sv.IndexPassphrase) -> Desk:
        if desk.index.state is not KeyState.LOCKED or desk.checking:
            return desk
        left = self._tries.left(desk.touched)
        if left:
            return pin_refused(replace(desk, pause=Pause(left, early=True)), "")
        # Counted before it is judged: who leaves meanwhile has not saved a try.
        self._tries = self._tries.missed(desk.touched)
        self._submit(_TYPED, partial(self._recorder.open_index, command.passphrase))
        return replace(desk, checking=True, pause=Pause())

    def _code(self, desk: Desk, command: sv.FindCode) -> Desk:
        return self._find(desk, partial(wanted_code, command.code))

    def _door(self, desk: Desk, command: sv.FindDoor) -> Desk:
        return self._find(desk, partial(wanted_door, command.door))

    def _find(self, desk: Desk, want: Callable[[], SealedWanted]) -> Desk:
        if desk.index.state is not KeyState.OPEN:
            return replace(desk, screen=DeskScreen.SEALED)
        try:
            wanted = want()
        except AnteroomError as error:
            return pin_refused(desk, str(error))
        self._jobs.submit("find", partial(self._recorder.find_sealed, wanted))
        return replace(desk, rows=(), look=None, checking=True, message="")
