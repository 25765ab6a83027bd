"""Visit codes: single use, short-lived, bound to what staff chose."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.visit_code import (
    GOOD_FOR_SECONDS,
    MOST_PENDING,
    BadReferenceError,
    Pending,
    TooManyCodesError,
    VisitCode,
    check_reference,
    issue,
    redeem,
    still_good,
)


def always(number: int) -> Callable[[int], int]:
    def below(_: int) -> int:
        return number

    return below


def issued(
    pending: Pending, now: float, number: int = 42, reference: str = "A-17"
) -> tuple[Pending, VisitCode]:
    return issue(pending, visit=Arrangement(reference, "en", "iv"), now=now, below=always(number))


def test_a_code_is_six_digits_and_brings_back_what_staff_chose() -> None:
    pending, made = issued((), 100.0)
    assert made.code == "000042"
    rest, found = redeem(pending, "000042", 101.0)
    assert found == VisitCode("000042", "A-17", "en", "iv", 100.0)
    assert rest == ()


def test_a_code_works_once() -> None:
    pending, made = issued((), 0.0)
    pending, _ = redeem(pending, made.code, 1.0)
    assert redeem(pending, made.code, 2.0) == ((), None)


def test_a_code_works_until_fifteen_minutes_are_over() -> None:
    pending, made = issued((), 0.0)
    assert redeem(pending, made.code, GOOD_FOR_SECONDS - 0.001)[1] == made
    assert redeem(pending, made.code, GOOD_FOR_SECONDS) == ((), None)


@pytest.mark.parametrize("typed", ["", "42", "000043", " 000042", "०००0४२"])
def test_anything_but_the_exact_code_finds_nothing_and_spends_nothing(typed: str) -> None:
    pending, _ = issued((), 0.0)
    assert redeem(pending, typed, 1.0) == (pending, None)


@given(st.lists(st.integers(0, 10**6 - 1), max_size=MOST_PENDING), st.randoms())
def test_codes_that_wait_at_one_time_differ_and_each_redeems_its_own(
    numbers: list[int], chance: random.Random
) -> None:
    pending: Pending = ()
    for place, number in enumerate(numbers):
        pending, _ = issued(pending, 0.0, number, f"ref-{place}")
    assert len({entry.code for entry in pending}) == len(numbers)
    order = list(pending)
    chance.shuffle(order)
    for entry in order:
        pending, found = redeem(pending, entry.code, 1.0)
        assert found is entry
    assert pending == ()


def test_the_last_number_is_followed_by_the_first() -> None:
    pending, _ = issued((), 0.0, 999_999)
    assert issued(pending, 0.0, 999_999)[1].code == "000000"


def test_waiting_codes_are_bounded_and_expired_ones_make_room() -> None:
    pending: Pending = ()
    for number in range(MOST_PENDING):
        pending, _ = issued(pending, 0.0, number)
    with pytest.raises(TooManyCodesError):
        issued(pending, 1.0)
    assert len(issued(pending, GOOD_FOR_SECONDS)[0]) == 1
    assert still_good(pending, GOOD_FOR_SECONDS) == ()


@pytest.mark.parametrize("text", ["A", "a-1", "0" * 32, "  KET-2026-0042 ", "-"])
def test_letters_digits_and_dashes_make_a_reference(text: str) -> None:
    assert check_reference(text) == text.strip()


@pytest.mark.parametrize("text", ["", "   ", "x" * 33, "a b", "a_b", "Zoë", "١٢", "a\nb", "a\x00b"])
def test_anything_else_is_no_reference(text: str) -> None:
    with pytest.raises(BadReferenceError, match="1 to 32"):
        check_reference(text)
    with pytest.raises(BadReferenceError):
        issued((), 0.0, reference=text)
