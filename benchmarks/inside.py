"""Figures from within one kiosk process: memory, growth, latency, saving, whole visits.

    python -m benchmarks.inside memory --data DIR

Prints one JSON object. `benchmarks.figures` starts it; every part runs in a process of its own.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import gc
import json
import os
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from benchmarks.eye import Eye, PaintEye, PixelEye, wait_for_change
from benchmarks.footprint import pss_mb, resident_kb
from benchmarks.heartbeat import Heartbeat
from benchmarks.listening import bench_voice, listen
from benchmarks.percentile import percentile
from benchmarks.sample import visit
from benchmarks.screen import SIZE
from benchmarks.visitor import StuckError, UnhurriedClock, Visitor, turn_loop, until
from kiosk.app import Kiosk, application, build, open_window
from kiosk.commands.run_options import RunOptions
from kiosk.config import load_config
from kiosk.domain.session import Step
from kiosk.platform.paths import default_content
from kiosk.ui.turns import quick_turns

# What a visit leaves must not be found after the reset: these hold its words.
PERSONAL = {"Acknowledgement", "Saved", "Sheet", "SavedView", "KeypadView", "PageShown"}
SETTLING_SECONDS = 0.2
MOST_PRESSES = 300
CACHED_RECORDS = 450
# Each is synced; a busy disk takes its time.
FILLING_SECONDS = 600.0

Figures = dict[str, float]


def settle(seconds: float = SETTLING_SECONDS) -> None:
    """Give the window time for what it does when nobody presses."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        turn_loop()
        time.sleep(0.001)


def memory(visitor: Visitor, _options: argparse.Namespace) -> Figures:
    """PSS in MB at the first page and after one whole visit."""
    until(visitor.welcome, "Welcome")
    settle()
    first = pss_mb(os.getpid())
    visitor.visit()
    settle()
    return {"first_mb": first, "after_mb": pss_mb(os.getpid())}


