import math
from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import BadInputError
from kiosk.ui.stage.scenes import scene
from kiosk.ui.stage.shapes import HEIGHT, WIDTH, Bar, Circle, Diamond, Label, Leaf, Path, bounds
from kiosk.ui.stage.synapse import DOT_RADIUS, FLOOR, GATE_X, GEM, gate, membrane
from kiosk.ui.stage.timeline import SCENES, Beat, UnknownSceneError, beats, duration, moving

NAMES = st.sampled_from(SCENES)
UP_CLOSE = tuple(name for name in SCENES if name != "cells-talk")
ANY_TIME = st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True))


def test_there_are_the_seven_scenes_of_the_chapter() -> None:
    assert SCENES == (
        "cells-talk",
        "messenger",
        "low-mood",
        "medicine",
        "stronger-signal",
        "new-links",
        "unknown",
    )


@given(NAMES, ANY_TIME)
def test_a_scene_is_the_same_whenever_it_is_asked_for_and_any_time_will_do(
    name: str, t: float | None
) -> None:
    assert scene(name, t) == scene(name, t)
    assert scene(name, t)


@pytest.mark.parametrize("name", SCENES)
def test_the_end_and_everything_after_it_is_the_still_picture(name: str) -> None:
    still = scene(name)
    assert scene(name, duration(name)) == still
    assert scene(name, 1e9) == still
    assert scene(name, -1.0) == scene(name, 0.0) != still


@pytest.mark.parametrize("name", SCENES)
def test_motion_lasts_at_most_four_seconds(name: str) -> None:
    assert 0 < duration(name) <= 4.0


@pytest.mark.parametrize("name", SCENES)
def test_beats_follow_one_another_without_overlap(name: str) -> None:
    found = beats(name)
    assert found[0].start == 0
    assert all(one.end == after.start for one, after in pairwise(found))


@given(NAMES, st.integers(0, 2), st.floats(0, 0.999), st.floats(0, 0.999))
def test_between_two_instants_of_a_beat_only_its_own_group_moves(
    name: str, number: int, early: float, late: float
) -> None:
    found = beats(name)
    beat = found[number % len(found)]
    span = beat.end - beat.start
    first = Counter(scene(name, beat.start + early * span))
    second = Counter(scene(name, beat.start + late * span))
    changed = (first - second) + (second - first)
    assert {shape.group for shape in changed} <= {beat.group}


@pytest.mark.parametrize(
    ("name", "beat"), [(name, beat) for name in SCENES for beat in beats(name)]
)
def test_every_beat_moves_something(name: str, beat: Beat) -> None:
    middle = (beat.start + beat.end) / 2
    assert scene(name, beat.start) != scene(name, middle)
    assert moving(name, middle) == beat.group
    assert moving(name, None) == ""


@given(NAMES, ANY_TIME)
def test_every_shape_stays_inside_the_frame(name: str, t: float | None) -> None:
    for shape in scene(name, t):
        if not isinstance(shape, Label):
            box = bounds(shape)
            assert box.left >= 0, shape
            assert box.top >= 0, shape
            assert box.right <= WIDTH, shape
            assert box.bottom <= HEIGHT, shape


@pytest.mark.parametrize("name", UP_CLOSE)
def test_every_scene_up_close_has_its_doors_gate_and_names_in_the_same_place(name: str) -> None:
    shapes = scene(name)
    doors = {shape.at for shape in shapes if isinstance(shape, Bar) and shape.look.fill == "ampa"}
    gates = {shape.at for shape in shapes if isinstance(shape, Path) and shape.look.fill == "nmda"}
    keys = Counter(shape.key for shape in shapes if isinstance(shape, Label))
    assert doors == {(222.0, FLOOR), (778.0, FLOOR)}
    assert gates == {(GATE_X, FLOOR)}
    assert (keys["cell-a"], keys["cell-b"], keys["ampa"], keys["nmda"]) == (1, 1, 2, 1)


def _drops(name: str) -> int:
    return sum(
        isinstance(shape, Circle) and shape.look.fill == "glutamate" and shape.r == DOT_RADIUS
        for shape in scene(name)
    )


def test_low_mood_has_fewer_drops_and_the_stronger_signal_more() -> None:
    assert _drops("low-mood") < _drops("messenger") / 2
    assert _drops("stronger-signal") > _drops("messenger") * 1.4


