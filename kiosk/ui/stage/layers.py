"""A drawing in layers: what stands still is painted once, what moves again and again."""

import math
import operator
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from kiosk.ui.stage.colours import StageColours
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.ink import Ink, Inker, Tools
from kiosk.ui.stage.lettering import Names
from kiosk.ui.stage.painter import paint_card
from kiosk.ui.stage.shapes import Label, Shape

# Fewer shapes are painted sooner than a picture of them.
_WORTH_A_PICTURE = 4


class Still:
    """A picture of shapes that stand still."""

    def __init__(self, picture: QPixmap) -> None:
        """Start with a picture of none."""
        self.picture = picture
        self.inks: list[Ink] = []
        self._box = QRect()

    def paint(self, painter: QPainter, part: QRect) -> None:
        """Paint so much of it as holds any shape."""
        box = self._box.intersected(part)
        if box.isEmpty():
            return
        ratio = self.picture.devicePixelRatio()
        source = QRectF(box.x() * ratio, box.y() * ratio, box.width() * ratio, box.height() * ratio)
        painter.drawPixmap(QRectF(box), self.picture, source)

    def add(self, inks: list[Ink], card: QPainterPath) -> None:
        """Paint more of them over it, within the outline of the card."""
        if not inks:
            return
        painter = QPainter(self.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(card)
        for ink in inks:
            ink.paint(painter)
            self._box |= ink.box
        painter.end()
        self.inks += inks


class Layers:
    """Follows a drawing from frame to frame.

    Behind is a picture of the card and of all that stands still below the first moving shape,
    before it a picture of what stands still above the last. In between every shape is painted
    where it meets what changed.
    """

    def __init__(
        self, size: QSize, ratio: float, colours: StageColours, corner: float, names: Names
    ) -> None:
        """Start with no shape; `size` is px of the card, `ratio` device px for each."""
        self._size, self._ratio = size, ratio
        self._colours, self._corner, self._names = colours, corner, names
        self._inker = Inker(Frame(size.width(), size.height()), colours)
        self._shapes: tuple[Shape, ...] = ()
        # For each shape its ink, or none for a word; and those inks alone.
        self._row: list[Ink | None] = []
        self._inks: list[Ink] = []
        self._card = QPainterPath()
        # Between the corners, and within the edge.
        edge, round_by = 1 if colours.border else 0, math.ceil(corner) + 1
        self._inner = QRect(QPoint(0, 0), size).adjusted(edge, edge, -edge, -edge)
        self._middles = (
            self._inner.adjusted(round_by, 0, -round_by, 0),
            self._inner.adjusted(0, round_by, 0, -round_by),
        )
        self._behind, self._before = Still(QPixmap()), Still(QPixmap())

    def fits(self, size: QSize, ratio: float) -> bool:
        """Return whether it was made for such a card."""
        return (self._size, self._ratio) == (size, ratio)

    def follow(self, shapes: Sequence[Shape], group: str) -> QRect:
        """Take the shapes of the next frame; return the px where it differs from the last.

        `group` is what moves now; before the second frame nothing else can tell.
        """
        last, self._shapes = self._shapes, tuple(shapes)
        head = _alike(self._shapes, last)
        tail = _alike(self._shapes[head:][::-1], last[head:][::-1])
        old, new = last[head : len(last) - tail], self._shapes[head : len(self._shapes) - tail]
        if not (old or new):
            return QRect()
        gone = {id(ink.shape): ink for ink in self._row[head : len(last) - tail] if ink}
        middle = [gone.get(id(shape)) or self._inked(shape) for shape in new]
        fresh = [ink for ink in middle if ink and id(ink.shape) not in gone]
        for ink in middle:
            if ink:
                gone.pop(id(ink.shape), None)
        self._row = [*self._row[:head], *middle, *self._row[len(last) - tail :]]
        self._inks = [ink for ink in self._row if ink]
        if fresh or gone:
            self._stand(fresh if last else [ink for ink in fresh if group == ink.shape.group != ""])
        changed = QRect()
        if any(isinstance(shape, Label) for shape in (*old, *new)):
            labels = [shape for shape in self._shapes if isinstance(shape, Label)]
            changed = self._names.follow(labels)
        for ink in (*fresh, *gone.values()):
            changed |= ink.box
        return changed

    def _inked(self, shape: Shape) -> Ink | None:
        return None if isinstance(shape, Label) else self._inker.ink(shape)

    def _stand(self, moving: list[Ink]) -> None:
        """Let stand behind, and before, what lies below and above all that moves."""
        inks = self._inks
        first = end = len(inks)
        if moving:
            first, end = inks.index(moving[0]), inks.index(moving[-1]) + 1
        self._stand_behind(inks[:first])
        self._stand_before(inks[end:])

    def paint(self, painter: QPainter, part: QRect) -> None:
        """Paint so much of the card, in px."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._colours.ground or self._within(part):
            # Nothing shows through between the corners: to copy is faster than to blend.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(0, 0, self._behind.picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        end = len(self._inks) - len(self._before.inks)
        held: Tools | None = None
        for ink in self._inks[len(self._behind.inks) : end]:
            if ink.box.intersects(part):
                held = self._paint_on_card(painter, ink, held)
        self._before.paint(painter, part)
        self._names.paint(painter, part, self._colours)

    def _within(self, box: QRect) -> bool:
        """Return whether a part of the card reaches neither its corners nor its edge."""
        upright, level = self._middles
        return upright.contains(box) or level.contains(box)

    def _paint_on_card(self, painter: QPainter, ink: Ink, held: Tools | None) -> Tools:
        """Paint a shape, cut where it would leave the card; to cut all of them takes long."""
        if self._within(ink.box):
            return ink.paint(painter, held)
        on_card = ink.box.intersected(self._inner)
        if self._within(on_card):
            painter.setClipRect(self._inner)
        else:
            painter.setClipPath(self._card)
        tools = ink.paint(painter, held)
        painter.setClipping(False)
        return tools

    def _stand_behind(self, inks: list[Ink]) -> None:
        done = len(self._behind.inks)
        if not self._behind.picture.isNull() and inks[:done] == self._behind.inks:
            self._behind.add(inks[done:], self._card)
            return
        picture = self._empty()
        if self._colours.ground:
            picture.fill(QColor(self._colours.ground))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = float(self._size.width()), float(self._size.height())
        self._card = paint_card(painter, size, self._colours, self._corner)
        painter.end()
        self._behind = Still(picture)
        self._behind.add(inks, self._card)

    def _stand_before(self, inks: list[Ink]) -> None:
        done = len(self._before.inks)
        if done > 0 and len(inks) < done + _WORTH_A_PICTURE and inks[-done:] == self._before.inks:
            return
        self._before = Still(QPixmap())
        if len(inks) >= _WORTH_A_PICTURE:
            self._before = Still(self._empty())
            self._before.add(inks, self._card)

    def _empty(self) -> QPixmap:
        picture = QPixmap(self._size * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture


def _alike(one: tuple[Shape, ...], other: tuple[Shape, ...]) -> int:
    """Return how many shapes both begin with, being the same objects."""
    same = [*map(operator.is_, one, other), False]
    return same.index(False)
