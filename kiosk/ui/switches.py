"""One or two switches, which speak as keys: Space or Tab, and Enter, or those that were tried.

Somebody who listens reaches the words of a page too, after all that can be pressed, and has them
read again.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from kiosk.domain import events as ev
from kiosk.domain.scan import Scan, begin, pressed, ticked
from kiosk.domain.session import Settings
from kiosk.ui.shell import Shell
from kiosk.ui.verbs import say
from kiosk.ui.views.pressing import SWITCHES_TRY
from kiosk.ui.views.screens import KeysView

_MOVE = (Qt.Key.Key_Space, Qt.Key.Key_Tab)
_SELECT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOOK_MS = 50

Keys = tuple[int, ...]


class Switches(QObject):
    """An event filter for the top-level QWindow; all other keys, and fingers, work as ever.

    `blocks` are the parts of the page that can be heard again, none for who does not listen.
    """

    def __init__(
        self,
        shell: Shell,
        now: Callable[[], float],
        blocks: Callable[[], Sequence[QWidget]] = tuple,
    ) -> None:
        super().__init__()
        self._shell, self._now, self._blocks = shell, now, blocks
        self._hands, self._pace = "touch", 0.0
        self._moves: Keys = _MOVE
        self._selects: Keys = _SELECT
        self._targets: list[QWidget] = []
        # Words that the frame of two switches stands on; keys cannot reach them otherwise.
        self._words: QWidget | None = None
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
        self._moves, self._selects = _MOVE, _SELECT
        if settings.switch_keys:
            self._moves, self._selects = settings.switch_keys[:1], settings.switch_keys[1:]
        if self._hands == "one":
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def framed(self) -> list[QWidget]:
        """What the frame is on that does not have the focus of keys; only for looking."""
        if self._words is not None:
            return [self._words]
        if self._scan is None:
            return []
        first, count = self._scan.frame
        return self._targets[first : first + count]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the switches; a switch held down is one press."""
        if self._hands not in ("one", "two") or not isinstance(event, QKeyEvent):
            return False
        # Where keys are tried, the page takes them.
        if isinstance(self._shell.view, KeysView):
            return False
        tries = self._tries(event)
        if event.key() not in (*self._moves, *self._selects) and not tries:
            return False
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            if tries:
                self._shell.asked.emit(say(ev.SwitchTried, int(event.key())))
            elif self._hands == "one":
                self._pressed()
            elif event.key() in self._moves:
                self._move()
            else:
                self._select()
        return True

    def _tries(self, event: QKeyEvent) -> bool:
        """Say whether the page in front asks which key a switch is; Escape still leads back."""
        view = self._shell.view
        asks = self._hands == "two" and view is not None and view.key == SWITCHES_TRY
        return asks and event.key() != Qt.Key.Key_Escape

    def _parts(self) -> tuple[list[QWidget], ...]:
        """Return what can be pressed on the page, in the foot and among the tools, then words."""
        foot, tools = self._shell.foot, self._shell.tool_bar
        parts: tuple[list[QWidget], ...] = ([], [], [], list(self._blocks()))
        for one in self._shell.chain():
            if isinstance(one, QAbstractButton):
                holder = one.parentWidget()
                parts[1 if holder is foot else 2 if holder is tools else 0].append(one)
        return parts

    def _page_shown(self) -> None:
        self._words = None
        if self._hands == "touch":
            return
        self._shell.keys_used(True)
        if self._hands == "one":
            self._look()

    def _look(self) -> None:
        """Scan what is there now."""
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
        if not targets:
            return
        here = self._words if self._words in targets else self._shell.focusWidget()
        index = targets.index(here) + 1 if here in targets else 0
        target = targets[index % len(targets)]
        self._words = None if isinstance(target, QAbstractButton) else target
        if self._words is None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._shell.follow_focus()
        else:
            self._shell.ring.follow_all([target])
            self._shell.tapped.emit(target)

    def _select(self) -> None:
        if self._words is not None:
            self._act(self._words)
            return
        here = self._shell.focusWidget()
        if isinstance(here, QAbstractButton) and here in self._shell.chain():
            self._act(here)

    def _act(self, target: QWidget) -> None:
        """Press a button, or have words read again."""
        if not isValid(target):
            return
        if isinstance(target, QAbstractButton):
            target.click()
        else:
            self._shell.tapped.emit(target)

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
        if act is not None:
            self._act(self._targets[act])
            # Who has just begun to listen reaches the words from now on.
            self._look()

    def _show(self) -> None:
        """Draw the frame; a single control has the focus, and looks pressed once it is taken."""
        framed = [one for one in self.framed if isValid(one)]
        for one in self._targets:
            if isValid(one) and isinstance(one, QAbstractButton):
                one.setDown(False)
        if len(framed) == 1 and isinstance(framed[0], QAbstractButton):
            framed[0].setFocus(Qt.FocusReason.TabFocusReason)
            framed[0].setDown(self._scan is not None and self._scan.taken)
        self._shell.ring.follow_all(framed)
