"""Makes .venv hold what a lock file names, and no more often than needed."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from setup_steps import ROOT, SetupError, clean_environment, run_quietly, say, tail

VENV = ROOT / ".venv"
STAMP = VENV / "anteroom-setup.json"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
# test.lock names everything that run.lock does.
COVERED_BY = {"run": ("run", "test"), "test": ("test",)}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was done to .venv: whether this script made it, with which Python, from which locks."""

    made_here: bool
    python: str
    locks: dict[str, str]


def interpreter() -> Path:
    """Return the interpreter inside .venv, whether or not it exists."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def digest(lock: str) -> str:
    """Return the SHA-256 of a lock file ("run" or "test")."""
    return hashlib.sha256(_lock_file(lock).read_bytes()).hexdigest()


def ensure(lock: str) -> Path:
    """Make .venv match a lock file ("run" or "test") and return its interpreter.

    Made again when a lock or the Python changed. A .venv that somebody else made is installed into
    and never deleted. Raises SetupError with pip's last words.
    """
    stamp = _usable(_read_stamp())
    if stamp is None:
        _create()
        stamp = Stamp(made_here=True, python=PYTHON, locks={})
        _write_stamp(stamp)
    if not any(name in stamp.locks for name in COVERED_BY[lock]):
        _fill(lock)
        _write_stamp(replace(stamp, locks={**stamp.locks, lock: digest(lock)}))
    return interpreter()


def _lock_file(lock: str) -> Path:
    return ROOT / "packaging" / f"{lock}.lock"


def _read_stamp() -> Stamp | None:
    """Return what is known of .venv, or None where there is no .venv."""
    if not VENV.exists():
        return None
    try:
        return Stamp(**json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Stamp(made_here=False, python=PYTHON, locks={})


def _usable(stamp: Stamp | None) -> Stamp | None:
    """Return the stamp if .venv can be kept, or None once it is out of the way."""
    if stamp is None:
        return None
    works = interpreter().exists() and stamp.python == PYTHON
    current = all(digest(name) == known for name, known in stamp.locks.items())
    if works and current:
        return stamp
    if works and not stamp.made_here:
        return replace(stamp, locks={})
    if not stamp.made_here:
        raise SetupError(f"{VENV} does not hold a working Python {PYTHON}. Delete it, try again.")
    say("The locks or the Python changed, so .venv is made again.")
    shutil.rmtree(VENV)
    return None


def _write_stamp(stamp: Stamp) -> None:
    STAMP.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")


def _create() -> None:
    say(f"Making .venv with Python {PYTHON}.")
    # Stamped before it is made, so that one left half-made is known as ours and made again.
    VENV.mkdir()
    _write_stamp(Stamp(made_here=True, python="unfinished", locks={}))
    try:
        venv.create(VENV, with_pip=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as problem:
        raise SetupError(f"Python could not make {VENV}: {problem}") from problem


def _fill(lock: str) -> None:
    """Install what a lock names, with the user's own pip settings (PIP_* and pip.conf)."""
    count = sum(line[:1].isalnum() for line in _lock_file(lock).read_text("utf-8").splitlines())
    say(f"Installing {count} Python packages (Qt is about 80 MB).")
    # --no-user: a machine that forces user installs would otherwise refuse inside .venv.
    command = [str(interpreter()), "-m", "pip", "install", "--no-user", "--no-input"]
    command += ["--progress-bar=off", "--disable-pip-version-check", "--only-binary=:all:"]
    command += ["--require-hashes", "--requirement", str(_lock_file(lock))]
    code, output = run_quietly(command, clean_environment())
    if code:
        raise SetupError(
            f"pip could not install the packages:\n{tail(output)}\n"
            "pip's own settings are honoured: behind a mirror set PIP_INDEX_URL; with no network "
            "set PIP_NO_INDEX=1 and PIP_FIND_LINKS to a folder of the wheels."
        )
    found = [str(interpreter()), "-c", "import PySide6.QtCore"]
    if run_quietly(found, clean_environment())[0]:
        raise SetupError(
            "pip reported success, but .venv cannot load PySide6. If PIP_TARGET or PIP_PREFIX is "
            "set, pip put the packages elsewhere: unset it and try again."
        )
