"""A monkey: an hour of anything at all, in which the kiosk stays a kiosk."""

import gc
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication
from shiboken6 import isValid

from kiosk.domain import events as ev
from kiosk.domain.desk import DeskScreen
from kiosk.domain.press import AGAIN
from kiosk.domain.session import Overlay
from kiosk.ui import staff_verbs as sv
from kiosk.ui.keeper import Cover
from kiosk.ui.shell import Shell
from kiosk.ui.verbs import Verb, say
from kiosk.ui.views.screens import KeypadView, SavedView, View, WelcomeView
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.walk.hands import Touch
from kiosk.ui.walk.memory import alive, held_bytes, left_over
from kiosk.ui.walk.mischief import Mischief
from kiosk.ui.walk.offers import offers
from kiosk.ui.walk.pin_hands import asks_pin, type_pin
from kiosk.ui.walk.qt_messages import heard
from kiosk.ui.walk.robot import Robot, Steps, TooLateError, Wait
from kiosk.ui.walk.screen import NotThereError, Screen

# Simulated seconds between two things, on average; sometimes nobody does anything for long.
_BETWEEN = 0.8
_NOBODY = (0.003, (30.0, 60.0, 310.0, 700.0))
_LONG = 3600.0
_PATIENCE = 10.0
# From anywhere Welcome is at most so many steps away.
_MOST_STEPS = 30
# Events between two proofs that there is a way to Welcome.
_LOOK_FOR_HOME = 150
_STANDS_STILL = ("saving",)
# Where nothing can be pressed on purpose, while the glass is wiped; it ends by itself.
_NOTHING_TO_PRESS = (*_STANDS_STILL, "staff-clean")
_SETTLE_PART = 0.25
_TURNS_TO_FREE = 20
# What to press for Welcome, the best first. Only staff open what was locked with pictures.
_HOMEWARD = (
    ev.Finished,
    sv.ResetNow,
    say(sv.DeskGo, DeskScreen.RESET),
    say(ev.Opened, Overlay.STAFF),
    sv.LeaveDesk,
    ev.Closed,
    sv.DeskGo,
)
_MOST_PROBLEMS = 20
_ON_PURPOSE = 0.4
_TOWARDS = (ev.DecideAsked, ev.DoorChosen, ev.Acknowledged)
_HELP = say(ev.Opened, Overlay.HELP)


@dataclass(frozen=True)
class Habitat:
    """What a monkey is told beside the window: how to let time pass, the visit, the staff PIN."""

    pass_time: Callable[[float], None]
    session: Callable[[], str | None]
    pin: str = ""


@dataclass(frozen=True, slots=True)
class MonkeyDone:
    """What happened in the simulated time; growth is bytes from its first quarter to its end."""

    seconds: float
    events: int
    kinds: dict[str, int]
    pages: tuple[str, ...]
    visits: int
    finished: tuple[str, ...]
    leavings: int
    homes: int
    problems: tuple[str, ...]
    growth: int | None
    python_objects: int
    timers: int
    widgets: int


