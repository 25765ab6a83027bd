"""The disk failing at random moments."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "io_faults.py"


@pytest.mark.slow
def test_nothing_confirmed_is_lost_and_all_damage_is_named_when_the_disk_fails() -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, "--runs", "50", "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    table = json.loads(done.stdout)
    for kind, row in table.items():
        broken = [row[name] for name in ("lost", "false_saved", "not_opened", "not_verified")]
        assert broken == [0, 0, 0, 0], (kind, done.stderr)
        assert row["unnamed"] == 0
        # The faults must have met the work, or the zeros above mean nothing.
        assert row["hit"] > 0
    assert done.returncode == 0
