"""The stepping stones: how far along, as shapes and as words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme

_STONE_MM = (8.5, 3.6)
_HERE_MM = 13.0
_GAP_MM = 2.4


class Stones(QWidget):
    """A row of stones: filled behind, longer here, outlined ahead. Not clickable."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._step = 0
        self._of = 0
        self._shrink = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, step: int, of: int, words: str, shrink: float = 1.0) -> None:
        """Show step (from 1) of a number of steps; words are for those who cannot see it."""
        same = (step, of, shrink) == (self._step, self._of, self._shrink)
        self._step, self._of, self._shrink = step, of, shrink
        self.setAccessibleName(words)
        if not same:
            self.updateGeometry()
            self.update()

    def _mm(self, mm: float) -> float:
        return mm * self._shrink * self._theme.metrics.px_per_mm

    def sizeHint(self) -> QSize:
        """Return the size of all stones in px."""
        if not self._of:
            return QSize(0, 0)
        width = self._mm(_STONE_MM[0] * (self._of - 1) + _HERE_MM + _GAP_MM * (self._of - 1))
        return QSize(round(width) + 2, round(self._mm(_STONE_MM[1])) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stones from the reading side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        edge = max(1.0, 0.35 * self._theme.metrics.px_per_mm)
        x, height = 1.0, self._mm(_STONE_MM[1])
        for number in range(1, self._of + 1):
            width = self._mm(_HERE_MM if number == self._step else _STONE_MM[0])
            done = number <= self._step
            painter.setBrush(self._theme.colour("primary") if done else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("primary" if done else "border"), edge))
            box = QRectF(x, 1, width, height).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
            painter.drawRoundedRect(box, height / 2, height / 2)
            x += width + self._mm(_GAP_MM)
