"""Whole visits by five keys, by two switches and by one, while no finger reaches the window."""

import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.ui.verbs import say
from kiosk.ui.walk.robot import Robot, Steps
from kiosk.ui.walk.visitor import Diary, Means, Visitor
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener
from tests.ui.hands import HANDS, MOST, WORDS, Hands, NoPointer, OneSwitch, TwoSwitches

by_all = pytest.mark.parametrize("name", HANDS)
switches = pytest.mark.parametrize("name", ["two", "one"])
Begin = Callable[[str], tuple[Opened, Hands]]


@pytest.fixture
def begin(open_kiosk: Opener, clock: SetClock) -> Iterator[Begin]:
    """A kiosk that no finger reaches, at the settings of somebody who has just chosen switches."""
    guards: list[NoPointer] = []

    def begin_one(name: str) -> tuple[Opened, Hands]:
        opened = open_kiosk()
        guard = NoPointer()
        opened.kiosk.shell.windowHandle().installEventFilter(guard)
        guards.append(guard)
        keys = TwoSwitches(opened, clock)
        # Before anything is chosen, Tab and Enter are two switches too.
        for words in ("Start", "Continue", "How do you press?"):
            tab_to(opened, keys, words)
        tab_to(opened, keys, WORDS[name])
        assert opened.kiosk.driver.session.settings.hands == name
        return opened, HANDS[name](opened, clock)

    yield begin_one
    assert not any(guard.fingers for guard in guards)


def tab_to(opened: Opened, keys: TwoSwitches, words: str) -> None:
    shell = opened.kiosk.shell
    for _ in range(MOST):
        here = shell.focusWidget()
        if here.accessibleName() == words:
            keys.key(Qt.Key.Key_Return)
            return
        keys.key(Qt.Key.Key_Tab)
    raise AssertionError(words)


def press(opened: Opened, hands: Hands, *names: str) -> None:
    for name in names:
        hands.press(opened.screen.button(name))


def leave(opened: Opened, hands: Hands) -> None:
    """Go back from the page about pressing."""
    while opened.key == "press":
        hands.press(opened.kiosk.shell.foot.onward_button)
    assert opened.key == "comfort"


@by_all
def test_a_whole_visit_to_a_saved_record(
    begin: Begin, clock: SetClock, qtbot: QtBot, name: str
) -> None:
    opened, hands = begin(name)
    leave(opened, hands)
    diary = Diary("questions")
    store = opened.kiosk.recorder.store

    def stored() -> str | None:
        session = opened.kiosk.driver.session.id
        saved = store().find(session) if session else None
        return None if saved is None else saved.receipt

    means = Means(
        opened.screen,
        hands,
        random.Random(4),
        clock.pass_time,
        lambda: None,
        stored,
        staff=False,
        countdown=45.0,
        saved_before=0,
    )
    visit = Visitor(means, diary)

    def script() -> Steps:
        yield from visit.visit()

    robot = Robot(opened.kiosk.shell, script())
    with qtbot.waitSignal(robot.finished, timeout=120_000):
        robot.start()
    assert diary.problems == []
    assert diary.receipt
    assert opened.key == "welcome"
    assert opened.kiosk.driver.session.settings.hands == "touch"


@by_all
def test_help_language_and_settings_without_a_finger(begin: Begin, name: str) -> None:
    opened, hands = begin(name)
    leave(opened, hands)
    press(opened, hands, "Get help", "I feel upset", "Back to my page")
    assert opened.key == "comfort"
    press(opened, hands, "English")
    hands.press(opened.screen.rows()[0])
    while opened.key == "language-again":
        hands.press(opened.kiosk.shell.foot.onward_button)
    assert opened.key == "comfort"
    press(opened, hands, "Text", "Largest")
    assert opened.kiosk.driver.session.settings.size == "XL"


@by_all
def test_the_warning_is_answered_without_a_finger(begin: Begin, clock: SetClock, name: str) -> None:
    opened, hands = begin(name)
    clock.pass_time(7200.0)
    opened.kiosk.driver.tick()
    assert opened.key == "still-there"
    for _ in range(3):
        clock.pass_time(1.0)
        opened.kiosk.driver.tick()
    press(opened, hands, "Yes, keep going")
    assert opened.key == "press"


def test_the_frame_of_one_switch_follows_the_clock_and_not_the_countdown(
    begin: Begin, clock: SetClock
) -> None:
    opened, _ = begin("one")
    clock.pass_time(7200.0)
    opened.kiosk.driver.tick()
    seen = []
    for _ in range(9):
        seen.append([one.accessibleName() for one in opened.kiosk.switches.framed])
        clock.pass_time(1.0)
        opened.kiosk.driver.tick()
        opened.kiosk.switches.tick()
    first, second = ["Yes, keep going"], ["I am finished"]
    assert seen == [first] * 3 + [second] * 2 + [["Read to me"]] * 2 + [first] * 2


def test_a_press_is_taken_back_within_a_second(begin: Begin) -> None:
    opened, hands = begin("one")
    assert isinstance(hands, OneSwitch)
    done = opened.kiosk.shell.foot.onward_button
    while opened.kiosk.switches.framed != [done]:
        if done in opened.kiosk.switches.framed:
            hands.switch()
        else:
            hands.wait(0.5)
    hands.switch()
    hands.wait(0.9)
    hands.switch()
    hands.wait(0.1)
    assert not done.isDown()
    assert (opened.key, opened.screen.index) == ("press", 0)


def test_after_three_rounds_the_frame_rests_and_a_press_wakes_it(begin: Begin) -> None:
    opened, hands = begin("one")
    assert isinstance(hands, OneSwitch)
    for _ in range(100):
        hands.wait(1.0)
    rested = opened.kiosk.switches.framed
    hands.wait(100.0)
    assert opened.kiosk.switches.framed == rested
    hands.switch()
    leave(opened, hands)


@switches
def test_a_switch_held_down_is_one_press(begin: Begin, name: str) -> None:
    opened, _ = begin(name)
    shell = opened.kiosk.shell

    def state() -> object:
        return shell.focusWidget(), opened.kiosk.switches.framed

    before = state()
    QTest.keyPress(shell.windowHandle(), Qt.Key.Key_Space)
    after = state()
    assert after != before
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True, 1
    )
    for _ in range(5):
        QApplication.sendEvent(shell.windowHandle(), held)
    assert state() == after


@switches
def test_who_strays_among_the_staff_pages_comes_back_by_switch(begin: Begin, name: str) -> None:
    opened, hands = begin(name)
    opened.kiosk.driver.hear(say(ev.Opened, Overlay.STAFF))
    while opened.key == "staff-menu":
        hands.press(opened.kiosk.shell.foot.onward_button)
    assert opened.key == "press"


@switches
def test_the_next_person_meets_a_kiosk_for_fingers(begin: Begin, name: str) -> None:
    opened, _ = begin(name)
    opened.kiosk.driver.hear(say(ev.Finished))
    assert opened.kiosk.driver.session.settings.hands == "touch"
    QTest.keyClick(opened.kiosk.shell.windowHandle(), Qt.Key.Key_Space)
    assert opened.kiosk.switches.framed == []
