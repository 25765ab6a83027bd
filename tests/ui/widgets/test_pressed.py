"""What is pressed, and what is chosen, shows in every theme."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.platform import paths
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.theme.theme import Theme, theme_for
from kiosk.ui.widgets.button import LOOKS, TouchButton
from kiosk.ui.widgets.row import Row


def theme_of(palette: str) -> Theme:
    return theme_for(
        palette, Metrics(1920, 1080, 396.0), paths.assets_dir(), motion=True, script="latin"
    )


@pytest.mark.parametrize("kind", LOOKS)
@pytest.mark.parametrize("palette", PALETTES)
def test_a_pressed_button_looks_pressed_and_keeps_its_word(
    qtbot: QtBot, palette: str, kind: str
) -> None:
    button, bare = (TouchButton(theme_of(palette), words, None, kind=kind) for words in ("On", ""))
    looks = {}
    for one in (button, bare):
        qtbot.addWidget(one)
        one.resize(400, 160)
        looks[one, False] = one.grab().toImage()
        one.setDown(True)
        looks[one, True] = one.grab().toImage()
    assert looks[button, False] != looks[button, True]
    assert looks[button, True] != looks[bare, True]


@pytest.mark.parametrize("palette", PALETTES)
def test_a_chosen_row_has_a_mark_and_a_heavier_line(qtbot: QtBot, palette: str) -> None:
    theme = theme_of(palette)
    row = Row(theme, "Light colours", None, mark="radio")
    qtbot.addWidget(row)
    row.resize(700, 160)
    pictures = []
    for chosen in (False, True):
        row.set_chosen(chosen)
        pictures.append(row.grab().toImage())
    line = theme.colour("primary").rgb()
    widths = [
        sum(one.pixel(row.width() // 2, y) == line for y in range(row.height() // 4))
        for one in pictures
    ]
    assert widths[1] > widths[0]
    middle = theme.px(5.0 + 6.5 / 2)
    assert pictures[0].pixel(middle, 75) != pictures[1].pixel(middle, 75)
