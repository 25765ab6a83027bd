"""A title gives way before letters do: small on later screens, then not repeated."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.pages.share import OPENING, RUNNING, TITLE, UNTITLED, Room, share_out

ROOM = Room(whole=400, title=120, running=60)
ITEMS = st.lists(st.integers(1, 400), min_size=1, max_size=20)


def roles(heights: list[int], *, picture_first: bool = False) -> list[str]:
    """How the title stands on each screen."""
    shares = share_out(heights, [0] * len(heights), ROOM, picture_first=picture_first)
    used = [sum(heights[i] for i in one) for one in shares.screens]
    return [shares.title_role(index, words) for index, words in enumerate(used)]


@given(heights=ITEMS, picture_first=st.booleans())
def test_title_and_words_always_fit_together(heights: list[int], *, picture_first: bool) -> None:
    shares = share_out(heights, [0] * len(heights), ROOM, picture_first=picture_first)
    taken = {TITLE: 120, RUNNING: 60, UNTITLED: 0, OPENING: 120}
    for index, one in enumerate(shares.screens):
        words = sum(heights[i] for i in one)
        assert words + taken[shares.title_role(index, words)] <= ROOM.whole


@given(heights=ITEMS, picture_first=st.booleans())
def test_every_item_stands_once_and_in_order(heights: list[int], *, picture_first: bool) -> None:
    shares = share_out(heights, [0] * len(heights), ROOM, picture_first=picture_first)
    assert [i for one in shares.screens for i in one] == list(range(len(heights)))


def test_a_page_of_one_screen_has_its_usual_title() -> None:
    assert roles([100, 100]) == [TITLE]


def test_later_screens_repeat_it_small_where_that_spares_a_screen() -> None:
    assert roles([200, 170, 170]) == [TITLE, RUNNING]


def test_it_stays_as_it_is_where_nothing_is_won() -> None:
    assert roles([200, 200]) == [TITLE, TITLE]


def test_a_tall_sentence_has_a_screen_without_it() -> None:
    assert roles([100, 390, 100]) == [TITLE, UNTITLED, RUNNING]


def test_it_opens_a_page_that_begins_with_a_tall_sentence() -> None:
    assert roles([390, 100]) == [OPENING, UNTITLED, RUNNING]


def test_a_picture_opens_such_a_page_with_the_title_over_it() -> None:
    assert roles([390, 100], picture_first=True) == [TITLE, UNTITLED, RUNNING]
