"""Verify and open a long store: time against hashing the same bytes, and against an empty store.

    python benchmarks/many.py --records 100000

The store is built without a sync per record, so that it is there in a minute; its bytes are those
of an ordinary one.
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
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.sample import open_demo
from benchmarks.sample import visit as sample
from kiosk.records import ratchet
from kiosk.records.compose import Draft, Moment, Site, compose
from kiosk.records.database import DATABASE
from kiosk.records.keys import load_device_key, load_recipients
from kiosk.records.opening import open_existing
from kiosk.records.person import acknowledgement_bytes
from kiosk.records.verify import verify

DAY = Moment("2026-11-21", synced=True)
TIMES = 3


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


def scan(store: Path) -> int:
    """Read every row and hash its clear and sealed part: the floor of any check."""
    with closing(sqlite3.connect(store)) as connection:
        rows = connection.execute("SELECT body, sealed FROM record ORDER BY seq")
        return len({sha256(body).digest() + sha256(sealed).digest() for body, sealed in rows})


def best(action: Callable[[], object], times: int = TIMES) -> float:
    """Return the median of the seconds an action takes."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def open_and_close(data: Path) -> None:
    """Open a store as the kiosk does and close it."""
    open_demo(data).close()


def require_sound(data: Path, *, every: bool) -> None:
    """Verify a store that must be in order."""
    report = verify(data, every_signature=every)
    if not report.ok:
        raise SystemExit(str(report.problems))


def figures(folder: Path, records: int) -> dict[str, float]:
    """Build and measure."""
    many, one = folder / "many", folder / "one"
    started = time.perf_counter()
    build(many, records)
    built = time.perf_counter() - started
    build(one, 1)
    hashing = best(lambda: scan(many / DATABASE))
    full = best(lambda: require_sound(many, every=True))
    newest = best(lambda: require_sound(many, every=False))
    long, short = best(lambda: open_and_close(many), 9), best(lambda: open_and_close(one), 9)
    return {
        "records": records,
        "megabytes": round((many / DATABASE).stat().st_size / 1e6, 1),
        "build_s": round(built, 1),
        "hash_s": round(hashing, 2),
        "verify_s": round(full, 2),
        "verify_ratio": round(full / hashing, 2),
        "start_check_s": round(newest, 2),
        "start_check_ratio": round(newest / hashing, 2),
        "open_ms": round(long * 1e3, 1),
        "open_empty_ms": round(short * 1e3, 1),
        "open_ratio": round(long / short, 2),
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
