"""Paints the mechanism drawings: shapes in units become ink on a card."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from kiosk.ui.stage.curves import trim
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.held import held_many
from kiosk.ui.stage.shapes import (
    Bar,
    Circle,
    Diamond,
    Label,
    Leaf,
    Look,
    Path,
    Point,
    Shape,
)

ColourMap = Mapping[str, QColor]


@dataclass(frozen=True, slots=True)
class StageColours:
    """The colours of a drawing as `#rrggbb`.

    `border` is the card's edge, empty for none. `flat` themes have only two colours, so
    nothing is see-through there.
    """

    ink: str
    surface: str
    tint: str
    glutamate: str
    ampa: str
    nmda: str
    medicine: str
    bdnf: str
    border: str = ""
    flat: bool = False


LIGHT = StageColours(
    "#0F2A2C", "#FFFFFF", "#E3F0ED", "#B17A0C", "#13839A", "#4A1A6D", "#B02C56", "#0B321A"
)
DARK = StageColours(
    "#EEF6F4", "#142529", "#17323A", "#F6CD5A", "#62B5CD", "#8A63F0", "#F14B75", "#DBEFE1"
)


def _blend(a: str, b: str, share: float) -> QColor:
    first, second = QColor(a), QColor(b)
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


@lru_cache(maxsize=8)
def colour_map(colours: StageColours) -> dict[str, QColor]:
    """Return the colour of every role a shape may name."""
    plain = {
        role: QColor(getattr(colours, role))
        for role in ("ink", "surface", "tint", "glutamate", "ampa", "nmda", "medicine", "bdnf")
    }
    plain["cell"] = QColor(colours.tint)
    plain["haze"] = _blend(colours.surface, colours.tint, 0.5)
    plain["glow"] = _blend(colours.tint, colours.surface, 0.6)
    plain["membrane"] = (
        QColor(colours.tint) if colours.flat else _blend(colours.tint, colours.ink, 0.13)
    )
    return plain


@held_many
def _inks(look: Look, colours: StageColours, scale: float) -> tuple[QPen, QBrush]:
    """Return line and filling of a look: the same few, frame after frame."""
    known = colour_map(colours)
    return _pen(look, known, scale), _brush(look, known)


def _brush(look: Look, colours: ColourMap) -> QBrush:
    return QBrush(colours[look.fill]) if look.fill else QBrush(Qt.BrushStyle.NoBrush)


def _pen(look: Look, colours: ColourMap, scale: float) -> QPen:
    if not look.stroke or look.width <= 0:
        return QPen(Qt.PenStyle.NoPen)
    # A line thinner than a pixel breaks up on a small card.
    pen = QPen(colours[look.stroke], max(1.0, look.width * scale))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _curve_path(shape: Path, frame: Frame) -> QPainterPath:
    place = frame.place
    if shape.at is not None:
        (left, top), scale = frame.place(shape.at), frame.scale

        def place(point: Point) -> Point:
            return left + point[0] * scale, top + point[1] * scale

    drawn = QPainterPath(QPointF(*place(shape.start)))
    for first, second, end in trim(shape.start, shape.curves, shape.part):
        drawn.cubicTo(*place(first), *place(second), *place(end))
    return drawn


def _leaf_path(length: float) -> QPainterPath:
    half = length / 2
    drawn = QPainterPath(QPointF(-half, 0))
    drawn.cubicTo(-half * 0.5, -half * 0.78, half * 0.45, -half * 0.62, half, 0)
    drawn.cubicTo(half * 0.45, half * 0.62, -half * 0.5, half * 0.78, -half, 0)
    return drawn


class StagePainter:
    """Paints shapes onto one card with one set of colours."""

    def __init__(self, painter: QPainter, frame: Frame, colours: StageColours) -> None:
        """Keep what every shape needs; the painter's origin is the card's corner."""
        self._painter = painter
        self._frame = frame
        self._colours = colours
        self._flat = colours.flat

    def paint(self, shapes: Iterable[Shape]) -> None:
        """Paint everything but words, back to front."""
        for shape in shapes:
            if isinstance(shape, Label):
                continue
            look = shape.look
            self._painter.setOpacity(1.0 if self._flat else look.alpha)
            pen, brush = _inks(look, self._colours, self._frame.scale)
            self._painter.setBrush(brush)
            self._painter.setPen(pen)
            self._paint_one(shape)
        self._painter.setOpacity(1.0)

    def _paint_one(self, shape: Circle | Path | Bar | Diamond | Leaf) -> None:
        scale = self._frame.scale
        if isinstance(shape, Path):
            self._painter.drawPath(_curve_path(shape, self._frame))
        elif isinstance(shape, Circle):
            middle = QPointF(*self._frame.hang(shape.at, shape.offset))
            self._painter.drawEllipse(middle, shape.r * scale, shape.r * scale)
        elif isinstance(shape, Leaf):
            self._paint_leaf(shape)
        else:
            self._paint_upright(shape)

    def _paint_upright(self, shape: Bar | Diamond) -> None:
        scale = self._frame.scale
        wide, high = shape.size[0] * scale, shape.size[1] * scale
        self._painter.save()
        self._painter.translate(QPointF(*self._frame.hang(shape.at, shape.offset)))
        if isinstance(shape, Diamond):
            gem = QPainterPath(QPointF(0, -high / 2))
            for x, y in ((wide / 2, 0.0), (0.0, high / 2), (-wide / 2, 0.0)):
                gem.lineTo(x, y)
            gem.closeSubpath()
            self._painter.drawPath(gem)
        else:
            self._painter.rotate(shape.angle)
            round_by = min(wide, high) / 2
            self._painter.drawRoundedRect(
                QRectF(-wide / 2, -high / 2, wide, high), round_by, round_by
            )
        self._painter.restore()

    def _paint_leaf(self, shape: Leaf) -> None:
        scale = self._frame.scale
        length = shape.length * scale
        self._painter.save()
        self._painter.translate(QPointF(*self._frame.place(shape.at)))
        self._painter.rotate(shape.angle)
        self._painter.drawPath(_leaf_path(length))
        self._painter.setPen(_inks(Look(stroke=shape.vein, width=2.2), self._colours, scale)[0])
        self._painter.drawLine(QPointF(-length * 0.36, 0), QPointF(length * 0.22, 0))
        self._painter.restore()


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
