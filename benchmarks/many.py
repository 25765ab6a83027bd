"""Verify and open a long store: time against hashing the same bytes, and against an empty store.

    python benchmarks/many.py --records 100000

The store is built without a sync per record, so that it is there in a minute; its bytes are those
of an ordinary one. "Hashing the same bytes" is the least that any check does: one SELECT of every
row in order, and SHA-256 of its clear and of its sealed part, in plain Python on one core. Each
round measures all in turn, and a ratio is the median of the ratios of the rounds, so that other
work on the machine falls on both sides.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.sample import open_demo
from benchmarks.sample import visit as sample
from kiosk.records import ratchet
from kiosk.records.compose import Draft, Moment, Site, compose
from kiosk.records.database import DATABASE
from kiosk.records.keys import DEVICE_KEY, load_device_key, load_recipients
from kiosk.records.opening import open_existing
from kiosk.records.person import acknowledgement_bytes
from kiosk.records.verify import verify

DAY = Moment("2026-11-21", synced=True)
ROUNDS = 3


def build(data: Path, records: int) -> None:
    """Make a store of so many records in one commit."""
    open_demo(data).close()
    opened = open_existing(data, "demo")
    opened.connection.close()
    site = Site(load_device_key(data), 1, "demo", "0.1.0", load_recipients(data), os.urandom)
    tip = opened.tip
    with closing(sqlite3.connect(data / DATABASE, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        while tip.frontier.size < records:
            ack = sample()
            draft = Draft("ack", ack.session, DAY, ack.pack, acknowledgement_bytes(ack), {})
            row, tip = compose(site, tip, draft)
            values = (row.seq, row.id, row.body, row.sealed, row.leaf, row.root, row.mac, row.sig)
            connection.execute("INSERT INTO record VALUES(?,?,?,?,?,?,?,?)", values)
        connection.execute("DELETE FROM frontier")
        nodes = [(level, tip.frontier.size, digest) for level, digest in tip.frontier.nodes]
        connection.executemany("INSERT INTO frontier VALUES(?,?,?)", nodes)
        connection.execute("COMMIT")
    ratchet.overwrite(data, tip.ratchet)
    # Or the first commit after this would pay for all these pages.
    with (data / DATABASE).open("r+b") as store:
        os.fsync(store.fileno())


def scan(store: Path) -> int:
    """Read every row and hash its clear and sealed part: the floor of any check."""
    with closing(sqlite3.connect(store)) as connection:
        rows = connection.execute("SELECT body, sealed FROM record ORDER BY seq")
        return len({sha256(body).digest() + sha256(sealed).digest() for body, sealed in rows})


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def open_and_close(data: Path) -> None:
    """Open a store as the kiosk does and close it."""
    open_demo(data).close()


def require_sound(data: Path, *, every: bool) -> None:
    """Verify a store that must be in order."""
    report = verify(data, every_signature=every)
    if not report.ok:
        raise SystemExit(str(report.problems))


@contextmanager
def without_signing_key(data: Path) -> Iterator[None]:
    """Take device.key away for a while, as where somebody else checks a copy."""
    key, aside = data / DEVICE_KEY, data.parent / DEVICE_KEY
    key.rename(aside)
    try:
        yield
    finally:
        aside.rename(key)


def walks(data: Path, rounds: int) -> dict[str, float]:
    """Measure the checks of all records in turn with the bare scan."""
    names = ("hash", "verify", "public_key", "one_signature")
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        times["hash"].append(seconds(lambda: scan(data / DATABASE)))
        times["verify"].append(seconds(lambda: require_sound(data, every=True)))
        times["one_signature"].append(seconds(lambda: require_sound(data, every=False)))
        with without_signing_key(data):
            times["public_key"].append(seconds(lambda: require_sound(data, every=True)))
    found = {f"{name}_s": round(statistics.median(taken), 3) for name, taken in times.items()}
    for name in names[1:]:
        found[f"{name}_ratio"] = ratio(times[name], times["hash"])
    return found


def openings(many: Path, one: Path, rounds: int) -> dict[str, float]:
    """Measure opening a long store in turn with an empty one."""
    long, short = [], []
    for _ in range(rounds):
        long.append(seconds(lambda: open_and_close(many)))
        short.append(seconds(lambda: open_and_close(one)))
    return {
        "open_ms": round(statistics.median(long) * 1e3, 1),
        "open_empty_ms": round(statistics.median(short) * 1e3, 1),
        "open_ratio": ratio(long, short),
    }


def ratio(taken: list[float], bare: list[float]) -> float:
    """Return the median of the ratios of the rounds."""
    return round(statistics.median(a / b for a, b in zip(taken, bare, strict=True)), 2)


def figures(folder: Path, records: int, rounds: int = ROUNDS) -> dict[str, float]:
    """Build and measure."""
    many, one = folder / "many", folder / "one"
    built = seconds(lambda: build(many, records))
    build(one, 1)
    return {
        "records": records,
        "megabytes": round((many / DATABASE).stat().st_size / 1e6, 1),
        "build_s": round(built, 1),
        **walks(many, rounds),
        **openings(many, one, rounds * 5),
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="leave the store here")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = figures(Path(folder), options.records)
        if options.keep:
            shutil.copytree(Path(folder) / "many", options.keep)
    if options.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name:18} {value}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
