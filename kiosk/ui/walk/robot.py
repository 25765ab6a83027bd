"""Lets a script of waits and acts run inside the window's own event loop."""

from collections.abc import Callable, Generator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.ui.shell import Shell


class TooLateError(Exception):
    """The page that was waited for did not come in time."""


@dataclass(frozen=True)
class Wait:
    """Until something is so; at most so many seconds."""

    ready: Callable[[], bool]
    seconds: float
    what: str


# None gives the window one turn of its loop.
Steps = Generator[Wait | None, None, None]


class Robot(QObject):
    """Takes the next step of a script whenever the window has had its turn."""

    finished = Signal()

    def __init__(self, shell: Shell, script: Steps) -> None:
        super().__init__()
        self._script = script
        self._wait: Wait | None = None
        self._turn = QTimer()
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._step)
        self._deadline = QTimer()
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._late)
        shell.page_shown.connect(self._page_shown)

    def start(self) -> None:
        """Begin; finished tells the end."""
        self._turn.start()

    def _page_shown(self) -> None:
        if self._wait is not None:
            self._turn.start()

    def _step(self) -> None:
        if self._wait is not None and not self._wait.ready():
            return
        self._deadline.stop()
        self._go_on(self._next)

    def _late(self) -> None:
        wait, self._wait = self._wait, None
        if wait is not None:
            self._error = TooLateError(f"{wait.what} did not come within {wait.seconds:.0f} s")
            self._go_on(self._throw)

    def _next(self) -> Wait | None:
        return next(self._script)

    def _throw(self) -> Wait | None:
        return self._script.throw(self._error)

    def _go_on(self, move: Callable[[], Wait | None]) -> None:
        self._wait = None
        try:
            wait = move()
        except StopIteration:
            self.finished.emit()
            return
        except BaseException:
            # Without its script the window would wait for ever.
            self.finished.emit()
            raise
        self._wait = wait
        if wait is not None:
            self._deadline.start(round(wait.seconds * 1000))
        self._turn.start()
