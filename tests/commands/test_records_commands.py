"""records list, show, verify and open, and keys new, on real stores."""

import json
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import receipt_number
from kiosk.records.anchor import check_code, checkpoint
from kiosk.records.keys import load_device_key, new_recipient
from tests.commands.anteroom import ROOT, anteroom
from tests.records.visits import run_sql
from tests.staff.stores import REFERENCE, opened, visit, with_visits


@pytest.fixture
def spoilt(good_data: Path, tmp_path: Path) -> Path:
    """A copy of the store in which the day of the second visit was changed."""
    data = tmp_path / "spoilt"
    shutil.copytree(good_data, data)
    with closing(sqlite3.connect(data / "records.db")) as connection:
        connection.executescript(
            "DROP TRIGGER record_no_update;"
            "UPDATE record SET body = cast(replace(body, '11-21', '11-22') AS BLOB) WHERE seq = 2;"
        )
    return data


def test_verify_prints_size_head_and_check_code(good_data: Path, tmp_path: Path) -> None:
    ended = anteroom("records", "verify", "--data", good_data, home=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    store = opened(good_data)
    head = store.head()
    store.close()
    assert head.size == 4
    for said in ("records     4", f"4:{head.root}", head.check_code):
        assert said in ended.out


def test_verify_names_the_first_bad_record(spoilt: Path, tmp_path: Path) -> None:
    ended = anteroom("records", "verify", spoilt, home=tmp_path)
    assert ended.code == 1
    assert "record 2: " in ended.out
    assert ended.err.count("\n") == 1


def test_verify_as_json_is_for_a_monitor(spoilt: Path, good_data: Path, tmp_path: Path) -> None:
    good = json.loads(anteroom("records", "verify", good_data, "--json", home=tmp_path).out)
    bad = json.loads(anteroom("records", "verify", spoilt, "--json", home=tmp_path).out)
    assert (good["ok"], good["size"], good["problems"]) == (True, 4, [])
    assert bad["ok"] is False
    assert 2 in [problem["seq"] for problem in bad["problems"]]


def test_verify_against_a_later_head_finds_what_was_cut_off(
    good_data: Path, tmp_path: Path
) -> None:
    data = tmp_path / "longer"
    shutil.copytree(good_data, data)
    store = opened(data)
    store.save(visit("one-more"))
    code = store.head().check_code
    store.close()
    assert anteroom("records", "verify", data, "--against", code, home=tmp_path).code == 0
    ended = anteroom("records", "verify", good_data, "--against", code, home=tmp_path)
    assert ended.code == 1
    assert "cut off" in ended.out


@pytest.mark.parametrize("form", ["check code", "size and root", "checkpoint"])
@pytest.mark.parametrize("name", ["records.db", "copied.db"])
def test_a_copied_file_verifies_elsewhere_against_every_form_of_head(
    good_data: Path, tmp_path: Path, form: str, name: str
) -> None:
    """On another machine: the file alone, no lock, no keys; and a wrong head is refused."""
    place = tmp_path / "elsewhere" / name
    place.parent.mkdir()
    shutil.copy(good_data / "records.db", place)
    with sqlite3.connect(place) as connection:
        (root,) = connection.execute("SELECT root FROM record WHERE seq = 3").fetchone()
    connection.close()
    before = {path.name: path.read_bytes() for path in place.parent.iterdir()}
    for right, seen in ((True, root), (False, bytes(32))):
        heads = {
            "check code": check_code(4, seen),
            "size and root": f"4:{seen.hex()}",
            "checkpoint": checkpoint("0123456789abcdef", 1, 4, seen).decode(),
        }
        ended = anteroom("records", "verify", place, "--against", heads[form], home=tmp_path)
        assert ended.code == (0 if right else 1), ended.out
        assert right or "record 3: " in ended.out
    assert {path.name: path.read_bytes() for path in place.parent.iterdir()} == before


@pytest.mark.parametrize("new_key", [False, True])
def test_a_new_epoch_keeps_the_old_store_and_verifies(
    good_data: Path, tmp_path: Path, new_key: bool
) -> None:
    data = tmp_path / "data"
    shutil.copytree(good_data, data)
    old = (data / "records.db").read_bytes()
    flag = ("--new-key",) if new_key else ()
    ended = anteroom("records", "new-epoch", "--data", data, "--json", *flag, home=tmp_path)
    shown = json.loads(ended.out)
    assert (ended.code, shown["epoch"]) == (0, 2)
    assert (Path(shown["closed"]) / "records.db").read_bytes() == old
    assert (load_device_key(good_data).kiosk == shown["kiosk"]) != new_key
    assert anteroom("records", "verify", data, home=tmp_path).code == 0


def test_list_shows_receipts_and_days_and_nothing_about_a_person(
    good_data: Path, tmp_path: Path
) -> None:
    ended = anteroom("records", "list", "--data", good_data, "--limit", "2", home=tmp_path)
    rows = ended.out.splitlines()[1:]
    receipts = [receipt_number("visit-2"), receipt_number("visit-1")]
    assert [row.split() for row in rows] == [
        ["3", receipts[0], "2026-11-21", "ack", "demo"],
        ["2", receipts[1], "2026-11-21", "ack", "demo"],
    ]


@pytest.mark.parametrize("command", [("list",), ("show", "2")])
def test_no_reference_and_no_choice_leaves_the_sealed_part(
    good_data: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    ended = anteroom("records", *command, "--data", good_data, "--json", home=tmp_path)
    assert ended.code == 0
    json.loads(ended.out)
    assert REFERENCE not in ended.out
    assert '"no"' not in ended.out
    assert "09:00" not in ended.out


@pytest.mark.parametrize("written", ["{}", "receipt {}", "lower"])
def test_show_finds_a_visit_by_receipt_however_it_is_typed(
    good_data: Path, tmp_path: Path, written: str
) -> None:
    receipt = receipt_number("visit-1")
    typed = {"{}": receipt, "receipt {}": receipt.replace("-", ""), "lower": receipt.lower()}
    ended = anteroom(
        "records", "show", typed[written], "--data", good_data, "--json", home=tmp_path
    )
    shown = json.loads(ended.out)
    assert (shown["number"], shown["receipt"]) == (2, receipt)


def test_show_without_json_is_one_field_a_line(good_data: Path, tmp_path: Path) -> None:
    ended = anteroom("records", "show", "0", "--data", good_data, home=tmp_path)
    assert ended.code == 0
    names = [line.split()[0] for line in ended.out.splitlines()]
    assert names[:5] == ["number", "receipt", "check_code", "leaf", "sealed_bytes"]
    assert "device_key" in names


def test_the_list_works_while_the_kiosk_is_running(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    ended = anteroom("records", "list", "--data", tmp_path / "data", home=tmp_path)
    store.close()
    assert ended.code == 0


def test_open_unseals_with_the_private_key_only(good_data: Path, tmp_path: Path) -> None:
    key = good_data / "demo-recipient.key"
    ended = anteroom("records", "open", good_data, "--key", key, "--number", "1", home=tmp_path)
    record = json.loads(ended.out)
    assert (ended.code, record["clear"]["seq"]) == (0, 1)
    assert REFERENCE in json.dumps(record["sealed"])
    new_recipient(tmp_path / "other.key", tmp_path / "other.pub", None)
    other = anteroom("records", "open", good_data, "--key", tmp_path / "other.key", home=tmp_path)
    assert (other.code, other.out) == (1, "")
    assert other.err.startswith("anteroom: record 0: sealed for ")


def test_a_key_opens_what_was_sealed_to_it_and_counts_the_rest(tmp_path: Path) -> None:
    data = with_visits(tmp_path / "data", 1)
    new_recipient(tmp_path / "next.key", data / "recipients" / "next.pub", None)
    store = opened(data)
    store.save(visit("after"))
    store.close()
    words = ("records", "open", "--data", data, "--key", tmp_path / "next.key")
    ended = anteroom(*words, home=tmp_path)
    numbers = [json.loads(line)["clear"]["seq"] for line in ended.out.splitlines()]
    assert (ended.code, numbers) == (0, [2, 3])
    assert ended.err == "2 records are sealed to other keys.\n"
    one = anteroom(*words, "--number", "3", home=tmp_path)
    assert (one.code, one.err, one.out.count("\n")) == (0, "", 1)
    closed = anteroom(*words, "--number", "1", home=tmp_path)
    assert closed.code == 1
    assert closed.err.startswith("anteroom: record 1: sealed for ")


def test_a_record_that_does_not_open_is_named_and_the_others_are_opened(tmp_path: Path) -> None:
    data = with_visits(tmp_path / "data", 3)
    run_sql(data / "records.db", "UPDATE record SET sealed = zeroblob(9) WHERE seq = 2")
    key = data / "demo-recipient.key"
    ended = anteroom("records", "open", "--data", data, "--key", key, home=tmp_path)
    assert (ended.code, ended.out.count("\n")) == (1, 3)
    assert ended.err.startswith("anteroom: record 2: ")
    assert ended.err.count("\n") == 1


def test_a_new_key_pair_is_private_locked_and_never_written_over(tmp_path: Path) -> None:
    name = tmp_path / "clinic"
    made = anteroom("keys", "new", name, home=tmp_path, given=b"open sesame\n")
    assert made.code == 0
    key = name.with_suffix(".key")
    assert b"ENCRYPTED" in key.read_bytes()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    again = anteroom("keys", "new", name, home=tmp_path, given=b"other\n")
    assert again.code == 2
    assert "never written over" in again.err


def test_a_locked_key_opens_records_with_its_passphrase(tmp_path: Path) -> None:
    data = tmp_path / "data"
    anteroom("keys", "new", tmp_path / "clinic", home=tmp_path, given=b"open sesame\n")
    (data / "recipients").mkdir(parents=True)
    shutil.copy(tmp_path / "clinic.pub", data / "recipients")
    store = opened(data, "production")
    store.save(visit("v", "production"))
    store.close()
    words = ("records", "open", "--data", data, "--key", tmp_path / "clinic.key")
    right = anteroom(*words, home=tmp_path, given=b"open sesame\n")
    assert (right.code, right.out.count("\n")) == (0, 2)
    wrong = anteroom(*words, home=tmp_path, given=b"guess\n")
    assert (wrong.code, wrong.out) == (1, "")
    assert "wrong passphrase" in wrong.err


def test_a_reader_that_goes_away_ends_the_command_quietly(good_data: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "records", "list", "--data", str(good_data)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""
    assert running.returncode == 1
