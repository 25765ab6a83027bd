"""Text painted line by line, with the space that Qt leaves out where a line is broken.

Without it a program that reads the text of a PDF takes the words on both sides for one.
"""

import unicodedata

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextLine, QTextOption

from kiosk.ui.copy.pdf_tags import SPAN, Part, Tags, part_of


def lines_in(layout: QTextLayout, at: QPointF, window: QRectF) -> list[QTextLine]:
    """Return the lines that lie within a window; `at` is where the layout's own origin stands."""
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [line for line in lines if line.rect().translated(at).intersects(window)]


def joins(text: str) -> bool:
    """Tell whether a text has letters that join, as Arabic does, or is read from the right."""
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def paint_lines(
    painter: QPainter, text: str, lines: list[QTextLine], at: QPointF, tags: Tags | None
) -> None:
    """Paint some lines of a text in the painter's pen, or the colours that they bring.

    The painter's font is that of the text. Letters that join have no glyph of their own, so the
    words of such a line are written beside it.
    """
    joined = joins(text)
    for line in lines:
        end = line.textStart() + line.textLength()
        words = Part(SPAN, actual=text[line.textStart() : end])
        with part_of(tags if joined else None, painter, words):
            _paint_line(painter, text, line, at)


def _paint_line(painter: QPainter, text: str, line: QTextLine, at: QPointF) -> None:
    line.draw(painter, at)
    end = line.textStart() + line.textLength()
    if end < len(text) and text[end - 1] == " ":
        x = line.naturalTextRect().right()
        painter.drawText(at + QPointF(x, line.y() + line.ascent()), " ")


def paint_paragraph(
    painter: QPainter,
    text: str,
    box: QRectF,
    font: QFont,
    *,
    rtl: bool = False,
    close: float = 1.0,
    tags: Tags | None = None,
) -> float:
    """Paint text from the top of a box and return where it ends.

    `close` is the part of its own height that each line takes.
    """
    layout = QTextLayout(text, font, painter.device())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if rtl:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0.0, height - (1.0 - close) * line.height() / 2))
        height += close * line.height()
    layout.endLayout()
    painter.setFont(font)
    paint_lines(painter, text, lines_in(layout, box.topLeft(), box), box.topLeft(), tags)
    return box.top() + height
