"""check, content check: what they print and how they end."""

import json
import shutil
from pathlib import Path

import pytest

from kiosk.platform.paths import default_content
from tests.commands.anteroom import anteroom


def test_check_of_a_demo_says_so_lists_what_is_missing_and_ends_with_1(tmp_path: Path) -> None:
    ended = anteroom("check", home=tmp_path)
    assert (ended.code, ended.err) == (1, "")
    assert "FIX  region         no region is set" in ended.out
    assert "ok   fonts" in ended.out
    assert "Runs as a demo" in ended.out
    assert "Not ready for real visits" in ended.out


def test_check_as_json_holds_every_condition(tmp_path: Path) -> None:
    ended = anteroom("check", "--json", home=tmp_path, environ={"DISPLAY": ":0"})
    found = json.loads(ended.out)
    assert (found["ready"], found["mode"]) == (False, "demo")
    assert len(found["checks"]) == 25
    assert all(set(check) == {"name", "ok", "what", "todo", "note"} for check in found["checks"])
    assert {check["name"]: check["ok"] for check in found["checks"]}["display"]


def test_check_follows_the_settings_file(tmp_path: Path) -> None:
    settings = tmp_path / "anteroom.toml"
    settings.write_text('mode = "production"\nregion = "US"\ndata = "records"\n')
    ended = anteroom("check", "--json", "--config", settings, home=tmp_path)
    met = {check["name"]: check["ok"] for check in json.loads(ended.out)["checks"]}
    assert ended.code == 1
    assert met["mode"]
    assert met["region"]
    assert not met["approval"]


def test_the_shipped_pack_passes_the_content_check(tmp_path: Path) -> None:
    ended = anteroom("content", "check", "--on", "2026-11-26", home=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert "in order, warnings: 0" in ended.out
    assert "reading: en/mechanism: Flesch-Kincaid grade" in ended.out
    assert "exempt from the reading measure: ketamine, esketamine" in ended.out


def test_the_shipped_pack_is_refused_once_its_review_is_due(tmp_path: Path) -> None:
    ended = anteroom("content", "check", "--on", "2027-05-22", home=tmp_path)
    assert ended.code == 1
    assert "pack.toml:" in ended.out
    assert "The review was due on 2027-05-21." in ended.out


def test_a_day_that_is_none_is_bad_usage(tmp_path: Path) -> None:
    ended = anteroom("content", "check", "--on", "soon", home=tmp_path)
    assert (ended.code, ended.err.count("\n")) == (2, 1)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A copy of the shipped pack with one sentence that cites nothing, at the end of a file."""
    pack = tmp_path / "pack"
    shutil.copytree(default_content(), pack)
    chapter = pack / "en" / "mechanism.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nIt cures everything.\n")
    return pack


def test_a_fault_in_a_pack_is_printed_with_its_place(faulty: Path, tmp_path: Path) -> None:
    ended = anteroom("content", "check", faulty, home=tmp_path)
    chapter = faulty / "en" / "mechanism.md"
    line = len(chapter.read_text(encoding="utf-8").splitlines())
    assert ended.code == 1
    assert any(f"{chapter.name}:{line}: " in row for row in ended.out.splitlines())
    assert ended.err.count("\n") == 1


def test_a_fault_in_a_pack_is_json_for_a_monitor(faulty: Path, tmp_path: Path) -> None:
    ended = anteroom("content", "check", faulty, "--json", home=tmp_path)
    found = json.loads(ended.out)
    assert (ended.code, found["ok"]) == (1, False)
    fields = {"path", "line", "level", "rule", "what", "why", "mend", "message"}
    assert all(set(problem) == fields for problem in found["problems"])
    assert found["readings"]


def test_a_packed_pack_is_checked_as_it_is(faulty: Path, tmp_path: Path) -> None:
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", faulty)
    ended = anteroom("content", "check", packed, home=tmp_path)
    assert ended.code == 1
    assert f"{packed}/en/mechanism.md:" in ended.out


def test_the_report_names_what_people_must_judge(tmp_path: Path) -> None:
    ended = anteroom("content", "report", home=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert "for a person: Read the pages in order." in ended.out
    assert "No score" in ended.out


def test_the_report_is_json_for_a_machine(tmp_path: Path) -> None:
    ended = anteroom("content", "report", "--json", home=tmp_path)
    found = json.loads(ended.out)
    fields = {"standard", "id", "words", "state", "found", "judge"}
    assert ended.code == 0
    assert all(set(item) == fields for item in found["items"])
