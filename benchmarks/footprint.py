"""How much memory and processor time a process takes, as Linux counts it."""

# ruff: noqa: INP001 -- benchmarks are scripts

import os
import sys
from pathlib import Path

# Words of /proc/PID/stat after the name: the parent, and the times in clock ticks, own and of
# children that have ended.
_PARENT, _TIMES = 1, slice(11, 15)
# Shared with nothing on a kiosk, which runs one program; here other runs may share them, through
# whatever link.
_OURS = (os.path.realpath(sys.prefix), os.path.realpath(sys.executable))


def pss_mb(pid: int) -> float:
    """Return the proportional set size of a process in MB (10^6 bytes).

    Its interpreter and libraries count whole, as if no second program used them at the time.
    """
    total, ours = 0, False
    for line in Path(f"/proc/{pid}/smaps").read_text("utf-8", "replace").splitlines():
        name, _, value = line.partition(":")
        if not name.isidentifier():
            ours = any(one in line for one in _OURS)
        elif name == ("Rss" if ours else "Pss"):
            total += int(value.split()[0])
    return total * 1024 / 1e6


def processor_ms(pid: int) -> float:
    """Return the processor time in ms that a process and all that it started have taken."""
    took: dict[int, float] = {}
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            text = (folder / "stat").read_text("utf-8", "replace")
        except OSError:
            # It ended meanwhile.
            continue
        # Its name stands in brackets and may hold anything.
        words = text.rpartition(")")[2].split()
        parents[int(folder.name)] = int(words[_PARENT])
        took[int(folder.name)] = sum(map(float, words[_TIMES]))
    ours = [pid]
    for one in ours:
        ours += [child for child, parent in parents.items() if parent == one]
    return sum(took.get(one, 0.0) for one in ours) * 1000 / os.sysconf("SC_CLK_TCK")


def resident_kb() -> float:
    """Return the resident size of this process in KB (1,024 bytes)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024
