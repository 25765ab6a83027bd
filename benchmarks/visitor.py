"""Somebody who works the real window: presses the button that leads on, page after page."""

# ruff: noqa: INP001 -- benchmarks are scripts

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton

from kiosk.app import Kiosk
from kiosk.domain.session import Step
from kiosk.platform.clock import SystemClock
from kiosk.ui.views.screens import KeypadView, SavedView, WelcomeView
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.widgets.row import Row

PATIENCE = 20.0
# More than any visit takes; a visit that goes round in circles ends here.
MOST_PRESSES = 300


class StuckError(Exception):
    """No button leads on, or the page that was waited for did not come."""


def turn_loop() -> None:
    """Let the window do what is due, deletions too."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until(ready: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Turn the loop until something is so; raises StuckError after so many seconds."""
    end = time.perf_counter() + patience
    while not ready():
        turn_loop()
        if time.perf_counter() > end:
            raise StuckError(f"{what} did not come within {patience:.0f} s")


class UnhurriedClock(SystemClock):
    """Runs ahead by half a second with each press.

    The kiosk takes a second press of the same place within 400 ms for a trembling hand; who is
    timed presses faster, and no figure is to hold the wait.
    """

    def __init__(self) -> None:
        self._ahead = 0.0

    def mono(self) -> float:
        """Return seconds of the machine's clock and what was let pass."""
        return super().mono() + self._ahead

    def let_pass(self) -> None:
        """Let half a second pass for the kiosk."""
        self._ahead += 0.5


class Visitor:
    """Presses the middle of buttons, one page after another.

    Its mouse events are handed to the window as the system hands them over. No test library is
    loaded for it, for that would count as memory of the kiosk.
    """

    def __init__(self, kiosk: Kiosk, clock: UnhurriedClock) -> None:
        self.kiosk = kiosk
        self._clock = clock
        self.shell = kiosk.shell
        self._finger = QPointF()

    @property
    def step(self) -> Step:
        """Where the visit is."""
        return self.kiosk.driver.session.place.step

    def press(self, button: QAbstractButton) -> None:
        """Put the finger on the middle of a button."""
        self._clock.let_pass()
        self._finger = QPointF(button.mapTo(self.shell, button.rect().center()))
        self._hand_over(QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)

    def release(self) -> None:
        """Lift the finger where it is."""
        self._hand_over(QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)

    def _hand_over(self, kind: QEvent.Type, held: Qt.MouseButton) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        place = self._finger
        event = QMouseEvent(kind, place, self.shell.mapToGlobal(place), left, held, none)
        QCoreApplication.sendEvent(self.shell.windowHandle(), event)

    def next_button(self) -> QAbstractButton:
        """Return the button that leads on from the page in front; raises StuckError."""
        view = self.shell.view
        if isinstance(view, WelcomeView):
            return self._named(view.start.text)
        if isinstance(view, SavedView):
            return self._named(view.finish.text)
        if isinstance(view, KeypadView) and view.skip is not None:
            return self._named(view.skip.text)
        if isinstance(view, Sheet):
            return self._on_sheet(view)
        raise StuckError(f"no way on from the view {type(view).__name__}")

    def _on_sheet(self, sheet: Sheet) -> QAbstractButton:
        rows = [row for row in self.shell.findChildren(Row) if row.isVisible()]
        asks = sheet.key.startswith("check:") and ":ask:" in sheet.key
        if rows and (sheet.onward is None or asks):
            return rows[0]
        if self.shell.foot.onward_button.isVisible():
            return self.shell.foot.onward_button
        raise StuckError(f"no way on from page {sheet.key}")

    def _named(self, text: str) -> QAbstractButton:
        for button in self.shell.findChildren(QAbstractButton):
            if button.isVisible() and button.text() == text:
                return button
        raise StuckError(f"no button {text!r}")

    def visit(self) -> int:
        """Go through one whole visit and back to Welcome; return how often a button was pressed."""
        until(self.welcome, "Welcome")
        for count in range(1, MOST_PRESSES):
            button = self.next_button()
            self.press(button)
            self.release()
            turn_loop()
            if self.step is Step.SAVING:
                until(self.saved, "the receipt")
            elif self.welcome():
                return count
        raise StuckError(f"the visit did not end after {MOST_PRESSES} presses")

    def welcome(self) -> bool:
        return isinstance(self.shell.view, WelcomeView)

    def saved(self) -> bool:
        return isinstance(self.shell.view, SavedView)
