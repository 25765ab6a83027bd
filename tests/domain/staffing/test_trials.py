"""Trials by hand: dead places are named, keys and switches told apart, nothing is guessed."""

import pytest

from kiosk.domain.staffing import trials
from kiosk.domain.staffing.trials import FIVE_KEYS, Grid, Trial, Tried

GRID = Grid(6, 3)


def test_a_glass_that_feels_a_finger_everywhere_is_in_order() -> None:
    trial = trials.touched(Trial(), GRID, range(GRID.count))
    assert trials.touch_result(trial).ok
    assert "18 squares" in trials.touch_result(trial).what


@pytest.mark.parametrize(
    ("missed", "zone"),
    [(0, "top left"), (5, "top right"), (8, "middle"), (12, "bottom left"), (17, "bottom right")],
)
def test_a_dead_place_is_named(missed: int, zone: str) -> None:
    trial = trials.touched(Trial(), GRID, set(range(GRID.count)) - {missed})
    result = trials.touch_result(trial)
    assert not result.ok
    assert result.what == f"1 of 18 squares felt no finger: {zone}"


def test_a_glass_that_feels_nothing_is_not_in_order() -> None:
    for trial in (Trial(), trials.touched(Trial(), GRID, ())):
        assert trials.touch_result(trial) == Tried(
            trials.Device.TOUCH, ok=False, what="no square felt a finger"
        )


def test_a_glass_that_turned_is_tried_from_its_first_square() -> None:
    trial = trials.touched(Trial(), GRID, (1, 2, 3))
    assert trials.touched(trial, Grid(3, 6), (4,)).touched == {4}


def pressed(*keys: str) -> Trial:
    trial = Trial()
    for at, key in enumerate(keys):
        trial = trials.key_pressed(trial, key, float(at))
    return trial


def test_five_keys_end_the_trial_by_themselves() -> None:
    assert not trials.keys_over(pressed(*FIVE_KEYS[:4]), 4.0)
    assert trials.keys_over(pressed(*FIVE_KEYS), 4.0)
    found = trials.keys_result(pressed(*FIVE_KEYS))
    assert found is not None
    assert found.ok


def test_a_key_that_does_not_answer_is_named() -> None:
    found = trials.keys_result(pressed("up", "down", "enter"))
    assert found is not None
    assert (found.ok, found.what) == (False, "no answer from: left, right")


@pytest.mark.parametrize("keys", [("space", "enter"), ("tab", "enter"), ("space",)])
def test_switches_need_no_arrows(keys: tuple[str, ...]) -> None:
    found = trials.keys_result(pressed(*keys))
    assert found is not None
    assert found.ok
    assert "switches" in found.what


def test_enter_alone_does_not_pass_for_a_switch() -> None:
    found = trials.keys_result(pressed("enter"))
    assert found is not None
    assert not found.ok


def test_where_no_key_came_nothing_is_claimed() -> None:
    assert trials.keys_result(Trial()) is None
    assert not trials.keys_over(Trial(), 1e9)


def test_silence_ends_a_trial_of_the_keys() -> None:
    trial = pressed("space")
    assert not trials.keys_over(trial, trials.KEYS_QUIET_SECONDS - 0.1)
    assert trials.keys_over(trial, trials.KEYS_QUIET_SECONDS)