class Monkey:
    """Plays with a full-screen kiosk and watches what becomes of it."""

    def __init__(
        self, app: QGuiApplication, shell: Shell, habitat: Habitat, seconds: float, seed: int
    ) -> None:
        self._app, self._shell, self._habitat = app, shell, habitat
        self._length = seconds
        self._chance = random.Random(f"monkey:{seed}")  # noqa: S311  # repeatable
        self._mischief = Mischief(shell, app, self._chance)
        self._screen, self._finger = Screen(shell), Touch(shell, habitat.pass_time)
        self._passed = 0.0
        self._kinds: Counter[str] = Counter()
        self._pages: set[str] = set()
        self._begun: set[str] = set()
        self._finished: set[str] = set()
        self._leavings = self._homes = 0
        self._growth: int | None = None
        self._grown = (0, 0, 0)
        self.problems: list[str] = []
        self._messages: list[str] = []
        shell.asked.connect(self._asked)
        shell.page_shown.connect(self._page_shown)
        self.robot = Robot(shell, self.script())

    def result(self) -> MonkeyDone:
        """Return everything that was found."""
        return MonkeyDone(
            round(self._passed, 1),
            self._kinds.total(),
            dict(sorted(self._kinds.items())),
            tuple(sorted(self._pages)),
            len(self._begun),
            tuple(sorted(self._finished)),
            self._leavings,
            self._homes,
            (*self.problems, *sorted(set(self._messages))),
            self._growth,
            *self._grown,
        )

    def left(self) -> None:
        """Note that staff pages were asked to leave to the desktop."""
        self._leavings += 1

    # What is watched

    def _asked(self, verb: Verb) -> None:
        session = self._habitat.session()
        if verb.event is ev.Acknowledged and session is not None:
            self._finished.add(session)

    def _page_shown(self) -> None:
        if self._shell.view is not None:
            self._pages.add(self._shell.view.key)
        session = self._habitat.session()
        if session is not None:
            self._begun.add(session)

    def _found(self, what: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(f"after {self._kinds.total()} events, {what}")

    def breach(self) -> str:
        """Return the way in which something but a page of the kiosk can be seen, or nothing."""
        shell = self._shell
        if not shell.isVisible() or shell.isMinimized() or not shell.isFullScreen():
            return "the window is not full screen"
        if shell.geometry() != self._app.primaryScreen().geometry():
            return f"the window lies at {shell.geometry().getRect()}"
        others = [
            type(one).__name__
            for one in QApplication.topLevelWidgets()
            if one.isVisible() and one is not shell and not isinstance(one, Cover)
        ]
        others += [type(one).__name__ for one in (QApplication.activePopupWidget(),) if one]
        if others:
            return f"something else is open: {', '.join(others)}"
        return self._nothing_to_press()

    def _nothing_to_press(self) -> str:
        buttons = self._shell.findChildren(QAbstractButton)
        if any(one.isVisible() and one.isEnabled() for one in buttons):
            return ""
        key = self._shell.view.key if self._shell.view is not None else "no page"
        return "" if key in _NOTHING_TO_PRESS else f"{key} has nothing to press"

    # What is done

    def script(self) -> Steps:
        """Play for the whole time, and measure twice at Welcome."""
        with heard(self._messages):
            yield from self._play(self._length * _SETTLE_PART)
            yield from self._wiped()
            before = self._measure()
            visits = len(self._begun)
            yield from self._play(self._length)
            yield from self._wiped()
            self._compare(before, visits)

    def _play(self, until: float) -> Steps:
        since_home = 0
        while self._passed < until and len(self.problems) < _MOST_PROBLEMS:
            yield from self._once()
            since_home += 1
            if since_home >= _LOOK_FOR_HOME:
                since_home = 0
                by_hand = self._chance.random() < 0.5
                yield from self._home_by_hand() if by_hand else self._home_by_time()

    def _once(self) -> Steps:
        view = self._screen.view
        if view.key == "staff-exit":
            # Leaving to the desktop is the one way out, so only the other button is pressed.
            self._kinds["stay, on the page to leave"] += 1
            yield from self._press(say(sv.DeskGo, _menu_of(view)))
        elif asks_pin(view) and self._chance.random() < _ON_PURPOSE:
            self._kinds["the staff PIN"] += 1
            yield from self._pin()
        elif (aim := _aim(view)) and self._chance.random() < _ON_PURPOSE:
            self._kinds["towards the last button"] += 1
            yield from self._press(aim)
        else:
            self._kinds[self._mischief.happen()] += 1
        deadline = time.monotonic() + _PATIENCE
        yield None
        # The window is brought back within a few turns of its loop, without any page shown anew.
        while (breach := self.breach()) and time.monotonic() < deadline:
            yield None
        if breach:
            self._found(f"on {self._where()}: {breach}")
        if view.key not in _STANDS_STILL:
            self._pass(self._pause())
        yield None

    def _pause(self) -> float:
        if self._chance.random() < _NOBODY[0]:
            return self._chance.choice(_NOBODY[1])
        # What comes sooner is a second tap, if the machine is quick: the same seed plays the same.
        return AGAIN + self._chance.expovariate(1.0 / _BETWEEN)

    def _pass(self, seconds: float) -> None:
        self._passed += seconds
        self._habitat.pass_time(seconds)

    def _where(self) -> str:
        view = self._shell.view
        return "no page" if view is None else view.key

    # The way to Welcome

    def _wiped(self) -> Steps:
        """Begin a visit and leave it, so that everything is as for the next person."""
        yield from self._home_by_time()
        view = self._screen.view
        if isinstance(view, WelcomeView):
            yield from self._press(view.start.verb)
            yield from self._home_by_time()
        # What was thrown away is freed in the next turns of the loop.
        for _ in range(_TURNS_TO_FREE):
            yield None

    def _home_by_time(self) -> Steps:
        """Wait until whatever is there has gone by itself."""
        start = self._where()
        for _ in range(_MOST_STEPS):
            if isinstance(self._shell.view, WelcomeView):
                self._homes += 1
                return
            key = self._where()
            if key not in _STANDS_STILL:
                self._habitat.pass_time(_LONG)
            try:
                yield Wait(partial(self._has_left, key), _PATIENCE, f"the end of {key}")
            except TooLateError:
                break
        self._found(f"{start} never became Welcome by itself: {self._where()}")

    def _has_left(self, key: str) -> bool:
        return self._where() != key

    def _home_by_hand(self) -> Steps:
        """Find the way to Welcome as somebody would: stop, leave, close, get help."""
        start, way = self._where(), []
        for _ in range(_MOST_STEPS):
            view = self._screen.view
            way.append(view.key)
            if isinstance(view, WelcomeView):
                self._homes += 1
                return
            if view.key in _NOTHING_TO_PRESS:
                if view.key not in _STANDS_STILL:
                    self._habitat.pass_time(_LONG)
                yield Wait(partial(self._has_left, view.key), _PATIENCE, f"the end of {view.key}")
                continue
            try:
                if asks_pin(view):
                    yield from self._pin()
                    if asks_pin(self._screen.view):
                        # Locked for a while: staff give up, and come again.
                        yield from self._home_by_time()
                else:
                    yield from self._press(homeward(view, helped="help" in way))
            except NotThereError as error:
                self._found(f"no way from {start} to Welcome: {way}, {error}")
                return
            yield None
        self._found(f"no way from {start} to Welcome: {way}")

    def _pin(self) -> Steps:
        return type_pin(self._screen, self._finger.press, self._habitat.pin)

    def _press(self, verb: Verb | None) -> Steps:
        """Press what says this, on whatever screen of the page it stands; None is the way on."""
        if verb == _HELP:
            yield from self._press_on(self._shell.tool_bar.buttons[-1])
            return
        texts = [text for text, said in offers(self._screen.view) if said == verb]
        for _ in range(_MOST_STEPS):
            here = [one for one in self._screen.buttons() if one.accessibleName() in texts]
            yield from self._press_on(here[0] if here else self._shell.foot.turning_button)
            if here or verb is None:
                return

    def _press_on(self, button: QAbstractButton) -> Steps:
        """Tap; whoever asked for longer presses holds on until it counts."""
        before = self._screen.key
        self._finger.press(button)
        yield None
        if self._screen.key == before and isValid(button) and button.isVisible():
            button.click()
            yield None

    # What must not grow

    def _measure(self) -> tuple[Counter[str], int | None, tuple[int, int, int]]:
        found = alive(self._shell)
        timers = len(self._shell.findChildren(QTimer))
        widgets = sum(1 for _ in QApplication.allWidgets())
        return found, held_bytes(), (len(gc.get_objects()), timers, widgets)

    def _compare(
        self, before: tuple[Counter[str], int | None, tuple[int, int, int]], visits: int
    ) -> None:
        after = self._measure()
        for what in left_over(before[0], after[0], len(self._begun) - visits):
            self._found(f"still there at the end: {what}")
        if before[1] is not None and after[1] is not None:
            self._growth = after[1] - before[1]
        objects, timers, widgets = (
            now - then for now, then in zip(after[2], before[2], strict=True)
        )
        self._grown = (objects, timers, widgets)
        if timers > 0 or widgets > 0:
            self._found(f"there are {timers} more timers and {widgets} more widgets at the end")


def _aim(view: View) -> Verb | None:
    """Return what leads to a record, which is seldom met by chance."""
    return next(
        (verb for _, verb in offers(view) if verb is not None and verb.event in _TOWARDS), None
    )


def _menu_of(view: View) -> object:
    """Return where the second button of a page leads."""
    return next(
        verb.values[0] for _, verb in offers(view) if verb is not None and verb.event is sv.DeskGo
    )


def homeward(view: View, *, helped: bool) -> Verb | None:
    """Return what to press for Welcome; None is the way on.

    Where help was no way out, for nobody's visit is under way, Back is one.
    """
    back = getattr(view, "back", None)
    said = [verb for _, verb in offers(view) if verb is not None]
    if back is not None and back.verb.event is sv.DeskGo:
        said.insert(0, back.verb)
    for wanted in _HOMEWARD:
        for verb in said:
            if verb == wanted or verb.event is wanted:
                return verb
    if not helped and isinstance(view, Sheet | KeypadView | SavedView) and has_tools(view):
        return _HELP
    return None if back is None else back.verb


def has_tools(view: Sheet | KeypadView | SavedView) -> bool:
    """Say whether help is at hand."""
    return isinstance(view, SavedView) or view.tools
