"""Kill the kiosk's writer at random moments and count what was promised but lost.

    python benchmarks/kill9.py --runs 200

A child saves visits in a loop and reports each confirmed receipt through a pipe. The parent
kills it with SIGKILL, opens the store again, verifies it and looks every receipt up. Every
tenth child starts in an empty folder, so that set-up is killed too. Needs fork.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.sample import open_demo, visit
from kiosk.records.verify import verify

FRESH_EVERY = 10
MOST_REPORTS = 8
# Seconds, each a little more than the work takes on a slow disk.
ONE_SAVE = 0.004
SET_UP = 0.04


@dataclass
class Tally:
    """The outcome of all runs.

    `unconfirmed` counts records that were on disk before their report was out, `mid_commit`
    the kills that left a journal, `mid_set_up` those before the store existed.
    """

    runs: int = 0
    confirmed: int = 0
    unconfirmed: int = 0
    mid_commit: int = 0
    mid_set_up: int = 0
    lost: int = 0
    false_saved: int = 0
    not_verified: int = 0
    not_opened: int = 0
    seconds: float = 0.0

    def clean(self) -> bool:
        """Tell whether every promise was kept."""
        return not (self.lost or self.false_saved or self.not_verified or self.not_opened)


def save_for_ever(data: Path, pipe: int) -> None:
    """Save visits and report each one only after save has returned."""
    store = open_demo(data)
    while True:
        saved = store.save(visit())
        line = f"{saved.session} {saved.receipt} {saved.check_code}\n"
        os.write(pipe, line.encode())


def killed_child(data: Path, reports: int, after: float) -> list[list[str]]:
    """Run a writer, kill it `after` seconds past a number of reports, return all reports."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            save_for_ever(data, writing)
        except BaseException:  # noqa: BLE001 -- the fork must not return into the parent's code
            traceback.print_exc()
        os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        lines = [pipe.readline() for _ in range(reports)]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines += pipe.readlines()
    return [line.split() for line in lines if line.endswith("\n")]


def judge(data: Path, reported: list[list[str]], tally: Tally) -> int:
    """Open the store as the next start does, compare it with the reports, count its visits."""
    tally.mid_set_up += not (data / "records.db").exists()
    tally.mid_commit += (data / "records.db-journal").exists()
    try:
        store = open_demo(data)
    except Exception:  # noqa: BLE001 -- any failure to open is what is counted
        traceback.print_exc()
        tally.not_opened += 1
        return len(reported)
    with closing(store):
        for session, receipt, code in reported:
            found = store.find(session)
            if found is None:
                tally.lost += 1
            elif (found.receipt, found.check_code) != (receipt, code):
                tally.false_saved += 1
        report = verify(data)
        if not report.ok:
            print(report.problems, file=sys.stderr)
            tally.not_verified += 1
        return len(store.recent(sys.maxsize, kinds=("ack",)))


def run(runs: int, seed: int, folder: Path) -> Tally:
    """Kill `runs` children and return the tally."""
    chance = random.Random(seed)  # noqa: S311 -- moments of killing, no secret
    tally = Tally(runs=runs)
    started = time.perf_counter()
    data, known = folder / "data", 0
    for number in range(runs):
        reports, after = chance.randrange(MOST_REPORTS), chance.uniform(0, ONE_SAVE)
        if number % FRESH_EVERY == 0:
            shutil.rmtree(data, ignore_errors=True)
            known, reports, after = 0, 0, chance.uniform(0, SET_UP)
        reported = killed_child(data, reports, after)
        now_known = judge(data, reported, tally)
        tally.confirmed += len(reported)
        tally.unconfirmed += now_known - known - len(reported)
        known = now_known
        if sys.stderr.isatty():
            print(f"\r{number + 1}/{runs}", end="", file=sys.stderr)
    tally.seconds = round(time.perf_counter() - started, 1)
    return tally


def main() -> int:
    """Run and print; exit 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(options.runs, options.seed, Path(folder))
    if options.json:
        print(json.dumps(asdict(tally)))
    else:
        print(", ".join(f"{name} {value}" for name, value in asdict(tally).items()))
    return 0 if tally.clean() else 1


if __name__ == "__main__":
    raise SystemExit(main())
