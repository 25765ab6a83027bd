"""A backup that was put back opens, verifies and goes on."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.records.backup import back_up
from kiosk.records.database import DATABASE
from kiosk.records.epoch import begin_epoch
from kiosk.records.errors import StoreDamaged, StoreFolderUnusable
from kiosk.records.provision import Sources
from kiosk.records.unseal import load_opener, open_records
from kiosk.records.verify import verify
from tests.records.visits import Clock, filled, open_demo, visit


def lost(data: Path, tmp_path: Path, after: int = 0) -> str:
    """Back a store up, write some more visits, lose it, put the copy back; return the code."""
    filled(data, 3)
    made = back_up(data, tmp_path / "usb")
    with closing(open_demo(data)) as store:
        for number in range(after):
            store.save(visit(f"late-{number}"))
    (data / DATABASE).write_bytes(b"the disk failed here")
    shutil.copyfile(made.path, data / DATABASE)
    return made.head.check_code


def test_a_copy_with_every_record_goes_on_in_the_kiosk(data: Path, tmp_path: Path) -> None:
    code = lost(data, tmp_path)
    with closing(open_demo(data)) as store:
        assert store.head().check_code == code
        assert store.find("s3") is not None
        store.save(visit("s4"))
        assert store.head().size == 5
    assert verify(data, against=code).ok


def test_an_older_copy_is_not_taken_for_the_whole_but_kept_and_gone_on_from(
    data: Path, tmp_path: Path
) -> None:
    code = lost(data, tmp_path, after=2)
    with pytest.raises(StoreDamaged, match="6 records were written but only 4 are there"):
        open_demo(data)
    sources = Sources(Clock().now, bool, os.urandom)
    made = begin_epoch(data, mode="demo", app_version="0.1.0", sources=sources)
    with closing(open_demo(data)) as store:
        store.save(visit("s9"))
    assert verify(data).ok
    opener = load_opener(data / "demo-recipient.key")
    kept = [one.clear.id for one in open_records(made.closed / DATABASE, opener)]
    assert kept[1:] == ["s1", "s2", "s3"]
    alone = tmp_path / "copy.db"
    shutil.copyfile(made.closed / DATABASE, alone)
    assert verify(alone, against=code).ok


def test_a_copy_verifies_and_opens_on_a_machine_that_never_saw_the_kiosk(
    data: Path, tmp_path: Path
) -> None:
    filled(data, 3)
    made = back_up(data, tmp_path / "usb", "copy.db")
    key = tmp_path / "clinic.key"
    (data / "demo-recipient.key").rename(key)
    shutil.rmtree(data)
    assert made.path == tmp_path / "usb" / "copy.db"
    assert verify(made.path, against=made.head.check_code).ok
    assert len(list(open_records(made.path, load_opener(key)))) == 4


def test_two_kiosks_do_not_share_a_folder_of_backups(data: Path, tmp_path: Path) -> None:
    filled(data, 1)
    filled(tmp_path / "other", 1)
    back_up(data, tmp_path / "usb")
    before = sorted(path.name for path in (tmp_path / "usb").iterdir())
    with pytest.raises(StoreFolderUnusable, match="another kiosk"):
        back_up(tmp_path / "other", tmp_path / "usb")
    assert sorted(path.name for path in (tmp_path / "usb").iterdir()) == before
