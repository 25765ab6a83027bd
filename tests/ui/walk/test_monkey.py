"""A monkey at the kiosk: it neither gets out nor breaks anything, and what it finds is told."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import monkeying
from kiosk.commands.options import WalkOptions
from kiosk.config import Config
from kiosk.platform.paths import default_content
from kiosk.ui.keeper import Keeper
from kiosk.ui.shell import Shell
from kiosk.ui.walk.monkey import Monkey, MonkeyDone
from tests.records.visits import filled

Play = Callable[..., MonkeyDone]


@pytest.fixture
def play(qapp: QApplication, tmp_path: Path) -> Play:
    def play_once(seconds: int, seed: int) -> MonkeyDone:
        options = WalkOptions(Config(), default_content(), monkey=seconds, seed=seed)
        return monkeying.monkey(qapp, options, tmp_path)

    return play_once


@pytest.mark.parametrize("seed", [1, 2])
def test_a_monkey_neither_gets_out_nor_breaks_anything(play: Play, seed: int) -> None:
    done = play(60, seed)
    assert done.problems == ()
    assert done.seconds >= 60
    assert done.events > 20
    assert done.leavings == 0


def test_the_same_seed_plays_the_same(play: Play) -> None:
    assert play(15, 3).kinds == play(15, 3).kinds


def test_a_window_that_is_not_held_is_found(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Keeper, "mend", _do_nothing)
    monkeypatch.setattr("kiosk.ui.walk.monkey._PATIENCE", 0.2)
    assert any("not full screen" in problem for problem in play(60, 1).problems)


def _do_nothing(_self: object, *_values: object) -> None:
    pass


def test_an_exception_and_a_foreign_window_are_found(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    strays: list[QWidget] = []

    def go_on(_shell: Shell) -> None:
        stray = QWidget()
        stray.show()
        strays.append(stray)
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(Shell, "go_on", go_on)
    monkeypatch.setattr("kiosk.ui.walk.monkey._PATIENCE", 0.2)
    problems = "\n".join(play(40, 2).problems)
    for stray in strays:
        stray.close()
    assert "an exception: ZeroDivisionError: planted" in problems
    assert "something else is open: QWidget" in problems


def test_timers_and_widgets_that_pile_up_are_found(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Shell.forget

    def forget(shell: Shell) -> None:
        original(shell)
        QTimer(shell)

    monkeypatch.setattr(Shell, "forget", forget)
    assert any("more timers" in problem for problem in play(30, 2).problems)


def test_a_record_without_its_last_button_is_found(tmp_path: Path) -> None:
    filled(tmp_path / "data", 2)
    (fault,) = monkeying.store_faults(tmp_path / "data", ())
    assert "saved without their last button" in fault


def test_a_page_with_nothing_to_press_is_found(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Monkey, "_nothing_to_press", partial(_say, "nothing to press"))
    monkeypatch.setattr("kiosk.ui.walk.monkey._PATIENCE", 0.1)
    assert any("nothing to press" in problem for problem in play(20, 1).problems)


def _say(what: str) -> str:
    return what
