"""The stones in the water as pictures: seven smooth ovals take longer to paint than a page."""

import math
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

# How high a stone is, and how wide its ripples are, as parts of its width.
_TALL = 0.26
_RIPPLES = (1.28, 1.62)
_LOWERED = 0.12


class StoneLook(NamedTuple):
    """What all stones of one piece of water have in common; colours are #RRGGBB, sizes px."""

    border: str
    rippled: bool
    px_per_mm: float
    ratio: float


@dataclass(frozen=True)
class Stone:
    """One stone: where its middle is in px, how wide it is, and the colour it is filled with."""

    middle: QPointF
    wide: float
    fill: str


@dataclass
class StoneShelf:
    """Keeps the stones painted last, of one look each; holds nothing about a person."""

    look: StoneLook | None = None
    drawn: dict[int, tuple[Stone, QPixmap]] = field(default_factory=dict)

    def paint(self, painter: QPainter, look: StoneLook, stones: list[Stone]) -> None:
        """Paint stones in their order; one that is as it was last time is only copied."""
        if look != self.look:
            self.look, self.drawn = look, {}
        for place, stone in enumerate(stones):
            corner = _corner(stone, look)
            # Between two pixels it stands as it is painted without a picture.
            here = replace(stone, middle=stone.middle - corner)
            if place not in self.drawn or self.drawn[place][0] != here:
                self.drawn[place] = here, _drawn(here, look)
            painter.drawPixmap(corner, self.drawn[place][1])


def _corner(stone: Stone, look: StoneLook) -> QPointF:
    half = _room(stone, look) / 2
    left, top = stone.middle.x() - half.width(), stone.middle.y() - half.height()
    return QPointF(math.floor(left), math.floor(top))


def _room(stone: Stone, look: StoneLook) -> QSizeF:
    """Return the room of a stone with all its ripples, and of the ends of their lines."""
    most = _RIPPLES[-1] if look.rippled else 1.0
    line = max(1.0, look.px_per_mm)
    tall = stone.wide * _TALL * (most + 2 * _LOWERED)
    return QSizeF(stone.wide * most + 2 * line, tall + 2 * line)


def _drawn(stone: Stone, look: StoneLook) -> QPixmap:
    room = _room(stone, look)
    picture = QPixmap(
        math.ceil((room.width() + 1) * look.ratio), math.ceil((room.height() + 1) * look.ratio)
    )
    picture.setDevicePixelRatio(look.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, stone, look)
    painter.end()
    return picture


def _paint(painter: QPainter, stone: Stone, look: StoneLook) -> None:
    wide, tall = stone.wide, stone.wide * _TALL
    ripple = QColor(look.border)
    ripple.setAlpha(70)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ripple, max(1.0, 0.3 * look.px_per_mm)))
    # See-through rings would be a third colour.
    for grow in _RIPPLES if look.rippled else ():
        box = QRectF(0, 0, wide * grow, tall * grow)
        box.moveCenter(stone.middle + QPointF(0, tall * _LOWERED))
        painter.drawEllipse(box)
    painter.setPen(QPen(QColor(look.border), max(1.0, 0.45 * look.px_per_mm)))
    painter.setBrush(QColor(stone.fill))
    box = QRectF(0, 0, wide, tall)
    box.moveCenter(stone.middle)
    painter.drawEllipse(box)
