"""A clock that jumps is recorded as it was; the store verifies, and the jump is told."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.records.database import DATABASE
from tests.house.source import ROOT
from tests.records.second_opinion import verify
from tests.records.visits import Clock, filled, open_demo, run_sql, visit

ONE_VISIT = """
import sys
from pathlib import Path
from benchmarks.sample import open_demo, visit
store = open_demo(Path(sys.argv[1]))
store.save(visit())
store.close()
"""


def clocks(data: Path) -> list[tuple[str, bool, str]]:
    """Return day, flag and latest day of the visits."""
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        bodies = [json.loads(row[0]) for row in connection.execute("SELECT body FROM record")]
    return [
        (body["day"], body["clock"]["went_back"], body["clock"]["latest"])
        for body in bodies
        if body["kind"] == "ack"
    ]


def jumps(data: Path) -> list[str]:
    report = verify(data)
    assert report.ok, report.problems
    return [note for note in report.notes if "clock" in note]


def test_a_clock_that_runs_as_it_should_is_not_remarked_on(data: Path) -> None:
    clock = Clock()
    for number in range(3):
        with closing(open_demo(data, clock)) as store:
            store.save(visit(f"s{number}"))
        clock.moment += timedelta(days=300)
    assert jumps(data) == []


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-365, "record 2: the clock went back from 2026-11-21 to 2025-11-21"),
        (3652, "record 2: the clock went ahead by 3652 days, from 2026-11-21 to 2036-11-20"),
    ],
)
def test_a_jump_and_the_way_back_from_it_are_told_and_the_store_verifies(
    data: Path, days: int, told: str
) -> None:
    clock = Clock()
    with closing(open_demo(data, clock)) as store:
        store.save(visit("before"))
        clock.moment += timedelta(days=days)
        store.save(visit("during"))
        clock.moment -= timedelta(days=days)
        store.save(visit("after"))
    assert jumps(data)[0] == told


def test_a_clock_set_back_within_the_day_is_told(data: Path) -> None:
    clock = Clock()
    with closing(open_demo(data, clock)) as store:
        store.save(visit("before"))
        clock.moment -= timedelta(hours=2)
        store.save(visit("after"))
    assert jumps(data) == ["record 2: the clock went back within 2026-11-21"]


def test_many_jumps_are_told_in_few_lines(data: Path) -> None:
    clock = Clock()
    with closing(open_demo(data, clock)) as store:
        for number in range(20):
            clock.moment += timedelta(days=2 if number % 2 else -2)
            store.save(visit(f"s{number}"))
    assert jumps(data)[-1] == "and 5 more jumps of the clock"


def test_a_day_that_was_changed_afterwards_is_a_fault_and_not_a_jump(data: Path) -> None:
    filled(data, 3)
    change = "UPDATE record SET body = CAST(replace(CAST(body AS TEXT), ?, ?) AS BLOB)"
    values = ('"day":"2026', '"day":"2020')
    run_sql(data / DATABASE, f"{change} WHERE seq = 2", values=values)
    report = verify(data)
    assert report.problems[0].seq == 2
    assert "edited" in report.problems[0].what


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
@pytest.mark.parametrize(
    ("then", "back", "told"),
    [
        ("2025-11-21 09:00:00", True, "went back from 2026-11-21 to 2025-11-21"),
        ("2036-11-20 09:00:00", False, "went ahead by 3652 days"),
    ],
)
def test_processes_under_a_clock_that_really_jumps_leave_a_store_that_tells(
    data: Path, then: str, back: bool, told: str
) -> None:
    for moment in ("2026-11-21 09:00:00", then):
        subprocess.run(
            ["faketime", moment, sys.executable, "-c", ONE_VISIT, data],
            cwd=ROOT,
            env={**os.environ, "FAKETIME_DONT_FAKE_MONOTONIC": "1"},
            check=True,
        )
    (first, _, _), (second, went_back, latest) = clocks(data)
    assert (first, second) == ("2026-11-21", then[:10])
    assert went_back is back
    assert latest == max(first, second)
    assert told in jumps(data)[0]
