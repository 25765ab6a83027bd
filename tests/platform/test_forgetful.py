"""The kiosk runs in memory that forgets, and leaves no core file; nobody has to set anything."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.platform.forgetful import ALLOCATOR, TUNABLES, settings_wanted
from tests.house.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="glibc's settings, read in /proc")
FORGET = "from kiosk.platform.forgetful import start_forgetful; start_forgetful(); "


def clean() -> dict[str, str]:
    names = ("GLIBC_TUNABLES", "PYTHONMALLOC")
    return {name: value for name, value in os.environ.items() if name not in names}


def run(code: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**clean(), "PYTHONPATH": str(ROOT), **more},
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_is_started_anew_when_all_is_set() -> None:
    wanted = settings_wanted({})
    assert settings_wanted(wanted) == {}


def test_other_settings_of_the_system_are_kept() -> None:
    wanted = settings_wanted({"GLIBC_TUNABLES": "glibc.malloc.arena_max=2"})
    assert wanted["GLIBC_TUNABLES"] == f"glibc.malloc.arena_max=2:{TUNABLES}"


@pytest.mark.parametrize("before", [{}, {"GLIBC_TUNABLES": "glibc.malloc.arena_max=2"}])
def test_a_program_that_the_kiosk_starts_gets_the_environment_as_it_was(
    tmp_path: Path, before: dict[str, str]
) -> None:
    code = FORGET + "import json, os; print(json.dumps(dict(os.environ)))"
    inside = json.loads(run(code, tmp_path, **before).stdout)
    names = ("GLIBC_TUNABLES", "PYTHONMALLOC", "ANTEROOM_KEPT_TUNABLES")
    assert {name: inside[name] for name in names if name in inside} == before


def test_a_short_string_is_gone_when_nothing_holds_it(tmp_path: Path) -> None:
    """Its letters lie in the last bytes of a piece, which glibc alone leaves as they are."""
    code = (
        "import ctypes, sys; texts = [f'CODE{number}' for number in range(100, 200)]; "
        "places = [id(text) for text in texts]; size = sys.getsizeof(texts[0]); texts.clear(); "
        "print(sum(b'CODE' in ctypes.string_at(place, size) for place in places))"
    )
    assert int(run(code, tmp_path).stdout) > 0
    assert run(FORGET + code, tmp_path).stdout == "0\n"


def test_a_crash_leaves_no_core_file(tmp_path: Path) -> None:
    raise_limit = "import resource as r; r.setrlimit(r.RLIMIT_CORE, (-1, -1)); "
    pattern = Path("/proc/sys/kernel/core_pattern").read_text().strip()
    run(raise_limit + "import os; os.abort()", tmp_path)
    if not any(tmp_path.iterdir()):
        pytest.skip(f"core files do not lie in the working folder here: {pattern}")
    for path in tmp_path.iterdir():
        path.unlink()
    code = "import resource, os; print(resource.getrlimit(resource.RLIMIT_CORE), flush=True); "
    done = run(FORGET + code + "os.abort()", tmp_path)
    assert done.returncode < 0
    assert done.stdout in ("(0, 0)\n", "(1, 1)\n")
    assert not any(tmp_path.iterdir())


@pytest.mark.slow
def test_a_plain_kiosk_runs_in_memory_that_forgets(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "--windowed", "800x600", "--data", tmp_path / "data"],
        cwd=ROOT,
        env={**clean(), "QT_QPA_PLATFORM": "offscreen"},
    ) as kiosk:
        while not (tmp_path / "data" / "records.db").exists():
            assert kiosk.poll() is None
            os.sched_yield()
        begun_with = Path(f"/proc/{kiosk.pid}/environ").read_text().split("\0")
        limits = Path(f"/proc/{kiosk.pid}/limits").read_text()
        kiosk.kill()
    # glibc may have cut its own setting into pieces there.
    assert f"GLIBC_TUNABLES={TUNABLES}" in ":".join(begun_with)
    assert f"PYTHONMALLOC={ALLOCATOR}" in begun_with
    core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] in (["0", "0"], ["1", "1"])
