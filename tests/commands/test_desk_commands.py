"""The commands around the desk: people, keys, counts."""

from pathlib import Path

import pytest

from kiosk.records.keys import load_private, new_recipient
from kiosk.staff.desk.people import Person
from kiosk.staff.desk.stuck import COLUMNS
from tests.commands.anteroom import anteroom, one_line


def test_a_person_is_added_and_a_weak_pin_is_not(tmp_path: Path) -> None:
    words = ("staff", "add", "AL", "--name", "Ann Lee", "--role", "clinician")
    weak = anteroom(*words, "--desk", tmp_path / "desk", given=b"111111\n", home=tmp_path)
    assert weak.code == 1
    assert "easy to guess" in one_line(weak)
    added = anteroom(*words, "--desk", tmp_path / "desk", given=b"274159\n", home=tmp_path)
    assert added.code == 0
    assert str(Person("AL", "Ann Lee", "clinician")) in added.out
    assert "274159" not in "".join(
        one.read_text("utf-8") for one in (tmp_path / "desk").rglob("*") if one.is_file()
    )


def test_a_bare_key_is_protected_once(tmp_path: Path) -> None:
    key = tmp_path / "clinic.key"
    new_recipient(key, tmp_path / "clinic.pub", None)
    raw = load_private(key).private_bytes_raw()
    assert anteroom("keys", "protect", key, given=b"oak river\n", home=tmp_path).code == 0
    assert load_private(key, b"oak river").private_bytes_raw() == raw
    again = anteroom("keys", "protect", key, given=b"oak river\n", home=tmp_path)
    assert (again.code, "has a passphrase already" in one_line(again)) == (2, True)
    wrong = anteroom("keys", "protect", tmp_path / "clinic.pub", given=b"oak\n", home=tmp_path)
    assert (wrong.code, "not a private recipient key" in one_line(wrong)) == (1, True)


def test_counts_of_a_few_visits_tell_nothing(good_data: Path, tmp_path: Path) -> None:
    out = tmp_path / "stuck.csv"
    done = anteroom("records", "stuck", good_data, "--csv", out, home=tmp_path)
    assert done.code == 0
    assert "too few visits" in done.out
    heading = ",".join(f'"{one}"' for one in COLUMNS)
    assert out.read_bytes().decode("utf-8-sig") == f"{heading}\r\n"
    taken = anteroom("records", "stuck", good_data, "--csv", out, home=tmp_path)
    assert (taken.code, "is there already" in one_line(taken)) == (2, True)


@pytest.mark.parametrize("key", ["missing.key", "."])
def test_a_desk_with_a_key_that_cannot_be_read_is_one_line(
    good_data: Path, tmp_path: Path, key: str
) -> None:
    done = anteroom("desk", "--data", good_data, "--key", tmp_path / key, home=tmp_path)
    assert done.code == 2
    assert "the key cannot be read" in one_line(done)


def test_a_desk_in_a_language_that_is_not_known_is_one_line(
    good_data: Path, tmp_path: Path
) -> None:
    done = anteroom("desk", "--data", good_data, "--lang", "xx", home=tmp_path)
    assert (done.code, "choose one of" in one_line(done)) == (2, True)


@pytest.mark.parametrize("place", ["nothing", "bare"])
def test_a_desk_without_records_is_one_line(tmp_path: Path, place: str) -> None:
    (tmp_path / "bare").mkdir()
    done = anteroom("desk", "--data", tmp_path / place, "--desk", __file__, home=tmp_path)
    assert done.code == 2
    assert one_line(done)
