"""A visit without a choice on disk: an audit record under the visit's own id, all of it sealed."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import receipt_number
from kiosk.domain.kept import Why
from kiosk.records.database import DATABASE
from kiosk.records.errors import SaveFailed
from kiosk.records.unseal import load_opener, open_records
from tests.records.second_opinion import verify
from tests.records.visits import open_demo, unfinished, visit


def test_it_holds_what_the_person_did_and_no_door(data: Path) -> None:
    with closing(open_demo(data)) as store:
        saved = store.keep(unfinished("k1"), "reception")
        assert saved.receipt == receipt_number("k1")
    record = list(open_records(data, load_opener(data / "demo-recipient.key")))[-1]
    assert (record.clear.kind, record.clear.fields["event"]) == ("audit", "visit_kept")
    details = record.person["details"]
    assert (details["by"], details["why"]) == ("reception", "staff_reset")
    assert details["visit"]["reference"] == "K-17"
    assert {"door", "meaning", "decided"}.isdisjoint(details["visit"])


def test_a_second_call_writes_nothing(data: Path) -> None:
    with closing(open_demo(data)) as store:
        first = store.keep(unfinished("k1"))
        assert store.keep(unfinished("k1")) == first
        assert store.head().size == 2


def test_its_length_and_its_clear_part_do_not_tell_why(data: Path) -> None:
    with closing(open_demo(data)) as store:
        store.save(visit("s1"))
        for number, why in enumerate(Why):
            store.keep(unfinished(f"k{number}", why))
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        query = "SELECT DISTINCT length(sealed) FROM record WHERE seq > 0"
        assert len(connection.execute(query).fetchall()) == 1
    own = {"id": "", "seq": 0, "prev": "", "sealed_sha256": ""}
    records = list(open_records(data, load_opener(data / "demo-recipient.key")))[2:]
    told = [{**record.clear.fields, **own} for record in records]
    assert all(one == told[0] for one in told)
    assert b"K-17" not in (data / DATABASE).read_bytes()


def test_both_verifiers_find_a_store_with_kept_visits_and_acts_in_order(data: Path) -> None:
    with closing(open_demo(data)) as store:
        store.append_event("audit", "staff_opened", {"by": "reception"})
        store.keep(unfinished("k1"))
        store.save(visit("s1"))
    assert verify(data).ok


def test_a_visit_of_another_mode_is_refused(data: Path) -> None:
    with closing(open_demo(data)) as store, pytest.raises(SaveFailed):
        store.keep(replace(unfinished("k1"), mode="production"))
