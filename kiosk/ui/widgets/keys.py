"""What keys do to anything that can be pressed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TRAVEL = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


def taken_by(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press on Enter, leave the arrows to the window, ignore a key that is held down.

    Returns False for every other key, which Qt then handles.
    """
    if event.isAutoRepeat():
        event.accept()
    elif event.key() in _PRESS:
        button.click()
    elif event.key() in _TRAVEL:
        # Qt's own buttons would move the focus sideways; here Left and Right turn pages.
        event.ignore()
    else:
        return False
    return True
