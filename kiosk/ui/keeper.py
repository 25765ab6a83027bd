"""Keeps the kiosk in front: full screen, above every other window, on every screen there is.

This is what a program can do by itself. What it cannot, the session does: docs/lockdown.md.
"""

import logging
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

LOG = logging.getLogger("anteroom")
# How long another window may stay in front where its coming was not told of.
LOOK_EVERY_MS = 500
_SHAKEN = (
    QEvent.Type.WindowStateChange,
    QEvent.Type.WindowDeactivate,
    QEvent.Type.Hide,
)
_FLAGS = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)


class Cover(QWidget):
    """Nothing at all, over a screen that the kiosk does not use."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__(None, _FLAGS | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay: what lies beneath is not for patients."""
        event.ignore()


class Keeper(QObject):
    """Holds one window in front until it is let go."""

    def __init__(self, app: QGuiApplication, window: QWidget) -> None:
        super().__init__(window)
        self._app, self._window = app, window
        self._holding = False
        self._covers: dict[QScreen, Cover] = {}
        self._watched: set[QScreen] = set()
        self.mended = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.mend)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self.mend)

    def hold(self) -> None:
        """Show the window full screen and keep it there."""
        window = self._window
        window.setWindowFlags(_FLAGS)
        # Neither does the window take what is dropped, nor does a key or a long press open a menu.
        window.setAcceptDrops(False)
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._holding = True
        window.setGeometry(self._app.primaryScreen().geometry())
        window.showFullScreen()
        window.installEventFilter(self)
        self._app.screenAdded.connect(self._screens_changed)
        self._app.screenRemoved.connect(self._screen_gone)
        self._app.primaryScreenChanged.connect(self._screens_changed)
        self._screens_changed()
        self._take_keys()
        self._look.start()

    def let_go(self) -> None:
        """Hold nothing any more: staff leave to the desktop."""
        if not self._holding:
            return
        self._holding = False
        self._look.stop()
        self._soon.stop()
        self._window.removeEventFilter(self)
        handle = self._window.windowHandle()
        if handle is not None:
            handle.setKeyboardGrabEnabled(False)
        for screen in list(self._covers):
            self._uncover(screen)

    @property
    def covers(self) -> tuple[Cover, ...]:
        """What lies over the screens that are not used."""
        return tuple(self._covers.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mend what a window manager or another program does, once its event is over."""
        if watched is self._window and event.type() in _SHAKEN and self._holding:
            self._soon.start()
        return False

    def mend(self) -> None:
        """Bring the window back to the front, full screen, where it is not."""
        window = self._window
        if not self._holding or not isValid(window):
            return
        if not window.isVisible() or window.isMinimized() or not window.isFullScreen():
            self._note("the window was taken down; it is back")
            window.showFullScreen()
        elif window.isActiveWindow():
            return
        window.raise_()
        window.activateWindow()
        self._take_keys()

    def _note(self, what: str) -> None:
        self.mended += 1
        # Once: a window manager that insists must not fill the log.
        if self.mended == 1:
            LOG.warning("%s", what)

    def _take_keys(self) -> None:
        """Have every key come here, the window manager's own among them."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.setKeyboardGrabEnabled(True)

    # Screens that come, go, turn

    def _screens_changed(self, _screen: QScreen | None = None) -> None:
        # While the only screen is switched off, there is none.
        if not self._holding or not self._app.screens():
            return
        mine = self._app.primaryScreen()
        for screen in self._app.screens():
            if screen not in self._watched:
                self._watched.add(screen)
                screen.geometryChanged.connect(partial(self._turned, screen))
            if screen is not mine and screen not in self._covers:
                cover = self._covers[screen] = Cover(screen)
                cover.showFullScreen()
        self._uncover(mine)
        self._fill(mine)
        self._soon.start()

    def _screen_gone(self, screen: QScreen) -> None:
        self._watched.discard(screen)
        self._uncover(screen)
        self._screens_changed()

    def _turned(self, screen: QScreen, _geometry: object = None) -> None:
        if not self._holding:
            return
        if screen in self._covers:
            self._covers[screen].setGeometry(screen.geometry())
        elif screen is self._app.primaryScreen():
            self._fill(screen)

    def _fill(self, screen: QScreen) -> None:
        """Lie on a screen as it now is; where a window manager does that, nothing changes."""
        if self._window.geometry() != screen.geometry():
            self._window.setScreen(screen)
            self._window.setGeometry(screen.geometry())

    def _uncover(self, screen: QScreen) -> None:
        cover = self._covers.pop(screen, None)
        if cover is not None:
            cover.hide()
            cover.deleteLater()
