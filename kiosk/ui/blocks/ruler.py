"""A frame to lay a bank card on: as wide as the card, it tells the size of the screen."""

import math

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import Command, Verb, say
from kiosk.ui.views.sheet import RulerItem
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.button import TouchButton, fit_words
from kiosk.ui.widgets.prose import Prose

# ISO/IEC 7810 ID-1, the size of every bank card.
CARD_MM = (85.6, 53.98)
_CORNER_MM = 3.18
_GAP_MM = 4.0
_LINE_MM = 0.5
_LEAST_PX = 120
# How much wider than believed a card may turn out, and its share of a lying page.
_GROWS, _CARD_SHARE = 1.12, 0.55
_STEPS = (-10, -1, 1, 10)


class WiderPressed(Command):
    """Make the frame wider by so many px."""


class CardRuler(QWidget):
    """The frame, four buttons, and the line for the settings file."""

    def __init__(self, theme: Theme, item: RulerItem) -> None:
        super().__init__()
        self._theme = theme
        self._wide = round(CARD_MM[0] * theme.metrics.px_per_mm)
        self._buttons = [
            self._button(text, step) for text, step in zip(item.steps, _STEPS, strict=True)
        ]
        self._line = Prose(theme, item.role)
        self._line.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell()

    def _button(self, text: str, step: int) -> TouchButton:
        button = TouchButton(self._theme, text, say(WiderPressed, step))
        button.setParent(self)
        button.asked.connect(self._step)
        return button

    @property
    def diagonal_mm(self) -> float:
        """The diagonal of a screen on which the frame is as wide as a card."""
        metrics = self._theme.metrics
        return math.hypot(metrics.width, metrics.height) * CARD_MM[0] / self._wide

    @property
    def frame(self) -> QRect:
        """Where the frame stands, in px."""
        high = round(self._wide * CARD_MM[1] / CARD_MM[0])
        box = mirror(self, self._card_box())
        return QRect(box.center().x() - self._wide // 2, box.top(), self._wide, high)

    def _step(self, verb: Verb) -> None:
        card = self._card_box()
        most = min(card.width(), card.height() * CARD_MM[0] / CARD_MM[1])
        self._wide = round(max(_LEAST_PX, min(most, self._wide + int(str(verb.values[0])))))
        self._tell()
        self.update()

    def _tell(self) -> None:
        self._line.set_text(f"diagonal_mm = {self.diagonal_mm:.0f}")

    @property
    def _upright(self) -> bool:
        return self._theme.metrics.portrait

    def _sizes(self, width: int) -> tuple[int, int, int]:
        """Return the heights in px of a button and of the line, and the gap between things."""
        side = width if self._upright else round(width * (1 - _CARD_SHARE))
        line = self._line.heightForWidth(side)
        return self._theme.metrics.main_target, line, self._theme.px(_GAP_MM)

    def _card_box(self) -> QRect:
        """Return the room for the frame: above the buttons, or at their side."""
        if not self._upright:
            return QRect(0, 0, round(self.width() * _CARD_SHARE), self.height())
        tall, line, gap = self._sizes(self.width())
        return QRect(0, 0, self.width(), self.height() - 2 * tall - line - 3 * gap)

    def hasHeightForWidth(self) -> bool:
        """The frame keeps the shape of a card."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return a height in px that leaves the frame room to grow."""
        card = round(CARD_MM[1] * self._theme.metrics.px_per_mm * _GROWS)
        tall, line, gap = self._sizes(width)
        if self._upright:
            return card + 2 * tall + line + 3 * gap
        return max(card, 2 * tall + line + 2 * gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons and the line: below the frame, or in two columns beside it."""
        tall, line, gap = self._sizes(self.width())
        card = self._card_box()
        left = 0 if self._upright else card.width() + gap
        top = card.height() + gap if self._upright else 0
        wide = (self.width() - left - gap) // 2
        fit_words(self._buttons, wide)
        for index, button in enumerate(self._buttons):
            row, column = divmod(index, 2)
            box = QRect(left + column * (wide + gap), top + row * (tall + gap), wide, tall)
            button.setGeometry(mirror(self, box))
        top += 2 * (tall + gap)
        self._line.setGeometry(mirror(self, QRect(left, top, self.width() - left, line)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, which is outside the card that lies in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        edge = max(1.0, _LINE_MM * theme.metrics.px_per_mm)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("primary"), edge))
        inner = QRectF(self.frame).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        radius = self._wide * _CORNER_MM / CARD_MM[0]
        painter.drawRoundedRect(inner, radius, radius)
