"""A finger on a screen of our own: presses through the X server, as hardware does."""

# ruff: noqa: INP001 -- a part of a script

import ctypes
import time

_LEFT = 1
_X11, _XTEST = "libX11.so.6", "libXtst.so.6"


class NoFingerError(Exception):
    """The libraries that hand presses to the X server are not there, or it cannot be reached."""


class Finger:
    """Moves and presses by XTEST, as xdotool does, but within this process: nothing is started."""

    def __init__(self, display: str) -> None:
        try:
            self._x11, self._test = ctypes.CDLL(_X11), ctypes.CDLL(_XTEST)
        except OSError as error:
            raise NoFingerError(f"{_XTEST} is not installed (it comes with xdotool)") from error
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        opened = self._x11.XOpenDisplay(display.encode())
        if not opened:
            raise NoFingerError(f"the X server {display} cannot be reached")
        self._display = ctypes.c_void_p(opened)

    def move(self, x: int, y: int) -> None:
        """Go to a pixel."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        self._x11.XSync(self._display, 0)

    def press(self) -> None:
        """Go down."""
        self._hand_over(down=True)

    def release(self) -> float:
        """Lift; return when, by time.perf_counter."""
        now = time.perf_counter()
        self._hand_over(down=False)
        return now

    def _hand_over(self, *, down: bool) -> None:
        self._test.XTestFakeButtonEvent(self._display, _LEFT, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._display)

    def close(self) -> None:
        """Let go of the server."""
        self._x11.XCloseDisplay(self._display)
