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
    assert len(found["checks"]) == 14
    assert all(set(check) == {"name", "ok", "what", "todo"} for check in found["checks"])
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
    ended = anteroom("content", "check", home=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert "in order" in ended.out


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
    assert all({"path", "line", "message"} <= set(problem) for problem in found["problems"])
