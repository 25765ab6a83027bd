"""Work in another process: told as it goes, ended at a word, missed when it dies."""

import os
from functools import partial

import pytest

from kiosk.records.apart import Apart, EndedEarlyError, Tell


def count(to: int, tell: Tell) -> None:
    for number in range(to):
        tell(number)


def stay(tell: Tell) -> None:
    tell("there")
    while True:
        tell("still there")


def die(tell: Tell) -> None:
    tell("there")
    os._exit(3)


def test_everything_is_told_in_order_and_then_it_ends() -> None:
    apart = Apart(partial(count, 3))
    assert list(apart.told()) == [0, 1, 2]
    apart.stop()


@pytest.mark.parametrize("work", [stay, die])
def test_a_process_that_is_stopped_or_dies_is_told_apart_from_one_that_is_done(
    work: "partial[None]",
) -> None:
    apart = Apart(work)
    told = apart.told()
    assert next(told) == "there"
    if work is stay:
        apart.stop()
    with pytest.raises(EndedEarlyError):
        list(told)
    apart.stop()
