"""A damaged store is closed untouched, and the next one vouches for it."""

import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.records import provision
from kiosk.records.database import DATABASE
from kiosk.records.entry import parse_body
from kiosk.records.epoch import NewEpoch, begin_epoch
from kiosk.records.errors import StoreBusy, StoreDamaged
from kiosk.records.provision import Sources
from tests.records.second_opinion import verify
from tests.records.visits import Clock, filled, open_demo, run_sql, visit


def unknown() -> bool | None:
    return None


SOURCES = Sources(Clock().now, unknown, os.urandom)


def next_epoch(data: Path) -> NewEpoch:
    return begin_epoch(data, mode="demo", app_version="0.1.0", sources=SOURCES)


@pytest.fixture
def damaged(data: Path) -> Path:
    filled(data, 5)
    run_sql(data / DATABASE, "UPDATE record SET body = x'00' WHERE seq = 5")
    with pytest.raises(StoreDamaged):
        open_demo(data)
    return data


def birth_of(data: Path) -> dict[str, object]:
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        (body,) = connection.execute("SELECT body FROM record WHERE seq = 0").fetchone()
    return parse_body(body).fields


def test_the_old_file_is_kept_byte_by_byte_and_named_in_the_new_first_record(
    damaged: Path,
) -> None:
    before = (damaged / DATABASE).read_bytes()
    kiosk = birth_of(damaged)["kiosk"]
    made = next_epoch(damaged)
    assert (made.closed / DATABASE).read_bytes() == before
    birth = birth_of(damaged)
    continues = birth["continues"]
    assert isinstance(continues, dict)
    assert continues["file_sha256"] == sha256(before).hexdigest()
    assert (birth["epoch"], birth["kiosk"], continues["size"]) == (2, kiosk, 6)


def test_the_kiosk_works_again_and_both_files_verify_as_what_they_are(damaged: Path) -> None:
    made = next_epoch(damaged)
    with closing(open_demo(damaged)) as store:
        store.save(visit("s9"))
        assert store.find("s1") is None
    assert verify(damaged).ok
    old = verify(made.closed)
    assert [problem.seq for problem in old.problems] == [5]


def test_a_running_kiosk_is_not_disturbed(data: Path) -> None:
    with closing(open_demo(data)), pytest.raises(StoreBusy):
        next_epoch(data)


def test_epochs_count_on_and_nothing_is_written_over(data: Path) -> None:
    filled(data, 1)
    made = [next_epoch(data) for _ in range(3)]
    assert [epoch.number for epoch in made] == [2, 3, 4]
    assert len({epoch.closed for epoch in made}) == 3
    assert all(verify(epoch.closed).ok for epoch in made)


class Cut(Exception):  # noqa: N818 -- a power cut is no error
    """The power went off."""


def test_a_power_cut_before_the_last_step_is_made_good_by_the_next_start(
    damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(_data: Path) -> None:
        raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(provision, "finish", cut)
        with pytest.raises(Cut):
            next_epoch(damaged)
    with closing(open_demo(damaged)) as store:
        store.save(visit("s9"))
    assert birth_of(damaged)["epoch"] == 2
