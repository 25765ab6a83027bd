"""What staff see and hand out at the kiosk."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import receipt_number
from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.visit_code import BadReferenceError, redeem
from kiosk.records.store import Store
from kiosk.staff.actions import RecordRow, new_visit, recent_records
from tests.staff.set_clock import SetClock
from tests.staff.stores import opened, visit


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(tmp_path)
    yield made
    made.close()


def test_a_new_visit_code_lasts_by_the_clock_nobody_can_set(clock: SetClock) -> None:
    pending, made = new_visit((), clock, Arrangement("A-1", "es", "spray"))
    assert len(made.code) == 6
    clock.wall += 86400
    assert redeem(pending, made.code, clock.mono())[1] == made


def test_codes_come_from_a_secure_source_and_scatter(clock: SetClock) -> None:
    codes = {new_visit((), clock, Arrangement("A"))[1].code for _ in range(40)}
    assert len(codes) > 35


def test_a_bad_reference_gives_no_code(clock: SetClock) -> None:
    with pytest.raises(BadReferenceError):
        new_visit((), clock, Arrangement("John Smith"))


def test_the_list_shows_visits_newest_first_and_nothing_else(store: Store) -> None:
    for name in ("one", "two"):
        store.save(visit(name))
    store.append_event("audit", "staff_opened")
    rows = recent_records(store)
    assert [row.receipt for row in rows] == [receipt_number("two"), receipt_number("one")]
    assert {row.state for row in rows} == {"saved"}
    assert rows[0] == RecordRow(2, receipt_number("two"), "2026-11-21", "saved", True, "en")


def test_a_row_has_no_place_for_an_answer_a_choice_or_a_time() -> None:
    names = [field.name for field in fields(RecordRow)]
    assert names == ["number", "receipt", "day", "state", "demo", "language"]


def test_a_voided_visit_is_marked_even_when_it_was_corrected_too(store: Store) -> None:
    for name in ("kept", "fixed", "gone", "gone-last"):
        store.save(visit(name))
    store.append_event("correction", "wrong_code", about="fixed")
    store.append_event("void", "test_visit", about="gone")
    for name in ("gone", "gone-last"):
        store.append_event("correction", "wrong_code", about=name)
    store.append_event("void", "test_visit", about="gone-last")
    states = {row.receipt: row.state for row in recent_records(store)}
    assert states == {
        receipt_number("kept"): "saved",
        receipt_number("fixed"): "corrected",
        receipt_number("gone"): "void",
        receipt_number("gone-last"): "void",
    }
