"""The writer killed at random moments."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "kill9.py"


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_no_confirmed_receipt_is_lost_when_the_writer_is_killed() -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, "--runs", "30", "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    tally = json.loads(done.stdout)
    broken = {name: tally[name] for name in ("lost", "false_saved", "not_verified", "not_opened")}
    assert not any(broken.values()), (broken, done.stderr)
    assert done.returncode == 0
    # The kills must have hit the work, or the zeros above mean nothing.
    assert tally["confirmed"] > 30
    assert tally["mid_commit"] > 0