def test_in_low_mood_the_drops_go_one_after_another() -> None:
    (beat,) = (one for one in beats("low-mood") if one.group == "dots")
    fading = [
        shape.look.alpha
        for shape in scene("low-mood", (beat.start + beat.end) / 2)
        if isinstance(shape, Circle) and shape.group == "dots" and shape.look.fill
    ]
    missed = _drops("messenger") - _drops("low-mood")
    whole, gone = fading.count(1.0), missed - len(fading)
    assert (whole, gone) >= (2, 2)
    assert 1 <= missed - whole - gone <= 4


def test_low_mood_thins_the_links_and_keeps_their_colours() -> None:
    widths = {}
    for name in ("messenger", "low-mood"):
        looks = [s.look for s in scene(name) if isinstance(s, Path) and s.look.stroke == "ink"]
        widths[name] = max(look.width for look in looks)
        assert all(look.alpha == 1.0 for look in looks)
    assert widths["low-mood"] < widths["messenger"] / 2


def test_a_thinner_link_has_thinner_edges_and_keeps_its_light_heart() -> None:
    edges, hearts = [], []
    for weight in (1.0, 0.46):
        lines = membrane((0.0, 0.0), (), weight=weight)
        ink, heart = (shape.look.width for shape in lines if isinstance(shape, Path))
        edges.append((ink - heart) / 2)
        hearts.append(heart)
    assert edges[1] < edges[0]
    assert hearts[1] > edges[1]


def test_the_medicine_comes_to_rest_in_the_middle_of_the_gate() -> None:
    (gem,) = (shape for shape in scene("medicine") if isinstance(shape, Diamond))
    assert gem.at == pytest.approx((GATE_X, FLOOR))


def drops(name: str, t: float | None) -> list[tuple[float, float]]:
    """The middles of all drops of the messenger."""
    shapes = (one for one in scene(name, t) if isinstance(one, Circle))
    return [
        (one.at[0] + one.offset[0], one.at[1] + one.offset[1])
        for one in shapes
        if one.look.fill == "glutamate" and one.r == DOT_RADIUS
    ]


@pytest.mark.parametrize("part", range(101))
def test_on_its_way_the_medicine_passes_over_no_drop(part: int) -> None:
    t = duration("medicine") * part / 100
    (gem,) = (shape for shape in scene("medicine", t) if isinstance(shape, Diamond))
    half, deep = (side / 2 for side in GEM)
    # A drop this far from a slanted side at least keeps its own width from it.
    grown = 1 + DOT_RADIUS * math.hypot(1 / half, 1 / deep)
    for x, y in drops("medicine", t):
        assert abs(x - gem.at[0]) / half + abs(y - gem.at[1]) / deep >= grown, (x, y)


@pytest.mark.parametrize("name", ["medicine", "stronger-signal", "new-links", "unknown"])
def test_before_anything_moves_no_drop_covers_part_of_another(name: str) -> None:
    # Those behind one another wait at one place, and look like one.
    seen = {(round(x, 3), round(y, 3)) for x, y in drops(name, 0.0)}
    for one, other in combinations(seen, 2):
        assert math.dist(one, other) >= 2 * DOT_RADIUS, (one, other)


def test_the_seat_of_the_gate_lies_on_the_edge_of_the_gem() -> None:
    half, deep = GEM[0] / 2, GEM[1] / 2
    right = next(s for s in gate() if isinstance(s, Path) and s.look.fill == "nmda")
    corners = [curve[2] for curve in right.curves]
    seat = [(x, y) for x, y in corners if 0 <= y < deep and x <= half + 1e-9]
    assert len(seat) >= 2
    for x, y in seat:
        assert x / half + y / deep == pytest.approx(1.0)


def test_new_links_reach_from_cell_to_cell_among_leaves() -> None:
    links = [s for s in scene("new-links") if isinstance(s, Path) and s.group.endswith("-link")]
    assert {link.group for link in links} == {"left-link", "right-link"}
    assert all(link.part == 1.0 for link in links)
    assert sum(isinstance(shape, Leaf) for shape in scene("new-links")) >= 6


def test_the_last_scene_shows_a_question_mark_that_a_language_may_replace() -> None:
    (sign,) = (s for s in scene("unknown") if isinstance(s, Label) and s.key == "question")
    assert sign.glyph == "?"


def test_an_unknown_scene_is_named_with_those_that_exist() -> None:
    with pytest.raises(UnknownSceneError, match=r"'brain-storm'.*cells-talk") as caught:
        scene("brain-storm")
    assert isinstance(caught.value, BadInputError)
