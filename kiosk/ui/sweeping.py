"""Garbage is collected on the window's thread alone.

Python collects on whichever thread happens to allocate. Among what it finds may be widgets, and a
widget that ends on a worker's thread while the window uses it takes the whole program down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class Sweeper(QObject):
    """Collects as often as Python would by itself, between two events of the window."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.sweep)

    def begin(self) -> None:
        """Take the work over from Python."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Give it back."""
        self._timer.stop()
        gc.enable()

    def sweep(self) -> None:
        """Collect what is due: the young often, the old seldom."""
        due = [
            count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        ]
        if due[0]:
            gc.collect(2 if all(due) else 1 if due[1] else 0)
