"""Growth per visit and what a reset leaves behind."""

from collections import Counter

import pytest

from kiosk.ui.walk.memory import growth, left_over


def test_growth_is_the_slope_after_the_warm_up() -> None:
    assert growth([0, 900, 950, 960, 1000, 1010, 1020, 1030]) == 10


@pytest.mark.parametrize("samples", [[], [1], [1, 2, 3, 4, 5, 6]])
def test_a_few_visits_tell_nothing_of_growth(samples: list[int]) -> None:
    assert growth(samples) is None


def test_of_a_person_nothing_may_be_left() -> None:
    before = Counter({"Session": 1, "Words": 1})
    assert left_over(before, Counter({"Session": 1, "Words": 1}), 1) == ()
    assert left_over(before, Counter({"Session": 2, "Words": 1}), 1) == ("1 more Session",)
    assert left_over(before, before + Counter({"Row": 1}), 1) == ("1 more Row",)


def test_other_things_may_settle_but_not_grow_with_the_visits() -> None:
    before = Counter({"Words": 1})
    assert left_over(before, Counter({"Words": 5}), 100) == ()
    assert left_over(before, Counter({"Words": 101}), 100) == ("100 more Words",)
