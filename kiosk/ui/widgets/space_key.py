"""Space as a letter: elsewhere it presses the key in front."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class SpaceKey(QObject):
    """Watches some widgets; typed tells of a Space that would have pressed one of them."""

    typed = Signal(str)

    def watch(self, widgets: Iterable[QWidget]) -> None:
        """Take Space from these."""
        for one in widgets:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Space from pressing anything, and let all else pass."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space:
            return False
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.typed.emit(" ")
        return True
