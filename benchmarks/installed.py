"""What an installed kiosk costs beside a plain virtual environment: bytes, time, processor.

    python -m benchmarks.installed STAGED VENV

STAGED is a tree of packaging/stage.py, as the packages hold it; VENV a virtual environment filled
from packaging/run.lock. Both start this kiosk in turn, on an Xvfb of our own, to the first pixel.
"""

# ruff: noqa: INP001 -- benchmarks are scripts

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.screen import Screen, wait_for
from benchmarks.start import CONTENT_COLOUR, PATIENCE, NoPictureError, running

RUNS = 9
_TICKS = os.sysconf("SC_CLK_TCK")


def megabytes(root: Path) -> float:
    """Return the megabytes of the files below a folder."""
    return sum(one.lstat().st_size for one in root.rglob("*") if one.is_file()) / 1e6


def cpu_ms(pid: int) -> float:
    """Return the milliseconds of processor time a process has used, all threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / _TICKS


def start(command: list[str], screen: Screen, folder: Path) -> tuple[float, float]:
    """Start a kiosk; return the milliseconds and the processor time to its first pixel."""
    began = time.perf_counter()
    with running(command, screen, folder) as pid:
        if not wait_for(CONTENT_COLOUR, screen.pixels, PATIENCE):
            raise NoPictureError(f"nothing was shown within {PATIENCE:.0f} s by: {command}")
        return (time.perf_counter() - began) * 1000, cpu_ms(pid)


def main() -> int:
    """Print a line for each of the two."""
    parser = argparse.ArgumentParser(description="Compare an installed tree with an environment.")
    parser.add_argument("staged", type=Path)
    parser.add_argument("venv", type=Path)
    parser.add_argument("--runs", type=int, default=RUNS)
    args = parser.parse_args()
    python = str(args.venv.absolute() / "bin" / "python")
    screen = Screen()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        data = ["run", "--data", str(folder / "data")]
        staged = str(args.staged.absolute() / "launcher.py")
        kinds = {
            "staged tree": ([python, "-P", "-s", "-B", staged, *data], args.staged),
            "plain environment": ([python, "-m", "kiosk", *data], args.venv),
        }
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
        for turn in range(args.runs + 1):
            for name, (command, _) in kinds.items():
                one = start(command, screen, folder)
                # The first of each fills the caches.
                if turn:
                    found[name].append(one)
        for name, (_, root) in kinds.items():
            ms, cpu = (statistics.median(one) for one in zip(*found[name], strict=True))
            size = megabytes(root)
            sys.stdout.write(f"{name:<18} {size:6.0f} MB {ms:6.0f} ms {cpu:6.0f} ms of processor\n")
    screen.close()
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    sys.stdout.write(f"Medians of {args.runs}, in turn; load {load}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
