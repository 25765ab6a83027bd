"""The monkey's hands on the PIN page: the right PIN opens, a wrong one is waited out as well."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.staff.pin import PinDesk
from kiosk.ui.verbs import say
from kiosk.ui.walk.hands import Touch
from kiosk.ui.walk.pin_hands import asks_pin, type_pin
from kiosk.ui.walk.robot import Robot
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener

PIN = "407193"
TypePin = Callable[[str], Opened]


@pytest.fixture
def typed(open_kiosk: Opener, clock: SetClock, qtbot: QtBot, tmp_path: Path) -> TypePin:
    def type_one(pin: str) -> Opened:
        data = tmp_path / "data-0"
        data.mkdir(mode=0o700)
        PinDesk(data, clock).set_pin(PIN)
        opened = open_kiosk()
        opened.kiosk.driver.hear(say(ev.Opened, Overlay.STAFF))
        assert asks_pin(opened.screen.view)
        finger = Touch(opened.kiosk.shell, clock.pass_time)
        robot = Robot(opened.kiosk.shell, type_pin(opened.screen, finger.press, pin))
        with qtbot.waitSignal(robot.finished):
            robot.start()
        return opened

    return type_one


def test_the_right_pin_opens_the_staff_pages(typed: TypePin) -> None:
    assert typed(PIN).key == "staff-menu"


def test_a_wrong_pin_leaves_the_page_with_its_answer(typed: TypePin) -> None:
    opened = typed("111111")
    assert asks_pin(opened.screen.view)
    assert "Wrong PIN" in str(opened.screen.view)
