"""How much memory a process takes, as Linux counts it."""

# ruff: noqa: INP001 -- benchmarks are scripts

import os
import sys
from pathlib import Path

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


def resident_kb() -> float:
    """Return the resident size of this process in KB (1,024 bytes)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024
