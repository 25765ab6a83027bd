"""What staff must see until it is dealt with: visits not saved, a store that nobody copies."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.domain.board.notes import Waits
from kiosk.domain.staffing.badges import Badges
from kiosk.records.keys import DEVICE_PUBLIC
from kiosk.staff.badges import UNSAVED, badges, note_unsaved, unsaved
from kiosk.staff.copies import COPIED, note_copied

WEEK = 7
NOW = "2026-11-30T12:00:00Z"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder set up on the first of November."""
    made = tmp_path / DEVICE_PUBLIC
    made.write_text("a key", "ascii")
    then = datetime(2026, 11, 1, tzinfo=UTC).timestamp()
    os.utime(made, (then, then))
    return tmp_path


def test_visits_that_were_not_saved_are_counted_from_the_first_day_on(data: Path) -> None:
    note_unsaved(data, "2026-11-02", "2026-11-02T09:41:00Z")
    note_unsaved(data, "2026-11-05", "2026-11-05T09:41:00Z")
    found = badges(data, "2026-11-06", "2026-11-06T09:00:00Z", most_days=WEEK)
    assert found == Badges(2, "2026-11-02", lost_hours=96)


@pytest.mark.parametrize(
    ("utc", "hours", "loud"),
    [
        # Another day by the calendar, an hour later: not loud yet.
        ("2026-11-03T00:10:00Z", 1, False),
        ("2026-11-03T22:59:00Z", 23, False),
        ("2026-11-03T23:00:00Z", 24, True),
        # A clock that was set back says nothing of how long it is.
        ("2026-11-02T22:00:00Z", 0, False),
    ],
)
def test_a_lost_visit_is_loud_a_day_later_by_hours_not_by_the_calendar(
    data: Path, utc: str, hours: int, loud: bool
) -> None:
    note_unsaved(data, "2026-11-02", "2026-11-02T23:40:00Z")
    found = badges(data, utc[:10], utc, most_days=0)
    assert (found.lost_hours, found.loud) == (hours, loud)


@pytest.mark.parametrize(
    ("text", "hours"), [('{"count": 1, "since": "2026-11-29"}', 36), ('{"count": 1}', -1)]
)
def test_a_note_without_its_hour_counts_from_its_day_and_one_without_a_day_is_loud(
    data: Path, text: str, hours: int
) -> None:
    (data / UNSAVED).write_text(text)
    found = badges(data, "2026-11-30", NOW, most_days=0)
    assert (found.lost_hours, found.loud) == (hours, True)


def test_the_first_that_was_lost_grows_old_in_hours(data: Path) -> None:
    assert unsaved(data, "2026-11-02T10:00:00Z") == Waits()
    note_unsaved(data, "2026-11-02", "2026-11-02T09:41:00Z")
    note_unsaved(data, "2026-11-03", "2026-11-03T09:41:00Z")
    assert unsaved(data, "2026-11-03T11:00:00Z") == Waits(2, 26)
    (data / UNSAVED).write_text('{"count": 2, "since": "2026-11-02"}')
    assert unsaved(data, "2026-11-03T11:00:00Z") == Waits(2, -1)


def test_the_count_stays_until_its_file_is_taken_away(data: Path) -> None:
    note_unsaved(data, "2026-11-02")
    assert badges(data, "2026-11-03", NOW, most_days=0).unsaved == 1
    (data / UNSAVED).unlink()
    assert badges(data, "2026-11-03", NOW, most_days=0) == Badges()


@pytest.mark.parametrize("text", [b"", b"{}", b"[1]", b"\xff", b"[" * 4000])
def test_a_count_that_cannot_be_read_is_one_at_the_least(data: Path, text: bytes) -> None:
    (data / UNSAVED).write_bytes(text)
    assert badges(data, "2026-11-02", NOW, most_days=0).unsaved == 1


@pytest.mark.parametrize(
    ("today", "uncopied"), [("2026-11-08", None), ("2026-11-09", 8), ("2026-10-01", None)]
)
def test_a_store_never_copied_is_told_of_after_some_days(
    data: Path, today: str, uncopied: int | None
) -> None:
    assert badges(data, today, NOW, most_days=WEEK).uncopied == uncopied


def test_a_copy_starts_the_days_anew_and_a_clinic_can_turn_it_off(data: Path) -> None:
    note_copied(data, "2026-11-20")
    assert badges(data, "2026-11-21", NOW, most_days=WEEK).uncopied is None
    assert badges(data, "2026-11-30", NOW, most_days=WEEK).uncopied == 10
    assert badges(data, "2026-11-30", NOW, most_days=0).uncopied is None


def test_a_copy_of_a_store_that_is_no_kiosk_leaves_no_mark(tmp_path: Path) -> None:
    note_copied(tmp_path, "2026-11-20")
    assert not (tmp_path / COPIED).exists()


def test_a_folder_that_takes_no_file_holds_nothing_up(tmp_path: Path) -> None:
    assert not note_unsaved(tmp_path / "gone", "2026-11-20")
    note_copied(tmp_path / "gone", "2026-11-20")
