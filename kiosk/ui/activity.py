"""Watches the window, not the application, for signs of life."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

_DOWN = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
# A sign of life may change the page, so it counts when the finger is gone: a press that took the
# warning away would go on to whatever lies beneath it.
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab)
_UP = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd)


class Activity(QObject):
    """An event filter for the top-level QWindow: one event per input, and its first showing."""

    keyed = Signal()
    touched = Signal()
    typed = Signal()
    acted = Signal()
    keys_used = Signal(bool)
    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of a touch or a key, and let it pass."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            self.keyed.emit()
            self.keys_used.emit(True)
            self.typed.emit()
            if isinstance(event, QKeyEvent) and event.key() not in _MOVES:
                self.acted.emit()
        elif kind in _DOWN:
            self.keys_used.emit(False)
        elif kind in _UP:
            self.touched.emit()
            self.acted.emit()
        elif kind is QEvent.Type.Expose and not self._seen:
            self._seen = True
            self.seen.emit()
        return False
