"""Every figure of the kiosk beside its target, from one interleaved run on one machine.

    python -m benchmarks.figures --quick

The same as `anteroom bench`. Nothing here imports Qt: each part runs in a process of its own.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import cast

from benchmarks import chromium, commit, many, pack_check, start
from benchmarks.asking import NoAnswerError, asked
from benchmarks.screen import NoScreenError, Screen, environment
from benchmarks.start import NoPictureError
from kiosk.domain.errors import AnteroomError

ROOT = Path(__file__).resolve().parents[1]
Tell = Callable[[str], None]


class BenchError(AnteroomError):
    """A part of the run failed; the message says which."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; target is the most it may be, None where the figure only explains another."""

    name: str
    value: float
    unit: str
    target: float | None

    @property
    def met(self) -> bool | None:
        """Whether the target is reached."""
        return None if self.target is None else self.value <= self.target


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of each part is measured."""

    starts: int
    memories: int
    commits: int
    latencies: int
    savings: int
    walks: int
    growth: int
    reading_ms: int
    records: int
    pages: int
    papers: int
    frames: int
    beside: int
    visits: int
    spoken: int
    turned: int


# A few minutes on two cores that nobody else uses.
USUAL = Amount(
    starts=7,
    memories=2,
    commits=300,
    latencies=1,
    savings=3,
    walks=5,
    growth=40,
    reading_ms=150,
    records=100_000,
    pages=2000,
    papers=50,
    frames=1000,
    beside=3000,
    visits=10_000,
    spoken=5,
    turned=16,
)
# Most of an hour, nearly all of it for the 2,000 visits.
FULL = replace(USUAL, starts=15, memories=3, commits=400, latencies=2, savings=5, growth=2000)
QUICK = Amount(
    starts=1,
    memories=1,
    commits=20,
    latencies=1,
    savings=1,
    walks=1,
    growth=2,
    reading_ms=5,
    records=1_000,
    pages=40,
    papers=3,
    frames=20,
    beside=50,
    visits=300,
    spoken=1,
    turned=3,
)


@dataclass
class Run:
    """One run under way: where it works, what it found, what it could not measure."""

    amount: Amount
    folder: Path
    screen: Screen | None
    tell: Tell
    figures: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def add(self, name: str, value: float, unit: str, target: float | None = None) -> None:
        """Keep a figure."""
        if not math.isfinite(value):
            raise BenchError(f"{name}: {value} is not a number")
        self.figures.append(Figure(name, round(value, 3), unit, target))

    def inside(self, part: str, visits: int, *, on_screen: bool = True) -> dict[str, float]:
        """Measure one part within a kiosk process; raises BenchError."""
        words = ["benchmarks.inside", part, "--visits", str(visits)]
        words += ["--data", str(self.folder / f"data-{part}")]
        words += ["--reading", str(self.amount.reading_ms / 1000)]
        if self.screen is not None and on_screen:
            words += ["--screen", str(self.screen.file)]
        return self._ask(part, words, on_screen=on_screen)

    def piece(self, part: str, count: int) -> dict[str, float]:
        """Measure one part in a process with a window of its own; raises BenchError."""
        return self._ask(part, ["benchmarks.pieces", part, "--count", str(count)], on_screen=True)

    def alone(self, part: str, count: int) -> dict[str, float]:
        """Measure a part that is a script of its own, off screen; raises BenchError."""
        return self._ask(part, [f"benchmarks.{part}", "--count", str(count)], on_screen=False)

    def _ask(self, part: str, words: list[str], *, on_screen: bool) -> dict[str, float]:
        command = [sys.executable, "-m", "benchmarks.loaded", *words]
        try:
            found = asked(command, self.screen if on_screen else None, self.folder)
        except NoAnswerError as error:
            raise BenchError(f"the part {part!r} failed: {error}") from None
        return cast("dict[str, float]", found)


def starting(run: Run) -> None:
    """First content pixel and memory, each against a bare Qt window."""
    if run.screen is None:
        return
    run.tell("start: first content pixel, in turn with a bare window")
    found = start.measure(run.screen, run.folder, run.amount.starts)
    run.add("start to first page / bare Qt window", found["ratio"], "x", 1.15)
    run.add("start to first page", found["own_ms"], "ms")
    run.add("the same of a bare Qt window", found["bare_ms"], "ms")
    run.tell("memory: after a whole visit, in turn with a bare window")
    after, ratios = [], []
    for _ in range(run.amount.memories):
        bare = start.one_start(start.BARE, run.screen, run.folder).pss_mb
        after.append(run.inside("memory", 1)["after_mb"])
        ratios.append(after[-1] / bare)
    run.add("memory after a visit / bare Qt window", statistics.median(ratios), "x", 1.9)
    run.add("memory after a visit", statistics.median(after), "MB", 90)


def growing(run: Run) -> None:
    """What visits leave behind."""
    run.tell(f"growth: {run.amount.growth} visits, off screen")
    found = run.inside("growth", run.amount.growth, on_screen=False)
    run.add("memory growth per visit", found["kb_per_visit"], "KB", 0.5)
    run.add("live objects of a visit after reset", found["live_objects"], "objects", 0)


def reacting(run: Run) -> None:
    """From the finger to the pixel."""
    run.tell("latency: press to changed pixel, release to next page")
    found = run.inside("latency", run.amount.latencies)
    run.add("press to changed pixel, p50", found["press_p50"], "ms", 3)
    run.add("press to changed pixel, p95", found["press_p95"], "ms", 6)
    run.add("release to next page, p50", found["turn_p50"], "ms", 12)
    run.add("release to next page, p95", found["turn_p95"], "ms", 20)
    if found["missed"]:
        run.notes.append(f"{found['missed']:.0f} presses changed no pixel and are left out.")


def saving(run: Run) -> None:
    """What protection of a record costs, and whether the window feels it."""
    run.tell("record: a saved visit in turn with a bare durable commit and an fsync")
    folder = run.folder / "commit"
    folder.mkdir()
    found = commit.measure(run.amount.commits, folder)
    run.add("saved visit / bare durable commit, p50", found["ratio_p50"], "x", 1.4)
    run.add("saved visit / bare durable commit, p99", found["ratio_p99"], "x", 3)
    run.add("saved visit / fsync, p50", found["save_p50_ms"] / found["floor_p50_ms"], "x")
    run.add("saved visit, p50", found["save_p50_ms"], "ms")
    run.add("saved visit, p99", found["save_p99_ms"], "ms")
    run.tell("record: longest block of the interface thread while saving")
    block = run.inside("saving", run.amount.savings)
    run.add("longest block while saving", block["longest_ms"], "ms", 16)


def checking(run: Run) -> None:
    """What a long store costs: to verify against a bare scan, to open against an empty one."""
    records = run.amount.records
    run.tell(f"record: verify and open {records:,} records")
    folder = run.folder / "long"
    folder.mkdir()
    found = many.figures(folder, records)
    run.add(f"verify {records:,} records / hashing them", found["verify_ratio"], "x", 6)
    run.add("the same without the signing key", found["public_key_ratio"], "x")
    run.add("the same but older signatures", found["one_signature_ratio"], "x")
    run.add("hashing them", found["hash_s"], "s")
    run.add("open that store / an empty one", found["open_ratio"], "x", 2)


def verifying(run: Run) -> None:
    """Whether the window feels that records are verified."""
    run.tell(f"record: longest block of the interface thread while {run.amount.beside:,} verify")
    found = run.piece("verifying", run.amount.beside)
    run.add("longest block while verifying", found["longest_ms"], "ms", 16)


def speaking(run: Run) -> None:
    """Read to me: how soon it is heard, how exactly it is lit, whether the window feels it."""
    if shutil.which("espeak-ng") is None:
        run.notes.append("espeak-ng is not installed: speech is not measured.")
        return
    run.tell("speech: from the tap to the sound, from the sound to the lit line")
    found = run.inside("speaking", run.amount.spoken)
    run.add("start of speech after the tap, p50", found["start_ms"], "ms", 150)
    run.add("lit sentence, error p95", found["light_error_ms"], "ms", 30)
    run.add("longest block while speaking", found["longest_ms"], "ms", 16)
    run.notes.append("Speech: a player of the bench stands in for a sound card.")


def printing(run: Run) -> None:
    """Whether the window feels that copies are printed."""
    run.tell("copy: longest block of the interface thread while copies are printed")
    found = run.piece("printing", run.amount.papers)
    run.add("longest block while printing", found["longest_ms"], "ms", 16)
    run.notes.append("Printing: painted for a printer into files, in the thread that prints.")


def copying(run: Run) -> None:
    """The patient's copy as a PDF."""
    run.tell("copy: the PDF of a receipt")
    found = run.piece("receipt", run.amount.papers)
    run.add("receipt PDF, p50", found["p50_ms"], "ms", 30)
    run.add("receipt PDF, p95", found["p95_ms"], "ms")


