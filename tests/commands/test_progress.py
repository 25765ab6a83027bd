"""A bar on a terminal after a second; nothing in a pipe."""

import io
import sys

import pytest

from kiosk.commands import progress
from kiosk.commands.progress import progress_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in place of standard error, inside the test, after pytest put its own."""
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    return made


def test_nothing_is_drawn_when_piped() -> None:
    with progress_bar("verifying") as draw:
        assert draw is None


def test_quick_work_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    with progress_bar("verifying") as draw:
        assert draw is not None
        draw(1, 2)
    assert terminal.getvalue() == ""


def test_slow_work_draws_a_bar_and_takes_it_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = on_terminal(monkeypatch)
    monkeypatch.setattr(progress, "_QUIET_SECONDS", 0.0)
    with progress_bar("verifying") as draw:
        assert draw is not None
        draw(1, 2)
        draw(0, 0)
    assert "\rverifying [###############...............] 1 of 2" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\033[K")
