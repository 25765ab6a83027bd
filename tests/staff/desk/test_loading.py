"""A long store is listed in another process, and looked at before it is verified."""

from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Door, receipt_number
from kiosk.records.database import DATABASE
from kiosk.records.export.errors import StoreNotInOrderError
from kiosk.staff.desk import loading
from kiosk.staff.desk.desk import Ask, Desk, DeskLockedError
from kiosk.staff.desk.glance import glance
from kiosk.staff.desk.register import Stands, VisitRow
from kiosk.staff.desk.talk import Form
from tests.records.spoiling import change_a_byte
from tests.staff.desk.desks import ANN, PIN, desk_at, kiosk_with, row_of, visit


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return kiosk_with(tmp_path / "kiosk", visit("s1"), visit("s2", Door.NO))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_at(tmp_path / "desk")


def test_a_glance_lists_what_stands_in_the_clear_and_calls_it_unchecked(data: Path) -> None:
    *_, rows = glance(data / DATABASE)
    assert [one.receipt for one in rows] == [receipt_number("s2"), receipt_number("s1")]
    assert {(one.stands, one.door, one.reference) for one in rows} == {(Stands.UNCHECKED, "", "")}


def test_a_glance_at_what_is_no_store_lists_nothing(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_text("no store", "ascii")
    assert list(glance(tmp_path / DATABASE)) == []


def test_another_process_lists_the_same_as_this_one(
    data: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk.load(data)
    withdrawn = row_of(here, "s2")
    desk.sign(here, Ask("withdrawal", withdrawn, ANN, PIN, Form(note="Told me")))
    here = desk.load(data)
    monkeypatch.setattr(loading, "WORTH_IT", 1)
    seen: list[tuple[VisitRow, ...]] = []
    steps: list[tuple[int, int]] = []
    apart = desk.load(data, lambda done, of: steps.append((done, of)), seen.append)
    assert (apart.rows, apart.said, apart.mode, apart.head) == (
        here.rows,
        here.said,
        here.mode,
        here.head,
    )
    assert row_of(apart, "s2").stands is Stands.WITHDRAWN
    assert {one.stands for rows in seen for one in rows} == {Stands.UNCHECKED}
    assert steps[-1][0] == steps[-1][1]
    # What was listed apart is signed on as well as what was listed here.
    desk.sign(apart, Ask("withdrawal", row_of(apart, "s1"), ANN, PIN, Form(note="Told me")))
    assert row_of(desk.refresh(apart), "s1").stands is Stands.WITHDRAWN


def test_what_is_wrong_with_a_store_is_told_from_the_other_process(
    data: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "WORTH_IT", 1)
    change_a_byte(data / DATABASE, "s1")
    with pytest.raises(StoreNotInOrderError, match="not in order"):
        desk.load(data)


def test_a_key_that_is_forgotten_ends_the_process_that_was_given_it(
    data: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "WORTH_IT", 1)
    with pytest.raises(DeskLockedError):
        # The first sign of progress is the last moment before the lock.
        desk.load(data, lambda _done, _of: desk.forget())
    assert not desk.has_key
