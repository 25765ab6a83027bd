"""What staff type to find a record."""

import pytest

from kiosk.domain.staffing.finding import BadSearchError, Wanted, wanted_day, wanted_letters


@pytest.mark.parametrize(("typed", "letters"), [("acdf", "ACDF"), ("ACDE-FGHJ", "ACDEFGHJ")])
def test_four_letters_or_the_whole_receipt_are_enough(typed: str, letters: str) -> None:
    assert wanted_letters(typed) == Wanted(letters=letters)


@pytest.mark.parametrize("typed", ["ACD", "ACDEFGHJK", "AB01", ""])
def test_what_can_be_no_receipt_is_refused(typed: str) -> None:
    with pytest.raises(BadSearchError):
        wanted_letters(typed)


def test_a_day_is_eight_digits_year_first() -> None:
    assert wanted_day("20261128") == Wanted(day="2026-11-28")


@pytest.mark.parametrize("typed", ["20261332", "28112026", "2026", ""])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(BadSearchError):
        wanted_day(typed)
