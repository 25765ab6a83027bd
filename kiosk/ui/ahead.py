"""While a page is read, the one after it is laid out, so that it is there at a tap."""

from PySide6.QtCore import QObject, QTimer

from kiosk.ui.driver import Driver
from kiosk.ui.shell import Shell

# Long enough for a page to be painted, and far less than anybody reads.
AFTER_MS = 80


class Ahead(QObject):
    """Prepares the next page once the one in front has come to rest."""

    def __init__(self, driver: Driver, shell: Shell) -> None:
        super().__init__(shell)
        self._driver, self._shell = driver, shell
        self._rest = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._rest.timeout.connect(self._prepare)
        shell.page_shown.connect(self._rest.start)

    def _prepare(self) -> None:
        view = self._driver.upcoming()
        if view is not None:
            self._shell.prepare(view)
