"""Signs of life to systemd, which starts the kiosk again when they stop."""

import sys
from collections.abc import Callable, MutableMapping
from contextlib import suppress

_SOCKET, _EVERY = "NOTIFY_SOCKET", "WATCHDOG_USEC"
# A few beats may be lost or late before the watchdog bites.
_SHARE = 4


class Heartbeat:
    """Says once that the kiosk is up, then that it is alive; silent where nobody listens.

    Takes the variables out of the environment, so that no program started later speaks for us.
    """

    def __init__(self, environ: MutableMapping[str, str], now: Callable[[], float]) -> None:
        self._address = _address(environ.pop(_SOCKET, ""))
        patience = environ.pop(_EVERY, "")
        self._every = int(patience) / 1e6 / _SHARE if patience.isdecimal() else 0.0
        self._now = now
        self._last = -self._every

    def ready(self) -> None:
        """Say that the first page is on the screen."""
        self._send(b"READY=1")

    def beat(self) -> None:
        """Say that the window answers; call it as often as you like."""
        if not self._every or self._now() - self._last < self._every:
            return
        self._last = self._now()
        self._send(b"WATCHDOG=1")

    def _send(self, message: bytes) -> None:
        if self._address is None:
            return
        # Here, because Welcome does not wait for it.
        import socket

        # A listener that is gone or busy must not disturb a visit.
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
            channel.settimeout(0)
            channel.sendto(message, self._address)


def _address(text: str) -> str | None:
    """Return what a socket is sent to; "@" stands for a name outside the file system."""
    if sys.platform == "win32":
        return None
    if text.startswith("@"):
        return "\0" + text[1:]
    return text if text.startswith("/") else None
