"""What is pressed, and what is chosen, shows in every theme."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.platform import paths
from kiosk.ui.audit.contrast import luminance
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.theme.theme import Theme, theme_for
from kiosk.ui.widgets.button import LOOKS, TouchButton
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.row import Row


def theme_of(palette: str) -> Theme:
    return theme_for(
        palette, Metrics(1920, 1080, 396.0), paths.assets_dir(), motion=True, script="latin"
    )


def picture(widget: QWidget, palette: str) -> QImage:
    """A widget on the ground of the page, which some look through to."""
    found = QImage(widget.size(), QImage.Format.Format_RGB32)
    found.fill(theme_of(palette).colour("bg"))
    widget.render(found, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
    return found


def plainly_changed(before: QImage, after: QImage) -> int:
    """How many pixels stand out from what they were by 3:1 and more (acceptance row A-22)."""
    count = 0
    for y in range(before.height()):
        for x in range(before.width()):
            one, other = before.pixel(x, y), after.pixel(x, y)
            if one != other:
                low, high = sorted((luminance(one & 0xFFFFFF), luminance(other & 0xFFFFFF)))
                count += (high + 0.05) / (low + 0.05) >= 3
    return count


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
        looks[one, False] = picture(one, palette)
        one.setDown(True)
        looks[one, True] = picture(one, palette)
    assert looks[button, False] != looks[button, True]
    assert looks[button, True] != looks[bare, True]
    assert plainly_changed(looks[bare, False], looks[bare, True]) > bare.width()


@pytest.mark.parametrize("palette", PALETTES)
def test_a_pressed_row_looks_pressed(qtbot: QtBot, palette: str) -> None:
    row = Row(theme_of(palette), "I have questions first", None, mark="radio")
    qtbot.addWidget(row)
    row.resize(700, 160)
    before = row.grab().toImage()
    row.setDown(True)
    assert plainly_changed(before, row.grab().toImage()) > row.width()


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


@pytest.mark.parametrize("palette", PALETTES)
def test_the_focus_ring_stands_out_by_a_line_of_its_own(qtbot: QtBot, palette: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 300)
    button = TouchButton(theme_of(palette), "On", None)
    button.setParent(page)
    button.setGeometry(100, 70, 400, 160)
    ring = FocusRing(theme_of(palette), page)
    before = picture(page, palette)
    page.show()
    ring.follow(button)
    after = picture(page, palette)
    # Where yellow does not set it apart, the line does.
    line = 0.5 if palette in ("light", "dark") else 0.9
    length = 2 * (button.width() + button.height())
    assert plainly_changed(before, after) > length * theme_of(palette).px(line)
