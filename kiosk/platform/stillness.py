"""Whether the person who set up this computer wants less motion, asked of the system itself.

Qt tells of it from 6.12 on, which is not used (pyproject.toml). Nothing here waits for long, but
all of it may wait: it is asked away from the window.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

_PATIENCE = 2.0
_PORTAL = (
    *("gdbus", "call", "--session", "--timeout", "2"),
    *("--dest", "org.freedesktop.portal.Desktop"),
    *("--object-path", "/org/freedesktop/portal/desktop"),
    *("--method", "org.freedesktop.portal.Settings.Read"),
)
_APPEARANCE = (*_PORTAL, "org.freedesktop.appearance", "reduced-motion")
_DESKTOP = (*_PORTAL, "org.gnome.desktop.interface", "enable-animations")
_SETTING = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
_APPLE = ("defaults", "read", "com.apple.universalaccess", "reduceMotion")
# winuser.h
_SPI_GETCLIENTAREAANIMATION = 0x1042

Run = Callable[[tuple[str, ...]], str]


class Stillness(Protocol):
    """The wish of the system for less motion."""

    def wished(self) -> bool | None:
        """Return whether less motion is wished, None where the system says nothing."""
        ...


class LinuxStillness:
    """Asks the portal of the desktop, then its settings; both know reduced motion on GNOME."""

    def __init__(self, environ: Mapping[str, str] = os.environ, run: Run | None = None) -> None:
        self._environ, self._run = environ, run or _said

    def wished(self) -> bool | None:
        """Return the first answer there is."""
        if self._has_bus():
            reduced = _last_word(self._run(_APPEARANCE))
            if reduced == "1":
                return True
            if (moves := _last_word(self._run(_DESKTOP))) in ("true", "false"):
                return moves == "false"
        moves = _last_word(self._run(_SETTING))
        return moves == "false" if moves in ("true", "false") else None

    def _has_bus(self) -> bool:
        """Say whether there is a session bus; without one gdbus would start one of its own."""
        folder = self._environ.get("XDG_RUNTIME_DIR", "")
        named = self._environ.get("DBUS_SESSION_BUS_ADDRESS", "")
        return bool(named) or (bool(folder) and Path(folder, "bus").exists())


class AppleStillness:
    """Asks the settings of macOS."""

    def __init__(self, run: Run | None = None) -> None:
        self._run = run or _said

    def wished(self) -> bool | None:
        """Return what is set; a setting that nobody has touched is not there."""
        said = self._run(_APPLE).strip()
        return said == "1" if said in ("0", "1") else None


class WindowsStillness:
    """Asks Windows whether it animates what is in windows."""

    def __init__(self, animates: Callable[[], bool | None] | None = None) -> None:
        self._animates = animates or _windows_animates

    def wished(self) -> bool | None:
        """Return the opposite of what Windows calls animation effects."""
        animates = self._animates()
        return None if animates is None else not animates


def system_stillness(system: str = sys.platform) -> Stillness:
    """Return what asks this system; `system` is as sys.platform names it."""
    if system == "win32":
        return WindowsStillness()
    return AppleStillness() if system == "darwin" else LinuxStillness()


def _last_word(said: str) -> str:
    """Return the value in `true`, `(<<true>>,)` or `(<<uint32 1>>,)`."""
    words = said.replace("(", " ").replace(")", " ").translate(str.maketrans("<>,", "   ")).split()
    return words[-1] if words else ""


def _said(command: tuple[str, ...]) -> str:
    """Return what a program of the system says, "" where it is not there or says no."""
    # Late, because a kiosk is seen before it asks.
    import subprocess

    program = shutil.which(command[0])
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603  # the program of the system, words of our own
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _windows_animates() -> bool | None:
    """Ask user32; None where it does not answer."""
    import ctypes

    library = getattr(ctypes, "windll", None)
    if library is None:
        return None
    answer = ctypes.c_int(1)
    asked = library.user32.SystemParametersInfoW(
        _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(answer), 0
    )
    return bool(answer.value) if asked else None
