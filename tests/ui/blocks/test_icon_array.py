import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk.platform import paths
from kiosk.ui.blocks.icon_array import CountError, IconArray, IconArrayLook, PeopleGroup
from kiosk.ui.blocks.icon_plan import Area, Heading, Planner, Spacing
from kiosk.ui.blocks.picture import build_picture
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.views.sheet import ArrayItem

TWIN = "Out of 100 people who got the nose spray, 41 felt it; with a dummy spray, 9."
# Free space on a page in px, px per mm, size of the number and of the words.
SCREENS = [(1740, 520, 5.55, 58, 37), (902, 1050, 5.55, 58, 37), (1186, 400, 5.87, 61, 39)]
FILLED, OUTLINE = "#FF0000", "#0000FF"


def _look(px_per_mm: float, number_px: int, label_px: int) -> IconArrayLook:
    return IconArrayLook(
        px_per_mm, number_px, label_px, ink="#000000", label="#222222",
        filled=FILLED, outline=OUTLINE,
    )  # fmt: skip


def _array(
    qtbot: QtBot,
    counts: tuple[int, int] = (41, 9),
    screen: tuple[int, int, float, int, int] = SCREENS[0],
) -> IconArray:
    first, second = counts
    made = IconArray(
        PeopleGroup(first, f"{first} in 100", "with the nose spray"),
        PeopleGroup(second, f"{second} in 100", "with a dummy spray"),
        TWIN,
        _look(*screen[2:]),
    )
    qtbot.addWidget(made)
    made.resize(screen[0], screen[1])
    return made


def _painted(array: IconArray, index: int) -> list[bool]:
    """Return for each of the hundred people whether its body is really painted solid."""
    picture: QImage = array.grab().toImage()
    return [
        picture.pixelColor(int(at.x + at.width / 2), int(at.y + at.height * 0.75)) == QColor(FILLED)
        for at, _ in array.people(index)
    ]


@pytest.mark.parametrize("count", [0, 1, 9, 41, 100])
def test_exactly_the_count_is_painted_solid_from_the_first_on(count: int, qtbot: QtBot) -> None:
    painted = _painted(_array(qtbot, (count, 100 - count)), 0)
    assert painted == [True] * count + [False] * (100 - count)


def test_both_grids_show_their_own_count(qtbot: QtBot) -> None:
    array = _array(qtbot, (41, 9))
    assert [sum(_painted(array, index)) for index in (0, 1)] == [41, 9]


def test_rows_are_filled_from_the_top_left(qtbot: QtBot) -> None:
    places = [at for at, _ in _array(qtbot).people(0)]
    assert all(places[n].x < places[n + 1].x for n in range(9))
    assert places[10].x == places[0].x
    assert places[10].y > places[9].y == places[0].y


def test_everything_is_mirrored_for_languages_that_read_from_the_right(qtbot: QtBot) -> None:
    array = _array(qtbot)
    left = [array.people(index) for index in (0, 1)]
    array.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for index in (0, 1):
        for (there, was), (here, now) in zip(left[index], array.people(index), strict=True):
            assert here.x == pytest.approx(array.width() - there.x - there.width)
            assert (here.y, now) == (there.y, was)
        assert sum(_painted(array, index)) == (41, 9)[index]
    assert array.people(0)[0][0].x > array.people(1)[0][0].x


def test_its_accessible_name_is_the_text_twin(qtbot: QtBot) -> None:
    array = _array(qtbot)
    assert array.accessibleName() == TWIN
    group = PeopleGroup(3, "3 in 100", "x")
    array.set_groups(group, group, "Other words.")
    assert array.accessibleName() == "Other words."
    assert sum(_painted(array, 1)) == 3


@pytest.mark.parametrize("count", [-1, 101])
def test_a_count_that_is_not_of_a_hundred_is_refused(count: int) -> None:
    with pytest.raises(CountError, match="from 0 to 100"):
        PeopleGroup(count, "", "")


@pytest.mark.parametrize("screen", SCREENS, ids=["15-land", "15-port", "10-land"])
def test_it_fills_each_screen_side_by_side_with_people_easy_to_count(
    screen: tuple[int, int, float, int, int], qtbot: QtBot
) -> None:
    array = _array(qtbot, screen=screen)
    plan = array.plan()
    assert not plan.arrangement.stacked
    assert plan.cell >= 4.4 * screen[2]
    right = max(at.x + at.width for at, _ in array.people(1))
    assert right > 0.8 * array.width() or plan.height > 0.95 * array.height()
    assert plan.height <= array.height() + 1


def test_a_narrow_space_stacks_the_grids(qtbot: QtBot) -> None:
    array = _array(qtbot, screen=(330, 900, 5.55, 44, 30))
    assert array.plan().arrangement.stacked
    assert array.people(1)[0][0].y > array.people(0)[99][0].y


@pytest.mark.parametrize("screen", SCREENS, ids=["15-land", "15-port", "10-land"])
def test_the_height_it_asks_for_is_enough_and_the_least_is_less(
    screen: tuple[int, int, float, int, int], qtbot: QtBot
) -> None:
    array = _array(qtbot, screen=screen)
    for width in range(300, screen[0], 97):
        asked, least = array.heightForWidth(width), array.least_height(width)
        assert least <= asked
        for height in (asked, least):
            array.resize(width, height)
            plan = array.plan()
            assert plan.height <= height
            assert plan.cell >= 3.5 * screen[2] - 0.01


def _planner(number: float, words: float) -> Planner:
    def height_at(width: float) -> float:
        return number * 0.2 + (40.0 if words <= width else 80.0)

    return Planner((Heading(number, height_at), Heading(number, height_at)), Spacing(18, 55), 5.5)


@given(st.floats(330, 2500), st.floats(900, 2500), st.floats(40, 300), st.floats(40, 500))
def test_headings_and_grids_never_overlap_and_stay_inside(
    width: float, height: float, number: float, words: float
) -> None:
    plan = _planner(number, words).plan(width, height)
    boxes = [*plan.headings, *plan.grids]
    for index, box in enumerate(boxes):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= width + 0.01
        assert box.y + box.height <= height + 0.01
        assert not any(_overlap(box, other) for other in boxes[index + 1 :])


def _overlap(a: Area, b: Area) -> bool:
    across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    down = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    return across > 0.01 and down > 0.01


@pytest.mark.parametrize("height", [198, 244, 339])
def test_on_a_small_panel_with_the_largest_letters_both_groups_are_seen(
    height: int, qtbot: QtBot
) -> None:
    """The room that a title of one, two or three lines leaves at 1280x800 with letters XL."""
    theme = theme_for(
        "light", Metrics(1280, 800, 256.5, "XL"), paths.assets_dir(), motion=True, script="latin"
    )
    item = ArrayItem((29, 8), ("29 in 100", "8 in 100"), ("nose spray", "dummy spray"), "Dizzy.")
    made = build_picture(theme, item, paths.default_content())
    qtbot.addWidget(made)
    assert isinstance(made, IconArray)
    made.resize(1186, height)
    made.show()
    assert not made.is_cut()
    assert all(len(made.people(group)) == 100 for group in (0, 1))
