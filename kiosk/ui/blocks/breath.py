"""One slow breath to go along with, if a person likes: a circle of water that widens once."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.stage.curves import ease
from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import Command, Verb, say
from kiosk.ui.views.sheet import BreathItem
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.button import TouchButton, fit_words
from kiosk.ui.widgets.prose import Prose

# Acceptance row A-23: nothing moves for more than 5 s.
IN_SECONDS, OUT_SECONDS = 2.4, 2.4
REST = 0.5
# The water, where there is room; and where large letters leave little.
_SIDE_MM, _LOW_SIDE_MM, _SMALL_SIDE_MM = 88.0, 42.0, 30.0
_ABOVE_SIDE_MM = 96.0
# Of the width, so that words beside it are not broken too often.
_SIDE_SHARE = 0.36
_GAP_MM, _WORDS_GAP_MM = 6.0, 2.0
_BAR_MM, _LINE_MM = 1.1, 0.6
_FRAME_MS = 33


class BreathPressed(Command):
    """Widen the water once, or let it rest."""


def width_at(moment: float) -> float:
    """Return how wide the water is after so many seconds: 1 at its widest, REST when still."""
    if moment <= IN_SECONDS:
        share = ease(max(0.0, moment) / IN_SECONDS)
    else:
        share = 1 - ease(min(1.0, (moment - IN_SECONDS) / OUT_SECONDS))
    return REST + (1 - REST) * share


class Breath(QWidget):
    """The water, the words and the button; still until pressed.

    The water stands at the reading side, or on an upright screen above the words.
    """

    def __init__(
        self, theme: Theme, item: BreathItem, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._theme, self._item, self._clock = theme, item, clock
        self._began: float | None = None
        self._words = [self._prose(text) for text in (item.invite, *item.steps)]
        self._button = self._make_button() if theme.motion else None
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._step)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _prose(self, text: str) -> Prose:
        prose = Prose(self._theme, self._item.role)
        prose.set_text(text)
        prose.setParent(self)
        return prose

    def _make_button(self) -> TouchButton:
        button = TouchButton(self._theme, self._item.start, say(BreathPressed), icon="wind")
        button.set_role("label")
        button.setParent(self)
        button.asked.connect(self._pressed)
        return button

    def moving(self) -> bool:
        """Whether the water moves now."""
        return self._began is not None

    @property
    def moment(self) -> float | None:
        """The seconds since the press, or None while the water is still."""
        return None if self._began is None else self._clock() - self._began

    def _pressed(self, _verb: Verb) -> None:
        if self.moving():
            self._rest()
            return
        self._began = self._clock()
        self._name_button(self._item.stop, "x")
        self._timer.start()

    def _step(self) -> None:
        if (self.moment or 0.0) >= IN_SECONDS + OUT_SECONDS:
            self._rest()
        self.update()

    def _rest(self) -> None:
        self._timer.stop()
        self._began = None
        self._name_button(self._item.start, "wind")
        self.update()

    def _name_button(self, text: str, icon: str) -> None:
        if self._button is not None:
            self._button.set_label(text, icon, say(BreathPressed))

    def hideEvent(self, event: QHideEvent) -> None:
        """Move for nobody."""
        self._rest()

    # Where things stand

    def _side(self, width: int) -> int:
        metrics = self._theme.metrics
        if self._above:
            return min(self._theme.px(_ABOVE_SIDE_MM), width)
        most = _SIDE_MM
        if metrics.small:
            most = _SMALL_SIDE_MM if metrics.size in ("L", "XL") else _LOW_SIDE_MM
        least = self._theme.px(_SMALL_SIDE_MM)
        return max(least, min(self._theme.px(most), round(width * _SIDE_SHARE)))

    def _words_height(self, width: int) -> int:
        gap = self._theme.px(_WORDS_GAP_MM)
        tall = sum(one.heightForWidth(width) + gap for one in self._words) - gap
        below = self._button is not None and not self._beside(width)
        return tall + (2 * gap + self._theme.metrics.main_target if below else 0)

    def _beside(self, width: int) -> int:
        """Return the room in px beside what is to be done, or 0 where the button stands below."""
        if self._button is None or self._above:
            return 0
        metrics = QFontMetrics(self._theme.font(self._item.role))
        steps = max(metrics.horizontalAdvance(step) for step in self._item.steps)
        room = width - steps - 2 * self._theme.px(_GAP_MM)
        button = TouchButton(self._theme, self._item.start, None, icon="wind")
        button.set_role("label")
        return room if button.sizeHint().width() <= room else 0

    @property
    def _above(self) -> bool:
        """Whether the water stands above its words."""
        metrics = self._theme.metrics
        return metrics.portrait and not metrics.small

    def _words_left(self, width: int) -> int:
        return 0 if self._above else self._side(width) + self._theme.px(_GAP_MM)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in px: of water and words, or of whichever of the two is taller."""
        words = self._words_height(width - self._words_left(width))
        if self._above:
            return self._side(width) + self._theme.px(_GAP_MM) + words
        return max(self._side(width), words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words beside the water, and the button below them."""
        left, gap = self._words_left(self.width()), self._theme.px(_WORDS_GAP_MM)
        width = self.width() - left
        free = self.height() - self._words_height(width)
        top = free if self._above else free // 2
        beside = self._beside(width)
        steps = width - beside - self._theme.px(_GAP_MM) if beside else width
        for one, wide in zip(self._words, (width, steps, steps), strict=True):
            tall = one.heightForWidth(wide)
            one.setGeometry(mirror(self, QRect(left, top, wide, tall)))
            top += tall + gap
        if self._button is not None:
            self._place_button(self._button, QRect(left, top + gap, width, 0))

    def _place_button(self, button: TouchButton, below: QRect) -> None:
        """Place the button below the words or, so that the breath stays low, beside the steps."""
        high, beside = self._theme.metrics.main_target, self._beside(below.width())
        wide = self._fit_button(button, beside or below.width())
        box = QRect(below.left(), below.top(), wide, high)
        if beside:
            first, last = (one.geometry() for one in self._words[1:])
            middle = first.united(last).center().y()
            box.moveTo(below.right() + 1 - beside, middle - high // 2)
        button.setGeometry(mirror(self, box))

    def _fit_button(self, button: TouchButton, width: int) -> int:
        """Set its words as large as fits; return its width for the longer of its two names."""
        other = TouchButton(self._theme, self._item.stop, None, icon="x")
        fit_words([button, other], width, ("label", "tool", "tight"))
        return min(width, max(button.sizeHint().width(), other.sizeHint().width()))

    # What is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the water, and a bar beside the words whose turn it is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, moment = self._side(self.width()), self.moment
        box = QRectF(mirror(self, self._water_box(side)))
        self._paint_water(painter, box, REST if moment is None else width_at(moment))
        if moment is not None:
            self._paint_turn(painter, self._words[1 if moment <= IN_SECONDS else 2])

    def _water_box(self, side: int) -> QRect:
        if self._above:
            return QRect((self.width() - side) // 2, 0, side, side)
        return QRect(0, (self.height() - side) // 2, side, side)

    def _paint_water(self, painter: QPainter, box: QRectF, share: float) -> None:
        theme = self._theme
        line = max(1.0, _LINE_MM * theme.metrics.px_per_mm)
        most = box.width() / 2 - line
        shore = QColor(theme.colour("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shore, line / 2))
        painter.drawEllipse(box.center(), most, most)
        if not theme.palette.flat:
            # A ripple that goes before the water; see-through, it would be a third colour there.
            shore.setAlpha(90)
            painter.setPen(QPen(shore, line / 2))
            ahead = most * (share + (1 - share) / 2)
            painter.drawEllipse(box.center(), ahead, ahead)
        painter.setPen(QPen(theme.colour("primary"), line))
        painter.setBrush(theme.colour("tint"))
        painter.drawEllipse(QPointF(box.center()), most * share, most * share)

    def _paint_turn(self, painter: QPainter, words: Prose) -> None:
        bar, box = self._theme.px(_BAR_MM), words.geometry()
        left = box.right() + 2 * bar if self._theme.rtl else box.left() - 3 * bar
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("primary"))
        painter.drawRoundedRect(QRectF(left, box.top(), bar, box.height()), bar / 2, bar / 2)
