"""A calm ring with the seconds left."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme

_SIDE_MM = 44.0
_SMALL_SIDE_MM = 34.0
# Acceptance row A-81: digits at least 17 mm tall.
DIGITS_MM = 17.0


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

    def sizeHint(self) -> QSize:
        """Return the ring's size in px."""
        return QSize(self._side(), self._side())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, the arc that is left, and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        pen = self._theme.metrics.px_per_mm * 2.4
        box = QRectF((self.width() - side) / 2, 0, side, side)
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
