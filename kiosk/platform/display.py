"""Whether there is a screen to draw on, asked before Qt, which would end the program."""

from collections.abc import Mapping

from kiosk.domain.errors import AnteroomError


class NoDisplayError(AnteroomError):
    """No desktop or kiosk session offers a screen."""


def has_display(environ: Mapping[str, str], system: str) -> bool:
    """Tell whether a window can be opened; `system` is sys.platform."""
    if system in ("win32", "darwin"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def require_display(environ: Mapping[str, str], system: str) -> None:
    """Raise NoDisplayError when no window can be opened."""
    if not has_display(environ, system):
        raise NoDisplayError(
            "there is no screen to draw on: DISPLAY and WAYLAND_DISPLAY are both empty. "
            "Start Anteroom inside a desktop or kiosk session."
        )
