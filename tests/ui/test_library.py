"""Qt for Python is loaded so that it lets other modules alone."""

import os
import subprocess
import sys

from tests.house.source import ROOT

CODE = """
import builtins, linecache
from kiosk.commands.window import window_part
plain = builtins.__import__
with window_part():
    import kiosk.app
print(builtins.__import__ is plain, len(linecache.cache))
"""


def test_no_source_is_read_and_kept_for_the_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True", "0"]
