"""The list of visits and the search in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Door, PageShown, receipt_number
from kiosk.records.backup import back_up
from kiosk.records.needs_look import Since
from kiosk.records.unseal import load_opener
from kiosk.staff.content_changes import pack_now
from kiosk.staff.desk.place import NoRecordsHereError, store_in
from kiosk.staff.desk.register import LOOK, ContentNow, Stands, Wanted, found, register
from tests.staff.desk.desks import desk_at, kiosk_with, pack, row_of, visit


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return kiosk_with(tmp_path / "kiosk", visit("s1"), visit("s2", Door.NO), visit("s3"))


def test_without_a_key_the_list_tells_no_door_no_reference_and_no_standing(data: Path) -> None:
    listed = register(data / "records.db", None)
    assert [one.receipt for one in listed.rows] == [receipt_number(n) for n in ("s3", "s2", "s1")]
    assert {(one.door, one.reference, one.stands) for one in listed.rows} == {
        ("", "", Stands.SEALED)
    }
    assert listed.rows[0].day == "2026-11-21"


@pytest.mark.parametrize(
    ("wanted", "sessions"),
    [
        (Wanted(words=receipt_number("s2").replace("-", "").lower()), ["s2"]),
        (Wanted(words=receipt_number("s2")), ["s2"]),
        (Wanted(words="k-s3"), ["s3"]),
        (
            Wanted(words=f" {receipt_number('s2')[1:3].lower()} {receipt_number('s2')[3:7]} "),
            ["s2"],
        ),
        (Wanted(words=receipt_number("s2").replace("-", "–").lower()), ["s2"]),
        (Wanted(words="KS3"), ["s3"]),
        (Wanted(words="k s 3"), ["s3"]),
        (Wanted(words="-s3"), ["s3"]),
        (Wanted(words="- S-3"), ["s3"]),
        (Wanted(words="2026-11 k-s1"), ["s1"]),
        (Wanted(door="no"), ["s2"]),
        (Wanted(since="2026-11-22"), []),
        (Wanted(until="2026-11-21"), ["s3", "s2", "s1"]),
        (Wanted(stands="Co-signed"), []),
        (Wanted(stands=LOOK), []),
    ],
)
def test_a_visit_is_found_by_receipt_reference_day_door_or_standing(
    data: Path, tmp_path: Path, wanted: Wanted, sessions: list[str]
) -> None:
    listed = desk_at(tmp_path / "desk").load(data)
    assert [one.id for one in found(listed.rows, wanted)] == sessions


def test_a_folder_of_backups_gives_the_longest_of_one_kiosk(data: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    back_up(data, stick)
    kiosk_with(data, visit("s4"))
    newest = back_up(data, stick).path
    assert store_in(stick) == newest
    (stick / "other.db").write_bytes(b"")
    with pytest.raises(NoRecordsHereError, match=r"other\.db"):
        store_in(stick)


def test_a_backup_lists_what_the_kiosk_holds(data: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    back_up(data, stick)
    assert len(register(store_in(stick), None).rows) == 3


def test_only_a_visit_that_read_what_has_changed_needs_another_look(tmp_path: Path) -> None:
    old = "ab" * 32
    seen, other, newest = visit("s1"), visit("s2"), visit("s3")
    saw = tuple(PageShown(page, 0, 9.0, 1) for page in ("the-choice",))
    visits = [replace(one, pack=replace(one.pack, sha256=old)) for one in (seen, other)]
    data = kiosk_with(tmp_path / "kiosk", visits[0], replace(visits[1], pages=saw), newest)
    opener = load_opener(data / "demo-recipient.key")
    changed = {"en": {"must-not": ("changed",)}}
    content = ContentNow(pack_now(pack()), {old: Since(changed, {})})
    listed = register(data / "records.db", opener, content=content)
    assert [one.id for one in found(listed.rows, Wanted(stands=LOOK))] == ["s1"]
    assert row_of(listed, "s1").standing_words == "Proposed, needs another look"
    unknown = register(data / "records.db", opener, content=ContentNow(pack_now(pack())))
    assert [one.id for one in found(unknown.rows, Wanted(stands=LOOK))] == ["s2", "s1"]
