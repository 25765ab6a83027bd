"""The staff room at work: judges the PIN away from the window, hands out visits."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.domain import desk as desks
from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.errors import AnteroomError
from kiosk.domain.staffing.roles import Act, Role
from kiosk.domain.visit_code import check_reference
from kiosk.i18n.catalogue import Words
from kiosk.platform.printer import Printer
from kiosk.platform.voice import Voice
from kiosk.ui import staff_verbs as sv
from kiosk.ui.copier import Copier, copied_words
from kiosk.ui.desk_reading import read_desk
from kiosk.ui.finder import Finder
from kiosk.ui.jobs import Jobs
from kiosk.ui.ports import Codes, Judged, PinJudge, Recorder
from kiosk.ui.trials import Move, Trials
from kiosk.ui.verbs import Command

# One press of "more time".
EXTRA_SECONDS = 600.0


class StaffRoom(QObject):
    """Keeps the desk; says what it wants of the visit by signals."""

    changed = Signal()
    hand_over = Signal(object)
    reset = Signal(bool)
    extend = Signal(float)
    reopen = Signal()
    clean = Signal()
    exit = Signal()
    left = Signal()

    def __init__(
        self,
        pins: PinJudge,
        codes: Codes,
        recorder: Recorder,
        jobs: Jobs,
        printer: Printer,
        *,
        voice: Voice,
        window_hours: int = 0,
    ) -> None:
        super().__init__()
        self._pins, self._codes, self._recorder, self._jobs = pins, codes, recorder, jobs
        self._window_hours = window_hours
        self.desk: Desk | None = None
        self._words: Words | None = None
        self._last_route = ""
        self._locked_out = False
        self._unwritten = ""
        self._does: dict[type[Command], Callable[..., None]] = {
            sv.PinTyped: self._pin_typed,
            sv.DeskGo: self._go,
            sv.ReferenceTyped: self._reference,
            sv.Arrange: self._arrange,
            sv.GiveCode: self._give_code,
            sv.HandOver: self._hand_over,
            sv.ResetNow: self._reset,
            sv.ExtendVisit: self._extend,
            sv.ReopenVisit: self._reopen,
            sv.CleanNow: self._clean,
            sv.CopyNow: self._copy,
            sv.ExitNow: self._exit,
            sv.LeaveDesk: self._leave,
        }
        self._finder = Finder(recorder, printer, jobs)
        self._finder.reprinted.connect(self._reprinted)
        self._finder.printed.connect(self._printed)
        self._finder.opened.connect(self._sealed_opened)
        self._trials = Trials(recorder, printer, voice, jobs)
        self._trials.moved.connect(self._moved)
        self._copier, self.copy_news = Copier(recorder), ""
        self._copier.ended.connect(self._copied)
        jobs.done.connect(self._job_done)
        jobs.failed.connect(self._job_failed)

    def enter(
        self,
        words: Words,
        language: str,
        at: float,
        today: str,
        unprinted: int = 0,
        board_fault: str = "",
    ) -> None:
        """Open the door of the staff room: the PIN page, or the menu when no PIN is set."""
        self._words = words
        hours = self._window_hours
        entered = partial(desks.entered, language=language, window_hours=hours, at=at)
        try:
            pin_set = self._pins.is_set()
        except AnteroomError as error:
            self.desk = desks.pin_refused(entered(pin_set=True), str(error))
            return
        aside, waiting = self._recorder.put_aside(), self._recorder.badges(today)
        self.desk = replace(
            entered(pin_set=pin_set),
            put_aside=aside,
            badges=waiting,
            unprinted=unprinted,
            board_fault=board_fault,
            last_route=self._last_route,
            today=today,
        )
        if self.desk.unlocked:
            self._opened()

        self._jobs.submit("recount", partial(self._recorder.recount, today))

    def close(self) -> None:
        """Forget the desk, with all that was typed."""
        self._trials.hush()
        self._finder.forget()
        self.desk = None

    def touch(self, at: float) -> None:
        """Count the time without a touch from now on."""
        if self.desk is not None:
            self.desk = replace(self.desk, touched=at)

    def shut(self) -> None:
        """Finish what is on its way to the printer."""
        self._finder.close()
        self._trials.close()
        self._copier.close()

    def tick(self, at: float) -> None:
        """Let time end a trial of the keys, and notice a key of the records pulled out."""
        if self.desk is not None:
            self._finder.watch(self.desk)
            self._take(self._trials.tick(self.desk, at))

    def _moved(self, move: Move) -> None:
        if self.desk is not None:
            self._take(move(self.desk))

    def _take(self, desk: Desk | None) -> bool:
        """Go on with another desk, where there is one."""
        if desk is None:
            return False
        self.desk = desk
        self.changed.emit()
        return True

    def hear(self, command: Command, at: float) -> bool:
        """Do what staff asked; False when the command is not one of theirs."""
        if self.desk is None or self._words is None:
            return False
        self.desk = replace(self.desk, touched=at)
        if self._take(self._finder.hear(self.desk, command)):
            return True
        if self._take(self._trials.hear(self.desk, self._words, command, at)):
            return True
        does = self._does.get(type(command))
        if does is None:
            return False
        if self.desk.unlocked or isinstance(command, sv.PinTyped | sv.LeaveDesk):
            does(command)
        self.changed.emit()
        return True

    def _pin_typed(self, command: sv.PinTyped) -> None:
        if self.desk is None or self.desk.checking:
            return
        self.desk = replace(self.desk, checking=True, message="")
        self._jobs.submit("pin", partial(self._pins.judge, command.pin))

    def _job_done(self, name: str, result: object) -> None:
        if name == "pin" and isinstance(result, Judged):
            self._judged(result)
        if self._finder.late(name) or self.desk is None:
            return
        sought = self._finder.done(self.desk, name, result)
        if sought is not None:
            self.desk = sought
        elif (read := read_desk(self.desk, name, result)) is not None:
            self.desk = read
        elif name != "pin":
            return
        self.changed.emit()

    def _job_failed(self, name: str, reason: str) -> None:
        if name.startswith("act:"):
            self._not_written(reason)
        if self._finder.late(name) or self.desk is None:
            return
        sought = self._finder.failed(self.desk, name, reason)
        if sought is None and name not in ("pin", "recent", "conditions", "tried"):
            return
        self.desk = sought or desks.pin_refused(self.desk, reason)
        if name in ("recent", "conditions"):
            self.desk = replace(self.desk, screen=DeskScreen.MENU)
        self.changed.emit()

    def _not_written(self, reason: str) -> None:
        """Tell staff, now or when they next come, that the chain lacks something they did."""
        self._unwritten = reason
        if self.desk is not None and self.desk.unlocked:
            self._tell_unwritten()
            self.changed.emit()

    def _tell_unwritten(self) -> None:
        if self.desk is not None and self._words is not None and self._unwritten:
            text = self._words.t(
                "What staff did here could not be written down: {reason}", reason=self._unwritten
            )
            self.desk = replace(self.desk, message=text)
            self._unwritten = ""

    def note(self, act: Act) -> None:
        """Write down what was done without anybody's PIN."""
        self._write(act, None)

    def _write(self, act: Act, role: Role | None) -> None:
        """Have an act put into the chain behind whatever is being saved; nobody waits for it."""
        self._jobs.submit(f"act:{act.value}", partial(self._recorder.act, act, role))

    def _reprinted(self, role: Role) -> None:
        self._write(Act.REPRINT, role)

    def _sealed_opened(self, role: Role) -> None:
        self._write(Act.OPEN_SEALED, role)

    def _printed(self, outcome: str, reason: str) -> None:
        if self.desk is not None:
            self.desk = replace(self.desk, printed=outcome, message=reason)
            self.changed.emit()

    def _allowed(self, act: Act) -> bool:
        """Say whether the desk is open for an act, and write the act down if it is."""
        if self.desk is None or not self.desk.may(act):
            return False
        self._write(act, self.desk.role)
        return True

    def _opened(self) -> None:
        self._locked_out = False
        if self.desk is not None:
            self._write(Act.OPEN, self.desk.role)
            self.desk = replace(self.desk, copying=not self._copier.idle)
        self._tell_copied()
        self._tell_unwritten()

    def _judged(self, found: Judged) -> None:
        if found.verdict == "locked" and not self._locked_out:
            # Once for each lock-out: tries while it lasts must not fill the store.
            self._locked_out = True
            self._write(Act.LOCKED_OUT, None)
        if self.desk is None or self._words is None:
            return
        if found.verdict == "open":
            self.desk = desks.pin_opened(self.desk, found.role)
            self._opened()
            return
        self._locked_out = self._locked_out and found.verdict == "locked"
        messages = {
            "wrong": self._words.n(
                "Wrong PIN. {count} try before a pause.",
                "Wrong PIN. {count} tries before a pause.",
                found.left,
            ),
            "locked": self._words.n(
                "Too many tries. Wait {count} second.",
                "Too many tries. Wait {count} seconds.",
                found.left,
            ),
        }
        text = messages.get(found.verdict, self._words.t("No PIN is set."))
        self.desk = desks.pin_refused(self.desk, text)

    def _go(self, command: sv.DeskGo) -> None:
        if self.desk is None:
            return
        self.desk = desks.went(self.desk, command.screen)
        self._tell_copied()
        if self.desk.screen is DeskScreen.RECORDS:
            self.desk = replace(self.desk, rows=(), check_code="", checking=True)
            self._jobs.submit("recent", self._recorder.recent)
            self._jobs.submit("head", self._recorder.check_code)
        elif self.desk.screen is DeskScreen.READINESS:
            self.desk = replace(self.desk, conditions=(), checking=True)
            self._jobs.submit("conditions", self._recorder.conditions)

    def _reference(self, command: sv.ReferenceTyped) -> None:
        if self.desk is None:
            return
        try:
            reference = check_reference(command.reference)
        except AnteroomError as error:
            self.desk = desks.pin_refused(self.desk, str(error))
            return
        self.desk = desks.referenced(self.desk, reference)

    def _arrange(self, command: sv.Arrange) -> None:
        if self.desk is not None:
            self.desk = desks.arranged_desk(self.desk, command.name, command.value)

    def _give_code(self, command: sv.GiveCode) -> None:
        if self.desk is None or not self.desk.may(Act.GIVE_CODE):
            return
        try:
            made = self._codes.issue(self.desk.visit)
        except AnteroomError as error:
            self.desk = replace(self.desk, screen=DeskScreen.MENU, message=str(error))
            return
        self._write(Act.GIVE_CODE, self.desk.role)
        self._last_route = self.desk.visit.route
        self.desk = replace(self.desk, code=made.code, screen=DeskScreen.CODE)

    def _hand_over(self, command: sv.HandOver) -> None:
        if self.desk is not None and self._allowed(Act.START):
            self._last_route = self.desk.visit.route
            self.hand_over.emit(self.desk.visit)

    def _reset(self, command: sv.ResetNow) -> None:
        if self._allowed(Act.KEEP if command.keep else Act.ERASE):
            self.reset.emit(command.keep)

    def _extend(self, command: sv.ExtendVisit) -> None:
        if self._allowed(Act.EXTEND):
            self.extend.emit(EXTRA_SECONDS)
            if self.desk is not None and self._words is not None:
                told = self._words.t("The kiosk now waits 10 minutes longer for a touch.")
                self.desk = replace(self.desk, message=told)

    def _copy(self, command: sv.CopyNow) -> None:
        if self.desk is not None and self._copier.idle and self._allowed(Act.COPY):
            self.desk = replace(self.desk, copying=True, message="")
            self._copier.begin(self.desk.today)

    def _copied(self, made: tuple[int, str] | None, reason: str) -> None:
        if self._words is not None:
            self.copy_news = copied_words(self._words, made, reason)
        if self.desk is not None:
            self._jobs.submit("recount", partial(self._recorder.recount, self.desk.today))
            self.desk = replace(self.desk, copying=False)
            self._tell_copied()
            self.changed.emit()

    def _tell_copied(self) -> None:
        """Say on the menu how the last copy ended, as soon as somebody looks at it."""
        desk = self.desk
        if desk is not None and desk.screen is DeskScreen.MENU and self.copy_news:
            self.desk = replace(desk, message=self.copy_news)
            self.copy_news = ""

    def _reopen(self, command: sv.ReopenVisit) -> None:
        if self._allowed(Act.REOPEN):
            self.reopen.emit()

    def _clean(self, command: sv.CleanNow) -> None:
        if self._allowed(Act.CLEAN):
            self.clean.emit()

    def _exit(self, command: sv.ExitNow) -> None:
        if self._allowed(Act.LEAVE):
            self.exit.emit()

    def _leave(self, command: sv.LeaveDesk) -> None:
        self.left.emit()
