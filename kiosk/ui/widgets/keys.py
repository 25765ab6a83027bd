"""What keys do to anything that can be pressed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TRAVEL = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_MOVES = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    # On their way to another key.
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
)


def sideways(event: QKeyEvent, *, rtl: bool) -> int:
    """Return 1 for the arrow that points onward, -1 for its opposite, 0 for any other key."""
    ways = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
    way = ways.get(Qt.Key(event.key()), 0)
    return -way if rtl else way


def only_moves(event: QKeyEvent) -> bool:
    """Say whether a key moves, or is held on the way to another, or is held down."""
    return event.isAutoRepeat() or event.key() in _MOVES


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
