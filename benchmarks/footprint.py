"""How much memory a process takes, as Linux counts it."""

# ruff: noqa: INP001 -- benchmarks are scripts

import os
from pathlib import Path


def pss_mb(pid: int) -> float:
    """Return the proportional set size of a process in MB (10^6 bytes)."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    line = next(one for one in text.splitlines() if one.startswith("Pss:"))
    return int(line.split()[1]) * 1024 / 1e6


def resident_kb() -> float:
    """Return the resident size of this process in KB (1,024 bytes)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024