def growth(visitor: Visitor, options: argparse.Namespace) -> Figures:
    """KB per visit after a warm-up, and what is alive after a reset that was not before.

    SQLite keeps up to 2 MB of pages it has read; that is filled first, where it will be used.
    """
    fill_store(visitor.kiosk)
    warm = max(2, options.visits // 5)
    for _ in range(warm):
        visitor.visit()
    # In this order: to look at every object takes memory too.
    alive = ours_alive()
    visitor.visit()
    before = resident_kb()
    for _ in range(options.visits):
        visitor.visit()
    after, now = resident_kb(), ours_alive()
    more = {name: count - alive[name] for name, count in now.items() if count > alive[name]}
    if more:
        print(f"more objects after {options.visits} visits: {more}", file=sys.stderr)
    return {
        "kb_per_visit": (after - before) / options.visits,
        "live_objects": float(sum(more.values()) + sum(now[name] for name in PERSONAL)),
        "visits": float(options.visits),
    }


def fill_store(kiosk: Kiosk) -> None:
    """Save as many visits as the store's page cache holds, in the thread that saves."""
    filled: list[bool] = []

    def fill() -> None:
        store = kiosk.recorder.store()
        for _ in range(CACHED_RECORDS):
            store.save(visit())
        filled.append(True)

    kiosk.driver.jobs.submit("fill", fill)
    until(partial(bool, filled), "a full page cache", FILLING_SECONDS)


def ours_alive() -> Counter[str]:
    """Count living objects of the kiosk's own classes, once nothing is due to be deleted."""
    settle()
    gc.collect()
    settle(0.02)
    gc.collect()
    kinds = (type(one) for one in gc.get_objects())
    return Counter(kind.__name__ for kind in kinds if kind.__module__.startswith("kiosk."))


def latency(visitor: Visitor, options: argparse.Namespace) -> Figures:
    """Milliseconds from press to a changed button, and from release to a changed page."""
    eye: Eye = PixelEye(options.screen) if options.screen else PaintEye(visitor.shell)
    presses: list[float] = []
    turns: list[float] = []
    missed = 0
    for _ in range(options.visits):
        until(visitor.welcome, "Welcome")
        for _ in range(MOST_PRESSES):
            settle(options.reading)
            button = visitor.next_button()
            eye.look(box_of(button, visitor.shell))
            began = time.perf_counter()
            visitor.press(button)
            pressed = wait_for_change(eye, began)
            settle(options.reading / 5)
            eye.look(page_box(visitor.shell))
            began = time.perf_counter()
            visitor.release()
            turned = wait_for_change(eye, began)
            missed += (pressed is None) + (turned is None)
            presses.extend([] if pressed is None else [pressed])
            turns.extend([] if turned is None else [turned])
            if options.pages:
                key = getattr(visitor.shell.view, "key", "")
                print(f"{key:40} {pressed or 0:6.1f} {turned or 0:6.1f}", file=sys.stderr)
            if visitor.step is Step.SAVING:
                until(visitor.saved, "the receipt")
            if visitor.welcome():
                break
    return {
        "press_p50": percentile(presses, 50),
        "press_p95": percentile(presses, 95),
        "turn_p50": percentile(turns, 50),
        "turn_p95": percentile(turns, 95),
        "turns": float(len(turns)),
        "missed": float(missed),
    }


def box_of(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget stands in the window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def page_box(window: QWidget) -> QRect:
    """Return the part of the window that only another page changes: all but its lower fifth."""
    return QRect(0, 0, window.width(), window.height() * 4 // 5)


def saving(visitor: Visitor, options: argparse.Namespace) -> Figures:
    """The longest block, in ms, between the page that says "saving" and the receipt."""
    heart = Heartbeat()
    blocks: list[float] = []
    for _ in range(options.visits):
        until(visitor.welcome, "Welcome")
        while visitor.step is not Step.SAVING:
            button = visitor.next_button()
            visitor.press(button)
            visitor.release()
            turn_loop()
        heart.restart()
        until(visitor.saved, "the receipt")
        turn_loop()
        turn_loop()
        blocks.append(heart.longest * 1000)
        button = visitor.next_button()
        visitor.press(button)
        visitor.release()
    return {"longest_ms": max(blocks), "median_ms": percentile(blocks, 50)}


def walk(visitor: Visitor, options: argparse.Namespace) -> Figures:
    """Seconds of whole visits with no reading time; the median, and how many presses one takes."""
    visitor.visit()
    times: list[float] = []
    for _ in range(options.visits):
        began = time.perf_counter()
        presses = visitor.visit()
        times.append(time.perf_counter() - began)
    return {"walk_s": percentile(times, 50), "presses": float(presses)}


def speaking(visitor: Visitor, options: argparse.Namespace) -> Figures:
    """Pages read aloud: start of speech, error of the light, longest block."""
    until(visitor.welcome, "Welcome")
    settle()
    return listen(visitor, played_log(options), options.visits)


def played_log(options: argparse.Namespace) -> Path:
    """Return where the player of the bench notes when it plays."""
    folder: Path = options.data
    return folder.with_name(f"{folder.name}-sound")


PARTS = {
    "memory": memory,
    "growth": growth,
    "latency": latency,
    "saving": saving,
    "speaking": speaking,
    "walk": walk,
}


def build_kiosk(options: argparse.Namespace, clock: UnhurriedClock) -> Kiosk:
    """Build the kiosk on a folder of its own and the content that ships."""
    run = RunOptions(config=load_config(None), data=options.data, content=default_content())
    voice = bench_voice(played_log(options)) if options.part == "speaking" else None
    return build(run, clock=clock, voice=voice)


def main() -> int:
    """Measure one part and print it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--visits", type=int, default=1)
    parser.add_argument("--reading", type=float, default=0.15, help="seconds on each page")
    parser.add_argument("--screen", type=Path, help="the frame buffer of the X server in use")
    parser.add_argument("--pages", action="store_true", help="print each page as it is timed")
    options = parser.parse_args()
    app = application()
    clock = UnhurriedClock()
    kiosk = build_kiosk(options, clock)
    window = open_window(app, kiosk, SIZE)
    try:
        with quick_turns():
            figures = PARTS[options.part](Visitor(kiosk, clock), options)
    except StuckError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    finally:
        window.close()
        kiosk.close()
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
