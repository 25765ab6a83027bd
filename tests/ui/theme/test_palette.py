"""Every pair of colours that carries words keeps the contrast the acceptance rows ask for."""

import pytest

from kiosk.ui.theme.palette import PALETTES, Palette

WORDS = (
    ("ink", ("bg", "surface", "tint")),
    ("ink2", ("bg",)),
    ("primary", ("bg", "surface", "tint")),
    ("on_primary", ("primary",)),
    ("help", ("surface",)),
    ("notice", ("notice_ground",)),
    ("done", ("done_ground",)),
)
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
def test_words_have_at_least_ten_to_one(palette: Palette, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 10.0


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_borders_have_at_least_four_and_a_half_to_one(palette: Palette) -> None:
    for ground in (palette.bg, palette.surface):
        assert contrast(palette.border, ground) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_marks_of_a_drawing_have_at_least_three_to_one(palette: Palette) -> None:
    for mark in ("glutamate", "ampa", "nmda", "medicine", "bdnf"):
        assert contrast(getattr(palette, mark), palette.surface) >= 3.0


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_the_focus_ring_stands_out_by_three_to_one(palette: Palette) -> None:
    assert contrast(palette.focus_edge, palette.bg) >= 3.0
    assert contrast(palette.focus, palette.focus_edge) >= 3.0 or palette.name == "dark"
