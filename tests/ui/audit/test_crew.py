"""Work is shared out among processes; what a process takes down with it is told."""

import os

from kiosk.ui.audit.crew import cores, share_out


def doubled(number: int) -> int:
    return number * 2


def ended_at_three(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number


def own_process(_part: int) -> int:
    return os.getpid()


def test_every_part_is_done_once_by_several_processes() -> None:
    assert dict(share_out(doubled, range(5), 2)) == {one: one * 2 for one in range(5)}


def test_one_job_stays_in_this_process() -> None:
    assert dict(share_out(own_process, range(2), 1)) == {0: os.getpid(), 1: os.getpid()}


def test_several_jobs_do_not() -> None:
    assert os.getpid() not in dict(share_out(own_process, range(2), 2)).values()


def test_what_a_process_that_ended_had_to_do_is_lost_and_told() -> None:
    found = dict(share_out(ended_at_three, range(6), 2))
    assert found.keys() == set(range(6))
    assert found[3] is None
    assert all(value in (None, part) for part, value in found.items())


def test_there_is_a_core() -> None:
    assert cores() >= 1
