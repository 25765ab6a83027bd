"""What protection costs: a saved visit against a bare durable SQLite commit, in one run.

    python benchmarks/commit.py --count 500 --json

The bare commit inserts a row of the same size into a file with the same settings. The two are
interleaved, so that a busy disk slows both. `floor` is one 4 KB overwrite with fsync.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.sample import open_demo, visit
from kiosk.records.database import connect, last_row

WARM_UP = 20


def measure(count: int, folder: Path) -> dict[str, float]:
    """Return p50 and p99 in milliseconds and the ratios of save to the bare commit."""
    with closing(open_demo(folder / "data")) as store:
        for _ in range(WARM_UP):
            store.save(visit())
        with closing(connect(folder / "data" / "records.db")) as reader:
            row = last_row(reader)
        assert row is not None  # noqa: S101 -- visits were just saved
        with closing(connect(folder / "bare.db")) as bare, (folder / "floor").open("w+b") as floor:
            bare.execute("CREATE TABLE record(seq INTEGER PRIMARY KEY, id TEXT UNIQUE, b BLOB)")
            payload = row.body + row.sealed + bytes(160)
            block = os.urandom(4096)

            def save() -> None:
                store.save(visit())

            def commit() -> None:
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("INSERT INTO record(id, b) VALUES(?, ?)", (visit().session, payload))
                bare.execute("COMMIT")

            def flush() -> None:
                os.pwrite(floor.fileno(), block, 0)
                os.fsync(floor.fileno())

            return _figures(_timed((save, commit, flush), count))


def _timed(actions: tuple[Callable[[], None], ...], count: int) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(count):
        for action, found in zip(actions, times, strict=True):
            started = time.perf_counter()
            action()
            found.append((time.perf_counter() - started) * 1000)
    return [sorted(found) for found in times]


def _figures(times: list[list[float]]) -> dict[str, float]:
    names = ("save", "bare", "floor")
    figures: dict[str, float] = {}
    for name, found in zip(names, times, strict=True):
        figures[f"{name}_p50_ms"] = round(found[len(found) // 2], 3)
        figures[f"{name}_p99_ms"] = round(found[len(found) * 99 // 100], 3)
    for part in ("p50", "p99"):
        ratio = figures[f"save_{part}_ms"] / figures[f"bare_{part}_ms"]
        figures[f"ratio_{part}"] = round(ratio, 2)
    return figures


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(options.count, Path(folder))
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:12} {value}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
