"""Puts the words on a drawing: each as large as asked, and never over anything else."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from kiosk.ui.stage.colours import StageColours, colour_map
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.shapes import Label, Shape

# Px for soft edges.
_SPARE = 2.0


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """Words at their place on the card: a px rectangle, where they start, a font, a colour role."""

    text: str
    rect: QRectF
    start: QPointF
    font: QFont
    role: str


def _ink_box(font: QFont, text: str) -> QRectF:
    """Return the area the letters really cover, from the baseline's start."""
    metrics = QFontMetricsF(font)
    tight = metrics.tightBoundingRect(text)
    wide = max(metrics.horizontalAdvance(text), tight.width())
    return QRectF(0.0, tight.top(), wide, tight.height())


def _sized(font: QFont, px: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(max(1, math.floor(px)))
    return sized


def _fitted(font: QFont, text: str, room: tuple[float, float]) -> float:
    """Return the largest share, at most 1, of the font size at which the text fits the room."""
    box = _ink_box(font, text)
    return min(1.0, room[0] / max(1.0, box.width()), room[1] / max(1.0, box.height()))


def place_labels(
    shapes: Iterable[Shape], texts: Mapping[str, str], frame: Frame, font: QFont
) -> tuple[PlacedLabel, ...]:
    """Return every label that has words, all in one size: the font's, or smaller if one must be.

    A label that would leave the card is moved back onto it.
    """
    labels = [shape for shape in shapes if isinstance(shape, Label)]
    worded = [(one, texts.get(one.key, "") or one.glyph) for one in labels]
    scale = frame.scale

    def room(label: Label) -> tuple[float, float]:
        return label.room[0] * scale, label.room[1] * scale

    words = [(one, text) for one, text in worded if text and not one.glyph]
    share = min((_fitted(font, text, room(one)) for one, text in words), default=1.0)
    common = _sized(font, font.pixelSize() * share)
    placed: list[PlacedLabel] = []
    for one, text in worded:
        if not text:
            continue
        own = common
        if one.glyph:
            big = _sized(font, 400)
            own = _sized(font, 400 * _fitted(big, text, room(one)))
        box = _ink_box(own, text)
        x, y = frame.hang(one.at, one.offset)
        edge = 12 * scale
        x = min(max(x, box.width() / 2 + edge), frame.width - box.width() / 2 - edge)
        rect = QRectF(x - box.width() / 2, y - box.height() / 2, box.width(), box.height())
        start = QPointF(rect.left(), rect.top() - box.top())
        placed.append(PlacedLabel(text, rect, start, own, one.role))
    return tuple(placed)


def paint_labels(painter: QPainter, labels: Iterable[PlacedLabel], colours: StageColours) -> None:
    """Paint the words, each with its letters exactly inside its rectangle."""
    roles = colour_map(colours)
    for label in labels:
        painter.setFont(label.font)
        painter.setPen(roles[label.role])
        painter.drawText(label.start, label.text)


class Names:
    """The words on a drawing that moves, placed anew only when one of them moves."""

    def __init__(self, texts: Mapping[str, str], frame: Frame, font: QFont) -> None:
        """Start with no word."""
        self._texts, self._frame, self._font = texts, frame, font
        self._labels: Sequence[Label] = []
        self._placed: list[tuple[PlacedLabel, QRect]] = []

    def follow(self, labels: Sequence[Label]) -> QRect:
        """Take the words of the next frame; return the px where they differ from the last."""
        if labels == self._labels:
            return QRect()
        last, self._labels = self._placed, labels
        placed = place_labels(labels, self._texts, self._frame, self._font)
        self._placed = [(one, _around(one)) for one in placed]
        changed = QRect()
        for these, others in ((last, self._placed), (self._placed, last)):
            for pair in these:
                if pair not in others:
                    changed |= pair[1]
        return changed

    def paint(self, painter: QPainter, part: QRect, colours: StageColours) -> None:
        """Paint the words that meet a part of the card."""
        seen = (one for one, box in self._placed if box.intersects(part))
        paint_labels(painter, seen, colours)


def _around(label: PlacedLabel) -> QRect:
    return label.rect.adjusted(-_SPARE, -_SPARE, _SPARE, _SPARE).toAlignedRect()
