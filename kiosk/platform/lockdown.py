"""What the kiosk will not be told by the environment that it is started in."""

from collections.abc import MutableMapping

# What a session or a developer needs. Anything else of Qt could load foreign code, put another
# style or font on the pages, open an input method's window, or write pages to a log.
_HEEDED = frozenset(
    (
        "QT_ACCESSIBILITY",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON",
        "QT_OPENGL",
        "QT_QPA_PLATFORM",
        "QT_SCALE_FACTOR",
        "QT_WAYLAND_DISABLE_WINDOWDECORATION",
        "QT_WAYLAND_SHELL_INTEGRATION",
        "QT_XCB_GL_INTEGRATION",
    )
)
_OF_QT = ("QT_", "QML_", "QML2_", "QSG_", "QML")


def shed(environ: MutableMapping[str, str]) -> tuple[str, ...]:
    """Take away every setting of Qt that the kiosk does not heed; returns their names."""
    foreign = sorted(name for name in environ if name.startswith(_OF_QT) and name not in _HEEDED)
    for name in foreign:
        del environ[name]
    return tuple(foreign)
