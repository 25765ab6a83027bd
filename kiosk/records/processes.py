"""Other processes for work that one core would take long over; none where they do not pay."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Generic, Self, TypeVar

# Starting a process costs as much as checking some thousand records.
WORTH_IT = 10_000
# One walk cannot keep more of them busy.
_MOST = 4

Found = TypeVar("Found")


def checkers(records: int) -> Executor | None:
    """Return processes to check so many records with, or None where this one should do it."""
    # This process takes its share.
    count = min(cores() - 1, _MOST)
    # In a program packed into one file `sys.executable` is not Python.
    if records < WORTH_IT or count < 1 or getattr(sys, "frozen", False):
        return None
    # Never forked: the window's threads hold locks that a fork would copy.
    context = multiprocessing.get_context("spawn")
    try:
        return ProcessPoolExecutor(count, context, settle_in)
    except (OSError, ImportError, NotImplementedError):
        # Some systems have no semaphores to share.
        return None


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """Processes that take work off this one; what none of them does is done here."""

    def __init__(self, pool: Executor | None) -> None:
        self._pool = pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.let_go()

    def give(self, work: Callable[[], Found]) -> "Task[Found]":
        """Have the work done some time; it must be one that pickles."""
        future = None
        if self._pool is not None:
            try:
                future = self._pool.submit(work)
            except (BrokenProcessPool, OSError, RuntimeError):
                # The system gives no processes, or took them away.
                self.let_go()
        return Task(self, work, future)

    def let_go(self) -> None:
        """End the processes; from now on all is done here."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


class Task(Generic[Found]):
    """A piece of work that was given to a crew."""

    def __init__(
        self, crew: Crew, work: Callable[[], Found], future: "Future[Found] | None"
    ) -> None:
        self._crew, self._work, self._future = crew, work, future
        self._found: list[Found] = []

    def done(self) -> bool:
        """Tell whether the outcome is there."""
        return bool(self._found) or (self._future is not None and self._future.done())

    def take_over(self) -> bool:
        """Do the work here and now if nobody has begun it; tell whether."""
        if self._found or (self._future is not None and not self._future.cancel()):
            return False
        self._found.append(self._work())
        return True

    def drop(self) -> None:
        """Spare the work if nobody has begun it."""
        if self._future is not None:
            self._future.cancel()

    def outcome(self) -> Found:
        """Return the outcome, waiting for who has begun it."""
        if not self._found and not self.take_over():
            self._found.append(self._awaited())
        return self._found[0]

    def _awaited(self) -> Found:
        try:
            if self._future is not None:
                return self._future.result()
        except (BrokenProcessPool, OSError):
            self._crew.let_go()
        return self._work()


def settle_in() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
