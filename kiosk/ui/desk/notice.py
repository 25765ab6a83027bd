"""The line above everything else in the desk's window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel


class Notice(QLabel):
    """Says one thing, or is not there."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setMargin(8)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.ToolTipBase)
        self.setForegroundRole(self.palette().ColorRole.ToolTipText)

    def tell(self, text: str) -> None:
        """Say one thing, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))
        if text and QAccessible.isActive():
            # Nobody's eyes are on the top of the window when something goes wrong.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
