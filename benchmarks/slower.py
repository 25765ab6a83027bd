"""Start, page to page and drawings on a processor that is made some times slower.

    sudo .venv/bin/python -m benchmarks.slower --times 3

The kernel lets the kiosk, and the X server it paints on, each have one processor for 1 ms and then
none until so many milliseconds have passed; so work takes that much longer.
What the bench itself does is not slowed. Needs root on Linux with Xvfb, and nobody else at work.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import cast

from benchmarks.asking import NoAnswerError, asked
from benchmarks.screen import NoScreenError, Screen
from benchmarks.start import NoPictureError, one_start
from kiosk.domain.errors import AnteroomError

ROOT = Path(__file__).resolve().parents[1]
CONTROL = Path("/sys/fs/cgroup")
# The kernel gives no less at a time.
TURN_US = 1000
STARTS, FRAMES, READING = 3, 600, 0.3
_JOIN = 'echo $$ > "$0" && exec "$@"'


class NotSlowerError(AnteroomError):
    """The processor cannot be made slower here, or a part failed; the message says why."""


@contextmanager
def slowed(name: str, times: int) -> Iterator[Path]:
    """Give the file that takes the ids of processes to slow down; raises NotSlowerError."""
    old = CONTROL / "cpu"
    group = (old if old.is_dir() else CONTROL) / name
    limits = {"cpu.max": f"{TURN_US} {TURN_US * times}"}
    if old.is_dir():
        limits = {"cpu.cfs_period_us": str(TURN_US * times), "cpu.cfs_quota_us": str(TURN_US)}
    try:
        group.mkdir()
    except OSError as error:
        raise NotSlowerError(f"{group} cannot be made: {error.strerror}. Run as root.") from error
    try:
        for file, value in limits.items():
            (group / file).write_text(value)
        yield group / "cgroup.procs"
    except OSError as error:
        raise NotSlowerError(f"{error.filename} cannot be set: {error.strerror}.") from error
    finally:
        group.rmdir()


def within(group: Path, command: list[str]) -> list[str]:
    """Return a command that first joins a group."""
    return ["/bin/sh", "-c", _JOIN, str(group), *command]


def part(group: Path, screen: Screen, folder: Path, words: list[str]) -> dict[str, float]:
    """Measure a part of the bench in a slowed process; raises NotSlowerError."""
    command = within(group, [sys.executable, "-m", "benchmarks.loaded", *words])
    try:
        return cast("dict[str, float]", asked(command, screen, folder))
    except NoAnswerError as error:
        raise NotSlowerError(f"the part {words[0]!r} failed: {error}") from None


def measure(group: Path, screen: Screen, folder: Path) -> dict[str, float]:
    """Return what rows A-90, A-91, A-93 and A-94 ask about, in ms."""
    kiosk = [sys.executable, "-m", "kiosk", "run", "--data", str(folder / "data")]
    # The first start compiles; no installed kiosk does.
    one_start(kiosk, screen, folder)
    starts = [one_start(within(group, kiosk), screen, folder).ms for _ in range(STARTS)]
    words = ["benchmarks.inside", "latency", "--data", str(folder / "data-latency")]
    words += ["--reading", str(READING), "--screen", str(screen.file)]
    turns = part(group, screen, folder, words)
    frames = part(group, screen, folder, ["benchmarks.pieces", "stage", "--count", str(FRAMES)])
    return {
        "start to first page": statistics.median(starts),
        "press to changed pixel, p95": turns["press_p95"],
        "release to next page, p50": turns["turn_p50"],
        "release to next page, p95": turns["turn_p95"],
        "mechanism, from frame to frame, p95": frames["gap_p95_ms"],
        "mechanism, frames over 33 ms in 1,000": frames["late_per_1000"],
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=3, help="how many times slower")
    times = parser.parse_args().times
    try:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            group = stack.enter_context(slowed("anteroom-slow-kiosk", times))
            server = stack.enter_context(slowed("anteroom-slow-screen", times))
            screen = stack.enter_context(closing(Screen()))
            server.write_text(str(screen.pid))
            found = measure(group, screen, folder)
    except (NoScreenError, NoPictureError, NotSlowerError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    for name, value in found.items():
        print(f"{name:<48} {value:>10.3g} {'' if 'frames over' in name else 'ms'}")
    print(f"A processor {times} times slower; load {os.getloadavg()[0]:.1f}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
