"""One or two switches, which speak as keys: Space or Tab, and Enter."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from kiosk.domain.scan import Scan, begin, pressed, ticked
from kiosk.domain.session import Settings
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import KeysView

_MOVE = (Qt.Key.Key_Space, Qt.Key.Key_Tab)
_SELECT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOOK_MS = 50


class Switches(QObject):
    """An event filter for the top-level QWindow; all other keys, and fingers, work as ever."""

    def __init__(self, shell: Shell, now: Callable[[], float]) -> None:
        super().__init__()
        self._shell, self._now = shell, now
        self._hands, self._pace = "touch", 0.0
        self._targets: list[QAbstractButton] = []
        self._scan: Scan | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.tick)
        shell.page_shown.connect(self._page_shown)

    def obey(self, _view: object, settings: Settings) -> None:
        """Take what this person has set, before the page comes."""
        if (settings.hands, settings.pace) != (self._hands, self._pace):
            self._hands, self._pace = settings.hands, settings.pace
            self._targets, self._scan = [], None
        if self._hands == "one":
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def framed(self) -> list[QAbstractButton]:
        """What the frame of one switch is on; only for looking."""
        if self._scan is None:
            return []
        first, count = self._scan.frame
        return self._targets[first : first + count]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the switches; a switch held down is one press."""
        if self._hands not in ("one", "two") or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        # Where keys are tried, the page takes them.
        if key not in (*_MOVE, *_SELECT) or isinstance(self._shell.view, KeysView):
            return False
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            if self._hands == "one":
                self._pressed()
            elif key in _MOVE:
                self._move()
            else:
                self._select()
        return True

    def _parts(self) -> tuple[list[QAbstractButton], ...]:
        """Return what can be pressed on the page, in the foot and among the tools."""
        foot, tools = self._shell.foot, self._shell.tool_bar
        parts: tuple[list[QAbstractButton], ...] = ([], [], [])
        for one in self._shell.chain():
            if isinstance(one, QAbstractButton):
                holder = one.parentWidget()
                parts[1 if holder is foot else 2 if holder is tools else 0].append(one)
        return parts

    def _page_shown(self) -> None:
        if self._hands == "touch":
            return
        self._shell.keys_used(True)
        if self._hands != "one":
            return
        parts = self._parts()
        targets = [one for part in parts for one in part]
        # A countdown shows its page again each second, and must not send the frame back.
        if self._scan is None or targets != self._targets:
            self._targets = targets
            counts = tuple(len(part) for part in parts)
            self._scan = begin(counts, self._pace, self._now())
        self._show()

    def _move(self) -> None:
        targets = [one for part in self._parts() for one in part]
        if targets:
            here = self._shell.focusWidget()
            index = targets.index(here) + 1 if here in targets else 0
            targets[index % len(targets)].setFocus(Qt.FocusReason.TabFocusReason)

    def _select(self) -> None:
        here = self._shell.focusWidget()
        if isinstance(here, QAbstractButton) and here in self._shell.chain():
            here.click()

    def _pressed(self) -> None:
        if self._scan is not None:
            self._scan = pressed(self._scan, self._now())
            self._show()

    def tick(self) -> None:
        """Let the frame move on, or what was taken act, when it is time."""
        if self._scan is None:
            return
        scan, act = ticked(self._scan, self._now())
        if scan is self._scan:
            return
        self._scan = scan
        self._show()
        if act is not None and isValid(self._targets[act]):
            self._targets[act].click()

    def _show(self) -> None:
        """Draw the frame; a single control has the focus, and looks pressed once it is taken."""
        framed = [one for one in self.framed if isValid(one)]
        for one in self._targets:
            if isValid(one):
                one.setDown(False)
        if len(framed) == 1:
            framed[0].setFocus(Qt.FocusReason.TabFocusReason)
            framed[0].setDown(self._scan is not None and self._scan.taken)
        self._shell.ring.follow_all(framed)
