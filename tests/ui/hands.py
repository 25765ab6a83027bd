"""Hands that reach no glass: five keys, two switches, one switch."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened

MOST = 400
POINTING = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.TouchBegin,
)


class NoPointer(QObject):
    """Keeps every finger from the window, and counts them."""

    fingers = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() in POINTING:
            self.fingers += 1
            return True
        return False


class TwoSwitches:
    """One switch moves, the other presses."""

    onward = Qt.Key.Key_Space

    def __init__(self, opened: Opened, _clock: SetClock) -> None:
        self.opened = opened

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.opened.kiosk.shell.windowHandle(), key)

    def press(self, button: QAbstractButton) -> None:
        shell = self.opened.kiosk.shell
        for _ in range(MOST):
            if shell.focusWidget() is button:
                assert shell.ring.isVisible()
                self.key(Qt.Key.Key_Return)
                return
            self.key(self.onward)
        raise AssertionError(f"{button.accessibleName()!r} on {self.opened.key}")


class FiveKeys(TwoSwitches):
    """Down moves and Enter presses; the other three go faster."""

    onward = Qt.Key.Key_Down


class OneSwitch:
    """Waits for the frame and presses; a second later the button acts."""

    def __init__(self, opened: Opened, clock: SetClock) -> None:
        self.opened, self.clock = opened, clock

    def switch(self) -> None:
        QTest.keyClick(self.opened.kiosk.shell.windowHandle(), Qt.Key.Key_Space)

    def wait(self, seconds: float) -> None:
        self.clock.pass_time(seconds)
        self.opened.kiosk.switches.tick()

    def press(self, button: QAbstractButton) -> None:
        switches = self.opened.kiosk.switches
        for _ in range(MOST):
            framed = switches.framed
            if button in framed:
                self.switch()
            if framed == [button]:
                assert button.isDown()
                self.wait(1.0)
                return
            if button not in framed:
                self.wait(0.5)
        raise AssertionError(f"{button.accessibleName()!r} on {self.opened.key}")


Hands = TwoSwitches | OneSwitch
HANDS: dict[str, type[Hands]] = {"keys": FiveKeys, "two": TwoSwitches, "one": OneSwitch}
WORDS = {"keys": "By keys", "two": "Two switches", "one": "One switch"}
