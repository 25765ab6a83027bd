"""Notices that headphones are plugged in or pulled out, where Linux says so.

The kernel tells of a jack as a switch of an input device. Who may not read those devices, or has
none, learns nothing; nothing is ever said about headphones then.
"""

import os
import select
import struct
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

INPUTS = Path("/dev/input")
# linux/input.h and linux/input-event-codes.h
_EVENT = struct.Struct("llHHi")
_EV_SW, _SW_HEADPHONE_INSERT = 5, 2
_READ, _SIZE_SHIFT, _KIND_SHIFT, _KIND = 2 << 30, 16, 8, ord("E")
_SWITCHES_IT_HAS = 0x20 + _EV_SW
_BYTES = 8

Tell = Callable[[bool], None]
HasJack = Callable[[int], bool]


class Headphones:
    """Watches in a thread of its own; tell is called from there."""

    def __init__(
        self, inputs: Path = INPUTS, has_jack: Callable[[int], bool] | None = None
    ) -> None:
        self._inputs, self._has_jack = inputs, has_jack or _has_jack
        self._thread: threading.Thread | None = None
        self._wake, self._end = os.pipe()

    def watch(self, tell: Tell) -> None:
        """Tell of each change from now on: True when they were plugged in."""
        if sys.platform != "linux":
            return
        self._thread = threading.Thread(target=self._run, args=(tell,), name="headphones")
        self._thread.start()

    def close(self) -> None:
        """Watch no more."""
        os.write(self._end, b".")
        if self._thread is not None:
            self._thread.join()
        for one in (self._wake, self._end):
            os.close(one)

    def _run(self, tell: Tell) -> None:
        jacks = self._open()
        try:
            while jacks:
                ready, _, _ = select.select([self._wake, *jacks], [], [])
                if self._wake in ready:
                    return
                for jack in ready:
                    if not _hear(jack, tell):
                        jacks.remove(jack)
                        os.close(jack)
        finally:
            for jack in jacks:
                os.close(jack)

    def _open(self) -> list[int]:
        found: list[int] = []
        for file in sorted(self._inputs.glob("event*")):
            with suppress(OSError):
                jack = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
                if self._has_jack(jack):
                    found.append(jack)
                else:
                    os.close(jack)
        return found


def _has_jack(device: int) -> bool:
    """Ask the kernel whether an input device is a jack of headphones."""
    # Not there on other systems.
    import fcntl

    asks = _READ | _BYTES << _SIZE_SHIFT | _KIND << _KIND_SHIFT | _SWITCHES_IT_HAS
    try:
        bits = fcntl.ioctl(device, asks, bytes(_BYTES))
    except OSError:
        return False
    return bool(bits[0] & 1 << _SW_HEADPHONE_INSERT)


def _hear(jack: int, tell: Tell) -> bool:
    """Tell what a jack says; False once it says nothing any more."""
    try:
        heard = os.read(jack, _EVENT.size)
    except OSError:
        return False
    if len(heard) < _EVENT.size:
        return False
    _, _, kind, code, value = _EVENT.unpack(heard)
    if (kind, code) == (_EV_SW, _SW_HEADPHONE_INSERT):
        tell(bool(value))
    return True
