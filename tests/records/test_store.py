"""Saving, finding and listing visits."""

import json
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Acknowledgement, Door, receipt_number
from kiosk.records.database import DATABASE
from kiosk.records.errors import NoRecipient, SaveFailed, WrongMode
from kiosk.records.keys import new_recipient
from kiosk.records.store import Store, open_store
from kiosk.records.unseal import load_opener, open_records
from tests.records.second_opinion import verify
from tests.records.visits import Clock, open_demo, visit


def stored(data: Path) -> list[tuple[bytes, bytes]]:
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        return connection.execute("SELECT body, sealed FROM record ORDER BY seq").fetchall()


def test_a_saved_visit_is_found_again_after_a_restart(data: Path) -> None:
    with closing(open_demo(data)) as store:
        saved = store.save(visit("s1"))
    with closing(open_demo(data)) as store:
        assert store.find("s1") == saved
        assert store.find("s2") is None
    assert saved.receipt == receipt_number("s1")


def test_a_second_save_of_one_session_writes_nothing(store: Store) -> None:
    saved = store.save(visit("s1"))
    size = store.head().size
    assert store.save(visit("s1", Door.NO)) == saved
    assert store.head().size == size


def test_the_check_code_of_the_last_visit_is_that_of_the_head(store: Store) -> None:
    store.save(visit("s1"))
    saved = store.save(visit("s2"))
    assert saved.check_code == store.head().check_code
    assert [len(part) for part in saved.check_code.split("-")] == [5, 5, 5, 5]


def test_recent_lists_the_newest_first_and_no_answers(store: Store) -> None:
    for number in range(3):
        store.save(visit(f"s{number}"))
    newest, older = store.recent(2)
    assert (newest.receipt, older.receipt) == (receipt_number("s2"), receipt_number("s1"))
    assert (newest.kind, newest.day, newest.mode) == ("ack", "2026-11-21", "demo")
    assert (newest.language, newest.pack_version) == ("en", "1.0")


@pytest.mark.parametrize("typed", ["{0}", "{1}", " {0} ", "{2}"])
def test_search_takes_a_receipt_as_people_type_it(store: Store, typed: str) -> None:
    for number in range(20):
        store.save(visit(f"s{number}"))
    receipt = receipt_number("s7")
    forms = (receipt, receipt.lower(), receipt.replace("-", " "))
    found = store.search(typed.format(*forms))
    assert [summary.receipt for summary in found] == [receipt]


def test_an_event_is_chained_but_not_listed_among_visits(store: Store) -> None:
    store.save(visit("s1"))
    seq = store.append_event("audit", "staff_open", {"by": "nurse"})
    assert seq == store.head().size - 1
    assert [summary.kind for summary in store.recent(9)] == ["ack"]
    assert "audit" in [summary.kind for summary in store.recent(9, kinds=("audit", "ack"))]


def test_a_void_names_its_visit_in_the_clear_and_a_withdrawal_does_not(
    store: Store, data: Path
) -> None:
    store.save(visit("s1"))
    store.append_event("void", "wrong_person", {"by": "nurse"}, about="s1")
    store.append_event("withdrawal", "asked", {"by": "nurse"}, about="s1")
    void, withdrawal = (json.loads(body) for body, _ in stored(data)[-2:])
    assert void["refers_to"]["id"] == "s1"
    assert "s1" not in json.dumps(withdrawal)
    assert store.demo_keys is not None
    *_, last = open_records(data, load_opener(store.demo_keys))
    assert last.person["refers_to"]["id"] == "s1"


def test_an_event_about_an_unknown_visit_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="no record"):
        store.append_event("void", "wrong_person", about="nobody")


@pytest.mark.parametrize("door", list(Door))
def test_the_clear_part_tells_no_door_person_or_time(data: Path, door: Door) -> None:
    with closing(open_demo(data)) as store:
        store.save(visit("7f000000-aaaa", door, ("side-effects",)))
    body, sealed = stored(data)[-1]
    clear = json.loads(body)
    assert "T09" not in body.decode()
    for secret in (door.value, "K-17", "side-effects", "ride-home", "09:", "1300", "iv"):
        text = json.dumps({key: clear[key] for key in clear.keys() - {"kiosk", "prev"}})
        assert f'"{secret}"' not in text
        assert secret.encode() not in sealed or len(secret) < 4


def test_the_length_of_a_sealed_part_does_not_tell_the_number_of_flags(
    store: Store, data: Path
) -> None:
    store.save(visit("s1", Door.READY))
    store.save(visit("s2", Door.QUESTIONS, tuple(f"flag-{n}" for n in range(40))))
    lengths = {len(sealed) for _, sealed in stored(data)[-2:]}
    assert len(lengths) == 1


