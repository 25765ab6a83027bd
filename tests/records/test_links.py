"""A record about a visit refers to it and changes nothing that is stored."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.records import links
from kiosk.records.database import DATABASE
from kiosk.records.links import LINKS, AlreadyVoidError, BadLinkError, NoSuchVisitError, Said, Visit
from kiosk.records.unseal import OpenedRecord, load_opener, open_records
from kiosk.records.verify import verify
from tests.records.visits import filled, open_demo, visit

SAID = Said("N17", "Wrong reference")


def receipt(session: str) -> str:
    return Visit(session, "").receipt


def stored(data: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        return connection.execute("SELECT * FROM record ORDER BY seq").fetchall()


def last(data: Path) -> OpenedRecord:
    return list(open_records(data, load_opener(data / "demo-recipient.key")))[-1]


@pytest.mark.parametrize("kind", LINKS)
def test_a_link_is_a_new_record_and_the_old_bytes_stay(data: Path, kind: str) -> None:
    filled(data, 2)
    before = stored(data)
    with closing(open_demo(data)) as store:
        number = LINKS[kind](store, links.find_visit(data, receipt("s1")), SAID)
    assert stored(data)[:-1] == before
    assert verify(data).ok
    record = last(data)
    assert (record.clear.seq, record.clear.kind) == (number, kind)
    leaf = before[1][4]
    assert isinstance(leaf, bytes)
    assert record.person["refers_to"] == {"id": "s1", "leaf": leaf.hex()}
    assert record.person["details"] == {"by": "N17", "why": "Wrong reference"}
    assert ("refers_to" in record.clear.fields) == (kind in {"void", "correction"})


def test_a_link_tells_a_thief_neither_who_asked_nor_why(data: Path) -> None:
    filled(data, 1)
    said = Said("CANARY-STAFF", "CANARY-REASON")
    with closing(open_demo(data)) as store:
        about = links.find_visit(data, receipt("s1"))
        for write in LINKS.values():
            write(store, about, said)
    assert b"CANARY" not in (data / DATABASE).read_bytes()


def test_a_re_consent_names_both_visits_and_only_in_the_sealed_part(data: Path) -> None:
    filled(data, 2)
    with closing(open_demo(data)) as store:
        first, second = (links.find_visit(data, receipt(one)) for one in ("s1", "s2"))
        links.re_consent(store, first, second, SAID)
        with pytest.raises(BadLinkError, match="its own place"):
            links.re_consent(store, first, first, SAID)
    record = last(data)
    assert record.person["refers_to"]["id"] == "s1"
    assert record.person["details"]["later"] == {"id": "s2", "leaf": second.leaf}
    assert "refers_to" not in record.clear.fields


def test_a_visit_is_void_once_and_cannot_take_a_place_then(data: Path) -> None:
    filled(data, 2)
    with closing(open_demo(data)) as store:
        links.void(store, links.find_visit(data, receipt("s1")), SAID)
        again, other = (links.find_visit(data, receipt(one)) for one in ("s1", "s2"))
        with pytest.raises(AlreadyVoidError, match="nothing was written"):
            links.void(store, again, SAID)
        with pytest.raises(BadLinkError, match="is void"):
            links.re_consent(store, other, again, SAID)


def test_only_a_visit_has_a_receipt_that_can_be_linked(data: Path) -> None:
    with closing(open_demo(data)) as store:
        store.save(visit("s1"))
        store.append_event("audit", "start")
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        (event,) = connection.execute("SELECT id FROM record WHERE seq = 2").fetchone()
    for unknown in (receipt(event), receipt("nobody")):
        with pytest.raises(NoSuchVisitError, match="no visit"):
            links.find_visit(data, unknown)


@pytest.mark.parametrize("typed", ["acde-fghj", " ACDEFGHJ ", "acde fghj"])
def test_a_receipt_may_be_typed_in_any_way(typed: str) -> None:
    assert links.check_receipt(typed) == "ACDE-FGHJ"


@pytest.mark.parametrize("typed", ["", "ACDE", "ABCD-EFGH", "ACDE-FGHJ-K", "0CDE-FGHJ"])
def test_what_is_no_receipt_is_refused(typed: str) -> None:
    with pytest.raises(BadLinkError, match="not a receipt"):
        links.check_receipt(typed)


@pytest.mark.parametrize(
    ("staff", "reason"), [("", "x"), (" ", "x"), ("a\nb", "x"), ("n", "x" * 201), ("n" * 65, "x")]
)
def test_who_and_why_are_short_lines(staff: str, reason: str) -> None:
    with pytest.raises(BadLinkError, match="must be one line"):
        Said(staff, reason)
