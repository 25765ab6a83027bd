"""A closed store stays the one its successor names; lost keys begin a linked store."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.records.database import DATABASE
from kiosk.records.epoch import NewEpoch, begin_epoch
from kiosk.records.errors import BadKey
from kiosk.records.keys import DEVICE_KEY, DEVICE_PUBLIC
from kiosk.records.provision import Sources
from tests.records.schemas import faults
from tests.records.second_opinion import second_opinion, verify
from tests.records.test_epoch import birth_of
from tests.records.visits import Clock, filled, open_demo, run_sql, visit


def unknown() -> bool | None:
    return None


def next_epoch(data: Path, *, new_key: bool = False) -> NewEpoch:
    sources = Sources(Clock().now, unknown, os.urandom)
    return begin_epoch(data, mode="demo", app_version="0.1.0", sources=sources, new_key=new_key)


def test_both_verifiers_see_that_a_closed_store_was_exchanged(data: Path) -> None:
    filled(data, 3)
    made = next_epoch(data)
    assert verify(data).ok
    assert verify(made.closed).ok
    run_sql(made.closed / DATABASE, "DELETE FROM record WHERE seq = 3")
    assert "not the file that record 0 continues" in verify(data).problems[0].what
    other = second_opinion(data)
    assert other is not None
    assert "not the file that record 0 continues" in other[1]


def test_a_closed_store_may_be_kept_elsewhere(data: Path) -> None:
    filled(data, 3)
    next_epoch(data).closed.rename(data.parent / "elsewhere")
    assert verify(data).ok
    assert verify(data.parent / "elsewhere").ok


def test_a_store_that_is_gone_is_followed_by_one_that_says_how_much_is_missing(data: Path) -> None:
    filled(data, 3)
    (data / DATABASE).unlink()
    next_epoch(data)
    with closing(open_demo(data)) as store:
        store.save(visit("s9"))
    continues = birth_of(data)["continues"]
    assert continues == {"epoch": 1, "file_sha256": None, "size": 4, "root": None}
    assert verify(data).ok


@pytest.mark.parametrize("content", [None, b"", b"not a key"])
def test_a_lost_signing_key_begins_a_store_that_names_the_old_kiosk(
    data: Path, content: bytes | None
) -> None:
    filled(data, 3)
    old = birth_of(data)["kiosk"]
    (data / DEVICE_KEY).unlink()
    if content is not None:
        (data / DEVICE_KEY).write_bytes(content)
    with pytest.raises(BadKey):
        next_epoch(data)
    made = next_epoch(data, new_key=True)
    with closing(open_demo(data)) as store:
        store.save(visit("s9"))
        assert store.kiosk != old
    birth = birth_of(data)
    assert isinstance(birth["continues"], dict)
    assert (birth["epoch"], birth["continues"]["kiosk"], birth["continues"]["size"]) == (2, old, 4)
    assert verify(data).ok
    assert verify(made.closed).ok


def test_the_first_record_under_a_new_key_fits_the_shipped_schema(data: Path) -> None:
    filled(data, 1)
    next_epoch(data, new_key=True)
    assert faults("clear", birth_of(data)) == []


def test_a_known_signing_key_is_replaced_and_is_left_nowhere(data: Path) -> None:
    filled(data, 1)
    key, public = ((data / name).read_bytes() for name in (DEVICE_KEY, DEVICE_PUBLIC))
    made = next_epoch(data, new_key=True)
    assert (made.closed / DEVICE_PUBLIC).read_bytes() == public
    everything = [path.read_bytes() for path in data.rglob("*") if path.is_file()]
    assert key not in everything
