"""Which visits are on this kiosk alone: counted from the store, never lost sight of."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.board.notes import Waits
from kiosk.platform.clock import SystemClock
from kiosk.records.errors import StoreFolderUnusable
from kiosk.records.verify import verify
from kiosk.staff.copies import (
    COPIED,
    WAITING_SINCE,
    CopyWatch,
    copy_now,
    last_copy,
    note_copied,
    note_saved,
)
from tests.records.visits import filled, open_demo, visit


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A kiosk with three visits that nobody has copied."""
    filled(tmp_path / "data", 3)
    return tmp_path / "data"


def later(hours: int) -> str:
    now = datetime.fromisoformat(SystemClock().utc()) + timedelta(hours=hours)
    return now.isoformat()


def copy(data: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    copy_now(data, folder, "2026-11-26", later(0))


def save(data: Path, name: str) -> None:
    store = open_demo(data)
    store.save(visit(name))
    store.close()
    note_saved(data, later(0))


def test_all_visits_wait_until_there_is_a_copy_and_then_only_newer_ones(
    data: Path, tmp_path: Path
) -> None:
    watch = CopyWatch(data)
    assert watch.look(later(0)).count == 3
    copy(data, tmp_path / "stick")
    assert watch.look(later(0)) == Waits()
    save(data, "s8")
    save(data, "s9")
    assert watch.look(later(0)) == Waits(2, 0)


def test_the_oldest_grows_old_in_hours(data: Path, tmp_path: Path) -> None:
    copy(data, tmp_path / "stick")
    save(data, "s8")
    watch = CopyWatch(data)
    assert watch.look(later(5)) == Waits(1, 5)
    save(data, "s9")
    assert watch.look(later(30)) == Waits(2, 30)
    assert watch.look(later(-40)) == Waits(2, 0)


def test_no_finer_time_than_the_hour_is_kept(data: Path) -> None:
    note_saved(data, "2026-11-26T14:37:12.123Z")
    note_saved(data, "2026-11-26T19:00:00.000Z")
    assert (data / WAITING_SINCE).read_text() == "2026-11-26T14\n"


def test_a_lost_note_of_the_hour_makes_the_oldest_no_younger(data: Path, tmp_path: Path) -> None:
    copy(data, tmp_path / "stick")
    save(data, "s8")
    (data / WAITING_SINCE).unlink()
    waits = CopyWatch(data).look(later(48))
    assert waits.count == 1
    assert waits.hours >= 48


def test_of_another_store_in_the_same_place_every_visit_waits(data: Path, tmp_path: Path) -> None:
    copy(data, tmp_path / "stick")
    mark = last_copy(data)
    (data / COPIED).write_text(
        f'{{"day": "{mark.day}", "hour": "{mark.hour}", "size": {mark.size}, "code": "AAAAA"}}'
    )
    assert CopyWatch(data).look(later(0)).count == 3


@pytest.mark.parametrize("text", ["2026-11-26\n", "{}", "[1]", '{"day": 7', "\xff", "[" * 4000])
def test_a_mark_that_says_nothing_of_the_head_leaves_all_waiting(data: Path, text: str) -> None:
    (data / COPIED).write_text(text, "latin-1")
    assert CopyWatch(data).look(later(0)).count == 3


def test_an_export_counts_for_its_day_and_copies_no_visit(data: Path) -> None:
    note_copied(data, "2026-11-26")
    assert last_copy(data).day == "2026-11-26"
    assert CopyWatch(data).look(later(0)).count == 3


def test_an_export_after_a_copy_takes_nothing_back(data: Path, tmp_path: Path) -> None:
    copy(data, tmp_path / "stick")
    note_copied(data, "2026-11-27")
    assert last_copy(data).day == "2026-11-27"
    assert CopyWatch(data).look(later(0)) == Waits()


def test_the_copy_verifies_and_a_folder_that_is_not_there_is_not_made(
    data: Path, tmp_path: Path
) -> None:
    with pytest.raises(StoreFolderUnusable, match="put the stick in"):
        copy_now(data, tmp_path / "stick", "2026-11-26", later(0))
    assert not (tmp_path / "stick").exists()
    copy(data, tmp_path / "stick")
    (store,) = (tmp_path / "stick").glob("*.db")
    assert verify(store).ok


def test_a_copy_made_beside_a_kiosk_at_work_misses_nothing(data: Path, tmp_path: Path) -> None:
    store = open_demo(data)
    copy(data, tmp_path / "stick")
    store.save(visit("s8"))
    store.close()
    assert CopyWatch(data).look(later(0)).count == 1


def test_without_a_store_nothing_waits(tmp_path: Path) -> None:
    assert CopyWatch(tmp_path).look(later(0)) == Waits()
