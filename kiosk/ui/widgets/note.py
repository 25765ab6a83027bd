"""An icon and a line of words."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.prose import Prose


class Note(QWidget):
    """One small fact beside its icon."""

    def __init__(self, theme: Theme, icon: str, text: str, role: str = "detail") -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._side = round(theme.font(role).pixelSize() * 1.05)
        self._indent = self._side + theme.px(3.0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._text = Prose(theme, role, "ink2")
        self._text.set_text(text)
        box = QHBoxLayout(self)
        box.setContentsMargins(self._indent, 0, 0, 0)
        box.addWidget(self._text)

    def heightForWidth(self, width: int) -> int:
        """Return the exact height in px at a width."""
        return self._text.heightForWidth(width - self._indent)

    def hasHeightForWidth(self) -> bool:
        """A note wraps."""
        return True

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        hint = self._text.sizeHint()
        return QSize(hint.width() + self._indent, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon beside the first line."""
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - self._side if rtl else 0
        y = (self._text.line_height() - self._side) / 2
        pixmap = self._theme.icon(self._icon, "primary", self._side)
        painter.drawPixmap(QPointF(x, y), pixmap)
