"""Whether there is a screen to draw on, asked before Qt, which would end the program."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import AnteroomError

# Where X listens on every system.
_X_PLACE = "/tmp/.X11-unix/X"  # noqa: S108  # not a file of ours
# HOST:NUMBER.SCREEN; without a host, or with "unix", it is this machine.
_X_DISPLAY = re.compile(r"(?P<host>[^:]*):(?P<number>\d{1,5})(\.\d+)?")


class NoDisplayError(AnteroomError):
    """No desktop or kiosk session offers a screen."""


def has_display(environ: Mapping[str, str], system: str) -> bool:
    """Tell whether a window can be opened; `system` is sys.platform."""
    if system in ("win32", "darwin"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def require_display(environ: Mapping[str, str], system: str) -> None:
    """Raise NoDisplayError when no window can be opened, or when the one named is not there."""
    if not has_display(environ, system):
        raise NoDisplayError(
            "there is no screen to draw on: DISPLAY and WAYLAND_DISPLAY are both empty. "
            "Start Anteroom inside a desktop or kiosk session."
        )
    if system in ("win32", "darwin"):
        return
    named = _named(environ)
    if named and not any(_there(kind, value, environ) for kind, value in named):
        said = " and ".join(f"{kind}={value}" for kind, value in named)
        raise NoDisplayError(
            f"the screen named by {said} is not there. Start Anteroom inside a desktop or "
            "kiosk session that is running, as the user who is signed in there."
        )


def _named(environ: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the displays that Qt will try; none where it draws without one."""
    platform = environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    names = {"": ("WAYLAND_DISPLAY", "DISPLAY"), "xcb": ("DISPLAY",)}.get(platform, ())
    if platform.startswith("wayland"):
        names = ("WAYLAND_DISPLAY",)
    return [(name, environ[name]) for name in names if environ.get(name)]


def _there(kind: str, value: str, environ: Mapping[str, str]) -> bool:
    """Tell whether something stands where a display listens; costs no import at the start."""
    if kind == "WAYLAND_DISPLAY":
        return Path(environ.get("XDG_RUNTIME_DIR", ""), value).exists()
    found = _X_DISPLAY.fullmatch(value)
    if found is None:
        return False
    if found["host"] not in {"", "unix"}:
        # Another machine, or a tunnel to one: only a try could tell.
        return True
    place = f"{_X_PLACE}{int(found['number'])}"
    return Path(place).exists() or _bound(f"@{place}")


def _bound(name: str) -> bool:
    """Tell whether a name outside the file system is listened on."""
    try:
        lines = Path("/proc/net/unix").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    return any(line.endswith(f" {name}") for line in lines)


@dataclass(frozen=True, slots=True)
class Window:
    """What the window library sees here; `fault` tells why it does not load."""

    fault: str = ""
    qt: str = ""
    platform: str = ""
    pixels: tuple[int, int] = (0, 0)
    millimetres: tuple[int, int] = (0, 0)
    printer: str = ""
    printers: tuple[str, ...] = ()
