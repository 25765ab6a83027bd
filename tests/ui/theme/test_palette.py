"""Every pair of colours that carries words keeps the contrast the acceptance rows ask for."""

from dataclasses import fields
from itertools import combinations
from pathlib import Path

import pytest

from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.palette import PALETTES, Palette
from kiosk.ui.theme.theme import theme_for
from tests.ui.theme.colour_sight import KINDS_OF_SIGHT, difference, seen_by

WORDS = (
    ("ink", ("bg", "surface", "tint")),
    ("ink2", ("bg",)),
    ("primary", ("bg", "surface", "tint")),
    ("on_primary", ("primary",)),
    ("help", ("surface",)),
    ("notice", ("notice_ground",)),
    ("done", ("done_ground",)),
)
MARKS = ("glutamate", "ampa", "nmda", "medicine", "bdnf")
PAIRS = [
    pytest.param(palette, text, ground, id=f"{name}-{text}-on-{ground}")
    for name, palette in PALETTES.items()
    for text, grounds in WORDS
    for ground in grounds
]


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2 for #RRGGBB."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21.0


@pytest.mark.parametrize(("palette", "text", "ground"), PAIRS)
def test_words_have_the_contrast_of_their_kind_of_theme(
    palette: Palette, text: str, ground: str
) -> None:
    """Usual themes 10 to 1, two colours 16 to 1 (A-17, A-18); soft 4.5 to 8 (A-19)."""
    found = contrast(getattr(palette, text), getattr(palette, ground))
    if palette.name == "soft":
        assert 4.5 <= found <= 8.0
    else:
        assert found >= (16.0 if palette.flat else 10.0)


def test_there_are_six_themes() -> None:
    assert list(PALETTES) == ["light", "dark", "soft", "black", "white", "yellow"]


def test_the_soft_theme_has_no_pure_white_and_never_moves(tmp_path: Path) -> None:
    soft = PALETTES["soft"]
    assert "#FFFFFF" not in {getattr(soft, one.name) for one in fields(soft)}
    metrics = Metrics(1920, 1080, 396.0)
    moves = {
        name: theme_for(name, metrics, tmp_path, motion=True, script="latin").motion
        for name in PALETTES
    }
    assert moves == {name: name != "soft" for name in PALETTES}


@pytest.mark.parametrize("name", ["black", "white", "yellow"])
def test_a_hard_theme_has_two_colours(name: str) -> None:
    palette = PALETTES[name]
    values = (getattr(palette, one.name) for one in fields(palette))
    assert len({one for one in values if str(one).startswith("#")}) == 2


@pytest.mark.parametrize("sight", KINDS_OF_SIGHT)
@pytest.mark.parametrize("name", ["light", "dark", "soft"])
def test_marks_of_a_drawing_differ_for_every_kind_of_colour_sight(name: str, sight: str) -> None:
    """A difference of 15 (CIEDE2000) at least: acceptance row A-21."""
    palette = PALETTES[name]
    marks = [seen_by(sight, getattr(palette, mark)) for mark in MARKS]
    assert min(difference(one, other) for one, other in combinations(marks, 2)) >= 15.0


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_borders_have_at_least_four_and_a_half_to_one(palette: Palette) -> None:
    for ground in (palette.bg, palette.surface):
        assert contrast(palette.border, ground) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_marks_of_a_drawing_have_at_least_three_to_one(palette: Palette) -> None:
    for mark in MARKS:
        assert contrast(getattr(palette, mark), palette.surface) >= 3.0


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_the_focus_ring_stands_out_by_three_to_one(palette: Palette) -> None:
    assert contrast(palette.focus_edge, palette.bg) >= 3.0
    assert contrast(palette.focus, palette.focus_edge) >= 3.0 or palette.name == "dark"
