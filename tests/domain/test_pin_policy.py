"""Lock-out arithmetic and the rules for a new PIN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pin_policy import (
    LONGEST_LOCK_SECONDS,
    PinState,
    WeakPinError,
    check_new_pin,
    lock_seconds,
    missed,
    misses_left,
    sealed_shut,
    seconds_locked,
    seen_at,
)

WALL = 1_795_000_000.0
times = st.floats(0, 4e9)
states = st.builds(PinState, st.integers(0, 10**6), times, times)


def test_five_misses_lock_for_thirty_seconds_then_double_up_to_fifteen_minutes() -> None:
    earned = [lock_seconds(misses) for misses in range(13)]
    assert earned == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]
    assert lock_seconds(10**100) == 900


def test_misses_left_count_down_to_the_lock() -> None:
    state, seen = PinState(last_seen=WALL), []
    for _ in range(6):
        state = missed(state)
        seen.append((misses_left(state), seconds_locked(state)))
    assert seen == [(4, 0), (3, 0), (2, 0), (1, 0), (0, 30), (0, 60)]


@given(states, times, st.floats(0, 1e6))
def test_while_running_only_the_monotonic_clock_shortens_a_lock(
    state: PinState, wall: float, elapsed: float
) -> None:
    before = min(seconds_locked(state), LONGEST_LOCK_SECONDS)
    after = seconds_locked(seen_at(state, wall, elapsed))
    assert after == pytest.approx(max(0.0, before - elapsed), abs=1e-3)


@given(states, st.floats(0, 1e9))
def test_a_clock_set_back_never_shortens_a_lock(state: PinState, back: float) -> None:
    before = min(seconds_locked(state), LONGEST_LOCK_SECONDS)
    after = seconds_locked(seen_at(state, state.last_seen - back, None))
    assert after == pytest.approx(before, abs=1e-3)


@given(states, times, st.none() | st.floats(-1e6, 1e6))
def test_no_clock_makes_a_lock_longer_than_the_longest(
    state: PinState, wall: float, elapsed: float | None
) -> None:
    assert seconds_locked(seen_at(state, wall, elapsed)) <= LONGEST_LOCK_SECONDS + 1e-3


@given(states, times)
def test_looking_at_the_clock_never_forgives_a_miss(state: PinState, wall: float) -> None:
    assert seen_at(state, wall, None).misses == state.misses


def test_after_a_restart_the_wall_clock_counts_the_lock_down() -> None:
    state = PinState(5, WALL + 30, WALL)
    assert seconds_locked(seen_at(state, WALL + 10, None)) == 20
    assert seconds_locked(seen_at(state, WALL + 31, None)) == 0


def test_a_damaged_record_of_misses_counts_as_the_longest_lock_and_stays_there() -> None:
    state = sealed_shut(WALL)
    assert seconds_locked(state) == LONGEST_LOCK_SECONDS
    later = missed(seen_at(state, WALL + LONGEST_LOCK_SECONDS, None))
    assert seconds_locked(later) == LONGEST_LOCK_SECONDS


@pytest.mark.parametrize(
    "pin",
    [
        "",
        "12",
        "13579",
        "1357902468135",
        "13579a",
        "135 79",
        "١٣٥٧٩٢",
        "²³⁴⁵⁶⁷",
        "-135792",
        "135792\n",
        "000000",
        "777777777777",
        "123456",
        "987654",
        "567890",
        "321098",
        "0123456789",
    ],
)
def test_a_pin_that_is_easy_to_guess_is_refused(pin: str) -> None:
    with pytest.raises(WeakPinError):
        check_new_pin(pin)


@pytest.mark.parametrize("pin", ["135792", "111112", "123457", "246810", "908172635445"])
def test_an_ordinary_pin_may_be_set(pin: str) -> None:
    assert check_new_pin(pin) == pin
