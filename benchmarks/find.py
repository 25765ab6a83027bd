"""Find a visit at the desk among ten thousand: from the key to the painted list.

    python benchmarks/find.py --records 10000

A real store is made, verified, opened with its key and listed once, as the desk does. Then
receipts, days, languages and doors are typed into the real window, off screen. One measurement is
from a letter that is typed until the table is painted.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.many import build
from kiosk.platform.clock import SystemClock
from kiosk.staff.desk.desk import Desk
from kiosk.staff.desk.people import People
from kiosk.staff.desk.register import VisitRow, Wanted, found
from kiosk.ui.desk.room import DeskRoom
from kiosk.ui.desk.window import DeskWindow

_EVERY = 97


def measure(folder: Path, records: int) -> dict[str, float]:
    """Return milliseconds: to open once, and to find."""
    data = folder / "kiosk"
    build(data, records)
    desk = Desk(folder / "desk", People(folder / "desk", SystemClock()), _now, {})
    started = time.perf_counter()
    listed = desk.load(data)
    opened = time.perf_counter() - started
    application = QApplication(sys.argv[:1])
    window = DeskWindow(DeskRoom(desk), date(2026, 11, 21), {}, _beside)
    window.resize(1280, 800)
    window.show()
    window.room.listed.emit(listed)
    window.visits.table.grab()
    words = [row.receipt for row in listed.rows[::_EVERY]] + ["2026-11", "en", "ready"]
    taken: list[float] = []
    for one in words:
        window.visits.search.words.clear()
        for letter in one:
            started = time.perf_counter()
            QTest.keyClicks(window.visits.search.words, letter)
            window.visits.table.grab()
            taken.append(time.perf_counter() - started)
    alone = [_seconds(listed.rows, one) for one in words]
    window.close()
    application.shutdown()
    return {
        "records": len(listed.rows),
        "open_s": round(opened, 2),
        "find_p50_ms": round(1e3 * statistics.median(taken), 2),
        "find_p95_ms": round(1e3 * statistics.quantiles(taken, n=20)[-1], 2),
        "find_max_ms": round(1e3 * max(taken), 2),
        "logic_p95_ms": round(1e3 * statistics.quantiles(alone, n=20)[-1], 2),
    }


def _seconds(rows: tuple[VisitRow, ...], words: str) -> float:
    started = time.perf_counter()
    found(rows, Wanted(words=words))
    return time.perf_counter() - started


def _now() -> datetime:
    return datetime.now(UTC)


def _beside(_language: str, check_code: str) -> tuple[str, ...]:
    return (check_code,)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        got = measure(Path(folder), options.records)
    if options.json:
        print(json.dumps(got))
    else:
        for name, value in got.items():
            print(f"{name:14} {value}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
