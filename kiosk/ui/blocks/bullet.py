"""One list item: a dot or a number, and its sentence."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import BulletItem
from kiosk.ui.widgets.indented import Indented
from kiosk.ui.widgets.telling import sentence

_DOT_MM = 2.2
_DOT_LEFT_MM = 2.1


class Bullet(Indented):
    """A sentence with a mark in front of it."""

    def __init__(self, theme: Theme, item: BulletItem) -> None:
        self._number, self._role = item.number, item.role
        words = sentence(theme, item.runs, item.role)
        super().__init__(theme, words, theme.px(11.0 if item.number else 8.0))

    @property
    def number(self) -> str:
        """Its number; empty for a dot."""
        return self._number

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot or the number beside the first line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.text.line_height()
        if self._number:
            painter.setLayoutDirection(self.layoutDirection())
            font = self.theme.font(self._role)
            font.setWeight(self.theme.font("strong").weight())
            painter.setFont(font)
            painter.setPen(self.theme.colour("primary"))
            box = QRectF(self.mark_left(self.indent), 0, self.indent, line)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, int(flags), self._number)
            return
        radius = _DOT_MM / 2 * self.theme.metrics.px_per_mm
        centre = _DOT_LEFT_MM * self.theme.metrics.px_per_mm + radius
        x = self.mark_left(2 * centre) + centre
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("primary"))
        painter.drawEllipse(QPointF(x, line / 2), radius, radius)
