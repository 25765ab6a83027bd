"""The desk as it is opened: with records, without, and with a place that holds none."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.commands.options import DeskOptions
from kiosk.config import Config
from kiosk.desking import window_for
from kiosk.platform.paths import default_content
from kiosk.ui.desk.window import DeskWindow
from tests.staff.desk.desks import kiosk_with, visit


def opened(qtbot: QtBot, tmp_path: Path, place: Path | None) -> DeskWindow:
    options = DeskOptions(Config(), default_content(), tmp_path / "desk", place, language="en")
    window = window_for(options)
    qtbot.addWidget(window)
    return window


def test_records_that_were_named_are_listed_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path, kiosk_with(tmp_path / "kiosk", visit("s1")))
    qtbot.waitUntil(lambda: window.visits.model.rowCount() == 1)
    with qtbot.waitSignal(window.room.page):
        window.visits.table.selectRow(0)
    assert "When can you drive again?" in window.visits.page.toPlainText()
    window.close()


def test_without_records_the_window_says_how_to_open_some(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path, None)
    assert "Open a folder" in window.notice.text()
    window.close()


def test_a_place_without_records_is_said_in_one_line(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path, None)
    with qtbot.waitSignal(window.room.failed):
        window.room.open_place(tmp_path)
    assert "holds no records" in window.notice.text()
    window.close()
