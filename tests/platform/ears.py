"""Somebody who is told of headphones, by a thread that a test waits for."""

import threading

PATIENCE = 20.0


class Ears:
    """Notes what is told, and lets a test wait for it."""

    def __init__(self) -> None:
        self.told: list[bool] = []
        self._changed = threading.Condition()

    def tell(self, plugged: bool) -> None:
        with self._changed:
            self.told.append(plugged)
            self._changed.notify_all()

    def wait_for(self, count: int) -> list[bool]:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.told) >= count, PATIENCE)
        return self.told
