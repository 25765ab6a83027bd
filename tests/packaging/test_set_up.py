"""Set-up says what it needs in plain words and never deletes what it did not make."""

import ast
import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
ABSENT = {"libthere-is-none.so.9": "libthere-is-none9"}


def load(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module(name)


def dev(*words: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PACKAGING / "dev.py"), *words],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_leave_to_install_one_apt_line_is_all_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps = load("setup_steps", monkeypatch)
    if shutil.which("apt-get") is None or steps._absent({}):  # noqa: SLF001  # the line depends on it
        pytest.skip("this system has no apt-get, or lacks the venv module")
    with pytest.raises(steps.SetupError) as told:
        steps.ensure_system(ABSENT, may_install=False)
    assert str(told.value) == "apt-get install -y --no-install-recommends libthere-is-none9"


def test_nothing_is_asked_for_where_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = load("setup_steps", monkeypatch)
    steps.ensure_system({"libc.so.6": "libc6"}, may_install=False)


def stand_ins(folder: Path, offered: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an apt into PATH that has some packages, and return the list of what it was told."""
    folder.mkdir()
    told = folder / "told"
    made = folder / "works"
    scripts = {
        "apt-cache": f"for p in $4 $3 $5; do case {offered} in *$p*) c=1.0;; *) c='(none)';; esac\n"
        'printf "%s:\\n  Installed: (none)\\n  Candidate: %s\\n" "$p" "$c"; done\n',
        "apt-get": f'echo "$@" >>{told}\ncase "$*" in *broken*) exit 100;; esac\n'
        f'case "$*" in *works*) cp /bin/true {made};; esac\n',
    }
    for name, script in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return told


needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only an administrator installs"
)


@needs_root
def test_a_program_that_cannot_be_had_is_said_once_and_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    programs = load("programs_for_tests", monkeypatch)
    load("setup_steps", monkeypatch).refresh_lists.cache_clear()
    told = stand_ins(tmp_path / "bin", "broken-works", monkeypatch)
    wanted = {"works": "works", "broken": "broken", "foreign": "foreign"}
    tried = tmp_path / "tried"
    programs.ensure(wanted, may_install=True, tried=tried)
    assert "tests that use them are skipped: broken, foreign." in capfd.readouterr().err
    asked = told.read_text().splitlines()
    assert asked[0].endswith("update")
    assert not any("foreign" in line for line in asked)
    assert asked[-1].endswith(" works")
    programs.ensure(wanted, may_install=True, tried=tried)
    assert told.read_text().splitlines() == asked
    assert "skipped: broken, foreign." in capfd.readouterr().err


def test_programs_are_not_installed_without_leave_and_the_line_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    programs = load("programs_for_tests", monkeypatch)
    told = stand_ins(tmp_path / "bin", "works", monkeypatch)
    programs.ensure({"works": "works"}, may_install=False, tried=tmp_path / "tried")
    said = capfd.readouterr().err
    assert "\napt-get install -y --no-install-recommends works\n" in said
    assert not told.exists()
    assert not (tmp_path / "tried").exists()


def test_nothing_is_looked_for_where_every_program_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    programs = load("programs_for_tests", monkeypatch)
    told = stand_ins(tmp_path / "bin", "works", monkeypatch)
    programs.ensure({"sh": "dash"}, may_install=True, tried=tmp_path / "tried")
    assert capfd.readouterr().err == ""
    assert not told.exists()


def test_a_window_without_a_display_is_explained_and_exits_with_2() -> None:
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = dev("run", environment=nowhere)
    assert done.returncode == 2
    assert "no display" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [(), ("run",), ("--windowed", "800x600"), ("content", "preview")])
def test_these_open_a_window(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert load("dev", monkeypatch).wants_window(list(words))


@pytest.mark.parametrize("words", [("check",), ("content", "check"), ("run", "--help"), ("-h",)])
def test_these_need_no_display(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert not load("dev", monkeypatch).wants_window(list(words))


def test_an_unknown_command_is_bad_usage() -> None:
    assert dev("dance").returncode == 2


def test_an_old_python_can_read_the_script_far_enough_to_be_told() -> None:
    ast.parse((PACKAGING / "dev.py").read_text("utf-8"), feature_version=(3, 6))


def state_after_look(tree: Path) -> str:
    """Let set-up judge a .venv in a copied tree; return whether it is kept and still exists."""
    look = (
        "import setup_steps as s, virtual_environment as v\n"
        "try: kept = v._usable(v._read_stamp()) is not None\n"
        "except s.SetupError: kept = 'refused'\n"
        "print(kept, v.VENV.exists())"
    )
    done = subprocess.run(
        [sys.executable, "-c", look],
        cwd=tree / "packaging",
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def a_tree(folder: Path, stamp: dict[str, object] | None, *, python: bool = True) -> Path:
    shutil.copytree(PACKAGING, folder / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    bin_folder = folder / ".venv/bin"
    bin_folder.mkdir(parents=True)
    if python:
        (bin_folder / "python").symlink_to(sys.executable)
    if stamp is not None:
        (folder / ".venv/anteroom-setup.json").write_text(json.dumps(stamp))
    return folder


NOW = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.mark.parametrize(
    ("stamp", "python", "expected"),
    [
        ({"made_here": True, "python": NOW, "locks": {}}, True, "True True"),
        ({"made_here": True, "python": NOW, "locks": {"run": "stale"}}, True, "False False"),
        ({"made_here": True, "python": "2.7", "locks": {}}, True, "False False"),
        ({"made_here": True, "python": "unfinished", "locks": {}}, False, "False False"),
        ({"made_here": False, "python": NOW, "locks": {"run": "stale"}}, True, "True True"),
        (None, True, "True True"),
        (None, False, "refused True"),
    ],
)
def test_only_a_venv_made_by_set_up_is_ever_removed(
    tmp_path: Path, stamp: dict[str, object] | None, expected: str, *, python: bool
) -> None:
    assert state_after_look(a_tree(tmp_path, stamp, python=python)) == expected
