"""Reading records beside a running kiosk, and from files that are no stores."""

from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import receipt_number
from kiosk.domain.errors import AnteroomError
from kiosk.records.database import DATABASE
from kiosk.staff.record_reader import NoStoreError, newest_first, require_store
from tests.staff.stores import opened, visit, with_visits


def test_records_are_read_while_the_kiosk_holds_the_folder(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.save(visit("one"))
    found = list(newest_first(tmp_path))
    assert [record.clear.kind for record in found] == ["ack", "service"]
    assert found[0].summary.receipt == receipt_number("one")
    assert found[0].check_code == store.head().check_code
    store.save(visit("two"))
    store.close()


def test_reading_changes_no_file(tmp_path: Path) -> None:
    with_visits(tmp_path, 2)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert len(list(newest_first(tmp_path))) == 3
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before


def test_a_folder_without_a_store_is_said_and_left_empty(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError, match="--data"):
        next(newest_first(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"garbage", b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_store_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(AnteroomError, match=DATABASE):
        next(newest_first(tmp_path))


def test_a_store_is_named_by_its_folder_or_its_file(tmp_path: Path) -> None:
    with_visits(tmp_path, 0)
    assert require_store(tmp_path) == require_store(tmp_path / DATABASE) == tmp_path / DATABASE
