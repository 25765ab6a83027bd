"""What the window lets go of when it closes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from kiosk.app import Kiosk, Window, build, open_window
from kiosk.commands.run_options import RunOptions
from kiosk.config import Config
from kiosk.platform import paths
from kiosk.platform.voice import NoVoice


def opened(app: QApplication, data: Path) -> tuple[Kiosk, Window]:
    options = RunOptions(Config(), data, paths.default_content())
    kiosk = build(options, voice=NoVoice())
    return kiosk, open_window(app, kiosk, (1280, 800))


def test_a_closed_window_tells_nobody_of_fingers_and_keys(
    qapp: QApplication, tmp_path: Path
) -> None:
    kiosk, window = opened(qapp, tmp_path)
    heard: list[object] = []
    kiosk.fingers.landed.connect(partial(heard.append, "finger"))
    window.activity.keyed.connect(partial(heard.append, "key"))
    handle = kiosk.shell.windowHandle()
    for closed in (False, True):
        if closed:
            window.close()
            heard.clear()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 500))
        QTest.keyClick(handle, Qt.Key.Key_Down)
        assert bool(heard) is not closed
    kiosk.close()
    delete(kiosk.shell)
