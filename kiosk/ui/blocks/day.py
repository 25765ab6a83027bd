"""The stops of a day: numbered stones on a path, along the screen or down it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import DayItem, DayStop
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.prose import Prose

# Columns narrower than this, in em of the body, break a sentence into too many lines.
_COLUMN_EM, _BESIDE_EM = 8.0, 13.5
_GAP_MM, _PATH_MM = 4.0, 0.9
# Under a stop: less where each is a row, so that a day is seen whole more often.
_UNDER_MM, _ROW_MM = 3.0, 1.8
# A name with its time may take this share of the width before the sentence goes below it.
_NAME_SHARE = 0.36


@dataclass(frozen=True, slots=True)
class Cut:
    """How a stop is cut: px of its words, its name and its time; 0 sets these above the words."""

    width: int
    along: bool = False
    name: int = 0
    time: int = 0


class StopCard(QWidget):
    """One stop: a stone with its number, its name, its time, and a sentence."""

    def __init__(self, theme: Theme, stop: DayStop, of: int, role: str) -> None:
        super().__init__()
        self._theme = theme
        self._stop, self._of = stop, of
        self._along = False
        self._boxes: list[tuple[QWidget, QRect]] = []
        self.name = Prose(theme, _name_role(role))
        self.name.set_runs(((stop.name, "strong"),))
        self.time = Note(theme, "clock", stop.time, _time_role(role)) if stop.time else None
        self.text = Prose(theme, role)
        self.text.set_runs(stop.runs)
        for part in (self.name, self.time, self.text):
            if part is not None:
                part.setParent(self)

    @property
    def number(self) -> str:
        """Which stop of the day it is, from 1."""
        return str(self._stop.number)

    @property
    def stone(self) -> int:
        """The stone's width and height in px."""
        return round(self.name.line_height())

    @property
    def indent(self) -> int:
        """How far the words stand from the path's edge, in px."""
        return self.stone + self._theme.px(4.0)

    def arrange(self, cut: Cut) -> int:
        """Set where each part goes, and return how tall the stop is, in px."""
        self._along = cut.along
        if cut.along:
            self._boxes = self._stacked(0, cut.width, self.stone + self._theme.px(2.5))
        elif cut.name:
            self._boxes = self._side_by_side(cut)
        else:
            self._boxes = self._stacked(self.indent, cut.width, 0)
        under = 1 + max(box.bottom() for _, box in self._boxes)
        if self._stop.number == self._of or cut.along:
            return under
        return under + self._theme.px(_ROW_MM if cut.name else _UNDER_MM)

    def _stacked(self, left: int, width: int, top: int) -> list[tuple[QWidget, QRect]]:
        room = width - left
        found: list[tuple[QWidget, QRect]] = []
        for part in (self.name, self.time, self.text):
            if part is not None:
                high = part.heightForWidth(room)
                found.append((part, QRect(left, top, room, high)))
                top += high
        return found

    def _side_by_side(self, cut: Cut) -> list[tuple[QWidget, QRect]]:
        gap, high = self._theme.px(_GAP_MM), self.name.heightForWidth(cut.name)
        left = self.indent + cut.name + gap
        room = cut.width - left - (cut.time + gap if cut.time and self.time else 0)
        found: list[tuple[QWidget, QRect]] = [
            (self.name, QRect(self.indent, 0, cut.name, high)),
            (self.text, QRect(left, 0, room, self.text.heightForWidth(room))),
        ]
        if self.time is not None:
            wide = cut.time or cut.name
            # Level with the first line of the sentence, whose letters are larger.
            top = (self.stone - round(self.time.text.line_height())) // 2 if cut.time else high
            box = QRect(cut.width - wide if cut.time else self.indent, max(0, top), wide, 0)
            box.setHeight(self.time.heightForWidth(wide))
            found.insert(1, (self.time, box))
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts from the reading side."""
        for part, box in self._boxes:
            part.setGeometry(mirror(self, box))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the path and the stone on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stone = QRectF(mirror(self, QRect(0, 0, self.stone, self.stone)))
        painter.setPen(QPen(self._theme.colour("border"), self._theme.px(_PATH_MM)))
        if self._stop.number < self._of:
            self._paint_path(painter, stone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("primary"))
        painter.drawEllipse(stone)
        font = self._theme.font("label")
        font.setPixelSize(round(self.stone * 0.52))
        painter.setFont(font)
        painter.setPen(self._theme.colour("on_primary"))
        painter.drawText(stone, int(Qt.AlignmentFlag.AlignCenter), self.number)

    def _paint_path(self, painter: QPainter, stone: QRectF) -> None:
        centre = stone.center()
        if not self._along:
            painter.drawLine(round(centre.x()), self.stone, round(centre.x()), self.height())
            return
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start, end = (self.width() - self.stone, 0) if rtl else (self.stone, self.width())
        painter.drawLine(start, round(centre.y()), end, round(centre.y()))


class Day(QWidget):
    """Stops in their order: side by side where they all fit, else one under another."""

    def __init__(self, theme: Theme, item: DayItem) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        times = () if _says_every_time(theme, item) else item.times
        stops = item.stops if times else tuple(replace(one, time="") for one in item.stops)
        self.cards = [StopCard(theme, one, item.of, item.role) for one in stops]
        self._whole = len(item.stops) == item.of
        self._names = item.names
        self._times = times
        self._role = item.role
        for card in self.cards:
            card.setParent(self)

    def _em(self) -> int:
        return self._theme.font(self._role).pixelSize()

    def _along(self, width: int) -> bool:
        """Say whether every stop can stand beside the others on one line."""
        if self._theme.metrics.portrait or not self._whole:
            return False
        wide = self._wide(width)
        words = (word for card in self.cards for word in (card.name, card.text))
        return wide >= max(_COLUMN_EM * self._em(), *(one.widest_word() for one in words))

    def _wide(self, width: int) -> int:
        gap, count = self._theme.px(_GAP_MM), len(self.cards)
        return (width - gap * (count - 1)) // count

    def _cut(self, width: int) -> Cut:
        """Cut by the words of all stops of the day, so that its parts line up on every screen."""
        if self._along(width):
            return Cut(self._wide(width), along=True)
        metrics = self._theme.metrics
        indent, gap = self.cards[0].indent, self._theme.px(_GAP_MM)
        probes = (_probe(self._theme, text, self._role) for text in self._names)
        name = max(one.sizeHint().width() for one in probes)
        role = _time_role(self._role)
        notes = (Note(self._theme, "clock", text, role).sizeHint().width() for text in self._times)
        time = max(notes, default=0)
        least = round(_BESIDE_EM * self._em())
        if width - indent - name - time - 2 * gap >= 1.4 * least:
            return Cut(width, name=name, time=time)
        # On a small screen a long name may break, so that more stops are seen at once.
        names = [name, self._widest_word()] if metrics.small and not metrics.portrait else [name]
        for both in (max(one, time) for one in names):
            if width - indent - both - gap >= least and both <= width * _NAME_SHARE:
                return Cut(width, name=both)
        return Cut(width)

    def _widest_word(self) -> int:
        return max(_probe(self._theme, text, self._role).widest_word() for text in self._names)

    def _arrange(self, width: int) -> tuple[list[QRect], int]:
        cut = self._cut(width)
        heights = [card.arrange(cut) for card in self.cards]
        if cut.along:
            # Each but the last reaches to the next stone, for the path between them.
            step, last = cut.width + self._theme.px(_GAP_MM), len(heights) - 1
            wides = [cut.width if i == last else step for i in range(len(heights))]
            tall = max(heights)
            return [QRect(i * step, 0, wide, tall) for i, wide in enumerate(wides)], tall
        tops = [sum(heights[:i]) for i in range(len(heights))]
        boxes = [QRect(0, top, width, high) for top, high in zip(tops, heights, strict=True)]
        return boxes, sum(heights)

    def heightForWidth(self, width: int) -> int:
        """Return the exact height in px at a width."""
        return self._arrange(width)[1]

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """Return a size at a comfortable width."""
        width = self._theme.metrics.column
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the stops from the reading side."""
        for card, box in zip(self.cards, self._arrange(self.width())[0], strict=True):
            card.setGeometry(mirror(self, box))


def _name_role(role: str) -> str:
    return "strong" if role == "body" else role


def _time_role(role: str) -> str:
    return "detail" if role == "body" else role


def _says_every_time(theme: Theme, item: DayItem) -> bool:
    """Say whether times only repeat what the sentences say, where few of the letters fit."""
    if not theme.metrics.small or theme.metrics.portrait:
        return False
    return all(one.time in "".join(text for text, _ in one.runs) for one in item.stops)


def _probe(theme: Theme, text: str, role: str) -> Prose:
    probe = Prose(theme, _name_role(role))
    probe.set_runs(((text, "strong"),))
    return probe
