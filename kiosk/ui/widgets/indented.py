"""A sentence with room in front of it for a mark."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.prose import Prose


class Indented(QWidget):
    """Wrapped words, indented on the reading side; subclasses paint the mark."""

    def __init__(self, theme: Theme, text: Prose, indent: int) -> None:
        super().__init__()
        self.theme, self.text, self.indent = theme, text, indent
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        text.setParent(self)

    def mark_left(self, width: float) -> float:
        """Return the x in px where a mark of a width starts, from the reading side."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - width if rtl else 0.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words beside their mark."""
        left = 0 if self.theme.rtl else self.indent
        self.text.setGeometry(left, 0, self.width() - self.indent, self.height())

    def heightForWidth(self, width: int) -> int:
        """Return the exact height in px at a width."""
        return self.text.heightForWidth(width - self.indent)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        hint = self.text.sizeHint()
        return QSize(hint.width() + self.indent, hint.height())
