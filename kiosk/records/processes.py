"""Other processes for work that one core would take long over; none where they do not pay."""

import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import Executor, ProcessPoolExecutor

# Starting a process costs as much as checking about ten thousand signatures.
WORTH_IT = 10_000
# One walk cannot keep more of them busy.
_MOST = 4


def checkers(records: int) -> Executor | None:
    """Return processes to check so many records with, or None where this one should do it."""
    count = min(cores(), _MOST)
    # In a program packed into one file `sys.executable` is not Python.
    if records < WORTH_IT or count == 1 or getattr(sys, "frozen", False):
        return None
    # Never forked: the window's threads hold locks that a fork would copy.
    context = multiprocessing.get_context("spawn")
    try:
        return ProcessPoolExecutor(count, context, _settle_in)
    except (OSError, ImportError, NotImplementedError):
        # Some systems have no semaphores to share.
        return None


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _settle_in() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