def test_a_clock_set_back_is_flagged_and_the_order_stays(data: Path) -> None:
    clock = Clock()
    with closing(open_demo(data, clock)) as store:
        store.save(visit("s1"))
        clock.moment -= timedelta(minutes=5)
        store.save(visit("s2"))
    clock.moment -= timedelta(days=3)
    with closing(open_demo(data, clock)) as store:
        store.save(visit("s3"))
    flags = [json.loads(body)["clock"] for body, _ in stored(data)[-3:]]
    assert [flag["went_back"] for flag in flags] == [False, True, True]
    assert flags[-1]["latest"] == "2026-11-21"


def test_a_demo_folder_is_refused_in_production(data: Path) -> None:
    open_demo(data).close()
    with pytest.raises(WrongMode, match="demo records"):
        open_store(data, mode="production", app_version="1", now=Clock().now)


def test_production_needs_a_recipient_and_says_how_to_get_one(data: Path) -> None:
    with pytest.raises(NoRecipient, match="keys new"):
        open_store(data, mode="production", app_version="1", now=Clock().now)
    assert not (data / DATABASE).exists()


def production(data: Path, *public: Path) -> Store:
    now = Clock().now
    return open_store(data, mode="production", app_version="1", now=now, recipients=public)


def test_production_keeps_no_private_recipient_key(data: Path, tmp_path: Path) -> None:
    new_recipient(tmp_path / "clinic.key", tmp_path / "clinic.pub", b"pass phrase")
    with closing(production(data, tmp_path / "clinic.pub")) as store:
        assert store.demo_keys is None
    texts = [path.read_bytes() for path in data.rglob("*") if path.is_file()]
    assert not any(b"ENCRYPTED PRIVATE KEY" in text for text in texts)
    assert not (data / "demo-recipient.key").exists()


def test_a_new_recipient_is_itself_recorded(data: Path, tmp_path: Path) -> None:
    for name in ("clinic", "safe"):
        new_recipient(tmp_path / f"{name}.key", tmp_path / f"{name}.pub", None)
    production(data, tmp_path / "clinic.pub").close()
    production(data, tmp_path / "clinic.pub", tmp_path / "safe.pub").close()
    body = json.loads(stored(data)[-1][0])
    assert body["event"] == "recipients_changed"
    assert len(body["recipients"]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode bits")
def test_nobody_else_may_read_the_folder_or_its_keys(data: Path) -> None:
    data.mkdir(mode=0o755)
    open_demo(data).close()
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    for path in data.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_visit_of_the_other_mode_is_refused(data: Path, tmp_path: Path) -> None:
    new_recipient(tmp_path / "clinic.key", tmp_path / "clinic.pub", None)
    store = production(data, tmp_path / "clinic.pub")
    with closing(store), pytest.raises(SaveFailed) as caught:
        store.save(visit("s1"))
    assert caught.value.reason == "mode"


def bad_seconds() -> Acknowledgement:
    ack = visit("s1")
    object.__setattr__(ack.started, "mono", float("nan"))
    return ack


@pytest.mark.parametrize("ack", [visit("two words"), visit(""), bad_seconds()])
def test_what_cannot_be_written_is_refused_before_anything_is_written(
    store: Store, ack: Acknowledgement
) -> None:
    size = store.head().size
    with pytest.raises(SaveFailed) as caught:
        store.save(ack)
    assert caught.value.reason == "unreadable"
    assert store.head().size == size


@pytest.mark.parametrize(
    ("jump", "flagged"), [(timedelta(days=-365), True), (timedelta(days=3653), False)]
)
def test_a_clock_that_jumps_by_years_is_recorded_as_it_was(
    data: Path, jump: timedelta, flagged: bool
) -> None:
    """Back a year is flagged; forward ten is taken, and the way back from there is flagged."""
    clock = Clock()
    with closing(open_demo(data, clock)) as store:
        store.save(visit("before"))
        clock.moment += jump
        store.save(visit("during"))
        clock.moment -= jump
        store.save(visit("after"))
    before, during, after = (json.loads(body) for body, _ in stored(data)[-3:])
    assert during["day"] == (clock.moment + jump).date().isoformat()
    assert (during["clock"]["went_back"], after["clock"]["went_back"]) == (flagged, not flagged)
    latest = max(before["day"], during["day"])
    assert {during["clock"]["latest"], after["clock"]["latest"]} == {latest}
    assert verify(data).ok
