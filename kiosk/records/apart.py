"""One long piece of work in a process of its own, so that a window never waits for its turn.

A thread would do, were it not that Python lets one thread run at a time: each cell that a table
asks for while records are opened would wait until the other thread is interrupted.
"""

import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection

from kiosk.domain.errors import AnteroomError
from kiosk.records.processes import settle_in

Tell = Callable[[object], None]


class EndedEarlyError(AnteroomError):
    """The process was stopped, or the system took it away."""


class Apart:
    """A process at work; `stop` may be called from another thread."""

    def __init__(self, work: Callable[[Tell], None]) -> None:
        """Begin; what the work and what it tells are made of must pickle. Raises OSError."""
        # Never forked: the window's threads hold locks that a fork would copy.
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=partial(_work_on, work, theirs))
        self._guard = threading.Lock()
        self._process.start()
        theirs.close()

    def told(self) -> Iterator[object]:
        """Yield what the work tells until it is done; raises EndedEarlyError."""
        try:
            while (told := self._ours.recv()) is not None:
                yield told
        except (EOFError, OSError) as error:
            raise EndedEarlyError("the records were not read to the end") from error

    def stop(self) -> None:
        """End the process, whatever it is at."""
        with self._guard:
            if self._process.is_alive():
                self._process.terminate()
            self._process.join()


def can_be_apart() -> bool:
    """Tell whether another process can be started here."""
    # In a program packed into one file `sys.executable` is not Python.
    return not getattr(sys, "frozen", False)


def _work_on(work: Callable[[Tell], None], theirs: Connection) -> None:
    settle_in()
    work(theirs.send)
    theirs.send(None)
