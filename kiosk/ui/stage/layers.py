"""A drawing in layers: what stands still is painted once, what moves again and again."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from kiosk.ui.stage.colours import StageColours
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.ink import Ink, Inker
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

    def add(self, inks: list[Ink], card: QPainterPath) -> None:
        """Paint more of them over it, within the outline of the card."""
        if not inks:
            return
        painter = QPainter(self.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(card)
        for ink in inks:
            ink.paint(painter)
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
        self._inks: list[Ink] = []
        self._known: dict[int, Ink] = {}
        self._card = QPainterPath()
        # Between the corners, and within the edge.
        whole, edge, round_by = QRect(QPoint(0, 0), size), 1, math.ceil(corner) + 1
        self._middles = (
            whole.adjusted(round_by, edge, -round_by, -edge),
            whole.adjusted(edge, round_by, -edge, -round_by),
        )
        self._behind, self._before = Still(QPixmap()), Still(QPixmap())

    def fits(self, size: QSize, ratio: float) -> bool:
        """Return whether it was made for such a card."""
        return (self._size, self._ratio) == (size, ratio)

    def follow(self, shapes: Sequence[Shape], group: str) -> QRect:
        """Take the shapes of the next frame; return the px where it differs from the last.

        `group` is what moves now; before the second frame nothing else can tell.
        """
        last = self._known
        inks = [
            last.get(id(shape)) or self._inker.ink(shape)
            for shape in shapes
            if not isinstance(shape, Label)
        ]
        self._inks, self._known = inks, {id(ink.shape): ink for ink in inks}
        differ = last.keys() ^ self._known.keys()
        if last:
            moving = [index for index, ink in enumerate(inks) if id(ink.shape) in differ]
        else:
            moving = [index for index, ink in enumerate(inks) if group == ink.shape.group != ""]
        if differ:
            first, end = (moving[0], moving[-1] + 1) if moving else (len(inks), len(inks))
            self._stand_behind(inks[:first])
            self._stand_before(inks[end:])
        changed = self._names.follow(shapes)
        for key in differ:
            changed |= (last.get(key) or self._known[key]).box
        return changed

    def paint(self, painter: QPainter, part: QRect) -> None:
        """Paint so much of the card, in px."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._behind.picture)
        end = len(self._inks) - len(self._before.inks)
        for ink in self._inks[len(self._behind.inks) : end]:
            if ink.box.intersects(part):
                self._paint_on_card(painter, ink)
        painter.setOpacity(1.0)
        if self._before.inks:
            painter.drawPixmap(0, 0, self._before.picture)
        self._names.paint(painter, part, self._colours)

    def _paint_on_card(self, painter: QPainter, ink: Ink) -> None:
        """Paint a shape, cut where it would leave the card; to cut all of them takes long."""
        if any(middle.contains(ink.box) for middle in self._middles):
            ink.paint(painter)
            return
        painter.setClipPath(self._card)
        ink.paint(painter)
        painter.setClipping(False)

    def _stand_behind(self, inks: list[Ink]) -> None:
        done = len(self._behind.inks)
        if not self._behind.picture.isNull() and inks[:done] == self._behind.inks:
            self._behind.add(inks[done:], self._card)
            return
        picture = self._empty()
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
