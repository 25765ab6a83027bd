"""The page that finds out which of two switches is which."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.ui.verbs import say
from tests.ui.conftest import Opened, Opener
from tests.ui.hands import TwoSwitches

ROW = "Try my two switches"


def touch_nothing_but(opened: Opened, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(opened.kiosk.shell.windowHandle(), key)


class TestTwoSwitchesAreTried:
    """The page that finds out which switch is which."""

    @pytest.fixture
    def trying(self, open_kiosk: Opener, qtbot: QtBot) -> Opened:
        opened = open_kiosk()
        driver = opened.kiosk.driver
        qtbot.waitUntil(lambda: driver.session.closed is None)
        driver.hear(say(ev.Began))
        driver.hear(say(ev.SettingChosen, "hands", "two"))
        driver.hear(say(ev.Opened, Overlay.PRESS))
        keys = TwoSwitches(opened, opened.clock)
        while not any(one.accessibleName() == ROW for one in opened.screen.rows()):
            keys.press(opened.kiosk.shell.foot.onward_button)
        keys.press(opened.screen.button(ROW))
        assert opened.key == "switches-try"
        return opened

    def test_any_two_keys_become_the_switches(self, trying: Opened) -> None:
        touch_nothing_but(trying, Qt.Key.Key_F9, Qt.Key.Key_Space)
        assert trying.key == "switches"
        keys = trying.kiosk.driver.session.settings.switch_keys
        assert keys == (int(Qt.Key.Key_F9), int(Qt.Key.Key_Space))
        done = trying.kiosk.shell.foot.onward_button
        while trying.kiosk.shell.focusWidget() is not done:
            touch_nothing_but(trying, Qt.Key.Key_F9)
        # Enter is no switch any more, so that it works as for everybody.
        touch_nothing_but(trying, Qt.Key.Key_Space)
        assert trying.key == "press"

    def test_a_second_switch_that_does_nothing_is_no_trap(self, trying: Opened) -> None:
        touch_nothing_but(trying, *(Qt.Key.Key_Space,) * 4)
        assert trying.key == "press"
        assert trying.kiosk.driver.session.settings.switch_keys == ()

    def test_escape_leads_back_at_any_moment(self, trying: Opened) -> None:
        touch_nothing_but(trying, Qt.Key.Key_F9, Qt.Key.Key_Escape)
        assert trying.key == "press"

    def test_they_can_be_tried_again(self, trying: Opened) -> None:
        touch_nothing_but(trying, Qt.Key.Key_F9, Qt.Key.Key_F8)
        trying.screen.button("Try again").setFocus()
        touch_nothing_but(trying, Qt.Key.Key_F8)
        assert trying.key == "switches-try"
        touch_nothing_but(trying, Qt.Key.Key_F7, Qt.Key.Key_F9)
        keys = trying.kiosk.driver.session.settings.switch_keys
        assert keys == (int(Qt.Key.Key_F7), int(Qt.Key.Key_F9))

    def test_the_next_person_has_the_usual_ones(self, trying: Opened) -> None:
        touch_nothing_but(trying, Qt.Key.Key_F9, Qt.Key.Key_F8)
        trying.kiosk.driver.hear(say(ev.Finished))
        assert trying.kiosk.driver.session.settings.switch_keys == ()
