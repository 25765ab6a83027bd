"""The countdown: its digits stand free of the line around them, on the smallest screen too."""

import math

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from kiosk.platform import paths
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.widgets.ring import DIGITS_MM, LINE_MM, Ring


@pytest.mark.parametrize("of", [9, 45, 120])
@pytest.mark.parametrize("size", [(1280, 800, 256.0), (1920, 1080, 396.0), (1080, 1920, 396.0)])
def test_no_digit_touches_the_line_around(
    size: tuple[int, int, float], of: int, qtbot: QtBot
) -> None:
    load_fonts(paths.assets_dir())
    metrics = Metrics(*size)
    theme = theme_for("light", metrics, paths.assets_dir(), motion=False, script="latin")
    ring = Ring(theme)
    qtbot.addWidget(ring)
    ring.resize(1000, 1000)
    ring.show_left(of, of)
    box, line = ring.box(), metrics.px_per_mm * LINE_MM
    across, down = box.width() / 2 - line, box.height() / 2 - line
    free = across * math.sqrt(1 - (theme.px(DIGITS_MM) / 2 / down) ** 2)
    digits = QFontMetrics(theme.big_font(DIGITS_MM)).horizontalAdvance(str(of))
    assert digits / 2 < free
    assert box.center().x() == 500.0
