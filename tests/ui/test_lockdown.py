"""Each attempt to leave the kiosk that the program must stop; docs/lockdown.md lists them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Session
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.verbs import say
from kiosk.ui.walk.every_page import every_view
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener
from tests.ui.keepers import breaches

_KEYS = Qt.Key
_NONE, _SHIFT, _CTRL, _ALT, _SUPER = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
_F_KEYS = [getattr(Qt.Key, f"Key_F{number}") for number in range(1, 13)]
HOTKEYS = [
    *((key, _NONE) for key in _F_KEYS),
    *((key, _CTRL | _ALT) for key in (*_F_KEYS, _KEYS.Key_Delete, _KEYS.Key_Backspace)),
    *((key, _ALT) for key in (_KEYS.Key_F4, _KEYS.Key_Tab, _KEYS.Key_Space, _KEYS.Key_F2)),
    *((key, _CTRL) for key in (_KEYS.Key_F4, _KEYS.Key_Escape, _KEYS.Key_Tab)),
    *((getattr(_KEYS, f"Key_{letter}"), _CTRL) for letter in "QWCVXAPOSNTZ"),
    *((getattr(_KEYS, f"Key_{letter}"), _SUPER) for letter in "DELRX"),
    *((key, _SHIFT) for key in (_KEYS.Key_F1, _KEYS.Key_F10)),
    *((key, _NONE) for key in (_KEYS.Key_Meta, _KEYS.Key_Super_L, _KEYS.Key_Menu)),
    *((key, _NONE) for key in (_KEYS.Key_Print, _KEYS.Key_SysReq)),
    *((key, _NONE) for key in (_KEYS.Key_HomePage, _KEYS.Key_LaunchMail, _KEYS.Key_Help)),
    *((key, _NONE) for key in (_KEYS.Key_Shift, _KEYS.Key_CapsLock, _KEYS.Key_Escape)),
]
# What none of the kiosk's pages may ever open.
FORBIDDEN = (
    *("QDesktopServices", "QFileDialog", "QMessageBox", "QPrintDialog", "QPrintPreviewDialog"),
    *("QInputDialog", "QColorDialog", "QFontDialog", "QErrorMessage", "QWizard", "QDialog"),
    *("QMenu", "QMenuBar", "QToolTip", "QWhatsThis", "QDrag", "QSystemTrayIcon", "QShortcut"),
    *("QAction", "QLineEdit", "QTextEdit", "QTextBrowser", "QComboBox", "QProcess"),
)


@pytest.fixture
def full(open_kiosk: Opener) -> Iterator[Opened]:
    """The kiosk in full screen, at Welcome."""
    opened = open_kiosk(size=None)
    assert opened.window.keeper is not None
    yield opened
    opened.window.keeper.let_go()


@pytest.fixture
def holds(full: Opened, qapp: QApplication, qtbot: QtBot) -> Callable[[], None]:
    """A function that waits until nothing but the kiosk can be seen, or fails with what can."""

    def wait() -> None:
        def nothing_wrong() -> None:
            assert breaches(qapp, full.kiosk.shell) == []

        qtbot.waitUntil(nothing_wrong)

    return wait


@pytest.fixture
def begun(full: Opened, holds: Callable[[], None]) -> Opened:
    """The kiosk in full screen on a page of a visit."""
    full.kiosk.driver.hear(say(ev.Began))
    assert full.key == "language"
    holds()
    return full


def test_no_hotkey_leaves_the_page_or_opens_anything(
    full: Opened, holds: Callable[[], None]
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    for key, modifiers in HOTKEYS:
        QTest.keyClick(full.kiosk.shell.windowHandle(), key, modifiers)
        holds()
        assert (full.key, clipboard.text()) == ("welcome", "before"), f"{modifiers} {key}"


def test_escape_goes_back_within_the_visit_and_never_further(
    begun: Opened, holds: Callable[[], None]
) -> None:
    for _ in range(3):
        QTest.keyClick(begun.kiosk.shell.windowHandle(), Qt.Key.Key_Escape)
        holds()
    assert begun.key == "welcome"


def test_a_window_manager_cannot_close_the_window(begun: Opened, holds: Callable[[], None]) -> None:
    assert not begun.kiosk.shell.close()
    begun.kiosk.shell.windowHandle().close()
    holds()


@pytest.mark.parametrize("take_down", ["showMinimized", "showNormal", "showMaximized", "hide"])
def test_a_window_that_is_taken_down_comes_back(
    begun: Opened, holds: Callable[[], None], take_down: str
) -> None:
    page = begun.key
    getattr(begun.kiosk.shell, take_down)()
    holds()
    assert begun.key == page


def test_staff_who_leave_are_let_go(full: Opened, holds: Callable[[], None]) -> None:
    holds()
    full.kiosk.driver.left.emit()
    full.kiosk.shell.showMinimized()
    assert full.window.keeper is not None
    full.window.keeper.mend()
    assert full.kiosk.shell.isMinimized()


# Gestures


def _press(window: QWindow, *places: QPoint) -> None:
    """Put fingers down, move each towards the middle, and lift them."""
    device = QTest.createTouchDevice()
    middle = QPoint(window.width() // 2, window.height() // 2)
    paths = [(place, (place + middle) / 2, middle) for place in places]
    for moment in range(3):
        touch = QTest.touchEvent(window, device, False)
        for finger, path in enumerate(paths):
            (touch.press if moment == 0 else touch.move)(finger, path[moment], window)
        touch.commit()
    touch = QTest.touchEvent(window, device, False)
    for finger in range(len(places)):
        touch.release(finger, middle, window)
    touch.commit()


GESTURES = {
    "swipe from the left edge": [QPoint(0, 500)],
    "swipe from the right edge": [QPoint(1919, 500)],
    "swipe from the top edge": [QPoint(900, 0)],
    "swipe from the bottom edge": [QPoint(900, 1079)],
    "pinch": [QPoint(300, 300), QPoint(1500, 800)],
    "three fingers": [QPoint(300, 300), QPoint(320, 500), QPoint(340, 700)],
    "five fingers": [QPoint(200 + 300 * finger, 300) for finger in range(5)],
}


@pytest.mark.parametrize("fingers", GESTURES.values(), ids=GESTURES.keys())
def test_no_gesture_opens_anything(
    full: Opened, holds: Callable[[], None], fingers: list[QPoint]
) -> None:
    _press(full.kiosk.shell.windowHandle(), *fingers)
    holds()


@pytest.mark.parametrize(
    "button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton]
)
def test_no_other_mouse_button_does_anything(
    full: Opened, holds: Callable[[], None], button: Qt.MouseButton
) -> None:
    shell = full.kiosk.shell
    for place in (shell.rect().center(), QPoint(5, 5), *_middles(shell)):
        QTest.mouseClick(shell.windowHandle(), button, pos=place)
        QTest.mouseDClick(shell.windowHandle(), button, pos=place)
    holds()
    assert full.key == "welcome"


def _middles(shell: Shell) -> list[QPoint]:
    labels = [one for one in shell.findChildren(QLabel) if one.isVisible()]
    return [one.mapTo(shell, one.rect().center()) for one in labels]


def test_a_long_press_or_the_menu_key_opens_no_menu(
    full: Opened, holds: Callable[[], None]
) -> None:
    shell = full.kiosk.shell
    for reason in QContextMenuEvent.Reason:
        for place in (shell.rect().center(), *_middles(shell)):
            target = shell.childAt(place) or shell
            QApplication.sendEvent(target, QContextMenuEvent(reason, place, place))
    holds()


def test_a_double_tap_on_words_selects_nothing(full: Opened, holds: Callable[[], None]) -> None:
    shell = full.kiosk.shell
    for label in shell.findChildren(QLabel):
        if label.isVisible():
            spot = QPointF(label.rect().center())
            double = QMouseEvent(
                QEvent.Type.MouseButtonDblClick,
                spot,
                label.mapToGlobal(spot),
                Qt.MouseButton.LeftButton,
                Qt.MouseButton.LeftButton,
                _NONE,
            )
            QApplication.sendEvent(label, double)
            assert not label.hasSelectedText()
    holds()


def test_what_is_dragged_in_is_not_taken(full: Opened) -> None:
    shell, data = full.kiosk.shell, QMimeData()
    data.setText("file:///etc/passwd")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, _NONE)
    enter.setAccepted(False)
    drop = QDropEvent(QPointF(9, 9), copy, data, left, _NONE)
    drop.setAccepted(False)
    for event in (enter, drop):
        QApplication.sendEvent(shell, event)
        assert not event.isAccepted()


# What no page has


def test_no_page_offers_a_link_a_selection_a_tip_or_a_place_to_type_text(
    open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session
) -> None:
    shell, looked = open_shell(1280, 800), 0
    for view in every_view(presenter, session):
        shell.show_view(view, session.settings)
        for one in (shell, *shell.findChildren(QWidget)):
            looked += 1
            assert not _openings(one), f"{view.key}: {type(one).__name__}: {_openings(one)}"
    assert looked > 1000


def _openings(one: QWidget) -> list[str]:
    found = [name for name in ("toolTip", "whatsThis", "statusTip") if getattr(one, name)()]
    if one.acceptDrops():
        found.append("takes what is dropped")
    if one.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        found.append("calls an input method")
    if one.actions():
        found.append("has actions")
    if one.contextMenuPolicy() not in (
        Qt.ContextMenuPolicy.DefaultContextMenu,
        Qt.ContextMenuPolicy.PreventContextMenu,
    ):
        found.append("has a context menu")
    if isinstance(one, QLabel):
        if one.textInteractionFlags() != Qt.TextInteractionFlag.LinksAccessibleByMouse:
            found.append("can be selected")
        if one.openExternalLinks() or (one.text() and one.textFormat() != Qt.TextFormat.PlainText):
            found.append("has links")
    return found


def test_nothing_in_the_program_opens_a_dialog_a_menu_or_another_program_s_window() -> None:
    folder = Path(__file__).parents[2] / "kiosk"
    # The preview and the desk are programs of their own, for authors and the back office.
    files = [one for one in folder.rglob("*.py") if not {"preview", "desk"} & set(one.parts)]
    assert len(files) > 200
    called = [f"{word}{end}" for word in FORBIDDEN for end in "(."]
    texts = {one: one.read_text("utf-8") for one in files}
    assert [(one, word) for one in files for word in called if word in texts[one]] == []


# Screens


_TWO_SCREENS = """
import json, sys
from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from kiosk.ui.keeper import Keeper
app = QApplication(sys.argv[:1])
window = QWidget()
keeper = Keeper(app, window)
keeper.hold()
def tell(rect):
    return [rect.x(), rect.y(), rect.width(), rect.height()]
