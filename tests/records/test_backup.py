"""A backup is a verified copy, made beside a working kiosk."""

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.records.backup import back_up
from kiosk.records.database import DATABASE
from kiosk.records.errors import StoreDamaged, StoreFolderUnusable
from tests.records.second_opinion import verify
from tests.records.visits import filled, open_demo, run_sql, visit


def test_a_backup_made_at_work_verifies_and_fits_the_head(data: Path, tmp_path: Path) -> None:
    with closing(open_demo(data)) as store:
        store.save(visit("s1"))
        made = back_up(data, tmp_path / "usb")
        assert made.head == store.head()
        store.save(visit("s2"))
    assert verify(made.path, against=made.head.check_code).ok
    assert {path.name for path in (tmp_path / "usb").iterdir()} == {made.path.name, "device.pub"}


def test_a_damaged_store_is_not_passed_off_as_a_backup(data: Path, tmp_path: Path) -> None:
    filled(data, 3)
    run_sql(data / DATABASE, "UPDATE record SET body = x'00' WHERE seq = 2")
    with pytest.raises(StoreDamaged, match="not backed up, edited"):
        back_up(data, tmp_path / "usb")
    assert list((tmp_path / "usb").iterdir()) == []


def test_a_target_that_is_a_file_is_one_clear_error(data: Path, tmp_path: Path) -> None:
    filled(data, 1)
    (tmp_path / "usb").write_text("")
    with pytest.raises(StoreFolderUnusable, match="could not be written"):
        back_up(data, tmp_path / "usb")
