"""What set-up needs of the system: libraries, and programs run calmly."""

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
NEWEST_PYTHON = (3, 14)
QUIET_SECONDS = 15.0
# These two redirect a Python to other code; the rest of the environment is the user's business.
REDIRECTING = ("PYTHONPATH", "PYTHONHOME")


class SetupError(Exception):
    """Set-up cannot go on; the message says why and what to do."""


def say(text: str) -> None:
    """Print one line of progress at once, apart from what the started program prints."""
    print(text, file=sys.stderr, flush=True)


def clean_environment() -> dict[str, str]:
    """Return the environment without the variables that point a Python at other code."""
    return {name: value for name, value in os.environ.items() if name not in REDIRECTING}


def call(command: list[str]) -> int:
    """Run a program to its end with its output shown; return its exit code."""
    return subprocess.call(command, env=clean_environment())


def hand_over(command: list[str], environment: dict[str, str]) -> int:
    """Become this program where the system can, so that signals and exit codes are its own."""
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, environment)  # noqa: S606  # no shell is wanted
    return subprocess.call(command, env=environment)


def run_quietly(command: list[str], environment: dict[str, str] | None = None) -> tuple[int, str]:
    """Run a program with its output kept; say now and then that it is still at work."""
    started = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment
        )
        while True:
            try:
                code = child.wait(QUIET_SECONDS)
                break
            except subprocess.TimeoutExpired:
                say(f"  still working, {time.monotonic() - started:.0f} s")
            except KeyboardInterrupt:
                child.wait()
                raise
        log.seek(0)
        return code, log.read()


def tail(text: str, lines: int = 20) -> str:
    """Return the last lines of a program's output, indented."""
    return "\n".join(f"  {line}" for line in text.strip().splitlines()[-lines:])


def ensure_system(libraries: dict[str, str], *, may_install: bool) -> None:
    """Install missing libraries (name to package) and the venv module, or raise SetupError.

    Only Debian and its relatives are installed on; elsewhere the message names the libraries.
    """
    if sys.version_info[:2] > NEWEST_PYTHON:
        newest = ".".join(map(str, NEWEST_PYTHON))
        raise SetupError(f"Anteroom is tested up to Python {newest}. Run this with that or older.")
    if not sys.platform.startswith("linux"):
        return
    absent = _absent(libraries)
    if not absent:
        return
    packages = sorted(set(absent.values()))
    line = apt_line(packages)
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"These are missing: {', '.join(sorted(absent))}. Install them with this system's "
            "package manager, then run this again."
        )
    as_root = root_prefix()
    if not may_install or as_root is None:
        raise SetupError(line if not may_install else f"Run this as root, then try again:\n{line}")
    refresh_lists(as_root)
    install(packages, as_root)
    left = _absent(libraries)
    if left:
        raise SetupError(f"Still missing after installing: {', '.join(sorted(left))}.")


def _absent(libraries: dict[str, str]) -> dict[str, str]:
    """Return what is missing, as library or module name to package name."""
    absent = system_libraries.missing(libraries)
    importlib.invalidate_caches()
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        absent["venv"] = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return absent


def root_prefix() -> tuple[str, ...] | None:
    """Return the words that run a command as root, or None where that cannot be had."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    if sys.stdin.isatty():
        return ("sudo",)
    allowed = subprocess.call(
        ["sudo", "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return ("sudo", "-n") if allowed == 0 else None


def apt_line(packages: Iterable[str]) -> str:
    """Return the one line that installs Debian packages."""
    return f"apt-get install -y --no-install-recommends {' '.join(sorted(set(packages)))}"


@functools.cache
def refresh_lists(as_root: tuple[str, ...]) -> None:
    """Ask the mirror what it has, once in a run; a failure is not the end, old lists may do."""
    if as_root and sys.stdin.isatty():
        # Asks for the password before output is kept out of sight.
        subprocess.call(["sudo", "-v"])
    run_quietly([*as_root, "apt-get", "-q", "update"])


def install(packages: list[str], as_root: tuple[str, ...]) -> None:
    """Install Debian packages; raise SetupError with apt's last words."""
    say(f"Installing system packages: {' '.join(packages)}")
    code, output = run_quietly(
        [
            *as_root,
            *("env", "DEBIAN_FRONTEND=noninteractive"),
            *("apt-get", "-q", "install", "-y", "--no-install-recommends", *packages),
        ]
    )
    if code:
        raise SetupError(f"apt-get could not install them:\n{tail(output)}")
