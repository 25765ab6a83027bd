"""Watches the window, not the application, for signs of life."""

from PySide6.QtCore import QEvent, QObject, Signal

_KEYS = (QEvent.Type.KeyPress,)
_FINGERS = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class Activity(QObject):
    """An event filter for the top-level QWindow: one event per input, and its first showing."""

    touched = Signal()
    keys_used = Signal(bool)
    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of a touch or a key, and let it pass."""
        kind = event.type()
        if kind in _KEYS:
            self.keys_used.emit(True)
            self.touched.emit()
        elif kind in _FINGERS:
            self.keys_used.emit(False)
            self.touched.emit()
        elif kind is QEvent.Type.Expose and not self._seen:
            self._seen = True
            self.seen.emit()
        return False
