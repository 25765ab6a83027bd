"""What Python throws away is thrown away on the thread of the window."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.sweeping import Sweeper


class Circle:
    """Refers to itself, and notes on which thread it ended."""

    def __init__(self, ended: list[int]) -> None:
        self.itself, self.ended = self, ended

    def __del__(self) -> None:
        self.ended.append(threading.get_ident())


@pytest.fixture
def sweeper() -> Iterator[Sweeper]:
    gc.collect()
    sweeper = Sweeper()
    sweeper.begin()
    yield sweeper
    sweeper.end()


def busy_worker() -> list[list[int]]:
    """Allocate on another thread until Python would collect; return what is kept of it."""
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(5_000)))
    worker.start()
    worker.join()
    return kept


def test_a_worker_that_allocates_ends_no_widget_of_the_window(sweeper: Sweeper) -> None:
    ended: list[int] = []
    Circle(ended)
    kept = busy_worker()
    assert ended == []
    sweeper.sweep()
    assert ended == [threading.get_ident()]
    assert kept


@pytest.mark.usefixtures("sweeper")
def test_what_is_thrown_away_goes_without_anybody_asking(qtbot: QtBot) -> None:
    ended: list[int] = []
    Circle(ended)
    kept: list[list[list[int]]] = []

    def gone() -> bool:
        # What earlier tests left may end meanwhile, and counts against what is allocated.
        kept.append(busy_worker())
        return bool(ended)

    qtbot.waitUntil(gone)
    assert ended == [threading.get_ident()]


def test_where_little_was_allocated_nothing_is_swept(sweeper: Sweeper) -> None:
    ended: list[int] = []
    gc.collect()
    Circle(ended)
    sweeper.sweep()
    assert ended == []
    gc.collect()
    assert ended == [threading.get_ident()]


def test_python_has_its_own_way_back_when_the_window_is_gone(sweeper: Sweeper) -> None:
    assert not gc.isenabled()
    sweeper.end()
    assert gc.isenabled()
