"""A machine that is not as it should be: a clear message on screen or in the log, no traceback."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.commands.anteroom import ROOT, anteroom, one_line

LINUX_ROOT = sys.platform == "linux" and os.geteuid() == 0
needs_root = pytest.mark.skipif(not LINUX_ROOT, reason="only an administrator mounts a disk")
needs_faketime = pytest.mark.skipif(shutil.which("faketime") is None, reason="needs faketime")


@contextmanager
def disk(place: Path, options: str) -> Iterator[Path]:
    """Mount a small disk in memory."""
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "none", str(place)], check=False
    )
    if mounted.returncode:
        pytest.skip("this system lets nobody mount")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def first_word(
    home: Path, *words: str | Path, patience: float = 60.0, environ: dict[str, str] | None = None
) -> str:
    """Start the kiosk off screen, return the first line of its log, and end it."""
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run", *map(str, words)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
            **(environ or {}),
        },
    ) as kiosk:
        assert kiosk.stderr is not None
        # Qt's off-screen platform has remarks of its own.
        line = next(one for one in kiosk.stderr if one.startswith("anteroom: ")).strip()
        assert kiosk.poll() is None, "the kiosk ended instead of showing its page"
        kiosk.terminate()
        kiosk.communicate(timeout=patience)
    return line


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"DISPLAY": ":59321"}, "DISPLAY=:59321 is not there"),
        ({"WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": "/none"}, "WAYLAND_DISPLAY=gone"),
    ],
)
def test_a_screen_that_is_gone_is_one_line_and_no_crash(
    tmp_path: Path, environ: dict[str, str], said: str
) -> None:
    ended = anteroom("run", home=tmp_path, environ=environ)
    assert said in one_line(ended)
    assert ended.code == 1


def test_a_session_with_wrong_settings_stays_on_the_screen_and_logs_why(tmp_path: Path) -> None:
    settings = tmp_path / "anteroom.toml"
    settings.write_text('mode = "live"\n')
    line = first_word(tmp_path, "--config", settings, environ={"ANTEROOM_SESSION": "locked"})
    assert line.startswith(f"anteroom: {settings}:1: mode: 'live' is not one of the choices")


@needs_root
def test_a_full_disk_closes_the_kiosk_and_the_log_says_what_to_do(tmp_path: Path) -> None:
    with disk(tmp_path / "full", "size=2m") as full:
        line = first_word(tmp_path, "--data", full / "data")
        assert "1 MB are free and 64 MB are needed" in line
        ended = anteroom("check", "--data", full / "data", home=tmp_path)
        assert "free, 64 MB needed" in ended.out
        assert "Free some space" in ended.out


@needs_root
def test_a_disk_that_cannot_be_written_closes_the_kiosk_and_is_named(tmp_path: Path) -> None:
    with disk(tmp_path / "fixed", "ro") as fixed:
        line = first_word(tmp_path, "--data", fixed / "data")
        assert f"{fixed / 'data'}" in line
        assert "Read-only file system" in line
        ended = anteroom(*("setup", "--config", fixed / "a.toml", "--no-questions"), home=tmp_path)
        assert "Read-only file system" in one_line(ended)


@needs_root
def test_a_data_folder_of_somebody_else_is_said(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.mkdir(mode=0o700)
    tmp_path.chmod(0o755)
    said = subprocess.run(
        [
            *("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"),
            *(sys.executable, "-m", "kiosk", "check", "--data", str(place)),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    if "Permission denied" in said.stderr and "python" in said.stderr:
        pytest.skip("another user cannot reach this Python")
    assert f"{place}: cannot be looked at (Permission denied)" in said.stderr
    assert len(said.stderr.splitlines()) == 1


@needs_faketime
def test_a_clock_in_1970_is_said_and_keeps_production_closed(tmp_path: Path) -> None:
    done = subprocess.run(
        ["faketime", "1970-01-02 08:00:00", sys.executable, "-m", "kiosk", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 1
    assert "the clock says 1970-01-02" in done.stdout
    assert "Traceback" not in done.stderr


def test_fonts_that_are_gone_are_one_line(tmp_path: Path) -> None:
    for name in ("kiosk", "content", "assets"):
        ignore = shutil.ignore_patterns("*.ttf", "__pycache__")
        shutil.copytree(ROOT / name, tmp_path / "tree" / name, ignore=ignore)
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "run", "--data", str(tmp_path / "data")],
        cwd=tmp_path / "tree",
        capture_output=True,
        text=True,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "QT_QPA_PLATFORM": "offscreen",
        },
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "Install Anteroom again" in done.stderr
    assert len(done.stderr.splitlines()) == 1
