"""A damaged store is put aside, staff are told, and visits go on in a linked one."""

import logging
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config import Config, Screen
from kiosk.domain.errors import AnteroomError
from kiosk.domain.staffing.trials import Device, Tried
from kiosk.platform.clock import SystemClock
from kiosk.platform.display import Window
from kiosk.recorder import StoreRecorder
from kiosk.records.errors import BadKey, StoreBusy, WrongMode
from kiosk.records.verify import verify
from kiosk.staff.badges import UNSAVED
from kiosk.staff.readiness import Site
from kiosk.staff.record_reader import newest_first
from tests.records.spoiling import PAGE, blank_the_index
from tests.records.visits import filled, open_demo, run_sql, visit


@pytest.fixture
def data(tmp_path: Path) -> Path:
    filled(tmp_path / "data", 3)
    return tmp_path / "data"


@pytest.fixture
def recorder(data: Path) -> Iterator[StoreRecorder]:
    made = StoreRecorder(Site(Config(), data, data, SystemClock(), {}))
    yield made
    made.close()


def spoil(data: Path) -> bytes:
    """Damage the newest record and return the file as it now is."""
    run_sql(data / "records.db", "UPDATE record SET body = x'00' WHERE seq = 3")
    return (data / "records.db").read_bytes()


def test_a_damaged_store_is_put_aside_untouched_and_the_next_visit_is_saved(
    data: Path, recorder: StoreRecorder, caplog: pytest.LogCaptureFixture
) -> None:
    spoilt = spoil(data)
    with caplog.at_level(logging.ERROR):
        saved = recorder.save(visit("s9"))
    closed = data / "closed" / "epoch-1"
    assert (closed / "records.db").read_bytes() == spoilt
    assert str(closed) in caplog.text
    assert "epoch 2 begins" in caplog.text
    assert [folder for folder, _ in recorder.put_aside()] == [str(closed)]
    recorder.close()
    assert verify(data, against=saved.check_code).ok
    assert [problem.seq for problem in verify(closed).problems] == [3]


def test_a_whole_store_is_not_touched_and_nothing_is_told(recorder: StoreRecorder) -> None:
    assert recorder.save(visit("s3")).session == "s3"
    assert recorder.put_aside() == ()
    assert recorder.store().head().size == 4


def test_the_head_that_staff_see_is_the_one_that_verifies(
    recorder: StoreRecorder, data: Path
) -> None:
    recorder.save(visit("s1"))
    assert verify(data, against=recorder.check_code()).ok


def test_the_note_goes_when_the_folder_is_taken_away(
    data: Path, tmp_path: Path, recorder: StoreRecorder
) -> None:
    spoil(data)
    recorder.store()
    (data / "closed" / "epoch-1").rename(tmp_path / "taken")
    assert recorder.put_aside() == ()


def test_a_store_that_breaks_under_a_visit_does_not_lose_the_visit(
    data: Path, recorder: StoreRecorder
) -> None:
    recorder.save(visit("s4"))
    content = (data / "records.db").read_bytes()
    (data / "records.db").write_bytes(b"x" * len(content))
    saved = recorder.save(visit("s5"))
    assert recorder.store().find("s5") == saved
    assert len(recorder.put_aside()) == 1


def test_damage_that_only_saving_meets_does_not_lose_the_visit(
    data: Path, recorder: StoreRecorder
) -> None:
    recorder.store()
    spoilt = blank_the_index(data / "records.db")
    saved = recorder.save(visit("s9"))
    assert recorder.store().find("s9") == saved
    # Opening found no fault, so SQLite counted its one empty commit in the first page.
    aside = (data / "closed" / "epoch-1" / "records.db").read_bytes()
    assert aside[PAGE:] == spoilt[PAGE:]
    assert recorder.put_aside()[0][1].startswith("the look-up by id is damaged: ")


def test_a_lost_file_is_followed_by_a_store_that_says_so(
    data: Path, recorder: StoreRecorder
) -> None:
    (data / "records.db").unlink()
    recorder.save(visit("s9"))
    recorder.close()
    assert verify(data).ok


def test_trouble_that_is_no_damage_puts_nothing_aside(data: Path, recorder: StoreRecorder) -> None:
    with closing(open_demo(data)), pytest.raises(StoreBusy):
        recorder.store()
    config = replace(Config(), mode="production")
    with pytest.raises(WrongMode):
        StoreRecorder(Site(config, data, data, SystemClock(), {})).store()
    (data / "device.key").unlink()
    with pytest.raises(BadKey):
        recorder.store()
    assert recorder.put_aside() == ()


def test_the_first_record_of_the_new_store_names_the_old_one(
    data: Path, recorder: StoreRecorder
) -> None:
    spoil(data)
    recorder.store()
    recorder.close()
    with closing(sqlite3.connect(data / "records.db")) as connection:
        (body,) = connection.execute("SELECT body FROM record WHERE seq = 0").fetchone()
    assert b'"epoch":2' in body
    assert b'"continues":{"epoch":1' in body


@pytest.mark.parametrize("why", ["abandoned", "fault"])
def test_a_visit_that_was_erased_leaves_a_note_without_anything_of_it(
    data: Path, recorder: StoreRecorder, why: str
) -> None:
    recorder.note(why)
    assert recorder.store().head().size == 5
    newest = next(iter(newest_first(data))).summary
    assert (newest.kind, newest.seq) == ("audit", 4)


def test_a_wrong_screen_size_stands_in_the_log_and_on_the_page_of_the_readiness(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = Config(screen=Screen(diagonal_mm=396))
    recorder = StoreRecorder(Site(config, data, data, SystemClock(), {}))
    with caplog.at_level(logging.WARNING):
        recorder.remark(Window("", "6", "wayland", (1920, 1080), (531, 299)))
    assert "screen: 1920x1080 pixels, 609 mm across" in caplog.text
    assert "The settings say 396 mm" in caplog.text
    assert any("396 mm" in one.todo for one in recorder.conditions())
    recorder.close()


def test_a_trial_is_told_among_the_conditions(recorder: StoreRecorder) -> None:
    recorder.tried(Tried(Device.SOUND, ok=False, what="silence"))
    lack = next(one for one in recorder.conditions() if one.name == "sound-trial")
    assert (lack.ok, "silence" in lack.what) == (False, True)


@contextmanager
def no_room() -> Iterator[None]:
    """Let no file take a byte, like a disk that is full to the last one."""
    import resource  # not there on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limit")
def test_a_lost_visit_whose_count_no_disk_takes_is_told_at_once_and_counted_later(
    data: Path, recorder: StoreRecorder
) -> None:
    with no_room(), pytest.raises(AnteroomError):
        recorder.save(visit("lost"))
    assert not (data / UNSAVED).exists()
    told = recorder.badges("2026-11-21")
    assert (told.unsaved, told.lost_hours) == (1, 0)
    assert recorder.recount("2026-11-21").unsaved == 1
    again = StoreRecorder(Site(Config(), data, data, SystemClock(), {}))
    assert again.badges("2026-11-21").unsaved == 1
