"""What counts as a press, by numbers."""

import pytest

from kiosk.domain.press import Spot, Tap, is_again, is_palm, strayed

HERE = Spot(100.0, 100.0)
LAST = Tap(10.0, HERE)


@pytest.mark.parametrize(("away", "left"), [(0.0, False), (7.9, False), (8.1, True)])
def test_a_finger_may_tremble_by_eight_millimetres(away: float, left: bool) -> None:
    assert strayed(HERE, Spot(HERE.x + away, HERE.y)) is left


@pytest.mark.parametrize(("passed", "again"), [(0.0, True), (0.39, True), (0.41, False)])
def test_a_second_tap_in_the_same_place_counts_after_four_tenths_of_a_second(
    passed: float, again: bool
) -> None:
    assert is_again(LAST, LAST.at + passed, HERE, calm=False, typing=False) is again


def test_a_quick_tap_elsewhere_counts_on_keys_alone_unless_the_person_wants_none() -> None:
    elsewhere, soon = Spot(180.0, 100.0), LAST.at + 0.2
    assert not is_again(LAST, soon, elsewhere, calm=False, typing=True)
    assert is_again(LAST, soon, elsewhere, calm=False, typing=False)
    assert not is_again(LAST, LAST.at + 0.41, elsewhere, calm=False, typing=False)
    assert is_again(LAST, soon, elsewhere, calm=True, typing=True)
    assert is_again(LAST, LAST.at + 0.99, elsewhere, calm=True, typing=True)
    assert not is_again(LAST, LAST.at + 1.01, elsewhere, calm=True, typing=True)


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize(("passed", "again"), [(0.2, True), (0.39, True), (0.41, False)])
def test_a_tap_anywhere_on_a_page_that_has_just_come_counts_after_four_tenths_of_a_second(
    passed: float, again: bool, typing: bool
) -> None:
    elsewhere, at = Spot(180.0, 100.0), LAST.at + passed
    assert is_again(LAST, at, elsewhere, calm=False, typing=typing, turned=True) is again


def test_the_same_digit_twice_is_typed_quickly_but_not_by_a_tremor() -> None:
    assert not is_again(LAST, LAST.at + 0.2, HERE, calm=False, typing=True)
    assert is_again(LAST, LAST.at + 0.1, HERE, calm=False, typing=True)


def test_the_first_tap_always_counts() -> None:
    assert not is_again(None, 0.0, HERE, calm=True, typing=False)


def test_more_than_two_points_are_a_palm() -> None:
    assert [is_palm(points) for points in (1, 2, 3, 10)] == [False, False, True, True]
