"""How long the window's thread was away."""

# ruff: noqa: INP001 -- benchmarks are scripts

import time

from PySide6.QtCore import QTimer


class Heartbeat:
    """Notices how long the window's thread was away from its loop."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def restart(self) -> None:
        """Forget everything before now."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now
