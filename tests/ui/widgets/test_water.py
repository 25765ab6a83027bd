"""The stones in the water say how far along, in every theme."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from kiosk.platform import paths
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.theme.theme import Theme, theme_for
from kiosk.ui.widgets.water import CROSSED_MM, STONES, paint_crossed, paint_water

WIDTH, HEIGHT = 1080, 1400
# The middles of the nearest and of the farthest stone, as parts of the picture.
NEAREST, FARTHEST = (0.10, 0.94), (0.775, 0.788)


def theme_of(palette: str, *, rtl: bool = False) -> Theme:
    metrics = Metrics(1080, 1920, 396.2)
    script = "arabic" if rtl else "latin"
    assets = paths.assets_dir()
    return theme_for(palette, metrics, assets, motion=False, script=script, rtl=rtl)


def painted(theme: Theme, reached: int) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_water(painter, theme, QRect(0, 0, WIDTH, HEIGHT), reached=reached)
    painter.end()
    return image


def colour_at(image: QImage, place: tuple[float, float]) -> str:
    return image.pixelColor(round(WIDTH * place[0]), round(HEIGHT * place[1])).name().upper()


@pytest.mark.parametrize("palette", PALETTES)
def test_stones_are_filled_as_far_as_one_has_come(palette: str) -> None:
    theme = theme_of(palette)
    colours = theme.palette
    for reached, near, far in (
        (0, colours.surface, colours.surface),
        (1, colours.primary, colours.surface),
        (STONES, colours.primary, colours.primary),
    ):
        image = painted(theme, reached)
        assert colour_at(image, NEAREST) == near.upper()
        assert colour_at(image, FARTHEST) == far.upper()


def test_they_lead_the_way_one_reads() -> None:
    theme = theme_of("light", rtl=True)
    image = painted(theme, 1)
    mirrored = (1 - NEAREST[0], NEAREST[1])
    assert colour_at(image, mirrored) == theme.palette.primary.upper()


def test_no_stone_that_was_crossed_lies_on_another() -> None:
    theme = theme_of("light")
    tall = theme.px(CROSSED_MM)
    image = QImage(1920, tall, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_crossed(painter, theme, QRect(0, 0, 1920, tall))
    painter.end()
    done = theme.colour("done").rgb()
    filled = [any(image.pixel(x, y) == done for y in range(tall)) for x in range(1920)]
    begins = [x for x in range(1, 1920) if filled[x] and not filled[x - 1]]
    assert len(begins) == STONES