def drawing(run: Run) -> None:
    """The drawings that show the mechanism, while they move."""
    run.tell(f"drawing: {run.amount.frames} frames of the mechanism")
    found = run.piece("stage", run.amount.frames)
    run.add("mechanism, processor time of a frame, p50", found["cpu_p50_ms"], "ms", 0.6)
    run.add("mechanism, processor time of the longest frame", found["cpu_longest_ms"], "ms")
    run.add("mechanism, from frame to frame, p95", found["gap_p95_ms"], "ms", 17.5)
    run.add("mechanism, frames over 33 ms in 1,000", found["late_per_1000"], "frames", 0)


def changing(run: Run) -> None:
    """Other colours, and another language, on the page in front (rows A-20 and A-50)."""
    run.tell("changing: colours and languages, off screen")
    found = run.alone("changing", run.amount.papers)
    run.add("other colours on the page in front, p95", found["colours_p95_ms"], "ms", 300)
    run.add("another language on it, p95", found["language_p95_ms"], "ms", 500)


def walking(run: Run) -> None:
    """Whole visits without reading time."""
    run.tell("walk: whole visits, off screen")
    found = run.inside("walk", run.amount.walks, on_screen=False)
    run.add("whole walk", found["walk_s"], "s", 0.5)
    run.add("presses of a whole walk", found["presses"], "presses")


