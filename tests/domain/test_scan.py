"""One switch: the frame goes round, rests, and gives a second to take back what was pressed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.scan import (
    FIRST_PAUSE,
    LOOPS,
    MOST_IN_GROUP,
    PACES,
    UNDO,
    Scan,
    begin,
    grouped,
    pressed,
    ticked,
)
from kiosk.domain.session import Settings

PACE = 1.5


def started(*parts: int) -> Scan:
    scan = begin(parts, PACE, 0.0)
    assert scan is not None
    return scan


def moments(scan: Scan, until: float) -> list[tuple[float, tuple[int, int]]]:
    """Return when the frame came to each place."""
    found, now = [(0.0, scan.frame)], 0.0
    while now < until and not scan.resting:
        now += 0.25
        scan, act = ticked(scan, now)
        assert act is None
        if scan.frame != found[-1][1]:
            found.append((now, scan.frame))
    return found


def after(scan: Scan, now: float) -> Scan:
    """Let time pass in small steps, with nobody pressing."""
    for quarter in range(round(now * 4) + 1):
        scan, _ = ticked(scan, quarter / 4)
    return scan


@given(st.lists(st.integers(0, 40), min_size=1, max_size=3))
def test_groups_hold_everything_once_at_most_six_and_never_mix_parts(parts: list[int]) -> None:
    groups = grouped(tuple(parts))
    assert sum(groups) == sum(parts)
    assert all(0 < one <= MOST_IN_GROUP for one in groups)
    edges = {sum(groups[: index + 1]) for index in range(len(groups))}
    if len(groups) > 1:
        assert {sum(parts[: index + 1]) for index in range(len(parts)) if parts[index]} <= edges


def test_nothing_to_press_is_no_scan() -> None:
    assert begin((0, 0, 0), PACE, 0.0) is None


def test_the_first_place_is_held_twice_as_long() -> None:
    assert moments(started(3, 0, 0), 7.0) == [
        (0.0, (0, 1)),
        (3.0, (1, 1)),
        (4.5, (2, 1)),
        (6.0, (0, 1)),
    ]


def test_a_long_page_is_scanned_by_its_groups_then_within_the_one_that_was_taken() -> None:
    scan = started(4, 3, 5)
    assert [frame for _, frame in moments(scan, 5.5)] == [(0, 4), (4, 3), (7, 5)]
    scan = pressed(after(scan, 3.0), 3.0)
    assert scan.frame == (4, 1)
    scan, _ = ticked(scan, 6.0)
    assert scan.frame == (5, 1)


def test_three_rounds_and_the_frame_stands_still_until_a_press() -> None:
    scan, now = started(2, 0, 0), 0.0
    firsts = 0
    while not scan.resting:
        now += 0.25
        before = scan
        scan, act = ticked(scan, now)
        assert act is None
        firsts += scan.at == 0 and before.at != 0
    assert firsts == LOOPS
    still, act = ticked(scan, now + 3600.0)
    assert (still, act) == (scan, None)
    again = pressed(scan, now + 3600.0)
    assert (again.resting, again.taken) == (False, False)


def test_a_wrong_group_is_left_by_itself_after_three_rounds() -> None:
    scan, frames, now = pressed(started(4, 3, 5), 0.0), [(0, 1)], 0.0
    while frames[-1] != (0, 4):
        now += 0.25
        scan, act = ticked(scan, now)
        assert act is None
        if scan.frame != frames[-1]:
            frames.append(scan.frame)
    assert frames == [(0, 1), (1, 1), (2, 1), (3, 1)] * LOOPS + [(0, 4)]
    assert not scan.resting


def test_what_is_taken_acts_after_a_second_and_once() -> None:
    scan = pressed(after(started(3, 0, 0), 3.0), 3.2)
    assert ticked(scan, 4.1)[1] is None
    scan, act = ticked(scan, 4.2)
    assert act == 1
    assert ticked(scan, 4.3)[1] is None
    assert scan.frame == (0, 1)


def test_a_second_press_within_that_second_takes_it_back() -> None:
    scan = pressed(pressed(started(3, 0, 0), 0.5), 1.4)
    assert not scan.taken
    for quarter in range(6, 12):
        scan, act = ticked(scan, quarter / 4)
        assert act is None


@given(
    st.tuples(st.integers(0, 14), st.integers(0, 3), st.integers(0, 5)),
    st.sampled_from((0.5, 1.5, 5.0)),
    st.data(),
)
def test_every_control_can_be_pressed_with_one_switch(
    parts: tuple[int, int, int], pace: float, data: st.DataObject
) -> None:
    scan = begin(parts, pace, 0.0)
    if scan is None:
        return
    wanted, now, act = data.draw(st.integers(0, sum(parts) - 1)), 0.0, None
    for _ in range(4000):
        first, count = scan.frame
        if not scan.taken and first <= wanted < first + count:
            scan = pressed(scan, now)
        now += 0.1
        scan, act = ticked(scan, now)
        if act is not None:
            break
    assert act == wanted


@pytest.mark.parametrize("pace", [0.5, 1.5, 5.0])
def test_the_pace_is_the_persons(pace: float) -> None:
    scan = begin((3, 0, 0), pace, 0.0)
    assert scan is not None
    assert scan.due == 2 * pace
    assert ticked(scan, 2 * pace)[0].due == 3 * pace


def test_a_step_lasts_from_half_a_second_to_five_and_one_and_a_half_at_first() -> None:
    assert (min(PACES), max(PACES), Settings().pace) == (0.5, 5.0, 1.5)
    assert (LOOPS, UNDO, MOST_IN_GROUP, FIRST_PAUSE) == (3, 1.0, 6, 2.0)
