"""The places of a code, filled one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme

_GAP_MM = 2.0
_MOST_MM = 15.0
_ONE_GROUP = 3


class CodeBoxes(QWidget):
    """Boxes for a code, in two groups of three; dots when the code is secret."""

    def __init__(
        self, theme: Theme, places: int, *, hidden: bool, icons: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._theme, self._places, self._hidden = theme, places, hidden
        self._typed = ""
        self._icons = icons
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_typed(self, typed: str, spoken: str) -> None:
        """Show what is typed so far."""
        self._typed = typed
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size in px."""
        theme = self._theme
        height = theme.px(13.0 if theme.metrics.small else 17.0)
        return QSize(theme.px(_MOST_MM + _GAP_MM) * self._places, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes from the left: numbers are read the same way everywhere."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        gap, middle = theme.px(_GAP_MM), theme.px(4.0 if self._places > _ONE_GROUP else 0.0)
        free = self.width() - gap * (self._places - 1) - middle
        wide = min(theme.px(_MOST_MM), free // self._places)
        edge = max(1.0, 0.45 * theme.metrics.px_per_mm)
        font = theme.font("row")
        font.setPixelSize(min(font.pixelSize(), self.height() * 6 // 10))
        painter.setFont(font)
        radius = theme.px(1.8)
        for index in range(self._places):
            x = index * (wide + gap) + (middle if index >= self._places / 2 else 0)
            box = QRectF(x, 0, wide, self.height()).adjusted(edge, edge, -edge, -edge)
            here = index == len(self._typed)
            painter.setBrush(theme.colour("surface"))
            painter.setPen(
                QPen(theme.colour("primary" if here else "border"), edge * (2 if here else 1))
            )
            painter.drawRoundedRect(box, radius, radius)
            if index < len(self._typed):
                self._paint_typed(painter, box, self._typed[index])

    def _paint_typed(self, painter: QPainter, box: QRectF, typed: str) -> None:
        if self._icons and not self._hidden:
            side = round(min(box.width(), box.height()) * 0.7)
            place = box.center() - QPointF(side / 2, side / 2)
            picture = self._theme.icon(self._icons[int(typed) - 1], "ink", side)
            painter.drawPixmap(place.toPoint(), picture)
            return
        painter.setPen(self._theme.colour("ink"))
        text = "\u2022" if self._hidden else typed
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
