"""What stands on the paper, seen as a picture."""

import string

import pytest
import segno
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QFont, QRawFont, QTextLayout

from kiosk.ui.copy.qr import qr_squares
from kiosk.ui.copy.sheet import LARGE, USUAL
from kiosk.ui.copy.words import laid_out
from kiosk.ui.theme.fonts import FALLBACK, LATIN
from tests.ui.copy.papers import CODE, paper


def test_the_square_code_is_the_one_of_its_text_with_a_light_border() -> None:
    matrix = segno.make_qr(CODE, error="m", boost_error=False, mask=0).matrix
    side = len(matrix) + 8
    squares = qr_squares(CODE, QPointF(0, 0), float(side))
    for y in range(side):
        for x in range(side):
            inside = 4 <= y < side - 4 and 4 <= x < side - 4
            dark = inside and bool(matrix[y - 4][x - 4])
            middle = QPointF(x + 0.5, y + 0.5)
            assert any(square.contains(middle) for square in squares) == dark


def test_large_print_is_half_as_large_again() -> None:
    page = QSizeF(2000, 1e7)
    heights = [laid_out(paper(), size, page).size().height() for size in (USUAL[0], LARGE[0])]
    assert LARGE[0] >= 18
    assert heights[1] > heights[0] * 1.2


def test_arabic_is_set_from_the_right() -> None:
    words = laid_out(paper(language="ar"), 12, QSizeF(2000, 1e7))
    assert words.defaultTextOption().textDirection().name == "RightToLeft"


@pytest.mark.parametrize("family", [LATIN, FALLBACK])
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
def test_a_letter_is_drawn_with_its_own_glyph(family: str, weight: QFont.Weight) -> None:
    # A twin glyph looks the same, but text copied from a PDF, or read aloud from it, misses it.
    letters = string.ascii_letters + string.digits + "áéíóúñÁÉÍÓÚÑ"
    font = QFont(family, 12, weight)
    layout = QTextLayout(letters, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    drawn = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    raw = QRawFont.fromFont(font)
    assert drawn == [raw.glyphIndexesForString(letter)[0] for letter in letters]
