"""bench: what it prints; how fast anything is belongs to no test."""

import json
import math
from pathlib import Path

import pytest

from benchmarks import figures
from benchmarks.chromium import MISSING
from kiosk.cli import main
from kiosk.commands import bench
from tests.commands.anteroom import anteroom

EVERYWHERE = {
    "memory growth per visit",
    "live objects of a visit after reset",
    "press to changed pixel, p50",
    "press to changed pixel, p95",
    "release to next page, p50",
    "release to next page, p95",
    "saved visit / bare durable commit, p50",
    "saved visit / bare durable commit, p99",
    "longest block while saving",
    "verify 1,000 records / hashing them",
    "open that store / an empty one",
    "longest block while verifying",
    "longest block while printing",
    "receipt PDF, p50",
    "mechanism, processor time of a frame, p50",
    "mechanism, from frame to frame, p95",
    "mechanism, frames over 33 ms in 1,000",
    "other colours on the page in front, p95",
    "another language on it, p95",
    "whole walk",
    "staff search at 300 records, p95",
}
BESIDE_CHROMIUM = {
    "start to first page / Chromium",
    "release to next page / Chromium, p50",
    "release to next page / Chromium, p95",
}


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_every_figure_is_a_finite_number_beside_its_target(tmp_path: Path) -> None:
    ended = anteroom("bench", "--quick", "--json", home=tmp_path, patience=360.0)
    assert ended.code == 0, ended.err
    found = json.loads(ended.out)
    assert set(found) == {"machine", "method", "figures", "notes"}
    figures = {one["name"]: one for one in found["figures"]}
    assert set(figures) >= EVERYWHERE
    for name in EVERYWHERE:
        one = figures[name]
        assert math.isfinite(one["value"])
        assert one["met"] == (one["value"] <= one["target"])
    reason = any(note.startswith(MISSING) for note in found["notes"])
    assert (
        figures.keys().isdisjoint(BESIDE_CHROMIUM) if reason else figures.keys() >= BESIDE_CHROMIUM
    )


def test_an_installed_kiosk_says_in_one_line_that_bench_needs_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    assert main(["bench"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("anteroom: bench runs from a source tree")


@pytest.mark.parametrize(
    ("value", "quick", "code"), [(2.0, False, 0), (5.0, False, 1), (5.0, True, 0)]
)
def test_a_missed_target_is_told_by_the_exit_code_but_not_judged_in_a_quick_look(
    value: float,
    quick: bool,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run = figures.Run(figures.QUICK, tmp_path, None, print)
    run.add("a figure", value, "ms", 3.0)
    monkeypatch.setattr(figures, "measure", lambda _amount, _tell: run)
    assert figures.main(quick=quick, as_json=False) == code
    assert ("NOT MET" in capsys.readouterr().out) == (value > 3)
