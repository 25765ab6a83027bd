"""What must hold of the kiosk in full screen, whatever anybody does to it."""

from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.ui.keeper import Cover
from kiosk.ui.shell import Shell


def breaches(app: QApplication, shell: Shell) -> list[str]:
    """Return every way in which something but the kiosk's own page can be seen or used."""
    found = []
    if not shell.isVisible() or shell.isMinimized() or not shell.isFullScreen():
        found.append(f"the window is not full screen: {shell.windowState()}")
    if shell.geometry() != app.primaryScreen().geometry():
        found.append(f"the window lies on {shell.geometry()}")
    found += [
        f"another window is open: {type(one).__name__}"
        for one in app.topLevelWidgets()
        if one.isVisible() and one is not shell and not isinstance(one, Cover)
    ]
    if app.activePopupWidget() is not None or app.activeModalWidget() is not None:
        found.append("a menu or dialog is open")
    buttons = shell.findChildren(QAbstractButton)
    if not any(one.isVisible() and one.isEnabled() for one in buttons):
        found.append("the page has nothing to press")
    return found
