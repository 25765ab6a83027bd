"""The kiosk beside Chromium in kiosk mode: the same pages, the same screen, the same eye.

    python -m benchmarks.chromium --rounds 7

Both programs are started in turn on one Xvfb. From outside it is watched when the Start button is
seen, and then on lesson pages when, after the way on is let go, the first pixel of the next page.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import os
import shutil
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, cast

from benchmarks.asking import NoAnswerError, asked
from benchmarks.finger import Finger, NoFingerError
from benchmarks.footprint import processor_ms
from benchmarks.percentile import percentile
from benchmarks.screen import POLL_SECONDS, SIZE, NoScreenError, Screen, wait_for
from benchmarks.start import CONTENT_COLOUR, PATIENCE, NoPictureError, running
from benchmarks.web_pages import web_page

if TYPE_CHECKING:
    from benchmarks.figures import Run

MISSING = "Not measured here: the same pages in Chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome")
# A window that fills the screen without a window manager, drawn by software, and no more
# errands of its own than can be turned off.
FLAGS = (
    *("--kiosk", "--no-first-run", "--disable-gpu", "--window-position=0,0"),
    *("--window-size=1920,1080", "--no-default-browser-check", "--password-store=basic"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-extensions", "--disable-features=Translate"),
)
# Longer than the kiosk takes a second press for a trembling hand, and than it prepares a page.
READING = 0.5
HOLDING = 0.06
TURN_PATIENCE = 10.0
# Above every button that leads to the lesson, where each page has other words.
TITLES = (0, 0, SIZE[0], SIZE[1] // 3)
Lesson = dict[str, Any]
Box = tuple[int, int, int, int]


class NoBrowserError(Exception):
    """There is no Chromium."""


@dataclass
class Times:
    """What was measured of one program, in ms."""

    starts: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    missed: int = 0

    def turned(self, took: float | None) -> None:
        """Keep how long a page took to come, or that it did not."""
        if took is None:
            self.missed += 1
        else:
            self.turns.append(took)


def browser() -> str:
    """Return the path of the browser; raises NoBrowserError."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowserError("Chromium is not installed")
    return found


def command(page: Path, profile: Path) -> list[str]:
    """Return what starts the browser on a page; raises NoBrowserError."""
    words = [browser(), f"--app={page.as_uri()}", f"--user-data-dir={profile}", *FLAGS]
    # It refuses to run for root otherwise.
    return [*words, "--no-sandbox"] if os.geteuid() == 0 else words


def lesson_of(screen: Screen | None, folder: Path, count: int) -> Lesson:
    """Return what the kiosk shows on this screen, or off screen; raises NoPictureError."""
    words = [sys.executable, "-m", "benchmarks.lesson", "--count", str(count)]
    try:
        return cast(
            "Lesson", asked([*words, "--data", str(folder / "data-lesson")], screen, folder)
        )
    except NoAnswerError as error:
        raise NoPictureError(f"the pages of the lesson could not be had: {error}") from None


def watched(before: Lesson, after: Lesson) -> Box:
    """Return where only words stand on two pages: neither bars nor drawings, which move."""
    column = max((one["column"] for one in (before, after) if one["picture"]), default=[0])
    top = before["step"]["bar"][1]
    left: int = column[0]
    return left, top, SIZE[0] - left, before["foot_bar"][1] - top


def turn(screen: Screen, finger: Finger, place: list[int], box: Box) -> float | None:
    """Press a place; return ms from letting go to a changed pixel, None if there was none."""
    finger.move(*place)
    time.sleep(READING)
    finger.press()
    time.sleep(HOLDING)
    seen = screen.pixels.rows(box)
    began = finger.release()
    while screen.pixels.rows(box) == seen:
        if time.perf_counter() - began > TURN_PATIENCE:
            return None
        time.sleep(POLL_SECONDS)
    return (time.perf_counter() - began) * 1000


@dataclass(frozen=True)
class Round:
    """One start of a program and its way through the lesson."""

    screen: Screen
    finger: Finger
    folder: Path
    lesson: Lesson

    def go(self, words: list[str], way: list[list[int]], times: Times) -> None:
        """Start a program, press its way to the lesson and page through it; add to its times."""
        began = time.perf_counter()
        with running(words, self.screen, self.folder) as pid:
            if not wait_for(CONTENT_COLOUR, self.screen.pixels, PATIENCE):
                raise NoPictureError(f"nothing was shown within {PATIENCE:.0f} s by: {words[0]}")
            times.starts.append((time.perf_counter() - began) * 1000)
            times.processor.append(processor_ms(pid))
            time.sleep(READING)
            for place in way:
                if turn(self.screen, self.finger, place, TITLES) is None:
                    raise NoPictureError(f"no lesson page was reached in: {words[0]}")
            for one, after in pairwise(self.lesson["pages"]):
                times.turned(turn(self.screen, self.finger, one["press"], watched(one, after)))
            self.finger.move(0, 0)


