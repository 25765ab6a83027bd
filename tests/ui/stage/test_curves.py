import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.stage.curves import Way, along, ease, line, rounded, smooth_loop, trim
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.shapes import HEIGHT, WIDTH

CURVE = ((100.0, 0.0), (100.0, 100.0), (200.0, 100.0))
START = (0.0, 0.0)


@given(st.floats(0, 1))
def test_a_trimmed_curve_ends_where_the_whole_one_passes(share: float) -> None:
    kept = trim(START, (CURVE,), share)
    end = kept[-1][2] if kept else START
    assert end == pytest.approx(along(START, CURVE, share), abs=1e-6)


@given(st.floats(-2, 3))
def test_easing_stays_between_start_and_end(share: float) -> None:
    assert 0.0 <= ease(share) <= 1.0


def test_a_way_is_walked_at_an_even_pace() -> None:
    way = Way.of(START, (line(START, (30.0, 0.0)), line((30.0, 0.0), (330.0, 0.0))))
    assert way.at(0.5) == pytest.approx((165.0, 0.0))
    assert way.at(0.0) == START
    assert way.at(9.0) == pytest.approx((330.0, 0.0))


def test_outlines_come_back_to_their_start() -> None:
    square = [(0.0, 0.0), (80.0, 0.0), (80.0, 80.0), (0.0, 80.0)]
    for start, curves in (smooth_loop(square), rounded(square, 10.0)):
        assert curves[-1][2] == pytest.approx(start)


def test_a_crisp_corner_is_kept() -> None:
    square = [(0.0, 0.0), (80.0, 0.0), (80.0, 80.0), (0.0, 80.0)]
    _, curves = rounded(square, 10.0, frozenset({2}))
    ends = [curve[2] for curve in curves]
    assert (80.0, 80.0) in ends
    assert (80.0, 0.0) not in ends


@given(st.integers(400, 2000), st.integers(290, 2000))
def test_a_drawing_fits_any_card_and_reaches_its_edges(width: int, height: int) -> None:
    frame = Frame(width, height)
    assert frame.place((0.0, 0.0)) == (0.0, 0.0)
    assert frame.place((WIDTH, HEIGHT)) == (width, height)
    x, y = frame.place((999.0, 729.0))
    assert 0 <= x <= width
    assert 0 <= y <= height


@given(st.integers(400, 2000), st.integers(290, 2000))
def test_what_hangs_on_an_anchor_keeps_its_shape_on_a_tall_card(width: int, height: int) -> None:
    frame = Frame(width, height)
    middle, right, below = (
        frame.hang((500.0, 486.0), offset) for offset in ((0, 0), (10, 0), (0, 10))
    )
    assert math.dist(middle, right) == pytest.approx(math.dist(middle, below))