def look():
    seen = [[tell(one.geometry()), one.isVisible(), one.close()] for one in keeper.covers]
    print(json.dumps({"window": tell(window.geometry()), "covers": seen}))
    keeper.let_go()
    print(len(keeper.covers))
    app.exit(0)
QTimer.singleShot(0, look)
app.exec()
"""


def test_a_second_screen_is_covered_until_staff_leave(tmp_path: Path) -> None:
    screen = json.loads(Path(__file__).parents[1].joinpath("screen.json").read_text("utf-8"))
    second = {**screen["screens"][0], "name": "second", "x": 1920, "width": 1280, "height": 720}
    screen["screens"].append(second)
    file = tmp_path / "two.json"
    file.write_text(json.dumps(screen), "utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    done = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    seen, left = done.stdout.splitlines()
    found = json.loads(seen)
    assert found["window"] == [0, 0, 1920, 1080]
    assert found["covers"] == [[[1920, 0, 1280, 720], True, False]]
    assert left == "0"


def test_a_screen_that_turns_is_filled_again(
    begun: Opened, holds: Callable[[], None], qapp: QApplication
) -> None:
    shell, screen, page = begun.kiosk.shell, qapp.primaryScreen(), begun.key
    shell.setGeometry(QRect(0, 0, 1080, 1920))
    screen.geometryChanged.emit(screen.geometry())
    holds()
    assert begun.key == page


# Time and surroundings


def test_a_machine_that_slept_wakes_up_without_the_page_of_a_person(
    begun: Opened, clock: SetClock
) -> None:
    clock.pass_time(8 * 3600.0)
    begun.kiosk.driver.tick()
    assert begun.key == "still-there"
    for _ in range(2):
        clock.pass_time(600.0)
        begun.kiosk.driver.tick()
    assert begun.key == "welcome"


def test_a_button_held_down_when_the_window_is_taken_away_does_not_act(
    full: Opened, holds: Callable[[], None], qtbot: QtBot
) -> None:
    shell = full.kiosk.shell
    start = full.screen.buttons()[0]
    spot = start.mapTo(shell, start.rect().center())
    QTest.mousePress(shell.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    shell.showMinimized()
    holds()
    QTest.mouseRelease(shell.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    qtbot.waitUntil(partial(_is_up, start))
    assert full.key == "welcome"


def _is_up(button: QWidget) -> bool:
    return not getattr(button, "isDown")()  # noqa: B009  # any kind of button
