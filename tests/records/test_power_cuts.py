"""The power of a real file system cut at random moments; needs root and loop mounts."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "power_cuts.py"
CANNOT = 3
BROKEN = ("lost", "false_saved", "not_verified", "not_opened")

pytestmark = pytest.mark.slow


def cuts(*arguments: str) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, SCRIPT, "--json", *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode == CANNOT:
        pytest.skip(f"the power cannot be cut here: {done.stderr.strip()}")
    tally = json.loads(done.stdout)
    assert isinstance(tally, dict)
    assert done.returncode == int(any(tally[name] for name in BROKEN)), done.stderr
    return tally


@pytest.mark.parametrize("kind", ["ext4", "xfs"])
def test_no_confirmed_receipt_is_lost_when_the_power_is_cut(kind: str) -> None:
    tally = cuts("--fs", kind, "--runs", "40")
    assert {name: tally[name] for name in BROKEN} == dict.fromkeys(BROKEN, 0)
    # The cuts must have hit the work, or the zeros above mean nothing.
    assert tally["confirmed"] > 40
    assert tally["mid_commit"] > 0


def test_these_cuts_see_the_loss_that_the_default_setting_allows() -> None:
    tally = cuts("--weak", "--runs", "40")
    assert any(tally[name] for name in BROKEN)
