"""With the clinic's key a visit is found by code and door; without it, and after it, nothing is."""

import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.many import build
from kiosk.domain.acknowledgement import Door, receipt_number
from kiosk.domain.staffing.finding import BadSearchError
from kiosk.domain.staffing.sealed_finding import Index, KeyState, SealedWanted, wanted_code
from kiosk.records.keys import DEMO_KEY, new_recipient
from kiosk.staff.sealed_index import AT_A_TIME, KeyGoneError, SealedIndex
from tests.records.visits import open_demo, unfinished, visit


@pytest.fixture
def data(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    with closing(open_demo(made)) as store:
        for door in Door:
            store.save(replace(visit(door.value, door), reference=f"Bed {door.value}-7"))
        store.keep(unfinished("k1"), "reception")
        store.append_event("void", "wrong_person", {"by": "N17"}, about="no")
    return made


def test_with_the_key_a_visit_is_found_by_a_part_of_its_code_and_by_its_door(data: Path) -> None:
    index = SealedIndex()
    with closing(open_demo(data)) as store:
        told = index.open((data / DEMO_KEY,), "", store)
        assert (told.state, told.whole) == (KeyState.OPEN, True)
        (one,) = index.find(SealedWanted(code="bed READY"), store)
        assert (one.receipt, one.kind) == (receipt_number("ready"), "saved")
        (one,) = index.find(SealedWanted(door="no"), store)
        assert (one.receipt, one.kind) == (receipt_number("no"), "void")
        assert [row.receipt for row in index.find(SealedWanted(code="B ed"), store)] == [
            receipt_number(name) for name in ("no", "questions", "ready")
        ]
        (one,) = index.find(SealedWanted(code="K-17"), store)
        assert (one.receipt, one.kind) == (receipt_number("k1"), "kept")
        assert index.find(SealedWanted(code="nobody"), store) == ()
        for typed in ("k17", "K 17", "k-1 7", "-17", "K\u201317", "17"):
            (one,) = index.find(wanted_code(typed), store)
            assert one.receipt == receipt_number("k1"), typed


@pytest.mark.parametrize("typed", ["", " ", "-", "- -"])
def test_what_holds_no_letter_and_no_digit_is_no_code(typed: str) -> None:
    with pytest.raises(BadSearchError):
        wanted_code(typed)


def test_no_key_another_clinics_and_a_locked_one_open_nothing(data: Path, tmp_path: Path) -> None:
    index = SealedIndex()
    other, locked = tmp_path / "other.key", tmp_path / "locked.key"
    new_recipient(other, tmp_path / "other.pub", None)
    new_recipient(locked, tmp_path / "locked.pub", b"a long passphrase")
    with closing(open_demo(data)) as store:
        for keys, state in (
            ((), KeyState.NONE),
            ((tmp_path / "gone.key",), KeyState.NONE),
            ((other,), KeyState.NONE),
            ((locked,), KeyState.LOCKED),
        ):
            assert index.open(keys, "", store) == Index(state)
            with pytest.raises(KeyGoneError):
                index.find(SealedWanted(code="Bed"), store)
        assert index.open((locked,), "wrong", store).state is KeyState.LOCKED


@pytest.mark.parametrize("how", ["forget", "pull"])
def test_once_the_key_is_pulled_or_the_pages_are_left_nothing_is_found(
    data: Path, tmp_path: Path, how: str
) -> None:
    index, stick = SealedIndex(), tmp_path / "clinic.key"
    stick.write_bytes((data / DEMO_KEY).read_bytes())
    with closing(open_demo(data)) as store:
        assert index.open((stick,), "", store).state is KeyState.OPEN
        if how == "pull":
            stick.unlink()
        else:
            index.forget()
        with pytest.raises(KeyGoneError):
            index.find(SealedWanted(code="Bed"), store)
        assert index.more(store) == Index()
        assert "Bed" not in repr(vars(index)).title()


def test_the_newest_of_many_are_found_first_and_each_slice_and_search_is_short(
    tmp_path: Path,
) -> None:
    build(tmp_path / "many", 10_000)
    index = SealedIndex()
    with closing(open_demo(tmp_path / "many")) as store:
        told = index.open((tmp_path / "many" / DEMO_KEY,), "", store)
        assert (told.done, told.of) == (AT_A_TIME, 10_000)
        first = index.find(SealedWanted(door="questions"), store)
        assert first[0].number == told.of - 1
        while not told.whole:
            told = index.more(store)
        taken = []
        for wanted in (
            SealedWanted(code="x"),
            SealedWanted(door="no"),
            SealedWanted("", "questions"),
        ):
            began = time.thread_time()
            index.find(wanted, store)
            taken.append(time.thread_time() - began)
    assert max(taken) < 0.5


def test_a_key_that_is_pulled_out_is_missed_and_all_is_forgotten(data: Path) -> None:
    index = SealedIndex()
    with closing(open_demo(data)) as store:
        assert index.open((data / DEMO_KEY,), "", store).state is KeyState.OPEN
        assert index.key_is_there()
        (data / DEMO_KEY).rename(data / "elsewhere")
        assert not index.key_is_there()
        (data / "elsewhere").rename(data / DEMO_KEY)
        assert not index.key_is_there()
        assert index.more(store) == Index()