def linting(run: Run) -> None:
    """The content check on a pack of many pages."""
    pages = run.amount.pages
    run.tell(f"content check: {pages} pages")
    found = pack_check.measure(run.folder / "packs", pages)
    full = pages == USUAL.pages
    run.add(f"content check of {pages} pages", found["seconds"], "s", 10 if full else None)
    run.add("the same / half as many pages", found["ratio"], "x", 2.5 if full else None)


def finding(run: Run) -> None:
    """A visit found at the desk, from the letter typed to the painted list."""
    visits = run.amount.visits
    run.tell(f"desk: find among {visits:,} records, off screen")
    words = [sys.executable, "-m", "benchmarks.find", "--json", "--records", str(visits)]
    done = subprocess.run(  # noqa: S603 -- our own program
        words,
        cwd=ROOT,
        env=environment(None, run.folder / "cache"),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise BenchError(f"the search failed: {last}")
    found: dict[str, float] = json.loads(done.stdout)
    run.add(f"staff search at {visits:,} records, p95", found["find_p95_ms"], "ms", 100)
    run.add("opening those records at the desk", found["open_s"], "s")


PARTS = (
    *(starting, chromium.comparing, growing, reacting, saving, checking, verifying),
    *(speaking, printing, copying, drawing, changing, linting, finding, walking),
)


def measure(amount: Amount, tell: Tell) -> Run:
    """Measure every part that can be measured."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            screen = stack.enter_context(closing(Screen()))
        except NoScreenError as error:
            screen = None
            missing = f"{error}: start and memory are not measured, latency ends at the painting."
        run = Run(amount, folder, screen, tell)
        if screen is None:
            run.notes.append(missing)
        for part in PARTS:
            try:
                part(run)
            except (BenchError, NoPictureError) as error:
                # The other figures are worth having all the same.
                run.failed.append(str(error))
    run.notes += run.failed
    return run


def report(run: Run) -> dict[str, object]:
    """Return a run as JSON holds it."""
    figures = [{**asdict(one), "met": one.met} for one in run.figures]
    machine = {"cpus": os.cpu_count(), "system": platform.platform(), "load": os.getloadavg()[0]}
    method = "first pixel: read from the frame buffer" if run.screen else "no screen"
    return {"machine": machine, "method": method, "figures": figures, "notes": run.notes}


def show(run: Run) -> None:
    """Print a run as a table."""
    print(f"{'figure':<48} {'measured':>10} {'':<8} {'target':>8}")
    for one in run.figures:
        target = "" if one.target is None else f"<= {one.target:g}"
        verdict = {True: "met", False: "NOT MET", None: ""}[one.met]
        print(f"{one.name:<48} {one.value:>10.3g} {one.unit:<8} {target:>8}  {verdict}")
    for note in run.notes:
        print(note)


def main(*, quick: bool, as_json: bool, full: bool = False) -> int:
    """Measure and print; 1 where a figure could not be had or, unless quick, a target is missed."""

    def tell(text: str) -> None:
        if sys.stderr.isatty():
            print(text, file=sys.stderr)

    run = measure(QUICK if quick else FULL if full else USUAL, tell)
    if as_json:
        print(json.dumps(report(run), indent=2))
    else:
        show(run)
    missed = [one for one in run.figures if one.met is False]
    return int(bool(run.failed or (missed and not quick)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    raise SystemExit(main(quick=options.quick, as_json=options.json, full=options.full))
