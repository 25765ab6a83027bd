"""An export is whole and named by its manifest, or it is not there."""

import hashlib
import signal
import stat
import subprocess
import sys
from base64 import b64decode
from pathlib import Path
from typing import get_args

import pytest
from nacl.signing import VerifyKey

from kiosk.commands import record_arguments
from kiosk.records.database import DATABASE
from kiosk.records.errors import StoreDamaged
from kiosk.records.export.entries import Days, check_day, verified
from kiosk.records.export.errors import (
    ExportFailedError,
    ExportRangeError,
    ExportTargetError,
    KeyNeededError,
    StoreNotInOrderError,
)
from kiosk.records.export.export import FORMS, Form, Request, export
from kiosk.records.export.folder import whole_folder
from kiosk.records.keys import new_recipient
from kiosk.records.links import LINKS
from kiosk.records.unseal import load_opener
from kiosk.records.verify import verify
from tests.commands.anteroom import ROOT
from tests.records.export.exports import ORIGIN, exported, lines, three_doors
from tests.records.visits import Clock, open_demo, run_sql, visit


@pytest.mark.parametrize("form", FORMS)
def test_the_manifest_names_every_file_and_the_head(data: Path, tmp_path: Path, form: Form) -> None:
    three_doors(data)
    manifest = exported(data, tmp_path / "out", form)
    head = verify(data).head
    assert head is not None
    assert manifest["head"] == {
        "size": head.size,
        "root": head.root,
        "check_code": head.check_code,
    }
    assert manifest["counts"] == {"records": 4, "kinds": {"ack": 3, "service": 1}}
    named = {file["name"]: file for file in manifest["files"]}
    there = {path.name for path in (tmp_path / "out").iterdir()}
    assert named.keys() == there - {"manifest.json"}
    for name, file in named.items():
        content = (tmp_path / "out" / name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (
            file["sha256"],
            file["bytes"],
        )
    key = bytes.fromhex(manifest["device_key"])
    signed = manifest["signed_head"]
    size, root = signed["checkpoint"].splitlines()[1:]
    assert (int(size), b64decode(root).hex()) == (head.size, head.root)
    message = signed["checkpoint"].encode() + bytes.fromhex(signed["leaf"])
    VerifyKey(key).verify(message, bytes.fromhex(signed["sig"]))
    assert hashlib.sha256(key).hexdigest()[:16] == manifest["kiosk"]


def test_only_this_user_can_read_an_export(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    exported(data, tmp_path / "out", "csv")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_an_empty_folder_is_filled_and_a_full_one_is_left_alone(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    (tmp_path / "out").mkdir()
    exported(data, tmp_path / "out", "jsonl")
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    with pytest.raises(ExportTargetError, match="not empty"):
        exported(data, tmp_path / "out", "csv")
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out"]


def test_a_file_a_link_and_a_missing_parent_are_refused(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for place in ("file", "link", "none/out"):
        with pytest.raises(ExportTargetError):
            exported(data, tmp_path / place, "csv")


def test_nothing_is_exported_from_a_store_that_does_not_verify(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    run_sql(data / DATABASE, "UPDATE record SET body = x'00' WHERE seq = 2")
    with pytest.raises(StoreNotInOrderError, match="not in order"):
        exported(data, tmp_path / "out", "csv")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE record SET body = CAST(replace(body, '11-21', '11-22') AS BLOB) WHERE seq = 2",
        "UPDATE record SET sealed = x'00' WHERE seq = 2",
        "DELETE FROM record WHERE seq = 3",
    ],
)
def test_a_store_that_changes_after_it_was_verified_is_found_out(data: Path, change: str) -> None:
    three_doors(data)
    source = verified(data, None, None)
    run_sql(data / DATABASE, change)
    with pytest.raises(StoreDamaged):
        list(source.entries())


def test_records_that_come_in_meanwhile_wait_for_the_next_export(data: Path) -> None:
    three_doors(data)
    source = verified(data, None, None)
    store = open_demo(data)
    store.save(visit("later"))
    store.close()
    assert [entry.row.seq for entry in source.entries()] == [0, 1, 2, 3]


def test_a_fault_halfway_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with whole_folder(tmp_path / "out") as folder, folder.file("a") as file:
            file.line("one")
            raise OSError(28, "No space left on device")

    with pytest.raises(ExportFailedError, match="nothing is left"):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_kill_halfway_leaves_no_folder_of_that_name(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from kiosk.records.export.folder import whole_folder\n"
        "with whole_folder(Path(sys.argv[1])) as folder, folder.file('a') as file:\n"
        "    file.line('one')\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "out")], check=False, cwd=ROOT
    )
    assert done.returncode == -signal.SIGKILL
    assert not (tmp_path / "out").exists()


def test_days_hold_both_ends_and_must_be_in_order(data: Path, tmp_path: Path) -> None:
    clock = Clock()
    for day in (20, 21, 22, 23):
        clock.moment = clock.moment.replace(day=day)
        store = open_demo(data, clock)
        store.save(visit(f"on-{day}"))
        store.close()
    manifest = exported(data, tmp_path / "out", "jsonl", days=Days("2026-11-21", "2026-11-22"))
    days = [line["clear"]["day"] for line in lines(tmp_path / "out" / "records.jsonl")]
    assert days == ["2026-11-21", "2026-11-22"]
    assert manifest["days"] == {"since": "2026-11-21", "until": "2026-11-22"}
    with pytest.raises(ExportRangeError, match="later than"):
        Days("2026-11-22", "2026-11-21")


@pytest.mark.parametrize(
    "text", ["", "2026-11", "2026-02-30", "20261121", "2026-W47-6", "٢٠٢٦-11-21"]
)
def test_anything_but_a_day_is_refused(text: str) -> None:
    with pytest.raises(ExportRangeError, match="YYYY-MM-DD"):
        check_day(text)


def test_records_for_other_keys_are_counted_and_stay_closed(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    new_recipient(tmp_path / "new.key", data / "recipients" / "new.pub", None)
    with_both = open_demo(data)
    with_both.save(visit("after"))
    with_both.close()
    opener = load_opener(tmp_path / "new.key")
    request = Request(data, tmp_path / "out", "jsonl", ORIGIN, Days(), opener)
    sealed = export(request)["sealed"]
    assert sealed == {
        "included": True,
        "key": opener.id,
        "demo_key": False,
        "opened": 2,
        "not_for_this_key": 4,
    }
    opened = [line["sealed"] is not None for line in lines(tmp_path / "out" / "records.jsonl")]
    assert opened == [False] * 4 + [True] * 2


@pytest.mark.parametrize("form", ["fhir", "pdf"])
def test_a_form_that_describes_visits_needs_a_key(data: Path, tmp_path: Path, form: Form) -> None:
    three_doors(data)
    with pytest.raises(KeyNeededError, match="--key"):
        exported(data, tmp_path / "out", form, key=False)
    assert not (tmp_path / "out").exists()


def test_an_export_works_beside_a_kiosk_and_changes_nothing(data: Path, tmp_path: Path) -> None:
    store = open_demo(data)
    store.save(visit("s1"))
    before = (data / DATABASE).read_bytes()
    assert exported(data, tmp_path / "out", "jsonl")["counts"]["records"] == 2
    assert (data / DATABASE).read_bytes() == before
    store.save(visit("s2"))
    store.close()


def test_the_command_line_offers_every_form() -> None:
    assert get_args(Form) == record_arguments.FORMS
    assert {*record_arguments.KINDS} == {*LINKS, "reconsent"}
