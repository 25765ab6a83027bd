"""Sizes are physical: the same millimetres on every screen."""

import pytest

from kiosk.ui.theme.metrics import BODY_CAP_MM, SIZES, Metrics, diagonal_of, guess_diagonal

SCREENS = [(1280, 800, 256.5), (1920, 1080, 396.2), (1080, 1920, 396.2), (1920, 1080, 604.5)]
VVSG = {"S": (3.5, 4.2), "M": (4.8, 5.6), "L": (6.4, 7.1), "XL": (8.5, 9.0)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("width", "height", "diagonal"), SCREENS)
def test_capitals_of_the_body_are_as_tall_as_vvsg_asks(
    width: int, height: int, diagonal: float, size: str
) -> None:
    metrics = Metrics(width, height, diagonal, size)
    cap = metrics.font_px() * 0.668 / metrics.px_per_mm
    low, high = VVSG[size]
    assert low - 0.1 <= cap <= high + 0.1


@pytest.mark.parametrize("size", SIZES)
def test_no_text_is_below_three_and_a_half_millimetres(size: str) -> None:
    metrics = Metrics(1920, 1080, 396.2, size)
    cap = metrics.font_px(0.1) * 0.668 / metrics.px_per_mm
    assert cap >= 3.4


@pytest.mark.parametrize(("width", "height", "diagonal"), SCREENS)
@pytest.mark.parametrize("size", SIZES)
def test_main_targets_are_twenty_millimetres_or_eighteen_on_a_small_lying_panel_at_xl(
    width: int, height: int, diagonal: float, size: str
) -> None:
    metrics = Metrics(width, height, diagonal, size)
    wanted = 18.0 if diagonal < 300 and width > height and size == "XL" else 20.0
    assert abs(metrics.main_target / metrics.px_per_mm - wanted) < 0.1


@pytest.mark.parametrize("size", SIZES)
def test_leading_is_between_1_35_and_1_55_em(size: str) -> None:
    for width, height, diagonal in SCREENS:
        assert 1.35 <= Metrics(width, height, diagonal, size).leading <= 1.55


def test_a_width_that_is_set_gives_the_diagonal() -> None:
    assert round(diagonal_of(1920, 1080, None, 345.0), 1) == 395.8


def test_a_diagonal_that_is_set_wins() -> None:
    assert diagonal_of(1920, 1080, 500.0, 345.0) == 500.0


def test_a_small_panel_is_taken_for_a_tablet() -> None:
    assert guess_diagonal(1280, 800) < 300 < guess_diagonal(1920, 1080)


def test_the_sizes_grow() -> None:
    caps = [BODY_CAP_MM[size] for size in SIZES]
    assert caps == sorted(caps)
