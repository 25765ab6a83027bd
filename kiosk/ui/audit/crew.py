"""Shares work out among processes, and tells what got lost when one of them ends by itself."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

_W = TypeVar("_W")
_R = TypeVar("_R")


def cores() -> int:
    """Return how many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def share_out(
    work: Callable[[_W], _R], parts: Sequence[_W], jobs: int
) -> Iterator[tuple[_W, _R | None]]:
    """Do the work on every part, several at once; yield each part as it is done.

    None stands for what got lost: the part whose process ended, and all that were not yet done.
    """
    if jobs == 1:
        yield from ((one, work(one)) for one in parts)
        return
    # A process of its own for each part: what Qt keeps of a thousand pages goes with it.
    with ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), max_tasks_per_child=1
    ) as pool:
        given: dict[Future[_R], _W] = {pool.submit(work, one): one for one in parts}
        for future in as_completed(given):
            try:
                yield given[future], future.result()
            except BrokenProcessPool:
                yield given[future], None
