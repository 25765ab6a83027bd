"""The staged tree: what goes in, what is told about it, and that it comes out the same twice."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

PACKAGING = ROOT / "packaging"
sys.path.insert(0, str(PACKAGING))

import stage  # noqa: E402  # found only now
import stage_elf  # noqa: E402  # found only now
import stage_papers as papers  # noqa: E402  # found only now
import stage_qt  # noqa: E402  # found only now
import stage_wheels  # noqa: E402  # found only now
from setup_steps import SetupError  # noqa: E402  # found only now
from stage_wheels import Library  # noqa: E402  # found only now

QT = Library("PySide6_Essentials", "6.11.3", "LGPL-3.0-only OR GPL-3.0-only", "", ("aa",))
OTHER = Library("segno", "1.6.6", "BSD License", "", ("bb", "cc"))


def installed(name: str) -> Path:
    import PySide6

    return Path(PySide6.__file__).parents[1] / name


needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads Linux libraries")


@needs_linux
def test_the_needed_libraries_are_those_that_the_loader_would_look_for() -> None:
    file = installed("PySide6/QtWidgets.abi3.so")
    found = stage_elf.needed(file)
    assert {"libQt6Widgets.so.6", "libQt6Gui.so.6", "libQt6Core.so.6", "libc.so.6"} <= set(found)
    if shutil.which("objdump"):
        said = subprocess.run(
            ["objdump", "-p", str(file)], capture_output=True, text=True, check=True
        ).stdout
        assert list(found) == [
            line.split()[1] for line in said.splitlines() if line.strip().startswith("NEEDED")
        ]


def test_a_file_that_is_no_library_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("text")
    assert not stage_elf.is_elf(tmp_path / "x")
    with pytest.raises(ValueError, match="not a 64-bit"):
        stage_elf.needed(tmp_path / "x")


@needs_linux
def test_every_part_of_qt_that_is_kept_is_in_this_release() -> None:
    plugins = installed("PySide6/Qt/plugins")
    assert [name for name in stage_qt.PLUGINS if not (plugins / name).is_file()] == []


def test_the_kept_modules_are_those_that_the_program_imports() -> None:
    said = subprocess.run(
        ["grep", "-rhoE", r"from PySide6\.\w+", str(ROOT / "kiosk")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert {line.rpartition(".")[2] for line in said.split("\n") if line} == set(stage_qt.MODULES)


def test_the_bill_of_materials_names_every_part_once_and_comes_out_the_same() -> None:
    text = papers.bill_of_materials("0.1.0", 1_800_000_000, [QT, OTHER])
    assert text == papers.bill_of_materials("0.1.0", 1_800_000_000, [QT, OTHER])
    bill = json.loads(text)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    refs = [part["bom-ref"] for part in bill["components"]]
    assert len(set(refs)) == len(refs) == 2 + len(papers.INSIDE) + len(papers.OURS)
    assert bill["dependencies"][0]["dependsOn"] == refs
    assert all(part["licenses"] for part in bill["components"])
    assert bill["metadata"]["timestamp"] == "2027-01-15T08:00:00Z"


def test_the_notices_name_every_library_and_how_qt_may_be_replaced() -> None:
    text = papers.notices([QT, OTHER])
    assert "segno 1.6.6: BSD License" in text
    assert "GNU Lesser General Public License" in text
    assert "replace them" in text
    assert all(name in text for name, _, _ in (*papers.INSIDE, *papers.OURS))


def test_the_sums_are_what_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_text("x")
    papers.write_sums(tmp_path)
    assert (tmp_path / "SHA256SUMS").read_text() == (
        "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  a/x\n"
    )


@pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="this is no git checkout"
)
def test_only_files_under_version_control_are_staged() -> None:
    found = {path.as_posix() for path in stage.tracked("kiosk", "assets", "content")}
    assert "kiosk/__main__.py" in found
    assert "content/ketamine/pack.toml" in found
    assert not [name for name in found if "__pycache__" in name or name.endswith(".po")]


def test_what_is_wholly_taken_away_is_in_no_paper(tmp_path: Path) -> None:
    parser = Library("pycparser", "3.12", "BSD", "", ("dd",))
    (tmp_path / "pycparser").mkdir()
    (tmp_path / "segno").mkdir()
    assert stage_wheels.shipped([QT, parser, OTHER], tmp_path) == [QT, OTHER]
    assert [one.name for one in tmp_path.iterdir()] == ["segno"]


def test_a_machine_without_git_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SetupError, match="apt-get install git"):
        stage.tracked("kiosk")


def test_rights_and_dates_do_not_depend_on_who_builds(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o700)
    (tmp_path / "a" / "x").touch(mode=0o600)
    stage.settle(tmp_path, 1_700_000_000)
    for path, mode in ((tmp_path / "a", 0o755), (tmp_path / "a" / "x", 0o644)):
        assert path.stat().st_mode & 0o777 == mode
        assert path.stat().st_mtime == 1_700_000_000


def test_byte_code_is_the_same_wherever_it_is_compiled(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two/deeper"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "m.py").write_text("def f(): return {'a', 'b'}\n")
        stage.compile_all(folder)
        made.append(next(folder.rglob("*.pyc")).read_bytes())
    assert made[0] == made[1]
    assert str(tmp_path).encode() not in made[0]


@pytest.mark.parametrize(
    "script", sorted((PACKAGING / "deb").glob("**/*.p[or]*[stm]")), ids=lambda path: path.name
)
def test_a_maintainer_script_stops_at_the_first_error_and_can_be_read(script: Path) -> None:
    assert "\nset -e\n" in script.read_text()
    assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0


def test_the_session_is_started_again_watched_and_leaves_no_core() -> None:
    unit = (PACKAGING / "deb/session/anteroom-session.service").read_text()
    said = dict(line.split("=", 1) for line in unit.splitlines() if "=" in line and line[0] != "#")
    assert said["Restart"] == "always"
    assert (said["Type"], said["NotifyAccess"]) == ("notify", "all")
    assert int(said["WatchdogSec"]) > 0
    assert said["LimitCORE"] == said["StartLimitIntervalSec"] == "0"
    assert said["IPAddressDeny"] == "any"
    assert said["User"] == "anteroom"
