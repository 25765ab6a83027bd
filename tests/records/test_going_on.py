"""When a damaged store may be put aside without asking anybody, and when it must not."""

import os
import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from kiosk.records.closed import put_aside
from kiosk.records.database import DATABASE
from kiosk.records.epoch import NewEpoch, begin_epoch
from kiosk.records.errors import CannotGoOn, StillSound, StoreBusy
from kiosk.records.going_on import MOST_ASIDE, why_aside
from kiosk.records.keys import DEVICE_KEY, DEVICE_PUBLIC
from kiosk.records.provision import Sources
from tests.records.second_opinion import verify
from tests.records.spoiling import change_a_byte
from tests.records.visits import Clock, filled, open_demo, visit


def unknown() -> bool | None:
    return None


def go_on(data: Path, found: str = "") -> NewEpoch:
    return begin_epoch(
        data,
        mode="demo",
        app_version="0.1.0",
        sources=Sources(Clock().now, unknown, os.urandom),
        why=partial(why_aside, data, found),
    )


def everything(data: Path) -> dict[str, bytes]:
    files = (path for path in data.rglob("*") if path.is_file() and path.name != "kiosk.lock")
    return {str(path.relative_to(data)): path.read_bytes() for path in files}


def save_one(data: Path, session: str) -> None:
    with closing(open_demo(data)) as store:
        store.save(visit(session))


def test_damage_that_opening_does_not_see_is_put_aside_with_its_reason(data: Path) -> None:
    filled(data, 40)
    spoilt = change_a_byte(data / DATABASE, "s9")
    made = go_on(data)
    assert (made.closed / DATABASE).read_bytes() == spoilt
    assert put_aside(data)[made.closed].startswith("record 9: ")


def test_both_verifiers_name_what_was_put_aside_and_pass_what_goes_on(data: Path) -> None:
    filled(data, 40)
    change_a_byte(data / DATABASE, "s9")
    made = go_on(data)
    save_one(data, "later")
    assert verify(data).ok
    assert verify(made.closed).problems[0].seq == 9


def test_a_store_that_is_in_order_stays(data: Path) -> None:
    filled(data, 3)
    before = everything(data)
    with pytest.raises(StillSound):
        go_on(data)
    assert everything(data) == before


def test_a_swapped_key_is_not_hidden_by_a_new_store(data: Path, tmp_path: Path) -> None:
    filled(data, 3)
    filled(tmp_path / "other", 1)
    shutil.copy(tmp_path / "other" / DEVICE_KEY, data / DEVICE_KEY)
    before = everything(data)
    for found in ("", "the records belong to another kiosk"):
        with pytest.raises(CannotGoOn, match="the signing key was swapped"):
            go_on(data, found)
    (data / DATABASE).write_bytes(b"x" * 5000)
    with pytest.raises(CannotGoOn, match="are no pair"):
        go_on(data)
    shutil.copy(data / DATABASE, tmp_path / "garbage")
    assert everything(data) == {**before, DATABASE: b"x" * 5000}


def test_a_changed_closed_store_is_not_hidden_by_a_new_store(data: Path) -> None:
    filled(data, 3)
    change_a_byte(data / DATABASE, "s2")
    closed = go_on(data).closed
    save_one(data, "later")
    change_a_byte(closed / DATABASE, "s3")
    change_a_byte(data / DATABASE, "later")
    before = everything(data)
    with pytest.raises(CannotGoOn, match="not the file that record 0 continues"):
        go_on(data)
    assert everything(data) == before


def test_a_store_that_another_program_holds_is_not_damaged(data: Path) -> None:
    filled(data, 3)
    with closing(sqlite3.connect(data / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CannotGoOn, match="locked"):
            go_on(data)
    assert verify(data).ok


def test_a_store_in_use_is_not_put_aside(data: Path) -> None:
    filled(data, 3)
    with closing(open_demo(data)), pytest.raises(StoreBusy):
        go_on(data)


def test_a_new_store_that_breaks_before_its_first_visit_ends_the_loop(data: Path) -> None:
    filled(data, 3)
    change_a_byte(data / DATABASE, "s2")
    go_on(data)
    (data / DATABASE).write_bytes(b"x" * 5000)
    before = everything(data)
    with pytest.raises(CannotGoOn, match="before it held a visit"):
        go_on(data)
    assert everything(data) == before


def test_only_so_many_damaged_stores_are_put_beside_each_other(data: Path) -> None:
    filled(data, 1)
    for number in range(MOST_ASIDE):
        save_one(data, f"v{number}")
        (data / DATABASE).write_bytes(b"x" * 5000)
        assert go_on(data).number == number + 2
    save_one(data, "last")
    (data / DATABASE).write_bytes(b"x" * 5000)
    with pytest.raises(CannotGoOn, match="Move them to the back office"):
        go_on(data)
    (data / "closed").rename(data.parent / "back office")
    assert go_on(data).number == MOST_ASIDE + 2


def test_without_its_public_key_file_a_damaged_store_is_still_put_aside(data: Path) -> None:
    filled(data, 2)
    (data / DEVICE_PUBLIC).unlink()
    (data / DATABASE).write_bytes(b"x" * 5000)
    go_on(data)
    assert verify(data).ok


def test_a_store_closed_on_purpose_is_not_called_damaged(data: Path) -> None:
    filled(data, 1)
    sources = Sources(Clock().now, unknown, os.urandom)
    begin_epoch(data, mode="demo", app_version="0.1.0", sources=sources)
    assert put_aside(data) == {}
