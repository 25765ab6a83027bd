"""Text painted line by line, with the space that Qt leaves out where a line is broken.

Without it a program that reads the text of a PDF takes the words on both sides for one.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextLine, QTextOption


def lines_in(layout: QTextLayout, at: QPointF, window: QRectF) -> list[QTextLine]:
    """Return the lines that lie within a window; `at` is where the layout's own origin stands."""
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [line for line in lines if line.rect().translated(at).intersects(window)]


def paint_lines(painter: QPainter, text: str, lines: list[QTextLine], at: QPointF) -> None:
    """Paint some lines of a text in the painter's pen, or the colours that they bring.

    The painter's font is that of the text.
    """
    for line in lines:
        line.draw(painter, at)
        end = line.textStart() + line.textLength()
        if end < len(text) and text[end - 1] == " ":
            x = line.naturalTextRect().right()
            painter.drawText(at + QPointF(x, line.y() + line.ascent()), " ")


def paint_paragraph(painter: QPainter, text: str, box: QRectF, font: QFont, *, rtl: bool) -> float:
    """Paint text from the top of a box and return where it ends."""
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
        line.setPosition(QPointF(0.0, height))
        height += line.height()
    layout.endLayout()
    painter.setFont(font)
    paint_lines(painter, text, lines_in(layout, box.topLeft(), box), box.topLeft())
    return box.top() + height
