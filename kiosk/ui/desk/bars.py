"""A plain chart: one bar and one number for each line, in the system's own colours."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the chart."""

    words: str
    value: int


class BarChart(QWidget):
    """Draws bars from the largest down; what it shows is also in its accessible description."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show these."""
        self._bars = bars
        self.setAccessibleDescription("; ".join(f"{one.words}: {one.value}" for one in bars))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return int(1.7 * self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        return QSize(60 * self.fontMetrics().averageCharWidth(), self._line() * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(30 * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, bar and number of each line."""
        if not self._bars:
            return
        painter, line = QPainter(self), self._line()
        metrics, gap = self.fontMetrics(), self.fontMetrics().averageCharWidth()
        number = metrics.horizontalAdvance("88888")
        left = 0.45 * self.width()
        room = self.width() - left - number - 2 * gap
        most = max(one.value for one in self._bars)
        for at, one in enumerate(self._bars):
            top = at * line
            words = metrics.elidedText(one.words, Qt.TextElideMode.ElideRight, int(left - gap))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self._here(QRectF(0, top, left - gap, line)), self._near(), words)
            length = room * one.value / most
            bar = self._here(QRectF(left, top + 0.2 * line, length, 0.6 * line))
            painter.fillRect(bar, self.palette().color(QPalette.ColorRole.Highlight))
            told = self._here(QRectF(left + length + gap, top, number, line))
            painter.drawText(told, self._near(), str(one.value))

    def _here(self, box: QRectF) -> QRectF:
        """Return a box, on the other side where the language is read from the right."""
        if self.isRightToLeft():
            box.moveLeft(self.width() - box.right())
        return box

    def _near(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
