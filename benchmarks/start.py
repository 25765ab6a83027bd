"""From process start to the first content pixel: the kiosk against a bare Qt window.

Both are started in turn on an Xvfb of our own, and the pixels are watched from outside.
"""

# ruff: noqa: INP001 -- benchmarks are scripts

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.footprint import pss_mb
from benchmarks.screen import SIZE, Screen, environment, wait_for
from kiosk.domain.errors import AnteroomError

ROOT = Path(__file__).resolve().parents[1]
BARE = [sys.executable, "-m", "benchmarks.bare_window"]
# The colour of the Start button of the light theme, and of the whole bare window.
CONTENT_COLOUR = "#0A3D46"
PATIENCE = 30.0


class NoPictureError(AnteroomError):
    """A measured program showed nothing in time."""


@dataclass(frozen=True)
class Start:
    """One start: milliseconds to the first content pixel, and memory (PSS, MB) after it."""

    ms: float
    pss_mb: float


@contextmanager
def running(command: list[str], screen: Screen, folder: Path) -> Iterator[int]:
    """Run a program on the screen and end it, until nothing of it is left; gives its id."""
    child = subprocess.Popen(  # noqa: S603 -- our own programs
        command,
        cwd=ROOT,
        env=environment(screen, folder / "cache"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield child.pid
    finally:
        child.terminate()
        child.wait()
        while screen.pixels.has(CONTENT_COLOUR, 0, SIZE[1]):
            time.sleep(0.001)


def one_start(command: list[str], screen: Screen, folder: Path) -> Start:
    """Start a program, watch for its first content pixel, and end it."""
    began = time.perf_counter()
    with running(command, screen, folder) as pid:
        if not wait_for(CONTENT_COLOUR, screen.pixels, PATIENCE):
            raise NoPictureError(f"nothing was shown within {PATIENCE:.0f} s by: {command}")
        took = time.perf_counter() - began
        time.sleep(0.3)
        return Start(took * 1000, pss_mb(pid))


def measure(screen: Screen, folder: Path, runs: int) -> dict[str, float]:
    """Return medians in ms and of the ratios of each run, the two programs taken in turn."""
    kiosk = [sys.executable, "-m", "kiosk", "run", "--data", str(folder / "data")]
    one_start(BARE, screen, folder)
    one_start(kiosk, screen, folder)
    bare, own = [], []
    for _ in range(runs):
        bare.append(one_start(BARE, screen, folder).ms)
        own.append(one_start(kiosk, screen, folder).ms)
    return {
        "ratio": statistics.median(b / a for a, b in zip(bare, own, strict=True)),
        "own_ms": statistics.median(own),
        "bare_ms": statistics.median(bare),
        "own_least_ms": min(own),
        "bare_least_ms": min(bare),
    }
