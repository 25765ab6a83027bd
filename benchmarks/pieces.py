"""Figures of single pieces: the receipt's PDF, the moving drawing, a window while records verify.

    python -m benchmarks.pieces stage --count 1000

Prints one JSON object. `benchmarks.figures` starts it; every part runs in a process of its own.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import gc
import json
import sys
import tempfile
import time
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from benchmarks.heartbeat import Heartbeat
from benchmarks.many import build
from benchmarks.percentile import percentile
from benchmarks.visitor import turn_loop, until
from kiosk.domain.copy import CHOICE, ITEM, LABEL, NUMBER, TITLE, VALUE, CopyPaper
from kiosk.records.verify import verify
from kiosk.ui.blocks.stage_panel import stage_colours
from kiosk.ui.copy.pdf import copy_pdf
from kiosk.ui.copy.sheet import page_layout, paint_copy
from kiosk.ui.copy.words import DPI
from kiosk.ui.jobs import Jobs
from kiosk.ui.stage.timeline import SCENES
from kiosk.ui.stage.view import StageView
from kiosk.ui.sweeping import Sweeper
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.turns import quick_turns

ROOT = Path(__file__).resolve().parents[1]
# The card on a page of 1920 by 1080.
CARD, LABEL_PX, PX_PER_MM = (1000, 730), 30, 3.6
LONG_FRAME_MS = 33
WARM_UP = 3
CHECKING_SECONDS = 600.0
Figures = dict[str, float]

PAPER = CopyPaper(
    (
        (TITLE, "Your copy"),
        (LABEL, "Your receipt number"),
        (NUMBER, "79J7-QK4J"),
        (LABEL, "You chose"),
        (CHOICE, "I have questions first"),
        (LABEL, "What you want to ask"),
        *((ITEM, f"What about question {number}, and will it last?") for number in range(4)),
        (LABEL, "What you read, and when"),
        (VALUE, "You pressed “I went through this” on 2026-11-21."),
    ),
    "en",
    "ANTEROOM:1:" + "6EUQFKT3FXEKXJ5QNVBOMFPET4DZZWGP4J6OBNFJVNUFHZABG2" * 12 + ":",
    ("Is this copy genuine?", "Anyone can check it on any computer.", "Check code: AAAAA"),
)


def receipt(count: int) -> Figures:
    """Milliseconds to make the PDF of a copy, once fonts are loaded."""
    load_fonts(ROOT / "assets")
    taken = []
    for number in range(count + WARM_UP):
        began = time.perf_counter()
        copy_pdf(PAPER)
        if number >= WARM_UP:
            taken.append((time.perf_counter() - began) * 1000)
    return {"p50_ms": percentile(taken, 50), "p95_ms": percentile(taken, 95)}


class Watched(StageView):
    """A drawing that keeps when each frame began and what processor time it took."""

    def __init__(self) -> None:
        super().__init__(stage_colours(PALETTES["light"]), LABEL_PX, PX_PER_MM)
        self.began: list[float] = []
        self.cpu_ms: list[float] = []

        self._worked_out = 0.0

    def _step(self) -> None:
        """Work out the next frame; its time belongs to the frame that is painted."""
        before = time.thread_time()
        super()._step()
        self._worked_out = time.thread_time() - before

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint, and keep both."""
        self.began.append(time.perf_counter())
        before = time.thread_time()
        super().paintEvent(event)
        self.cpu_ms.append((time.thread_time() - before + self._worked_out) * 1000)
        self._worked_out = 0.0


def stage(count: int) -> Figures:
    """Processor time of a frame and the time from one to the next, while every scene plays.

    The loop sleeps between two frames, as the kiosk's does: a process that never sleeps is the
    first to be held up on a busy machine.
    """
    view = Watched()
    view.resize(*CARD)
    view.set_motion(enabled=True)
    view.show()
    playing = QEventLoop()
    view.finished.connect(playing.quit)
    cpu: list[float] = []
    gaps: list[float] = []
    while len(gaps) < count:
        for name in SCENES:
            view.show_scene(name, {}, name)
            turn_loop()
            view.began.clear()
            view.cpu_ms.clear()
            view.play()
            playing.exec()
            # The still picture at the end is a frame too.
            turn_loop()
            # The first frame of a group paints what stands still; it belongs to the figures too.
            cpu += view.cpu_ms
            gaps += [(later - one) * 1000 for one, later in pairwise(view.began)]
    late = sum(gap > LONG_FRAME_MS for gap in gaps)
    return {
        "cpu_p50_ms": percentile(cpu, 50),
        "cpu_longest_ms": max(cpu),
        "gap_p95_ms": percentile(gaps, 95),
        "late_per_1000": late * 1000 / len(gaps),
    }


def verifying(count: int) -> Figures:
    """The longest block of the window's thread, in ms, while so many records verify beside it."""
    jobs, heart = Jobs(), Heartbeat()
    reports: list[object] = []
    jobs.done.connect(partial(_keep, reports))
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "data", count)
        QTimer.singleShot(0, heart.restart)
        turn_loop()
        jobs.submit("verify", partial(verify, Path(folder) / "data"))
        until(partial(bool, reports), "the end of the check", CHECKING_SECONDS)
    jobs.close()
    return {"longest_ms": heart.longest * 1000}


def _keep(reports: list[object], _name: str, report: object) -> None:
    reports.append(report)


def printing(count: int) -> Figures:
    """The longest block of the window's thread, in ms, while copies are painted for a printer.

    Into files: there is no printer where this runs. The kiosk paints them in the same thread.
    """
    load_fonts(ROOT / "assets")
    jobs, heart = Jobs("printing"), Heartbeat()
    printed: list[object] = []
    jobs.done.connect(partial(_keep, printed))
    with tempfile.TemporaryDirectory() as folder:
        jobs.submit("print", partial(print_one, Path(folder) / "first.pdf"))
        until(partial(bool, printed), "the first copy", CHECKING_SECONDS)
        printed.clear()
        QTimer.singleShot(0, heart.restart)
        turn_loop()
        for number in range(count):
            jobs.submit("print", partial(print_one, Path(folder) / f"{number}.pdf"))
        until(lambda: len(printed) == count, "the copies", CHECKING_SECONDS)
    jobs.close()
    return {"longest_ms": heart.longest * 1000}


def print_one(file: Path) -> bool:
    """Paint one copy as the system printer of the kiosk does, into a file."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(""))
    return paint_copy(printer, PAPER, large=False)


PARTS = {"printing": printing, "receipt": receipt, "stage": stage, "verifying": verifying}


def main() -> int:
    """Measure one part and print it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    # What is loaded now stays, and garbage is collected, as in the kiosk; to look through all of
    # it in the middle of a drawing takes as long as a frame and a half.
    gc.collect()
    gc.freeze()
    sweeper = Sweeper()
    sweeper.begin()
    with quick_turns():
        print(json.dumps(PARTS[options.part](options.count)))
    sweeper.end()
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
