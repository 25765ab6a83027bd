"""The parts of other pages are loaded behind Welcome, and Welcome needs none of them."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.ui.warming import LATER, Warming
from tests.house.source import ROOT

# Runs the kiosk as its command does, and says what is loaded when the first page is painted.
AT_FIRST_PAGE = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from kiosk import app, cli

class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(type(watched.page).__name__, *sys.modules, flush=True)
            os._exit(0)
        return False

def stay(application, window):
    eye = Eye()
    window.kiosk.shell.installEventFilter(eye)
    return application.exec()

app.stay = stay
cli.main(["run", "--data", sys.argv[1]])
"""
# Other libraries that the first page has no use for.
HEAVY = ("subprocess", "sqlite3", "cryptography", "markdown", "argon2", "segno", "unittest")
HEAVY_QT = ("QtPrintSupport", "QtNetwork", "QtQml", "QtQuick", "QtOpenGL", "QtTest", "QtXml")
# Whole rooms of the house that nobody is in yet.
ROOMS = (
    *("kiosk.ui.desk", "kiosk.ui.audit", "kiosk.ui.walk", "kiosk.ui.preview", "kiosk.ui.stage"),
    *("kiosk.staff.desk", "kiosk.records.export", "kiosk.ui.views.staff", "kiosk.ui.staff_room"),
    *("kiosk.records.store", "kiosk.content.parse", "kiosk.content.check", "kiosk.content.rules"),
)


def test_the_first_page_is_painted_before_what_it_does_not_need_is_loaded(tmp_path: Path) -> None:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    # The first run parses the content and keeps it; the second is as every start is.
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", AT_FIRST_PAGE, str(tmp_path / "data")],
            env=environ,
            capture_output=True,
            text=True,
            check=True,
        )
    page, *loaded = done.stdout.split()
    assert page == "WelcomePage"
    unwanted = {*LATER, *HEAVY, *(f"PySide6.{name}" for name in HEAVY_QT)}
    assert sorted(unwanted & set(loaded)) == []
    assert [name for name in loaded if name.startswith(ROOMS)] == []


def test_what_is_loaded_later_is_there_to_load() -> None:
    for name in LATER:
        assert importlib.util.find_spec(name) is not None, name


def test_all_of_it_is_loaded_piece_by_piece(qtbot: QtBot) -> None:
    names = ("colorsys", "cmd")
    for name in names:
        sys.modules.pop(name, None)
    warming = Warming(names)
    warming.begin()
    qtbot.waitUntil(lambda: all(name in sys.modules for name in names))
