"""staff set-pin: from a pipe and from a terminal, never from an argument."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.platform.clock import SystemClock
from kiosk.staff.pin import Open, PinDesk
from tests.commands.anteroom import ROOT, anteroom, one_line


def fits(data: Path, pin: str) -> bool:
    return PinDesk(data, SystemClock()).try_pin(pin) == Open()


@pytest.mark.parametrize("line", [b"135792\n", b"135792\r\n", b"135792", b"135792\n864209\n"])
def test_a_piped_line_sets_the_pin_and_says_what_is_next(tmp_path: Path, line: bytes) -> None:
    data = tmp_path / "data"
    ended = anteroom("staff", "set-pin", "--data", data, home=tmp_path, given=line)
    assert (ended.code, ended.err) == (0, "")
    assert "Next: anteroom check" in ended.out
    assert "135792" not in ended.out
    assert fits(data, "135792")
    assert data.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "line", [b"", b"\n", b"1234\n", b"123456\n", b"\xff\xff\n", b"13579a\n", b"1" * 9000]
)
def test_a_bad_pin_changes_nothing(tmp_path: Path, line: bytes) -> None:
    data = tmp_path / "data"
    one_line(anteroom("staff", "set-pin", "--data", data, home=tmp_path, given=line))
    assert not data.exists()


def typed(data: Path, *lines: str) -> tuple[int, str]:
    """Run set-pin on a terminal, answer each question, return exit code and screen."""
    mine, theirs = os.openpty()
    command = [sys.executable, "-m", "kiosk", "staff", "set-pin", "--data", str(data)]
    running = subprocess.Popen(
        command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    screen, answers = b"", iter(lines)
    with running, contextlib.suppress(OSError):  # reading ends in one when they are gone
        while piece := os.read(mine, 1024):
            screen += piece
            if piece.endswith(b": "):
                os.write(mine, next(answers).encode() + b"\n")
    os.close(mine)
    return running.returncode, screen.decode()


def test_on_a_terminal_the_pin_is_asked_for_twice_and_not_shown(tmp_path: Path) -> None:
    code, screen = typed(tmp_path, "135792", "135792")
    assert code == 0
    assert "135792" not in screen
    assert fits(tmp_path, "135792")


def test_two_different_entries_change_nothing(tmp_path: Path) -> None:
    code, screen = typed(tmp_path, "135792", "135793")
    assert code == 2
    assert "nothing was changed" in screen
    assert list(tmp_path.iterdir()) == []
