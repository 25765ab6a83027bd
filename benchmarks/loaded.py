"""Runs a part of the bench with the window library loaded as the kiosk loads it.

python -m benchmarks.loaded benchmarks.inside memory --data DIR
"""

# ruff: noqa: INP001 -- benchmarks are scripts

import runpy
import sys

from kiosk.commands.window import window_part

if __name__ == "__main__":
    del sys.argv[0]
    with window_part():
        import kiosk.app  # noqa: F401  # loaded, then found by the part
    runpy.run_module(sys.argv[0], run_name="__main__")
