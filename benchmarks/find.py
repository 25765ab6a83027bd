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

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.many import build
from kiosk.platform.clock import SystemClock
from kiosk.staff.desk.desk import Desk
from kiosk.staff.desk.people import People
from kiosk.staff.desk.register import Register, VisitRow, Wanted, found
from kiosk.ui.desk.room import DeskRoom
from kiosk.ui.desk.window import DeskWindow

_EVERY = 97


def measure(folder: Path, records: int) -> dict[str, float]:
    """Return milliseconds: to open once, and to find."""
    data = folder / "kiosk"
    build(data, records)
    desk = Desk(folder / "desk", People(folder / "desk", SystemClock()), _now, {})
    application = QApplication(sys.argv[:1])
    window = DeskWindow(DeskRoom(desk), date(2026, 11, 21), {}, _beside)
    window.resize(1280, 800)
    window.show()
    opening = Opening(window)
    opening.run(data)
    listed = opening.listed
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
        **opening.told,
        "find_p50_ms": round(1e3 * statistics.median(taken), 2),
        "find_p95_ms": round(1e3 * statistics.quantiles(taken, n=20)[-1], 2),
        "find_max_ms": round(1e3 * max(taken), 2),
        "logic_p95_ms": round(1e3 * statistics.quantiles(alone, n=20)[-1], 2),
    }


class Opening:
    """Watches a window while a store is opened in it."""

    def __init__(self, window: DeskWindow) -> None:
        self._window, self._began, self._last = window, 0.0, 0.0
        self.told: dict[str, float] = {}

    def run(self, data: Path) -> None:
        """Open a store, and let the window live until it is listed."""
        room, loop, beat = self._window.room, QEventLoop(), QTimer(interval=1)
        room.glimpsed.connect(self._glimpsed)
        room.listed.connect(self._listed)
        room.listed.connect(loop.quit)
        beat.timeout.connect(self._beat)
        beat.start()
        self._began = self._last = time.perf_counter()
        room.open_place(data)
        loop.exec()
        beat.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        blocked = round(1e3 * (now - self._last), 1)
        self.told["blocked_max_ms"] = max(blocked, self.told.get("blocked_max_ms", 0.0))
        self._last = now

    def _glimpsed(self, rows: tuple[VisitRow, ...]) -> None:
        if rows:
            self._window.visits.table.grab()
            passed = round(time.perf_counter() - self._began, 2)
            self.told.setdefault("first_lines_s", passed)
            self.told["all_lines_s"] = passed

    def _listed(self, listed: Register) -> None:
        self.listed = listed
        self._window.visits.table.grab()
        self.told["open_s"] = round(time.perf_counter() - self._began, 2)


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
