"""Every text of the desk stands out, whatever colours the system brings."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from kiosk.ui.desk.readable import _PAIRS, LEAST_CONTRAST, contrast, readable, stronger

Role = QPalette.ColorRole


def pairs(palette: QPalette) -> dict[str, float]:
    both = (*_PAIRS, (Role.HighlightedText, Role.Highlight))
    return {
        f"{text.name} on {ground.name}": contrast(palette.color(text), palette.color(ground))
        for text, ground in both
    }


def dark() -> QPalette:
    made = QPalette(QColor("#202020"), QColor("#262626"))
    made.setColor(Role.Highlight, QColor("#666699"))
    made.setColor(Role.PlaceholderText, QColor(255, 255, 255, 70))
    return made


@pytest.mark.parametrize("name", ["system", "dark"])
def test_every_text_stands_out(qapp: QApplication, name: str) -> None:
    palette = {"system": qapp.palette(), "dark": dark()}[name]
    found = pairs(readable(palette))
    assert min(found.values()) >= LEAST_CONTRAST, found


def test_what_stands_out_already_is_left_as_it_is() -> None:
    assert stronger(QColor("#123456"), QColor("white")) == QColor("#123456")
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    # Measured with the calculator of another house.
    assert contrast(QColor("#308cc6"), QColor("white")) == pytest.approx(3.66, abs=0.05)
