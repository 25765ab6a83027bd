"""A bar on a terminal, silence everywhere else."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.staff.readiness import Progress

_QUIET_SECONDS = 1.0
_WIDTH = 30


@contextmanager
def progress_bar(label: str) -> Iterator[Progress | None]:
    """Give a callback that draws on standard error once a second has passed."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    started = time.monotonic()
    drawn = False

    def draw(done: int, total: int) -> None:
        nonlocal drawn
        if time.monotonic() - started < _QUIET_SECONDS:
            return
        filled = _WIDTH * done // max(total, 1)
        bar = "#" * filled + "." * (_WIDTH - filled)
        sys.stderr.write(f"\r{label} [{bar}] {done} of {total}")
        sys.stderr.flush()
        drawn = True

    try:
        yield draw
    finally:
        if drawn:
            sys.stderr.write("\r\033[K")
