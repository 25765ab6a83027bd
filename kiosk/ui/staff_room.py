"""The staff room at work: judges the PIN away from the window, hands out visits."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.domain import desk as desks
from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.errors import AnteroomError
from kiosk.domain.visit_code import check_reference
from kiosk.i18n.catalogue import Words
from kiosk.ui import staff_verbs as sv
from kiosk.ui.jobs import Jobs
from kiosk.ui.ports import Codes, PinJudge, Recorder
from kiosk.ui.verbs import Command


class StaffRoom(QObject):
    """Keeps the desk; says what it wants of the visit by signals."""

    changed = Signal()
    hand_over = Signal(str, str, str)
    reset = Signal()
    reopen = Signal()
    exit = Signal()
    left = Signal()

    def __init__(self, pins: PinJudge, codes: Codes, recorder: Recorder, jobs: Jobs) -> None:
        super().__init__()
        self._pins, self._codes, self._recorder, self._jobs = pins, codes, recorder, jobs
        self.desk: Desk | None = None
        self._words: Words | None = None
        self._does: dict[type[Command], Callable[..., None]] = {
            sv.PinTyped: self._pin_typed,
            sv.DeskGo: self._go,
            sv.ReferenceTyped: self._reference,
            sv.DeskLanguage: self._language,
            sv.DeskRoute: self._route,
            sv.GiveCode: self._give_code,
            sv.HandOver: self._hand_over,
            sv.ResetNow: self._reset,
            sv.ReopenVisit: self._reopen,
            sv.ExitNow: self._exit,
            sv.LeaveDesk: self._leave,
        }
        jobs.done.connect(self._job_done)
        jobs.failed.connect(self._job_failed)

    def enter(self, words: Words, language: str, at: float) -> None:
        """Open the door of the staff room: the PIN page, or the menu when no PIN is set."""
        self._words = words
        try:
            pin_set = self._pins.is_set()
        except AnteroomError as error:
            self.desk = desks.entered(pin_set=True, language=language, at=at)
            self.desk = desks.pin_refused(self.desk, str(error))
            return
        desk = desks.entered(pin_set=pin_set, language=language, at=at)
        self.desk = replace(desk, put_aside=self._recorder.put_aside())

    def close(self) -> None:
        """Forget the desk, with all that was typed."""
        self.desk = None

    def hear(self, command: Command, at: float) -> bool:
        """Do what staff asked; False when the command is not one of theirs."""
        does = self._does.get(type(command))
        if does is None or self.desk is None:
            return False
        self.desk = replace(self.desk, touched=at)
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
        if self.desk is None:
            return
        if name == "pin" and isinstance(result, tuple):
            self._judged(*result)
        elif name == "recent" and isinstance(result, tuple):
            self.desk = replace(self.desk, rows=result, checking=False)
        elif name == "head" and isinstance(result, str):
            self.desk = replace(self.desk, check_code=result)
        else:
            return
        self.changed.emit()

    def _job_failed(self, name: str, reason: str) -> None:
        if self.desk is None or name not in ("pin", "recent"):
            return
        self.desk = desks.pin_refused(self.desk, reason)
        if name == "recent":
            self.desk = replace(self.desk, screen=DeskScreen.MENU)
        self.changed.emit()

    def _judged(self, verdict: str, left: int) -> None:
        if self.desk is None or self._words is None:
            return
        if verdict == "open":
            self.desk = desks.pin_opened(self.desk)
            return
        messages = {
            "wrong": self._words.n(
                "Wrong PIN. {count} try before a pause.",
                "Wrong PIN. {count} tries before a pause.",
                left,
            ),
            "locked": self._words.n(
                "Too many tries. Wait {count} second.",
                "Too many tries. Wait {count} seconds.",
                left,
            ),
        }
        text = messages.get(verdict, self._words.t("No PIN is set."))
        self.desk = desks.pin_refused(self.desk, text)

    def _go(self, command: sv.DeskGo) -> None:
        if self.desk is None:
            return
        self.desk = desks.went(self.desk, command.screen)
        if command.screen is DeskScreen.RECORDS:
            self.desk = replace(self.desk, rows=(), check_code="", checking=True)
            self._jobs.submit("recent", self._recorder.recent)
            self._jobs.submit("head", self._recorder.check_code)

    def _reference(self, command: sv.ReferenceTyped) -> None:
        if self.desk is None:
            return
        try:
            reference = check_reference(command.reference)
        except AnteroomError as error:
            self.desk = desks.pin_refused(self.desk, str(error))
            return
        self.desk = desks.referenced(self.desk, reference)

    def _language(self, command: sv.DeskLanguage) -> None:
        if self.desk is not None:
            self.desk = replace(self.desk, language=command.tag)

    def _route(self, command: sv.DeskRoute) -> None:
        if self.desk is not None:
            self.desk = replace(self.desk, route=command.route)

    def _give_code(self, command: sv.GiveCode) -> None:
        if self.desk is None:
            return
        try:
            made = self._codes.issue(self.desk.reference, self.desk.language, self.desk.route)
        except AnteroomError as error:
            self.desk = replace(self.desk, screen=DeskScreen.MENU, message=str(error))
            return
        self.desk = replace(self.desk, code=made.code, screen=DeskScreen.CODE)

    def _hand_over(self, command: sv.HandOver) -> None:
        if self.desk is not None:
            self.hand_over.emit(self.desk.reference, self.desk.language, self.desk.route)

    def _reset(self, command: sv.ResetNow) -> None:
        self.reset.emit()

    def _reopen(self, command: sv.ReopenVisit) -> None:
        self.reopen.emit()

    def _exit(self, command: sv.ExitNow) -> None:
        self.exit.emit()

    def _leave(self, command: sv.LeaveDesk) -> None:
        self.left.emit()
