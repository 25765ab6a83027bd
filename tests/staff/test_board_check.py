"""A board out of reach is a lack of its own that closes no visit and holds no check up."""

import os
import threading
import time
from pathlib import Path

import pytest

from kiosk.config import Config, HelpRules
from kiosk.platform.display import Window
from kiosk.platform.voice import find_programs
from kiosk.staff import board_check
from kiosk.staff.board_check import board
from kiosk.staff.device_checks import devices
from kiosk.staff.readiness import Site
from tests.staff.set_clock import SetClock


def test_a_kiosk_that_stands_alone_says_nothing_of_a_board() -> None:
    assert board(None) == ()


def test_a_folder_that_takes_files_is_fine_and_left_as_it_was(tmp_path: Path) -> None:
    (found,) = board(tmp_path)
    assert (found.name, found.ok) == ("board", True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_or_takes_no_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    for folder in (tmp_path / "gone", Path("/proc/self")):
        (found,) = board(folder)
        assert not found.ok
        assert str(folder) in found.what
        assert "help.board_folder" in found.todo


def test_a_share_that_hangs_is_told_after_some_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()
    monkeypatch.setattr(board_check, "replace_file", lambda *_: over.wait())
    began = time.monotonic()
    (found,) = board(tmp_path, patience=0.05)
    assert time.monotonic() - began < 5.0
    assert "no answer" in found.what
    over.set()


def test_the_report_tells_of_the_board(tmp_path: Path) -> None:
    config = Config(help=HelpRules(board_folder=tmp_path / "gone"))
    site = Site(config, tmp_path, tmp_path, SetClock(), os.environ)
    found = {one.name: one for one in devices(site, Window(), find_programs())}
    assert not found["board"].ok
