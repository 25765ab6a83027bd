"""The walk at start happens in another process, says what verify says, and can be given up."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.staff import record_checks
from kiosk.staff.readiness import NOT_WALKED
from kiosk.staff.start_check import StartCheck
from tests.records.visits import filled, run_sql


@pytest.fixture
def data(tmp_path: Path) -> Path:
    filled(tmp_path / "data", 3)
    return tmp_path / "data"


@pytest.fixture
def no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process must not do the work."""

    def refuse(*_words: object) -> None:
        pytest.fail("walked in the window's process")

    monkeypatch.setattr(record_checks, "records", refuse)


@pytest.mark.usefixtures("no_other")
def test_a_sound_store_is_found_sound_elsewhere(data: Path) -> None:
    found = StartCheck(data).run()
    assert (found.ok, found.what.startswith("4 verified, ")) == (True, True)


@pytest.mark.usefixtures("no_other")
def test_a_spoilt_record_is_named_elsewhere_with_what_to_do(data: Path) -> None:
    run_sql(data / "records.db", "UPDATE record SET sig = zeroblob(64) WHERE seq = 2")
    found = StartCheck(data).run()
    assert not found.ok
    assert found.what == "not signed by this kiosk: rewritten or inserted"
    assert "records verify" in found.todo


@pytest.mark.usefixtures("no_other")
def test_the_place_from_which_the_kiosk_was_started_does_not_matter(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kiosk").mkdir()
    monkeypatch.chdir(tmp_path)
    assert StartCheck(data.relative_to(tmp_path)).run().ok


@pytest.mark.parametrize("why", ["no program", "packed", "ended"])
def test_where_no_process_is_to_be_had_this_one_does_the_work(
    data: Path, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why == "no program":
        monkeypatch.setattr(sys, "executable", str(data / "nothing"))
    elif why == "packed":
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    else:
        monkeypatch.setattr(sys, "executable", "/bin/true")
    assert StartCheck(data).run() == record_checks.records(data, None)


@pytest.mark.usefixtures("no_other")
def test_a_walk_that_is_given_up_says_nothing_about_the_records(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = StartCheck(data)
    real = subprocess.Popen.communicate

    def stopped(child: subprocess.Popen[str]) -> tuple[str, str]:
        check.stop()
        return real(child)

    monkeypatch.setattr(subprocess.Popen, "communicate", stopped)
    assert check.run() == NOT_WALKED
    assert check.run() == NOT_WALKED


def test_without_a_store_no_process_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert StartCheck(tmp_path).run().what.startswith("none yet")
