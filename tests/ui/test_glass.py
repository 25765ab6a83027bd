"""The kiosk knows the screen it stands on, and tells once the first page is there."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.platform.display import Window
from kiosk.ui import glass
from kiosk.ui.jobs import Jobs
from tests.ui.conftest import Opener


def test_the_screen_is_told_with_its_size(
    open_kiosk: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glass, "LOOK_AFTER_MS", 0)
    shell, told, jobs = open_kiosk().kiosk.shell, list[Window](), Jobs()
    glass.look_soon(shell, jobs, told.append)
    qtbot.waitUntil(lambda: bool(told))
    jobs.close()
    size = shell.screen().size()
    assert told[0].pixels == (size.width(), size.height())
    assert (told[0].fault, told[0].platform) == ("", "offscreen")
