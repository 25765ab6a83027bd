"""Finding a record for staff and printing its copy once more, away from the window's thread."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.domain.copy import CopyPaper
from kiosk.domain.desk import Desk, DeskScreen, pin_refused
from kiosk.domain.errors import AnteroomError
from kiosk.domain.staffing.finding import RecordLook, Wanted, wanted_day, wanted_letters
from kiosk.domain.staffing.pausing import Pause, Tries
from kiosk.domain.staffing.roles import Act, Role
from kiosk.domain.staffing.sealed_finding import Index, KeyState
from kiosk.i18n.catalogue import words_for
from kiosk.platform.printer import Printer
from kiosk.ui import staff_verbs as sv
from kiosk.ui.jobs import Jobs
from kiosk.ui.ports import Recorder
from kiosk.ui.sealed_finder import SealedFinder
from kiosk.ui.verbs import Command
from kiosk.ui.views.copy import beside_code

_JOBS = ("find", "look", "paper", "unlock")


class Finder(QObject):
    """Turns what staff look for into the pages of the desk; reprinted tells of a copy made.

    opened tells that a key opened what is sealed.
    """

    reprinted = Signal(object)
    printed = Signal(str, str)
    opened = Signal(object)

    def __init__(self, recorder: Recorder, printer: Printer, jobs: Jobs) -> None:
        super().__init__()
        self._recorder, self._printer, self._jobs = recorder, printer, jobs
        self._sealed = SealedFinder(recorder, jobs)
        self._by: Role | None = None
        # Kept while the kiosk runs, whoever leaves the staff pages and comes back.
        self._tries = Tries()
        self._papers = Jobs("printing again")
        # Queued: a printer may be done before the desk has noted that it began.
        queued = Qt.ConnectionType.QueuedConnection
        self._papers.done.connect(self._on_paper, queued)
        self._papers.failed.connect(self._no_paper, queued)
        self._does: dict[type[Command], Callable[..., Desk]] = {
            sv.FindReceipt: self._receipt,
            sv.FindDay: self._day,
            sv.FindState: self._state,
            sv.LookAt: self._look,
            sv.PrintAgain: self._print,
            sv.PassphraseTyped: self._unlock,
            **self._sealed.does,
        }

    def hear(self, desk: Desk, command: Command) -> Desk | None:
        """Return the desk after a command, None when it is not about finding."""
        does = self._does.get(type(command))
        return does(desk, command) if does is not None and desk.may(Act.FIND) else None

    def done(self, desk: Desk, name: str, result: object) -> Desk | None:
        """Return the desk with what was found, None when the work was another's."""
        if name not in _JOBS:
            return self._noted(desk, self._sealed.done(desk, name, result))
        if name == "unlock":
            desk = self._unlocked(desk, opened=result is not None)
        if isinstance(result, CopyPaper):
            marked = _marked(result, desk.look.check_code if desk.look else "")
            work = partial(self._printer.print_copy, marked, large=False)
            self._papers.submit("print", work)
            return desk
        if name == "look" and isinstance(result, RecordLook):
            screen = DeskScreen.RECORD
            return replace(desk, look=result, screen=screen, checking=False, printed="")
        if name == "find" and isinstance(result, tuple):
            if len(result) == 1:
                # One is what was looked for: a tap less.
                self._jobs.submit("look", partial(self._recorder.look, result[0].number))
                return replace(desk, rows=result)
            return replace(desk, rows=result, screen=DeskScreen.FOUND, checking=False)
        return replace(desk, checking=False)

    def failed(self, desk: Desk, name: str, reason: str) -> Desk | None:
        """Return the desk after work that failed, None when it was another's."""
        if name not in _JOBS:
            return self._sealed.failed(desk, name, reason)
        if name == "unlock":
            # The key opened, so the passphrase was right.
            desk = self._unlocked(desk, opened=True)
        if name in ("paper", "unlock"):
            return replace(desk, printed="refused", message=reason)
        return pin_refused(replace(desk, screen=DeskScreen.FIND, index=Index()), reason)

    def _receipt(self, desk: Desk, command: sv.FindReceipt) -> Desk:
        return self._find(desk, partial(wanted_letters, command.letters))

    def _day(self, desk: Desk, command: sv.FindDay) -> Desk:
        return self._find(desk, partial(wanted_day, command.digits))

    def _state(self, desk: Desk, command: sv.FindState) -> Desk:
        day = "" if command.state else desk.today
        return self._find(desk, partial(Wanted, day=day, state=command.state))

    def _find(self, desk: Desk, want: Callable[[], Wanted]) -> Desk:
        try:
            wanted = want()
        except AnteroomError as error:
            return pin_refused(desk, str(error))
        self._jobs.submit("find", partial(self._recorder.find, wanted))
        return replace(desk, rows=(), look=None, checking=True, message="")

    def _look(self, desk: Desk, command: sv.LookAt) -> Desk:
        self._jobs.submit("look", partial(self._recorder.look, command.number))
        return replace(desk, checking=True)

    def _print(self, desk: Desk, command: sv.PrintAgain) -> Desk:
        look = desk.look
        if look is None or not look.openable or not desk.may(Act.REPRINT):
            return desk
        if desk.printed == "printing":
            return desk
        self._jobs.submit("paper", partial(self._recorder.paper, look.number))
        self._by = desk.role
        return replace(desk, printed="printing", message="")

    def _unlock(self, desk: Desk, command: sv.PassphraseTyped) -> Desk:
        look, now = desk.look, desk.touched
        if look is None or not look.locked or desk.checking or not desk.may(Act.REPRINT):
            return desk
        left = self._tries.left(now)
        if left:
            return pin_refused(replace(desk, pause=Pause(left, early=True)), "")
        # Counted before it is judged: who leaves meanwhile has not saved a try.
        self._tries = self._tries.missed(now)
        self._by = desk.role
        work = partial(self._recorder.paper_under, look.number, command.passphrase)
        self._jobs.submit("unlock", work)
        return replace(desk, checking=True, pause=Pause())

    def _unlocked(self, desk: Desk, *, opened: bool) -> Desk:
        if not opened:
            return pin_refused(replace(desk, pause=Pause(self._tries.left(desk.touched))), "")
        self._tries = Tries()
        return replace(desk, screen=DeskScreen.RECORD, checking=False, printed="printing")

    def _on_paper(self, _name: str, _result: object) -> None:
        self.reprinted.emit(self._by)
        self.printed.emit("done", "")

    def _no_paper(self, _name: str, reason: str) -> None:
        self.printed.emit("failed", reason)

    def _noted(self, before: Desk, after: Desk | None) -> Desk | None:
        """Tell of sealed parts that were opened just now, by whose PIN."""
        was_open = before.index.state is KeyState.OPEN
        if after is not None and after.index.state is KeyState.OPEN and not was_open:
            self.opened.emit(before.role)
        return after

    def watch(self, desk: Desk) -> None:
        """Notice a key that is pulled out; call it about once a second."""
        self._sealed.watch(desk)

    def late(self, name: str) -> bool:
        """Say whether work was for a login that is over; what it opened is forgotten."""
        return self._sealed.late(name)

    def forget(self) -> None:
        """Let go of the key and of what it opened."""
        self._sealed.forget()

    def close(self) -> None:
        """Finish what is on its way to the printer."""
        self._papers.close()


def _marked(paper: CopyPaper, check_code: str) -> CopyPaper:
    """Return the paper with its mark beside the code, for the words are proven as they are."""
    words = words_for(paper.language)
    title, *how = beside_code(words, check_code)
    mark = words.t("COPY, printed again by staff.")
    return replace(paper, beside=(f"{mark} {title}", *how))
