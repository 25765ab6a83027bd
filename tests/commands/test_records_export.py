"""records export, backup, link and affected, as a person or a monitor runs them."""

import json
import shutil
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import receipt_number
from kiosk.records.keys import new_recipient
from tests.commands.anteroom import ROOT, Ended, anteroom, one_line
from tests.staff.stores import REFERENCE, opened, visit, with_visits

FORMS = ("csv", "jsonl", "fhir")
FIRST = receipt_number("visit-0")
PACK = ROOT / "content" / "ketamine"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A store with three visits, free to change."""
    return with_visits(tmp_path / "data", 3)


def records(home: Path, *words: str | Path, given: bytes = b"") -> Ended:
    return anteroom("records", *words, home=home, given=given)


def text_of(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in folder.iterdir())


@pytest.mark.parametrize("form", FORMS)
def test_a_demo_is_exported_with_its_own_key_and_says_so(
    good_data: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / "out"
    ended = records(tmp_path, "export", "--format", form, "--out", out, "--data", good_data)
    assert (ended.code, ended.err) == (0, "")
    assert "demo key" in ended.out
    assert "4 records" in ended.out
    assert REFERENCE in text_of(out)
    assert json.loads((out / "manifest.json").read_text())["sealed"]["demo_key"] is True


@pytest.fixture
def production(tmp_path: Path) -> Path:
    """A store of production visits; its key with a passphrase lies outside."""
    data = tmp_path / "real"
    (data / "recipients").mkdir(parents=True)
    new_recipient(tmp_path / "clinic.key", data / "recipients" / "clinic.pub", b"open sesame")
    store = opened(data, "production")
    store.save(visit("visit-0", "production"))
    store.close()
    return data


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_without_a_key_only_the_clear_part_leaves_and_that_is_said(
    production: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / "out"
    ended = records(tmp_path, "export", "--format", form, "--out", out, "--data", production)
    assert ended.code == 0
    assert "only the clear part" in ended.out
    assert REFERENCE not in text_of(out)
    assert FIRST in text_of(out)


def test_fhir_without_a_key_is_refused(production: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = records(tmp_path, "export", "--format", "fhir", "--out", out, "--data", production)
    assert (ended.code, "--key" in one_line(ended), out.exists()) == (2, True, False)


def test_the_private_key_with_its_passphrase_opens_the_sealed_part(
    production: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    words = ("export", "--format", "fhir", "--out", out, "--key", tmp_path / "clinic.key")
    wrong = records(tmp_path, *words, production, given=b"guess\n")
    assert (wrong.code, "wrong passphrase" in one_line(wrong)) == (1, True)
    ended = records(tmp_path, *words, production, given=b"open sesame\n")
    assert (ended.code, ended.err) == (0, "")
    assert REFERENCE in text_of(out)
    assert "HTEST" not in text_of(out)


def test_an_export_as_json_is_the_manifest(good_data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ("export", "--format", "jsonl", "--out", out, "--data", good_data, "--json")
    said = json.loads(records(tmp_path, *words).out)
    assert said.pop("folder") == str(out)
    assert said == json.loads((out / "manifest.json").read_text())


def test_an_export_is_never_written_over(good_data: Path, tmp_path: Path) -> None:
    words = ("export", "--format", "csv", "--out", tmp_path / "out", "--data", good_data)
    assert records(tmp_path, *words).code == 0
    again = records(tmp_path, *words)
    assert (again.code, "not empty" in one_line(again)) == (2, True)


def test_days_outside_the_store_give_an_empty_export(good_data: Path, tmp_path: Path) -> None:
    words = ("export", "--format", "csv", "--out", tmp_path / "out", "--data", good_data)
    ended = records(tmp_path, *words, "--until", "2020-01-01", "--json")
    assert json.loads(ended.out)["counts"] == {"records": 0, "kinds": {}}


def test_a_backup_goes_into_a_folder_or_one_file_beside_a_running_kiosk(tmp_path: Path) -> None:
    data = tmp_path / "data"
    store = opened(data)
    store.save(visit("visit-0"))
    code = store.head().check_code
    made = json.loads(
        records(tmp_path, "backup", "--out", tmp_path / "usb", "--data", data, "--json").out
    )
    file = tmp_path / "usb" / "copy.db"
    ended = records(tmp_path, "backup", "--out", file, "--data", data)
    store.close()
    assert (ended.code, code in ended.out, made["check_code"]) == (0, True, code)
    for copy in (file, made["file"]):
        assert records(tmp_path, "verify", copy, "--against", code).code == 0
    again = records(tmp_path, "backup", "--out", file, "--data", data)
    assert (again.code, "never written over" in one_line(again)) == (2, True)


def test_a_restored_backup_is_exported_like_the_store_it_came_from(
    data: Path, tmp_path: Path
) -> None:
    (tmp_path / "usb").mkdir()
    file = tmp_path / "usb" / "copy.db"
    assert records(tmp_path, "backup", "--out", file, "--data", data).code == 0
    key = data / "demo-recipient.key"
    for name, store in (("one", data), ("two", file)):
        words = ("export", "--format", "jsonl", "--out", tmp_path / name, "--key", key, store)
        assert records(tmp_path, *words).code == 0
    one, two = ((tmp_path / name / "records.jsonl").read_bytes() for name in ("one", "two"))
    assert one == two


def test_a_link_is_written_and_shows_in_the_list(data: Path, tmp_path: Path) -> None:
    words = ("--staff", "N17", "--reason", "Wrong reference", "--data", data)
    ended = records(tmp_path, "link", "--kind", "void", "--receipt", FIRST.lower(), *words)
    assert (ended.code, ended.err) == (0, "")
    assert f"Record 4: void of {FIRST}" in ended.out
    listed = json.loads(records(tmp_path, "list", "--data", data, "--json").out)["records"][0]
    assert (listed["kind"], listed["receipt"]) == ("void", FIRST)
    assert records(tmp_path, "verify", data).code == 0
    again = records(tmp_path, "link", "--kind", "void", "--receipt", FIRST, *words)
    assert (again.code, "declared void before" in one_line(again)) == (1, True)


def test_a_later_visit_takes_the_place_of_an_earlier_one(data: Path, tmp_path: Path) -> None:
    words = ("link", "--kind", "reconsent", "--receipt", FIRST, "--staff", "N17", "--data", data)
    later = receipt_number("visit-2")
    ended = records(tmp_path, *words, "--reason", "New dose", "--by", later, "--json")
    assert json.loads(ended.out)["number"] == 4
    key = data / "demo-recipient.key"
    said = json.loads(records(tmp_path, "open", data, "--key", key, "--number", "4").out)
    assert said["sealed"]["details"]["later"]["id"] == "visit-2"


def test_a_link_waits_for_a_running_kiosk_to_end(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    store.save(visit("visit-0"))
    words = ("link", "--kind", "cosign", "--receipt", FIRST, "--staff", "N", "--reason", "Seen")
    ended = records(tmp_path, *words, "--data", tmp_path / "data")
    store.close()
    assert ended.code == 1
    assert "runs" in one_line(ended) or "running" in one_line(ended)


@pytest.fixture
def packs(tmp_path: Path) -> tuple[Path, Path]:
    """The shipped content, and the same with one title changed."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        shutil.copytree(PACK, folder)
    page = new / "en" / "mechanism.md"
    text = page.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("## "))
    page.write_text(text.replace(title, f"## A new {title[3:]}", 1), "utf-8")
    return old, new


@pytest.mark.slow
def test_visits_whose_content_has_changed_are_listed_with_the_page(
    packs: tuple[Path, Path], tmp_path: Path
) -> None:
    old, new = packs
    data = tmp_path / "walked"
    walked = anteroom("walk", "--content", old, "--data", data, "--json", home=tmp_path)
    assert walked.code == 0
    same = records(tmp_path, "affected", "--content", old, "--data", data)
    assert (same.code, same.err) == (0, "")
    assert "0 visits" in same.out
    words = ("affected", "--content", new, "--before", old, "--data", data)
    ended = records(tmp_path, *words, "--json")
    (one,) = json.loads(ended.out)["affected"]
    assert (ended.code, len(one["changed"]), one["note"]) == (1, 1, "")
    assert ": title reworded: was “" in one["changed"][0]
    assert one["receipt"] in records(tmp_path, *words).out


def test_a_pack_with_faults_is_named_and_ends_the_command(good_data: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(PACK, pack)
    (pack / "pack.toml").write_text("id =\n")
    ended = records(tmp_path, "affected", "--content", pack, "--data", good_data)
    assert (ended.code, "pack.toml" in ended.err) == (1, True)
    assert "Traceback" not in ended.err
