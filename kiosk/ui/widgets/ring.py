"""A calm ring with the seconds left; wider than tall where its number would touch it."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme

_SIDE_MM = 44.0
_SMALL_SIDE_MM = 34.0
# Acceptance row A-81: digits at least 17 mm tall.
DIGITS_MM = 17.0
LINE_MM = 2.4
# Between a digit's corner and the line around.
_AIR_MM = 1.0


class Ring(QWidget):
    """A countdown, as a number and as an arc."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._left, self._of = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def left(self) -> int:
        """The seconds it shows."""
        return self._left

    def show_left(self, left: int, of: int) -> None:
        """Show the seconds left of a whole."""
        self._left, self._of = left, max(1, of)
        self.setAccessibleName(str(left))
        self.update()

    def _side(self) -> int:
        small = self._theme.metrics.tight or self._theme.metrics.small
        return self._theme.px(_SMALL_SIDE_MM if small else _SIDE_MM)

    def box(self) -> QRectF:
        """Return where the ring is drawn: so wide that its line touches no digit."""
        side, pen = self._side(), self._theme.metrics.px_per_mm * LINE_MM
        digits = QFontMetrics(self._theme.big_font(DIGITS_MM)).horizontalAdvance(str(self._of))
        half = digits / 2 + self._theme.px(_AIR_MM)
        corner = self._theme.px(DIGITS_MM) / (side - 2 * pen)
        wide = max(side, round(2 * (half / math.sqrt(1 - corner**2) + pen)))
        return QRectF((self.width() - wide) / 2, 0, wide, side)

    def sizeHint(self) -> QSize:
        """Return the ring's size in px."""
        return QSize(self._side(), self._side())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, the arc that is left, and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, pen = self.box(), self._theme.metrics.px_per_mm * LINE_MM
        inner = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.setPen(QPen(self._theme.colour("hairline"), pen))
        painter.drawEllipse(inner)
        arc = QPen(self._theme.colour("primary"), pen)
        arc.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(arc)
        span = int(360 * 16 * self._left / self._of)
        painter.drawArc(inner, 90 * 16, -span)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.big_font(DIGITS_MM))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._left))
