"""One list item: a dot or a number, and its sentence."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import BulletItem
from kiosk.ui.widgets.prose import Prose


class Bullet(QWidget):
    """A sentence with a mark in front of it."""

    def __init__(self, theme: Theme, item: BulletItem) -> None:
        super().__init__()
        self._theme = theme
        self._number = item.number
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._text = Prose(theme, item.role)
        self._text.set_runs(item.runs)
        self._indent = theme.px(8.0) if not item.number else theme.px(11.0)
        box = QHBoxLayout(self)
        box.setContentsMargins(self._indent, 0, 0, 0)
        box.addWidget(self._text)

    def heightForWidth(self, width: int) -> int:
        """Return the exact height in px at a width."""
        return self._text.heightForWidth(width - self._indent)

    def hasHeightForWidth(self) -> bool:
        """An item wraps."""
        return True

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        hint = self._text.sizeHint()
        return QSize(hint.width() + self._indent, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot or the number beside the first line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._text.line_height()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._number:
            font = self._theme.font("strong")
            painter.setFont(font)
            painter.setPen(self._theme.colour("primary"))
            x = self.width() - self._indent if rtl else 0
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(x, 0, self._indent, round(line), int(flags), self._number)
            return
        radius = 1.1 * self._theme.metrics.px_per_mm
        centre = self._theme.px(3.2)
        x = self.width() - centre if rtl else centre
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("primary"))
        painter.drawEllipse(QPointF(x, line / 2), radius, radius)
