"""A sentence in which words can be touched: each then tells what it means.

They are known by a dotted line in the ink of the sentence, not by a colour. The finger has a target
round them; keys and switches meet them in the order of reading, with the ring round the sentence.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.domain import events as ev
from kiosk.ui.theme.metrics import GAP_MM, TARGET_MM
from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import say
from kiosk.ui.widgets.keys import taken_by
from kiosk.ui.widgets.prose import Prose, Run

TOLD = "word"
_DOT_MM, _SOLID_MM = 0.5, 0.9
_RADIUS_MM = 1.6


def tells(runs: Sequence[Run]) -> bool:
    """Say whether words of a sentence can be touched."""
    return any(style == TOLD for _, style in runs)


def sentence(theme: Theme, runs: Sequence[Run], role: str = "body", colour: str = "ink") -> Prose:
    """Return the widget of a sentence."""
    text = Telling(theme, role, colour) if tells(runs) else Prose(theme, role, colour)
    text.set_runs(runs)
    return text


def let_tell(widget: QWidget, spoken: str, asked: SignalInstance) -> None:
    """Name the targets in a part of a page, and let them ask."""
    for one in (widget, *widget.findChildren(QWidget)):
        if isinstance(one, Telling):
            one.set_spoken(spoken)
            one.asked.connect(asked)


class WordSpot(QAbstractButton):
    """The target over marked words; see-through, for the sentence paints them."""

    asked = Signal(object)

    def __init__(self, theme: Theme, words: tuple[str, ...], letters: Sequence[QRectF]) -> None:
        super().__init__()
        self._theme, self.words, self._letters = theme, words, letters
        self.setText(", ".join(words))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._say)

    def _say(self) -> None:
        self.asked.emit(say(ev.WordsTold, self.words))

    def sizeHint(self) -> QSize:
        """Return the least size of a target."""
        side = self._theme.px(TARGET_MM)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press like Space, and leave the arrows to the window."""
        if not taken_by(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line under the words, and a frame while they are pressed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        per_mm, marked = self._theme.metrics.px_per_mm, self.hasFocus() or self.isDown()
        wide = max(2.0, (_SOLID_MM if marked else _DOT_MM) * per_mm)
        style = Qt.PenStyle.SolidLine if marked else Qt.PenStyle.CustomDashLine
        pen = QPen(self._theme.colour("ink"), wide, style, Qt.PenCapStyle.RoundCap)
        if not marked:
            pen.setDashPattern([0.01, 2.2])
        painter.setPen(pen)
        for one in self._letters:
            under = one.translated(-QPointF(self.pos()))
            low = min(under.bottom(), self.height() - wide / 2)
            painter.drawLine(QPointF(under.left(), low), QPointF(under.right(), low))
        if self.isDown():
            inset, radius = wide / 2, self._theme.px(_RADIUS_MM)
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, radius, radius)


class Telling(Prose):
    """A sentence with targets over its marked words."""

    asked = Signal(object)

    def __init__(self, theme: Theme, role: str = "body", colour: str = "ink") -> None:
        super().__init__(theme, role, colour)
        self._spoken = "{word}"

    def set_spoken(self, spoken: str) -> None:
        """Take how a screen reader names a target, with {word} in it."""
        self._spoken = spoken or "{word}"

    def heightForWidth(self, width: int) -> int:
        """Return the height in px at a width: that of the words, or of a target."""
        return max(super().heightForWidth(width), self._target())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the targets; words too near to each other for two share one."""
        for one in self.spots():
            one.hide()
            one.setParent(None)
            one.deleteLater()
        for words, letters, box in self._groups():
            spot = WordSpot(self._theme, words, letters)
            spot.setParent(self)
            spot.setAccessibleName(self._spoken.replace("{word}", spot.text()))
            spot.asked.connect(self.asked)
            spot.setGeometry(box)
            spot.show()

    def spots(self) -> list[WordSpot]:
        """Return the targets in the order of reading."""
        return [one for one in self.children() if isinstance(one, WordSpot)]

    def _target(self) -> int:
        return self._theme.px(TARGET_MM) + 1

    def _groups(self) -> list[tuple[tuple[str, ...], list[QRectF], QRect]]:
        groups: list[tuple[tuple[str, ...], list[QRectF], QRect]] = []
        apart = self._theme.px(GAP_MM)
        for word, its_letters in self._marked():
            words: tuple[str, ...] = (word,)
            letters, box = its_letters, self._box(its_letters)
            for at in reversed(range(len(groups))):
                others, more, near = groups[at]
                if box.adjusted(-apart, -apart, apart, apart).intersects(near):
                    words, letters = (*others, *words), [*more, *letters]
                    box = self._box(letters)
                    del groups[at]
            groups.append((words, letters, box))
        return groups

    def _marked(self) -> Iterator[tuple[str, list[QRectF]]]:
        start = 0
        for text, style in self._runs:
            if style == TOLD:
                yield text, self.letter_lines(start, len(text))
            start += len(text)

    def _box(self, letters: Sequence[QRectF]) -> QRect:
        """Return the target round letters in px, within the sentence."""
        found = QRectF()
        for one in letters:
            found = found.united(one)
        box, least = found.toAlignedRect(), self._target()
        # Letters of some scripts stand in boxes taller than the space of a line.
        high = min(self.height(), box.height(), round(self.line_height() * len(letters)))
        size = QSize(max(least, box.width()), max(least, high))
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(box.center())
        place.moveLeft(max(0, min(place.left(), self.width() - size.width())))
        place.moveTop(max(0, min(place.top(), self.height() - size.height())))
        return place
