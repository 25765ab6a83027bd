"""bench on a slowed processor: the command joins its group first, and a refusal is one line."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import slower
from benchmarks.slower import NotSlowerError, slowed, within


def test_a_command_joins_the_group_before_it_does_anything(tmp_path: Path) -> None:
    group = tmp_path / "cgroup.procs"
    asks = f"import os; print(os.getpid(), open({str(group)!r}).read().strip())"
    words = within(group, [sys.executable, "-c", asks])
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    itself, joined = done.stdout.split()
    assert itself == joined


def test_a_group_lets_a_process_work_one_part_of_the_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slower, "CONTROL", tmp_path)
    with slowed("slow", 3) as group:
        limit = group.parent / "cpu.max"
        assert limit.read_text() == "1000 3000"
        # The kernel's own files go with their group.
        limit.unlink()
    (tmp_path / "cpu").mkdir()
    with slowed("slow", 4) as group:
        limits = {one.name: one.read_text() for one in group.parent.iterdir()}
        assert limits == {"cpu.cfs_period_us": "4000", "cpu.cfs_quota_us": "1000"}
        for name in limits:
            (group.parent / name).unlink()


def test_it_says_where_no_group_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slower, "CONTROL", tmp_path / "none")
    with pytest.raises(NotSlowerError, match="slow cannot be made"), slowed("slow", 3):
        pass
