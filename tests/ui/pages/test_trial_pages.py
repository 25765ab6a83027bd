"""The pages of the trials in a real window: fingers fill squares, keys answer, nobody is stuck."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.desk import DeskScreen
from kiosk.domain.session import Overlay
from kiosk.domain.staffing.trials import KEYS_QUIET_SECONDS
from kiosk.ui import staff_verbs as sv
from kiosk.ui.pages.glass_page import GlassPage
from kiosk.ui.pages.keys_page import KeysPage
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import GlassView, KeysView
from kiosk.ui.widgets.button import TouchButton
from tests.ui.conftest import Opened, Opener

FIVE = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return)


def go(opened: Opened, screen: DeskScreen) -> None:
    driver = opened.kiosk.driver
    driver.hear(say(ev.Opened, Overlay.STAFF))
    driver.hear(say(sv.DeskGo, screen))


def glass(opened: Opened) -> GlassPage:
    page = opened.kiosk.shell.page
    assert isinstance(page, GlassPage)
    return page


def touched(opened: Opened) -> frozenset[int]:
    view = opened.screen.view
    assert isinstance(view, GlassView)
    return view.touched


def drag(opened: Opened, *places: QPoint) -> None:
    """Draw with a finger over the glass, through the window that fingers meet."""
    window = opened.kiosk.shell.windowHandle()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Fingers that come too soon after one another are one finger that trembles.
    opened.clock.pass_time(5.0)
    QTest.mousePress(window, left, none, places[0])
    for place in places[1:]:
        QTest.mouseMove(window, place)
    QTest.mouseRelease(window, left, none, places[-1])


def test_a_quick_stroke_misses_no_square(open_kiosk: Opener) -> None:
    opened = open_kiosk()
    go(opened, DeskScreen.TOUCH)
    page = glass(opened)
    y = page.box(0).center().y()
    drag(opened, QPoint(2, y), QPoint(page.width() // 2, y), QPoint(page.width() - 2, y))
    assert touched(opened) == frozenset(range(page.grid.columns))


@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920)])
def test_fingers_reach_every_square_and_the_last_one_ends_it(
    open_kiosk: Opener, size: tuple[int, int], qtbot: QtBot
) -> None:
    opened = open_kiosk(size)
    go(opened, DeskScreen.TOUCH)
    page = glass(opened)
    assert page.box(page.grid.count - 1).bottomRight() == page.rect().bottomRight()
    # From below: the button stands low, and goes up once what is above was tried.
    for _ in range(2):
        for row in range(page.grid.rows):
            if opened.key != "staff-touch":
                break
            y = page.box(row * page.grid.columns).center().y() + page.y()
            drag(opened, QPoint(1, y), QPoint(page.width() - 1, y))
            drag(opened, QPoint(page.width() - 1, y), QPoint(1, y))
    qtbot.waitUntil(lambda: "squares felt a finger" in str(opened.screen.view))


def test_done_is_a_button_and_escape_leaves_without_a_result(
    open_kiosk: Opener, qtbot: QtBot
) -> None:
    opened = open_kiosk()
    go(opened, DeskScreen.TOUCH)
    done = glass(opened).findChild(TouchButton)
    assert done is not None
    assert done.isVisible()
    assert done in opened.kiosk.shell.chain()
    QTest.keyClick(opened.kiosk.shell.windowHandle(), Qt.Key.Key_Escape)
    assert opened.key == "staff-readiness"
    qtbot.waitUntil(lambda: "not tried yet" in str(opened.screen.view))
    go(opened, DeskScreen.TOUCH)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(opened.kiosk.shell.windowHandle(), key)
    qtbot.waitUntil(lambda: "no square felt a finger" in str(opened.screen.view))


@pytest.mark.parametrize("hands", ["touch", "two", "one"])
def test_every_key_answers_and_presses_nothing(
    open_kiosk: Opener, hands: str, qtbot: QtBot
) -> None:
    opened = open_kiosk()
    opened.kiosk.driver.hear(say(ev.SettingChosen, "hands", hands))
    go(opened, DeskScreen.KEYS)
    assert isinstance(opened.kiosk.shell.page, KeysPage)
    window = opened.kiosk.shell.windowHandle()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space, *FIVE[:-1]):
        QTest.keyClick(window, key)
        assert opened.key == "staff-keys"
    view = opened.screen.view
    assert isinstance(view, KeysView)
    assert [name for name, _, answered in view.keys if not answered] == ["enter"]
    QTest.keyClick(window, FIVE[-1])
    assert opened.key == "staff-readiness"
    qtbot.waitUntil(lambda: "all five keys answered" in str(opened.screen.view))


def test_a_switch_is_never_stuck_among_the_keys(open_kiosk: Opener, qtbot: QtBot) -> None:
    opened = open_kiosk()
    go(opened, DeskScreen.KEYS)
    QTest.keyClick(opened.kiosk.shell.windowHandle(), Qt.Key.Key_Space)
    opened.clock.pass_time(KEYS_QUIET_SECONDS)
    opened.kiosk.driver.tick()
    assert opened.key == "staff-readiness"
    qtbot.waitUntil(lambda: "switches answered: space" in str(opened.screen.view))


def test_staff_find_the_trials_on_the_page_of_the_readiness(open_kiosk: Opener) -> None:
    opened = open_kiosk()
    go(opened, DeskScreen.READINESS)
    while not any(row.text() == "Try the touch screen" for row in opened.screen.rows()):
        before = opened.screen.key
        opened.kiosk.shell.go_on()
        assert opened.screen.key != before
    assert {"Try the keys", "Try the sound", "Try the printer"} <= {
        row.text() for row in opened.screen.rows()
    }


def test_a_desk_left_alone_among_the_trials_closes(open_kiosk: Opener) -> None:
    for screen in (DeskScreen.TOUCH, DeskScreen.KEYS, DeskScreen.SOUND, DeskScreen.PRINTER):
        opened = open_kiosk()
        go(opened, screen)
        assert opened.key == f"staff-{screen.value}"
        opened.clock.pass_time(61.0)
        opened.kiosk.driver.tick()
        assert opened.key == "welcome"
