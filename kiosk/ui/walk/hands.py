"""How a visitor works the kiosk: a finger on the glass, or five keys."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from kiosk.ui.shell import Shell
from kiosk.ui.walk.screen import GoneError, NotThereError, Screen

# More presses than any page has things to reach.
_MOST_KEYS = 120
_BETWEEN_TAPS = 1.0


class Hands(Protocol):
    """One way to press a button that is on the screen."""

    def press(self, button: QAbstractButton) -> None:
        """Press it; raises NotThereError when it cannot be reached."""


class Touch:
    """A finger: it lands on the middle of what can be seen."""

    def __init__(self, shell: Shell, pass_time: Callable[[float], None]) -> None:
        self._shell = shell
        self._pass_time = pass_time
        self._device = QTest.createTouchDevice()

    def press(self, button: QAbstractButton) -> None:
        """Touch the middle of a button and let go."""
        shell = self._shell
        middle = button.mapTo(shell, button.rect().center())
        hit = shell.childAt(middle)
        if hit is None or not (hit is button or button.isAncestorOf(hit)):
            name = button.accessibleName()
            raise NotThereError(f"{name!r} is covered at its middle {middle.toTuple()}")
        # Nobody taps faster than a tremor.
        self._pass_time(_BETWEEN_TAPS)
        self._finger(middle, down=True)
        self._finger(middle, down=False)

    def _finger(self, place: QPoint, *, down: bool) -> None:
        sequence = QTest.touchEvent(self._shell, self._device, False)
        if down:
            sequence.press(0, place, self._shell)
        else:
            sequence.release(0, place, self._shell)
        sequence.commit()


class Keys:
    """Up, Down and Enter: nothing else is pressed."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._screen = Screen(shell)

    def press(self, button: QAbstractButton) -> None:
        """Walk to a button the shorter way round and press Enter."""
        key = self._shorter_way(button)
        for _ in range(_MOST_KEYS):
            if not isValid(button):
                raise GoneError(f"page {self._screen.key} was made anew")
            if self._shell.focusWidget() is button:
                self.key(Qt.Key.Key_Return)
                return
            self.key(key)
        name = button.accessibleName()
        raise NotThereError(f"{name!r} cannot be reached by keys on page {self._screen.key}")

    def _shorter_way(self, button: QAbstractButton) -> Qt.Key:
        chain = self._shell.chain()
        here = self._shell.focusWidget()
        if button not in chain or here not in chain:
            return Qt.Key.Key_Down
        ahead = (chain.index(button) - chain.index(here)) % len(chain)
        return Qt.Key.Key_Down if ahead <= len(chain) // 2 else Qt.Key.Key_Up

    def key(self, key: Qt.Key) -> None:
        """Press a key and let go."""
        QTest.keyClick(self._shell.windowHandle(), key)