def measure(screen: Screen, folder: Path, rounds: int, count: int) -> tuple[Times, Times]:
    """Return the times of the kiosk and of Chromium; raises NoBrowserError, NoPictureError."""
    browser()
    finger = Finger(screen.display)
    lesson = lesson_of(screen, folder, count)
    page = folder / "lesson.html"
    page.write_text(web_page(lesson), encoding="utf-8")
    own, other = Times(), Times()
    # Chromium's helpers may write for a moment after it has ended.
    with closing(finger), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        web = command(page, Path(profile))
        data = folder / "data-beside"
        kiosk = [sys.executable, "-m", "kiosk", "run", "--data"]
        # The first start of either makes files that later ones find.
        first = Round(screen, finger, folder, {"pages": []})
        first.go([*kiosk, str(data)], [], Times())
        first.go(web, [], Times())
        one = replace(first, lesson=lesson)
        for number in range(rounds):
            # A visit that was cut off would be gone on with.
            fresh = Path(shutil.copytree(data, folder / f"data-beside-{number}"))
            one.go([*kiosk, str(fresh)], lesson["way"], own)
            one.go(web, lesson["way"][:1], other)
    return own, other


def figures(own: Times, other: Times) -> list[tuple[str, float, str, float | None]]:
    """Return (name, value, unit, target) of both programs; raises NoPictureError."""
    if not own.turns or not other.turns:
        raise NoPictureError("no page was turned: nothing to compare with Chromium")

    def ratio(ours: list[float], theirs: list[float]) -> float:
        return median(one / two for one, two in zip(ours, theirs, strict=True))

    half, most = (percentile(own.turns, part) for part in (50, 95))
    other_half, other_most = (percentile(other.turns, part) for part in (50, 95))
    return [
        ("start to first page / Chromium", ratio(own.starts, other.starts), "x", 0.3),
        ("the same in processor time", ratio(own.processor, other.processor), "x", None),
        ("start to first page, beside Chromium", median(own.starts), "ms", None),
        ("the same pages in Chromium", median(other.starts), "ms", None),
        ("processor time to first page", median(own.processor), "ms", None),
        ("the same pages in Chromium, all its processes", median(other.processor), "ms", None),
        ("release to next page, from outside, p50", half, "ms", 12),
        ("release to next page, from outside, p95", most, "ms", 20),
        ("the same in Chromium, p50", other_half, "ms", None),
        ("the same in Chromium, p95", other_most, "ms", None),
        ("release to next page / Chromium, p50", half / other_half, "x", 0.4),
        ("release to next page / Chromium, p95", most / other_most, "x", 0.4),
    ]


def comparing(run: "Run") -> None:
    """The part of the bench: the same pages in Chromium, where it is there."""
    if run.screen is None:
        run.notes.append(f"{MISSING}: Xvfb is not installed.")
        return
    run.tell("beside Chromium: start and lesson pages, in turn")
    try:
        amount = run.amount
        own, other = measure(run.screen, run.folder, amount.starts, amount.turned)
    except (NoBrowserError, NoFingerError) as error:
        run.notes.append(f"{MISSING}: {error}.")
        return
    for name, value, unit, target in figures(own, other):
        run.add(name, value, unit, target)
    run.notes.append(told(own, other))


def told(own: Times, other: Times) -> str:
    """Return how much was compared, and how busy the machine was."""
    starts, turns = len(own.starts), f"{len(own.turns)} and {len(other.turns)}"
    left_out = f"{own.missed} and {other.missed} changed no pixel and are left out"
    return (
        f"Beside Chromium: {starts} starts of each, {turns} pages turned, {left_out}; "
        f"load {os.getloadavg()[0]:.1f}."
    )


def main() -> int:
    """Measure both and print the figures with the load of the machine."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--pages", type=int, default=16)
    options = parser.parse_args()
    try:
        with closing(Screen()) as screen, tempfile.TemporaryDirectory() as folder:
            own, other = measure(screen, Path(folder), options.rounds, options.pages)
            found = figures(own, other)
    except (NoScreenError, NoBrowserError, NoFingerError, NoPictureError) as error:
        print(f"{MISSING}: {error}", file=sys.stderr)
        return 1
    for name, value, unit, target in found:
        wanted = "" if target is None else f"   <= {target:g}"
        print(f"{name:<48} {value:>10.3g} {unit:<4}{wanted}")
    print(told(own, other))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
