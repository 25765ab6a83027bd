"""Items are packed whole, in order, and as evenly as the screens allow."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.widgets.paginate import paginate

ITEMS = st.lists(st.integers(1, 200), min_size=1, max_size=30)


def filled(heights: list[int], gaps: list[int], screen: range) -> int:
    """Px that a screen takes."""
    return sum(heights[i] for i in screen) + sum(gaps[i] for i in screen if i != screen.start)


@given(ITEMS, st.integers(200, 600), st.integers(0, 30))
def test_no_screen_is_fuller_than_the_room(heights: list[int], room: int, gap: int) -> None:
    gaps = [gap] * len(heights)
    assert all(filled(heights, gaps, one) <= room for one in paginate(heights, gaps, room))


@given(ITEMS, st.integers(10, 600), st.integers(0, 30))
def test_every_item_stands_once_and_in_order(heights: list[int], room: int, gap: int) -> None:
    screens = paginate(heights, [gap] * len(heights), room)
    assert [i for one in screens for i in one] == list(range(len(heights)))


@given(ITEMS, st.integers(10, 150))
def test_an_item_taller_than_the_room_stands_alone(heights: list[int], room: int) -> None:
    for one in paginate(heights, [0] * len(heights), room):
        assert len(one) == 1 or filled(heights, [0] * len(heights), one) <= max(room, *heights)


@given(ITEMS, st.integers(10, 600), st.integers(0, 30), st.integers(0, 100))
def test_the_first_screen_leaves_the_room_that_was_asked_for_where_an_item_still_fits(
    heights: list[int], room: int, gap: int, first: int
) -> None:
    gaps = [gap] * len(heights)
    screen = paginate(heights, gaps, room, first)[0]
    if heights[0] + first <= room:
        assert filled(heights, gaps, screen) + first <= room


@given(ITEMS, st.integers(10, 150), st.integers(0, 30))
def test_beside_an_item_that_is_too_tall_no_other_screen_is_too_full(
    heights: list[int], room: int, gap: int
) -> None:
    gaps = [gap] * len(heights)
    for one in paginate(heights, gaps, room):
        assert len(one) == 1 or filled(heights, gaps, one) <= room


def test_the_last_screen_is_not_left_with_one_lone_item() -> None:
    assert paginate([30, 30, 30, 30], [0] * 4, 90) == [range(2), range(2, 4)]


def test_what_fits_stays_on_one_screen() -> None:
    assert paginate([30, 30, 30], [0, 5, 5], 100) == [range(3)]


def test_nothing_is_one_empty_screen() -> None:
    assert paginate([], [], 100) == [range(0)]


@given(ITEMS, st.integers(200, 600), st.integers(0, 30))
def test_where_screens_need_not_be_even_the_first_takes_all_it_can(
    heights: list[int], room: int, gap: int
) -> None:
    gaps = [gap] * len(heights)
    first, *others = paginate(heights, gaps, room, even=False)
    if others:
        assert filled(heights, gaps, range(first.stop + 1)) > room
