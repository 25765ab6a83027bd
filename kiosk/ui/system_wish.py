"""Follows the system's wish for less motion, for each person anew; their own switch wins."""

from PySide6.QtCore import QObject

from kiosk.domain import events as ev
from kiosk.platform.stillness import Stillness
from kiosk.ui.driver import Driver
from kiosk.ui.jobs import Jobs
from kiosk.ui.verbs import say


class SystemWish(QObject):
    """Asks away from the window, at the start and whenever a visit has been forgotten."""

    def __init__(self, driver: Driver, system: Stillness) -> None:
        super().__init__()
        self._driver, self._system = driver, system
        # Its own, for a system that is slow to answer must not hold up a record.
        self._jobs = Jobs("wish")
        self._jobs.done.connect(self._answered)
        driver.wiped.connect(self.ask)

    def ask(self) -> None:
        """Ask the system now."""
        self._jobs.submit("stillness", self._system.wished)

    def _answered(self, _name: str, wished: object) -> None:
        if isinstance(wished, bool):
            self._driver.hear(say(ev.StillnessWished, wished))

    def close(self) -> None:
        """Ask no more."""
        self._jobs.close()
