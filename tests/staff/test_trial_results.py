"""Results of trials: kept with their day, told by the report, a lack where they failed."""

import os
import stat
from pathlib import Path

import pytest

from kiosk.domain.staffing.trials import Device, Tried
from kiosk.staff.readiness import Check
from kiosk.staff.trial_results import TRIALS, TrialsError, keep, trial_checks

DAY = "2026-11-28"


def found(data: Path, name: str) -> Check:
    return next(one for one in trial_checks(data) if one.name == name)


def test_what_nobody_tried_is_said_and_stops_nothing(tmp_path: Path) -> None:
    checks = trial_checks(tmp_path)
    assert len(checks) == len(Device)
    assert all(one.ok and one.what == "not tried yet" for one in checks)
    assert all("Readiness of this kiosk" in one.note for one in checks)


def test_a_trial_is_told_with_its_day(tmp_path: Path) -> None:
    keep(tmp_path, Tried(Device.TOUCH, ok=True, what="all 18 squares felt a finger"), DAY)
    one = found(tmp_path, "touch-trial")
    assert (one.ok, one.what) == (True, f"tried on {DAY}: all 18 squares felt a finger")
    assert found(tmp_path, "keys-trial").what == "not tried yet"


def test_what_failed_is_a_lack_until_it_is_tried_again(tmp_path: Path) -> None:
    keep(tmp_path, Tried(Device.SOUND, ok=False, what="silence"), DAY)
    keep(tmp_path, Tried(Device.KEYS, ok=True, what="all five keys"), DAY)
    lack = found(tmp_path, "sound-trial")
    assert not lack.ok
    assert "try the sound" in lack.todo
    keep(tmp_path, Tried(Device.SOUND, ok=True, what="heard"), DAY)
    assert all(one.ok for one in trial_checks(tmp_path))
    assert found(tmp_path, "keys-trial").what.endswith("all five keys")


def test_results_are_for_the_kiosk_alone(tmp_path: Path) -> None:
    keep(tmp_path, Tried(Device.SOUND, ok=True, what="heard"), DAY)
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / TRIALS).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        "\udcff",
        '{"touch": []}',
        '{"touch": {"ok": "yes", "what": "w", "day": "d"}}',
        '{"touch": {"ok": true, "what": 7, "day": "d"}}',
    ],
)
def test_a_file_that_is_not_ours_claims_no_trial(tmp_path: Path, text: str) -> None:
    (tmp_path / TRIALS).write_text(text, encoding="utf-8", errors="surrogateescape")
    assert found(tmp_path, "touch-trial").what == "not tried yet"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrialsError, match=r"trials\.json: the trial cannot be kept"):
        keep(tmp_path / "gone", Tried(Device.SOUND, ok=True, what="heard"), DAY)
