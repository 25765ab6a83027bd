"""What counts as seen: a changed pixel of the screen, or a finished painting of the window."""

# ruff: noqa: INP001 -- benchmarks are scripts

import time
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget

from benchmarks.screen import FrameBuffer
from benchmarks.visitor import turn_loop

PATIENCE = 5.0
Box = tuple[int, int, int, int]


class Eye(Protocol):
    """Sees that a part of the window changed."""

    def look(self, box: QRect) -> None:
        """Remember what a part of the window shows now."""

    def changed(self) -> bool:
        """Tell whether it shows something else."""


class PixelEye:
    """Reads the frame buffer of the X server."""

    def __init__(self, file: Path) -> None:
        self._pixels = FrameBuffer(file)
        self._box: Box = (0, 0, 0, 0)
        self._before = b""

    def look(self, box: QRect) -> None:
        """Remember the pixels."""
        self._box = (box.x(), box.y(), box.width(), box.height())
        self._before = self._pixels.rows(self._box)

    def changed(self) -> bool:
        """Compare the pixels."""
        return self._pixels.rows(self._box) != self._before


class PaintEye(QObject):
    """Where no screen can be read: an update of the window has been painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._updates, self._before = 0, 0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Count updates; each one paints before its delivery ends."""
        if event.type() is QEvent.Type.UpdateRequest:
            self._updates += 1
        return False

    def look(self, _box: QRect) -> None:
        """Remember how many there were."""
        self._before = self._updates

    def changed(self) -> bool:
        """Tell whether there was one more."""
        return self._updates > self._before


def wait_for_change(eye: Eye, began: float) -> float | None:
    """Turn the loop until the eye sees a change; return ms since `began`, None if none came."""
    while not eye.changed():
        turn_loop()
        if time.perf_counter() - began > PATIENCE:
            return None
    return (time.perf_counter() - began) * 1000
