"""One shape of a drawing in px, worked out once and painted as often as it is seen."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from kiosk.ui.stage.colours import StageColours, colour_map
from kiosk.ui.stage.curves import trim
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.shapes import Bar, Circle, Curve, Diamond, Leaf, Look, Path, Point, Tail

# Px for soft edges.
_SPARE = 2.0
_VEIN_WIDTH = 2.2
_MOST_OUTLINES = 32

Drawn = Circle | Tail | Path | Bar | Diamond | Leaf
Tools = tuple[QPen, QBrush]
Outline = tuple[Point, float, tuple[Curve, ...], QPainterPath]


class Ink:
    """A shape ready to be painted; `box` surely holds all of its px."""

    __slots__ = ("_path", "_tools", "_vein", "box", "shape")

    def __init__(self, shape: Drawn, path: QPainterPath, tools: Tools) -> None:
        """Keep the shape too: while it lives, no other has its identity."""
        self.shape, self._path, self._tools = shape, path, tools
        self._vein: Ink | None = None
        edge = _SPARE + tools[0].widthF() / 2
        box = path.controlPointRect().adjusted(-edge, -edge, edge, edge)
        self.box: QRect = box.toAlignedRect()

    def with_vein(self, vein: "Ink") -> "Ink":
        """Return this with a line over it that never leaves it."""
        self._vein = vein
        return self

    def paint(self, painter: QPainter, held: Tools | None = None) -> Tools:
        """Paint it; `held` is what the painter last painted with. Return what it holds now."""
        if held is not self._tools:
            painter.setPen(self._tools[0])
            painter.setBrush(self._tools[1])
        painter.drawPath(self._path)
        return self._tools if self._vein is None else self._vein.paint(painter)


class Inker:
    """Turns shapes into ink, for one card with one set of colours."""

    def __init__(self, frame: Frame, colours: StageColours) -> None:
        """Start without a pen."""
        self._frame, self._flat = frame, colours.flat
        self._known = colour_map(colours)
        self._made: dict[Look, Tools] = {}
        self._tail = _tail()
        self._discs: dict[float, QPainterPath] = {}
        # The two lines of a cell's edge run along the same curves, which live as long as their key.
        self._outlines: dict[int, Outline] = {}

    def ink(self, shape: Drawn) -> Ink:
        """Return a shape ready to be painted."""
        made = Ink(shape, self._path(shape), self._tools(shape.look))
        if not isinstance(shape, Leaf):
            return made
        length = shape.length * self._frame.scale
        line = QPainterPath(QPointF(-length * 0.36, 0))
        line.lineTo(length * 0.22, 0)
        line = self._standing(shape.at, shape.angle).map(line)
        return made.with_vein(Ink(shape, line, self._tools(Look("", shape.vein, _VEIN_WIDTH))))

    def _tools(self, look: Look) -> Tools:
        """Return line and filling of a look: the same few, frame after frame."""
        made = self._made.get(look)
        if made is None:
            fill = QBrush(self._colour(look.fill, look)) if look.fill else QBrush()
            made = self._made[look] = self._pen(look), fill
        return made

    def _colour(self, role: str, look: Look) -> QColor:
        """Return a colour as pale as the look: a painter made pale paints far more slowly."""
        colour = QColor(self._known[role])
        if look.alpha < 1.0 and not self._flat:
            colour.setAlphaF(max(0.0, look.alpha))
        return colour

    def _pen(self, look: Look) -> QPen:
        if not look.stroke or look.width <= 0:
            none = QPen(Qt.PenStyle.NoPen)
            none.setWidth(0)
            return none
        # A line thinner than a pixel breaks up on a small card.
        pen = QPen(self._colour(look.stroke, look), max(1.0, look.width * self._frame.scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _path(self, shape: Drawn) -> QPainterPath:
        scale = self._frame.scale
        if isinstance(shape, Path):
            return self._placed(shape) if shape.at is None else self._hung(shape, shape.at)
        if isinstance(shape, Tail):
            return self._trailing(shape)
        if isinstance(shape, Leaf):
            return self._standing(shape.at, shape.angle).map(_leaf(shape.length * scale))
        x, y = self._frame.hang(shape.at, shape.offset)
        if isinstance(shape, Circle):
            return self._disc(shape.r * scale).translated(x, y)
        drawn = QPainterPath()
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

    def _disc(self, radius: float) -> QPainterPath:
        """Return a disc round the corner; most drops are equally large."""
        disc = self._discs.get(radius)
        if disc is None:
            disc = self._discs[radius] = QPainterPath()
            disc.addEllipse(QPointF(0.0, 0.0), radius, radius)
        return disc

    def _trailing(self, shape: Tail) -> QPainterPath:
        left, top = self._frame.place(shape.at)
        (x, y), scale = shape.away, self._frame.scale
        far, wide = shape.length * scale, shape.half * scale
        return QTransform(x * far, y * far, -y * wide, x * wide, left, top).map(self._tail)

    def _placed(self, shape: Path) -> QPainterPath:
        """Return curves whose points are places of the drawing."""
        known = self._outlines.get(id(shape.curves))
        if known is not None and known[:2] == (shape.start, shape.part):
            return known[3]
        place = self._frame.place
        drawn = QPainterPath(QPointF(*place(shape.start)))
        for first, second, end in trim(shape.start, shape.curves, shape.part):
            drawn.cubicTo(*place(first), *place(second), *place(end))
        if len(self._outlines) > _MOST_OUTLINES:
            self._outlines.clear()
        self._outlines[id(shape.curves)] = shape.start, shape.part, shape.curves, drawn
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


def _tail() -> QPainterPath:
    """Return a tail from the middle of its drop one unit to the right, one unit to each side."""
    drawn = QPainterPath(QPointF(0.095, 1.0))
    drawn.cubicTo(0.33, 0.9, 0.55, 0.3, 1.0, 0.1)
    drawn.cubicTo(1.024, 0.05, 1.024, -0.05, 1.0, -0.1)
    drawn.cubicTo(0.55, -0.3, 0.33, -0.9, 0.095, -1.0)
    return drawn


def _leaf(length: float) -> QPainterPath:
    half = length / 2
    drawn = QPainterPath(QPointF(-half, 0))
    drawn.cubicTo(-half * 0.5, -half * 0.78, half * 0.45, -half * 0.62, half, 0)
    drawn.cubicTo(half * 0.45, half * 0.62, -half * 0.5, half * 0.78, -half, 0)
    return drawn
