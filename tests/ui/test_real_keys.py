"""Real keys and a real window manager against the real program, on an X screen of its own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.x_screen import XScreen, absent, close_screen, open_screen

pytestmark = [
    pytest.mark.skipif(bool(absent()), reason=f"not on this machine: {', '.join(absent())}"),
    pytest.mark.slow,
]
PATIENCE_MS = 30_000
# What openbox does with each of these, where nobody holds the keys: close, switch, show the
# desktop, open its own menus; the others are what desktops and terminals listen for.
HOTKEYS = (
    *("alt+F4", "super+d", "alt+Tab", "alt+shift+Tab", "alt+Escape", "alt+space", "super+e"),
    *("ctrl+alt+Left", "ctrl+alt+F1", "ctrl+alt+F7", "ctrl+alt+Delete", "ctrl+alt+BackSpace"),
    *("super+F1", "shift+alt+Left", "Super_L", "Print", "Menu", "shift+F10", "F1", "F11"),
    *(
        "ctrl+q",
        "ctrl+w",
        "ctrl+p",
        "ctrl+o",
        "ctrl+s",
        "ctrl+c",
        "ctrl+v",
        "alt+F2",
        "ctrl+Escape",
    ),
    *("Shift_L", "Shift_L", "Shift_L", "Shift_L", "Shift_L"),
)
RIVAL = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle("rival")
window.setGeometry(200, 200, 400, 300)
window.show()
app.exec()
"""


@pytest.fixture
def screen(tmp_path: Path, qtbot: QtBot) -> Iterator[XScreen]:
    opened = open_screen(tmp_path)
    opened.start("openbox", "--sm-disable")
    try:
        qtbot.waitUntil(
            lambda: "#" in opened.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
            timeout=PATIENCE_MS,
        )
        yield opened
    finally:
        close_screen(opened)


def at_work(screen: XScreen, qtbot: QtBot, kiosk_process: int) -> None:
    """Wait until the kiosk has the keys, lies above all and fills the screen."""

    def in_front() -> None:
        assert screen.owner == kiosk_process
        assert "_NET_WM_STATE_FULLSCREEN" in screen.state()
        assert "window state: Normal" in screen.state()
        assert screen.topmost == int(screen.active)

    qtbot.waitUntil(in_front, timeout=PATIENCE_MS)


def test_no_real_key_leaves_the_kiosk_under_a_window_manager(
    screen: XScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    kiosk = screen.start(sys.executable, "-m", "kiosk", "run", "--data", str(tmp_path / "data"))
    at_work(screen, qtbot, kiosk.pid)
    windows = screen.ask("xprop", "-root", "_NET_CLIENT_LIST")
    for keys in HOTKEYS:
        screen.type(keys)
        assert kiosk.poll() is None, keys
        at_work(screen, qtbot, kiosk.pid)
    assert screen.ask("xprop", "-root", "_NET_CLIENT_LIST") == windows


def test_nothing_that_a_window_manager_or_another_program_does_stays_in_front(
    screen: XScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    kiosk = screen.start(sys.executable, "-m", "kiosk", "run", "--data", str(tmp_path / "data"))
    at_work(screen, qtbot, kiosk.pid)
    own = screen.active
    for words in (
        ("windowminimize", own),
        ("windowstate", "--remove", "FULLSCREEN", own),
        ("windowmove", own, "300", "300"),
    ):
        screen.ask("xdotool", *words)
        at_work(screen, qtbot, kiosk.pid)
    rival = screen.start(sys.executable, "-c", RIVAL)
    found = ""

    def is_there() -> None:
        nonlocal found
        found = screen.ask("xdotool", "search", "--name", "rival")
        assert found

    qtbot.waitUntil(is_there, timeout=PATIENCE_MS)
    at_work(screen, qtbot, kiosk.pid)
    for verb in ("windowactivate", "windowraise", "windowfocus"):
        screen.ask("xdotool", verb, found.splitlines()[-1])
        at_work(screen, qtbot, kiosk.pid)
    assert rival.poll() is None
    assert kiosk.poll() is None
