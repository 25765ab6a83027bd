"""The window's thread runs on while a copy is put into its file."""

import sys
import threading
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from PySide6.QtGui import QPainter
from shiboken6 import delete

from kiosk.ui.copy.pdf import copy_pdf
from tests.ui.copy.papers import paper

COPIES = 30


@pytest.fixture
def never_in_turn() -> Iterator[None]:
    """Let Python hand over to another thread only where something waits or lets it."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1000.0)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("never_in_turn", "qapp")
def test_another_thread_runs_while_the_painter_ends() -> None:
    ended, steps = threading.Event(), [0]

    def step() -> None:
        while not ended.wait(0.0001):
            steps[0] += 1

    meanwhile: list[int] = []

    def timed(painter: QPainter) -> None:
        before = steps[0]
        delete(painter)
        meanwhile.append(steps[0] - before)

    other = threading.Thread(target=step, daemon=True)
    other.start()
    with patch("kiosk.ui.copy.sheet.delete", timed):
        for _ in range(COPIES):
            copy_pdf(paper())
            if any(meanwhile):
                break
    ended.set()
    other.join()
    assert any(meanwhile)
