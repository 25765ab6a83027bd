"""Fingers that tremble, rest or slip, by synthetic touch and by mouse, on the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.ui.shell import Shell
from kiosk.ui.verbs import say
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Mouse:
    """One finger as the system's mouse."""

    def __init__(self, shell: Shell) -> None:
        self._window = shell.windowHandle()

    def down(self, place: QPoint) -> None:
        QTest.mousePress(self._window, LEFT, NO_KEY, place)

    def move(self, place: QPoint) -> None:
        QTest.mouseMove(self._window, place)

    def up(self, place: QPoint) -> None:
        QTest.mouseRelease(self._window, LEFT, NO_KEY, place)


class Glass:
    """Fingers on a touch screen; the first is the one that presses."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._device = QTest.createTouchDevice()
        self.fingers: dict[int, QPoint] = {}

    def down(self, place: QPoint, finger: int = 0) -> None:
        self._change(finger, place, "press")

    def move(self, place: QPoint, finger: int = 0) -> None:
        self._change(finger, place, "move")

    def up(self, place: QPoint, finger: int = 0) -> None:
        self._change(finger, place, "release")

    def _change(self, finger: int, place: QPoint, what: str) -> None:
        sequence = QTest.touchEvent(self._shell, self._device, False)
        for other in self.fingers:
            if other != finger:
                sequence.stationary(other)
        getattr(sequence, what)(finger, place, self._shell)
        sequence.commit()
        self.fingers[finger] = place
        if what == "release":
            del self.fingers[finger]


Hand = Mouse | Glass
hands = pytest.mark.parametrize("hand_of", [Mouse, Glass])


def opened_at_language(open_kiosk: Opener) -> Opened:
    opened = open_kiosk()
    opened.kiosk.driver.hear(say(ev.Began))
    return opened


def middle(opened: Opened, button: QAbstractButton) -> QPoint:
    return button.mapTo(opened.kiosk.shell, button.rect().center())


def onward(opened: Opened) -> QPoint:
    return middle(opened, opened.kiosk.shell.foot.onward_button)


def mm(opened: Opened, length: float) -> QPoint:
    return QPoint(round(length * opened.kiosk.shell.theme.metrics.px_per_mm), 0)


def tap(hand: Hand, place: QPoint) -> None:
    hand.down(place)
    hand.up(place)


@hands
def test_a_button_acts_when_the_finger_leaves_not_when_it_lands(
    open_kiosk: Opener, hand_of: Callable[[Shell], Hand]
) -> None:
    opened = opened_at_language(open_kiosk)
    hand, place = hand_of(opened.kiosk.shell), onward(opened)
    hand.down(place)
    assert opened.kiosk.shell.foot.onward_button.isDown()
    assert opened.key == "language"
    hand.up(place)
    assert opened.key == "comfort"


@hands
def test_a_finger_dragged_off_cancels(open_kiosk: Opener, hand_of: Callable[[Shell], Hand]) -> None:
    opened = opened_at_language(open_kiosk)
    hand, away = hand_of(opened.kiosk.shell), QPoint(640, 300)
    hand.down(onward(opened))
    hand.move(away)
    assert not opened.kiosk.shell.foot.onward_button.isDown()
    hand.up(away)
    assert opened.key == "language"


@hands
def test_a_finger_that_slides_onto_a_button_does_nothing(
    open_kiosk: Opener, hand_of: Callable[[Shell], Hand]
) -> None:
    opened = opened_at_language(open_kiosk)
    hand, place = hand_of(opened.kiosk.shell), onward(opened)
    hand.down(place - QPoint(0, 300))
    hand.move(place)
    hand.up(place)
    assert opened.key == "language"


@hands
@pytest.mark.parametrize(("slip", "then"), [(7.5, "comfort"), (8.5, "language")])
def test_a_finger_that_slips_off_the_edge_by_eight_millimetres_still_presses(
    open_kiosk: Opener, hand_of: Callable[[Shell], Hand], slip: float, then: str
) -> None:
    opened = opened_at_language(open_kiosk)
    button = opened.kiosk.shell.foot.onward_button
    hand = hand_of(opened.kiosk.shell)
    edge = button.mapTo(opened.kiosk.shell, QPoint(2, button.height() // 2))
    off = edge - mm(opened, slip)
    hand.down(edge)
    hand.move(off)
    hand.up(off)
    assert opened.key == then


@hands
def test_a_second_tap_within_four_tenths_of_a_second_is_ignored(
    open_kiosk: Opener, hand_of: Callable[[Shell], Hand], clock: SetClock
) -> None:
    opened = opened_at_language(open_kiosk)
    hand, place = hand_of(opened.kiosk.shell), onward(opened)
    tap(hand, place)
    clock.pass_time(0.39)
    tap(hand, place)
    assert opened.screen.key == "comfort#0"
    clock.pass_time(0.41)
    tap(hand, place)
    assert opened.screen.key != "comfort#0"


@hands
def test_a_second_tap_anywhere_on_a_page_that_has_just_come_is_ignored(
    open_kiosk: Opener, hand_of: Callable[[Shell], Hand], clock: SetClock
) -> None:
    opened = opened_at_language(open_kiosk)
    shell = opened.kiosk.shell
    hand, back = hand_of(shell), middle(opened, shell.foot.back_button)
    tap(hand, onward(opened))
    assert opened.key == "comfort"
    clock.pass_time(0.39)
    tap(hand, back)
    assert opened.key == "comfort"
    clock.pass_time(0.02)
    tap(hand, back)
    assert opened.key == "language"


@hands
def test_a_second_tap_elsewhere_on_the_same_page_is_ignored_for_four_tenths_of_a_second(
    open_kiosk: Opener, hand_of: Callable[[Shell], Hand], clock: SetClock
) -> None:
    opened = opened_at_language(open_kiosk)
    hand = hand_of(opened.kiosk.shell)
    first, second = (middle(opened, row) for row in opened.screen.rows()[:2])
    tap(hand, second)
    chosen = opened.kiosk.driver.session.settings.language
    clock.pass_time(0.39)
    tap(hand, first)
    assert opened.kiosk.driver.session.settings.language == chosen != "en"
    clock.pass_time(0.41)
    tap(hand, first)
    assert opened.kiosk.driver.session.settings.language == "en"


def test_the_same_digit_can_be_typed_quickly(open_kiosk: Opener, clock: SetClock) -> None:
    opened = opened_at_language(open_kiosk)
    while opened.key != "code":
        opened.kiosk.shell.go_on()
    hand = Glass(opened.kiosk.shell)
    for digit in "115588":
        tap(hand, middle(opened, opened.screen.button(digit)))
        clock.pass_time(0.2)
    clock.pass_time(0.2)
    tap(hand, middle(opened, opened.screen.button("Use this code")))
    assert opened.kiosk.driver.session.code_refused


def test_three_points_at_once_press_nothing_and_the_next_finger_does(
    open_kiosk: Opener, clock: SetClock
) -> None:
    opened = opened_at_language(open_kiosk)
    hand, place = Glass(opened.kiosk.shell), onward(opened)
    for finger in range(3):
        hand.down(place + QPoint(20 * finger, 0), finger)
    assert not opened.kiosk.shell.foot.onward_button.isDown()
    for finger in range(3):
        hand.up(place + QPoint(20 * finger, 0), finger)
    assert opened.key == "language"
    clock.pass_time(1.0)
    tap(hand, place)
    assert opened.key == "comfort"


def test_a_second_finger_beside_the_first_does_not_spoil_its_press(open_kiosk: Opener) -> None:
    opened = opened_at_language(open_kiosk)
    hand, place = Glass(opened.kiosk.shell), onward(opened)
    hand.down(place)
    hand.down(place + QPoint(40, 0), 1)
    hand.up(place + QPoint(40, 0), 1)
    assert opened.key == "language"
    hand.up(place)
    assert opened.key == "comfort"


@hands
def test_who_asked_to_hold_must_hold_and_the_button_shows_when_it_is_enough(
    open_kiosk: Opener, hand_of: Callable[[Shell], Hand], qtbot: QtBot
) -> None:
    opened = opened_at_language(open_kiosk)
    opened.kiosk.driver.hear(say(ev.SettingChosen, "hold_ms", "300"))
    hand, place = hand_of(opened.kiosk.shell), onward(opened)
    tap(hand, place)
    assert opened.key == "language"
    hand.down(place)
    button = opened.kiosk.shell.foot.onward_button
    assert not button.isDown()
    qtbot.waitUntil(button.isDown)
    assert opened.key == "language"
    hand.up(place)
    assert opened.key == "comfort"


@hands
def test_a_finger_that_strays_while_it_holds_presses_nothing(
    open_kiosk: Opener, hand_of: Callable[[Shell], Hand]
) -> None:
    opened = opened_at_language(open_kiosk)
    opened.kiosk.driver.hear(say(ev.SettingChosen, "hold_ms", "600"))
    hand, place = hand_of(opened.kiosk.shell), onward(opened)
    hand.down(place)
    hand.move(QPoint(640, 300))
    hand.up(place)
    assert opened.key == "language"


@hands
def test_who_asked_for_calm_presses_nothing_twice_within_a_second(
    open_kiosk: Opener, hand_of: Callable[[Shell], Hand], clock: SetClock
) -> None:
    opened = opened_at_language(open_kiosk)
    driver = opened.kiosk.driver
    driver.hear(say(ev.SettingChosen, "calm", "on"))
    hand = hand_of(opened.kiosk.shell)
    tap(hand, QPoint(5, 400))
    clock.pass_time(0.9)
    tap(hand, onward(opened))
    assert opened.key == "language"
    clock.pass_time(0.2)
    tap(hand, onward(opened))
    assert opened.key == "comfort"


def test_the_next_person_need_not_hold(open_kiosk: Opener) -> None:
    opened = opened_at_language(open_kiosk)
    driver = opened.kiosk.driver
    for name, value in (("hold_ms", "600"), ("calm", "on")):
        driver.hear(say(ev.SettingChosen, name, value))
    driver.hear(say(ev.Finished))
    hand = Glass(opened.kiosk.shell)
    tap(hand, middle(opened, opened.screen.button("Start")))
    assert opened.key == "language"


def test_staff_need_not_hold_in_a_visit_that_asks_for_it(open_kiosk: Opener) -> None:
    opened = opened_at_language(open_kiosk)
    driver = opened.kiosk.driver
    driver.hear(say(ev.SettingChosen, "hold_ms", "600"))
    driver.hear(say(ev.Opened, Overlay.STAFF))
    hand = Glass(opened.kiosk.shell)
    assert opened.key == "staff-menu"
    before = opened.screen.key
    tap(hand, onward(opened))
    assert opened.screen.key != before
