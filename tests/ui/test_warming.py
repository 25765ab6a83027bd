"""The parts of other pages are loaded behind Welcome, and Welcome needs none of them."""

import os
import subprocess
import sys

from pytestqt.qtbot import QtBot

from kiosk.ui.warming import LATER, Warming
from tests.house.source import ROOT


def test_the_window_part_is_loaded_without_what_comes_later() -> None:
    code = "import sys, kiosk.app; print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "kiosk.ui.pages.welcome_page" in loaded
    assert not loaded & set(LATER)
    assert not loaded & {"subprocess", "sqlite3", "cryptography", "markdown"}


def test_all_of_it_is_loaded_piece_by_piece(qtbot: QtBot) -> None:
    names = ("colorsys", "cmd")
    for name in names:
        sys.modules.pop(name, None)
    warming = Warming(names)
    warming.begin()
    qtbot.waitUntil(lambda: all(name in sys.modules for name in names))
