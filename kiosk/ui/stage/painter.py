"""Paints the mechanism drawings: shapes in units become ink on a card."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kiosk.ui.stage.colours import StageColours
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.ink import Inker
from kiosk.ui.stage.shapes import Label, Point, Shape


class StagePainter:
    """Paints shapes onto one card with one set of colours."""

    def __init__(self, painter: QPainter, frame: Frame, colours: StageColours) -> None:
        """Keep what every shape needs; the painter's origin is the card's corner."""
        self._painter = painter
        self._inker = Inker(frame, colours)

    def paint(self, shapes: Iterable[Shape]) -> None:
        """Paint everything but words, back to front."""
        for shape in shapes:
            if not isinstance(shape, Label):
                self._inker.ink(shape).paint(self._painter)
        self._painter.setOpacity(1.0)


def paint_card(
    painter: QPainter, size: Point, colours: StageColours, corner: float
) -> QPainterPath:
    """Paint the rounded card the drawing lies on and return its outline, for clipping.

    `size` and `corner` are px; the painter's origin is the card's corner.
    """
    edge = 1.0 if colours.border else 0.0
    card = QPainterPath()
    card.addRoundedRect(QRectF(edge, edge, size[0] - 2 * edge, size[1] - 2 * edge), corner, corner)
    painter.setBrush(QColor(colours.surface))
    painter.setPen(QPen(QColor(colours.border), 2.0) if colours.border else Qt.PenStyle.NoPen)
    painter.drawPath(card)
    return card
