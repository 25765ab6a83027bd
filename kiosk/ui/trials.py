"""Trials of the machine by staff: what they touch, press, hear and hold is judged and kept."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.domain import speaker as sp
from kiosk.domain.copy import NOTE, TITLE, CopyPaper
from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.staffing import trials
from kiosk.domain.staffing.trials import Device, Stage, Tried
from kiosk.i18n.catalogue import Words
from kiosk.platform.printer import Printer
from kiosk.platform.voice import Heard, Utterance, Voice
from kiosk.ui import staff_verbs as sv
from kiosk.ui.jobs import Jobs
from kiosk.ui.ports import Recorder
from kiosk.ui.verbs import Command

Move = Callable[[Desk], Desk]


class Trials(QObject):
    """Turns trials into the pages of the desk; moved brings what happens later to the desk."""

    moved = Signal(object)
    _told = Signal(int, str)

    def __init__(self, recorder: Recorder, printer: Printer, voice: Voice, jobs: Jobs) -> None:
        super().__init__()
        self._recorder, self._printer, self._voice, self._jobs = recorder, printer, voice, jobs
        self._papers = Jobs("test page")
        self._turn = 0
        # From other threads to that of the window.
        queued = Qt.ConnectionType.QueuedConnection
        self._papers.done.connect(self._printed, queued)
        self._papers.failed.connect(self._not_printed, queued)
        self._told.connect(self._heard, queued)

    def hear(self, desk: Desk, words: Words, command: Command, at: float) -> Desk | None:
        """Return the desk after a command, None when it is not about a trial."""
        if not desk.unlocked:
            return None
        match command:
            case sv.GlassTouched():
                return self._touched(desk, command)
            case sv.KeyTried(key):
                return self._key(desk, key, at)
            case sv.TryNow(device):
                return self._try(desk, words, device)
            case sv.TrialEnded():
                return self._ended(desk, command)
        return None

    def tick(self, desk: Desk, at: float) -> Desk | None:
        """Return the desk when time has ended a trial, else None."""
        if desk.screen is DeskScreen.KEYS and trials.keys_over(desk.trial, at):
            return self._end(desk, trials.keys_result(desk.trial))
        return None

    def _touched(self, desk: Desk, command: sv.GlassTouched) -> Desk:
        if desk.screen is not DeskScreen.TOUCH:
            return desk
        trial = trials.touched(desk.trial, command.grid, command.squares)
        desk = replace(desk, trial=trial)
        done = len(trial.touched) == trial.grid.count
        return self._end(desk, trials.touch_result(trial)) if done else desk

    def _key(self, desk: Desk, key: str, at: float) -> Desk:
        if desk.screen is not DeskScreen.KEYS:
            return desk
        desk = replace(desk, trial=trials.key_pressed(desk.trial, key, at))
        over = trials.keys_over(desk.trial, at)
        return self._end(desk, trials.keys_result(desk.trial)) if over else desk

    def _ended(self, desk: Desk, command: sv.TrialEnded) -> Desk:
        match command.device:
            case Device.TOUCH:
                return self._end(desk, trials.touch_result(desk.trial))
            case Device.KEYS:
                return self._end(desk, trials.keys_result(desk.trial))
            case Device.SOUND:
                return self._end(desk, trials.heard_result(heard=command.well))
            case Device.PRINTER:
                queue = desk.trial.told
                return self._end(desk, trials.print_result(came=command.well, queue=queue))

    def _end(self, desk: Desk, tried: Tried | None) -> Desk:
        """Have the result kept and the conditions looked at again, which then tell it."""
        self.hush()
        desk = replace(desk, screen=DeskScreen.READINESS, trial=trials.Trial(), message="")
        if tried is not None:
            self._jobs.submit("tried", partial(self._recorder.tried, tried))
        self._jobs.submit("conditions", self._recorder.conditions)
        return replace(desk, conditions=(), checking=True)

    # Sound and paper

    def _try(self, desk: Desk, words: Words, device: Device) -> Desk:
        if desk.trial.stage is Stage.AT_WORK:
            return desk
        if device is Device.PRINTER and desk.screen is DeskScreen.PRINTER:
            self._papers.submit("print", partial(self._print, _test_page(words, desk.today)))
        elif device is Device.SOUND and desk.screen is DeskScreen.SOUND:
            if not self._voice.can_synthesise():
                return replace(desk, trial=_failed(words.t("There is no voice on this kiosk.")))
            self._turn += 1
            self._voice.say(_sentence(words, self._turn), self._tell)
        else:
            return desk
        return replace(desk, trial=replace(desk.trial, stage=Stage.AT_WORK, told=""))

    def _tell(self, turn: int, what: Heard) -> None:
        self._told.emit(turn, what.value)

    def _heard(self, turn: int, what: str) -> None:
        if turn != self._turn or what == Heard.STARTED:
            return
        stage = Stage.ASKED if what == Heard.ENDED else Stage.FAILED
        self.moved.emit(partial(_staged, DeskScreen.SOUND, stage, ""))

    def _print(self, paper: CopyPaper) -> str:
        self._printer.print_copy(paper, large=False)
        return self._printer.queue()

    def _printed(self, _name: str, queue: object) -> None:
        self.moved.emit(partial(_staged, DeskScreen.PRINTER, Stage.ASKED, str(queue)))

    def _not_printed(self, _name: str, reason: str) -> None:
        self.moved.emit(partial(_staged, DeskScreen.PRINTER, Stage.FAILED, reason))

    def hush(self) -> None:
        """Silence the sentence; what it was is told to nobody any more."""
        self._turn += 1
        self._voice.hush()

    def close(self) -> None:
        """Finish what is on its way to the printer."""
        self._papers.close()


def _staged(screen: DeskScreen, stage: Stage, told: str, desk: Desk) -> Desk:
    """Return the desk with what came of a trial, unless staff have left its page."""
    if desk.screen is not screen:
        return desk
    return replace(desk, trial=replace(desk.trial, stage=stage, told=told))


def _failed(told: str) -> trials.Trial:
    return trials.Trial(stage=Stage.FAILED, told=told)


def _sentence(words: Words, turn: int) -> Utterance:
    text = words.t("This is the voice of this kiosk. It reads a page aloud when somebody asks.")
    loudness = 10 ** (sp.LOUDNESS_DB[sp.USUAL_LOUDNESS] / 20)
    speed = sp.SPEEDS[sp.USUAL_SPEED]
    return Utterance(turn, text, words.locale.content_tag, speed, loudness)


def _test_page(words: Words, today: str) -> CopyPaper:
    lines = (
        (TITLE, words.t("Test page")),
        (NOTE, words.t("This page is about nobody. It shows that the printer works.")),
        (NOTE, today),
    )
    return CopyPaper(lines, words.locale.tag, "")
