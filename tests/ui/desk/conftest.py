"""A desk's window over a kiosk's store of three visits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.acknowledgement import Door
from kiosk.platform import paths
from kiosk.ui.desk.room import DeskRoom
from kiosk.ui.desk.window import DeskWindow
from kiosk.ui.theme.fonts import load_fonts
from tests.staff.desk.desks import desk_at, kiosk_with, marked_none, now, visit


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[DeskWindow]:
    """Return a window with the records open."""
    load_fonts(paths.assets_dir())
    data = kiosk_with(tmp_path / "kiosk", visit("s1"), marked_none("s2"), visit("s3", Door.NO))
    room = DeskRoom(desk_at(tmp_path / "desk"))
    made = DeskWindow(room, now().date(), {"drive": "When can you drive again?"}, _beside)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(room.listed):
        room.open_place(data)
    yield made
    made.close()


def _beside(_language: str, check_code: str) -> tuple[str, ...]:
    return ("Is this copy genuine?", "How to check", check_code)
