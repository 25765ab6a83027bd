"""One shape of a drawing in px, worked out once and painted as often as it is seen."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform

from kiosk.ui.stage.colours import StageColours, colour_map
from kiosk.ui.stage.curves import trim
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.shapes import Bar, Circle, Diamond, Leaf, Path, Point

# Px for soft edges.
_SPARE = 2.0
_VEIN_WIDTH = 2.2

Drawn = Circle | Path | Bar | Diamond | Leaf
Tools = tuple[QPen, QBrush]


class Ink:
    """A shape ready to be painted; `box` surely holds all of its px."""

    __slots__ = ("_alpha", "_path", "_tools", "_vein", "box", "shape")

    def __init__(self, shape: Drawn, path: QPainterPath, tools: Tools, alpha: float) -> None:
        """Keep the shape too: while it lives, no other has its identity."""
        self.shape, self._path, self._tools, self._alpha = shape, path, tools, alpha
        self._vein: Ink | None = None
        edge = _SPARE + tools[0].widthF() / 2
        box = path.controlPointRect().adjusted(-edge, -edge, edge, edge)
        self.box: QRect = box.toAlignedRect()

    def with_vein(self, vein: "Ink") -> "Ink":
        """Return this with a line over it that never leaves it."""
        self._vein = vein
        return self

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        painter.setOpacity(self._alpha)
        painter.setPen(self._tools[0])
        painter.setBrush(self._tools[1])
        painter.drawPath(self._path)
        if self._vein is not None:
            self._vein.paint(painter)


class Inker:
    """Turns shapes into ink, for one card with one set of colours."""

    def __init__(self, frame: Frame, colours: StageColours) -> None:
        """Start without a pen."""
        self._frame, self._flat = frame, colours.flat
        self._known = colour_map(colours)
        self._made: dict[tuple[str, str, float], Tools] = {}

    def ink(self, shape: Drawn) -> Ink:
        """Return a shape ready to be painted."""
        look = shape.look
        alpha = 1.0 if self._flat else look.alpha
        made = Ink(shape, self._path(shape), self._tools(look.fill, look.stroke, look.width), alpha)
        if not isinstance(shape, Leaf):
            return made
        length = shape.length * self._frame.scale
        line = QPainterPath(QPointF(-length * 0.36, 0))
        line.lineTo(length * 0.22, 0)
        line = self._standing(shape.at, shape.angle).map(line)
        return made.with_vein(Ink(shape, line, self._tools("", shape.vein, _VEIN_WIDTH), alpha))

    def _tools(self, fill: str, stroke: str, width: float) -> Tools:
        """Return line and filling of a look: the same few, frame after frame."""
        key = fill, stroke, width
        if key not in self._made:
            brush = QBrush(self._known[fill]) if fill else QBrush(Qt.BrushStyle.NoBrush)
            self._made[key] = self._pen(stroke, width), brush
        return self._made[key]

    def _pen(self, stroke: str, width: float) -> QPen:
        if not stroke or width <= 0:
            none = QPen(Qt.PenStyle.NoPen)
            none.setWidth(0)
            return none
        # A line thinner than a pixel breaks up on a small card.
        pen = QPen(self._known[stroke], max(1.0, width * self._frame.scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _path(self, shape: Drawn) -> QPainterPath:
        scale = self._frame.scale
        if isinstance(shape, Path):
            return self._placed(shape) if shape.at is None else self._hung(shape, shape.at)
        if isinstance(shape, Leaf):
            return self._standing(shape.at, shape.angle).map(_leaf(shape.length * scale))
        x, y = self._frame.hang(shape.at, shape.offset)
        drawn = QPainterPath()
        if isinstance(shape, Circle):
            drawn.addEllipse(QPointF(x, y), shape.r * scale, shape.r * scale)
            return drawn
        wide, high = shape.size[0] * scale, shape.size[1] * scale
        if isinstance(shape, Diamond):
            drawn.moveTo(x, y - high / 2)
            for across, down in ((wide / 2, 0.0), (0.0, high / 2), (-wide / 2, 0.0)):
                drawn.lineTo(x + across, y + down)
            drawn.closeSubpath()
            return drawn
        round_by = min(wide, high) / 2
        drawn.addRoundedRect(QRectF(-wide / 2, -high / 2, wide, high), round_by, round_by)
        turned = QTransform.fromTranslate(x, y)
        turned.rotate(shape.angle)
        return turned.map(drawn)

    def _placed(self, shape: Path) -> QPainterPath:
        """Return curves whose points are places of the drawing."""
        place = self._frame.place
        drawn = QPainterPath(QPointF(*place(shape.start)))
        for first, second, end in trim(shape.start, shape.curves, shape.part):
            drawn.cubicTo(*place(first), *place(second), *place(end))
        return drawn

    def _hung(self, shape: Path, at: Point) -> QPainterPath:
        """Return curves that hang from an anchor."""
        (left, top), s = self._frame.place(at), self._frame.scale
        drawn = QPainterPath(QPointF(left + shape.start[0] * s, top + shape.start[1] * s))
        for (ax, ay), (bx, by), (cx, cy) in trim(shape.start, shape.curves, shape.part):
            drawn.cubicTo(
                *(left + ax * s, top + ay * s),
                *(left + bx * s, top + by * s),
                *(left + cx * s, top + cy * s),
            )
        return drawn

    def _standing(self, at: Point, angle: float) -> QTransform:
        turned = QTransform.fromTranslate(*self._frame.place(at))
        turned.rotate(angle)
        return turned


def _leaf(length: float) -> QPainterPath:
    half = length / 2
    drawn = QPainterPath(QPointF(-half, 0))
    drawn.cubicTo(-half * 0.5, -half * 0.78, half * 0.45, -half * 0.62, half, 0)
    drawn.cubicTo(half * 0.45, half * 0.62, -half * 0.5, half * 0.78, -half, 0)
    return drawn
