"""Threads take turns quickly while the window works, and as usual afterwards."""

import sys
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.app import until_quit
from kiosk.ui.turns import quick_turns


def test_turns_are_quick_for_as_long_as_the_window_works() -> None:
    usual = sys.getswitchinterval()
    with quick_turns():
        assert sys.getswitchinterval() == pytest.approx(0.001)
    assert sys.getswitchinterval() == pytest.approx(usual)


def test_turns_are_as_usual_after_a_fault() -> None:
    usual, fault = sys.getswitchinterval(), ValueError("a fault")
    with pytest.raises(ValueError, match="a fault"), quick_turns():
        raise fault
    assert sys.getswitchinterval() == pytest.approx(usual)


class Loop:
    """Stands for the application: its own loop would be left by what other tests have closed."""

    def __init__(self) -> None:
        self.seen: list[float] = []

    def exec(self) -> int:
        self.seen.append(sys.getswitchinterval())
        return 7


def test_every_window_works_with_quick_turns() -> None:
    loop, usual = Loop(), sys.getswitchinterval()
    assert until_quit(cast("QApplication", loop)) == 7
    assert loop.seen == [pytest.approx(0.001)]
    assert sys.getswitchinterval() == pytest.approx(usual)
