"""The programs that tests use where they are there, and the Debian and Ubuntu packages with them.

None is needed to run the kiosk, and a test whose program is absent is skipped with that reason. So
whatever goes wrong here is said and never stops set-up. The package names are valid on Debian 12,
Debian 13 and Ubuntu 24.04. Ubuntu has no `chromium`, only a shim that wants snap, which is left
alone.
"""

import re
import shutil
import sys
from pathlib import Path

import setup_steps as steps
import system_libraries

# Program or file to package. Chromium is the large one, about 200 MB to fetch; node and npm are 47.
PROGRAMS = {
    "chromium": "chromium",
    "espeak-ng": "espeak-ng",
    "minisign": "minisign",
    "node": "nodejs",
    "npm": "npm",
    "openbox": "openbox",
    "parec": "pulseaudio-utils",
    "pdftotext": "poppler-utils",
    "pulseaudio": "pulseaudio",
    "sqlite3": "sqlite3",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "Xvfb": "xvfb",
    "/usr/libexec/at-spi2-registryd": "at-spi2-core",
    # Without these Qt opens no window on Xvfb.
    **system_libraries.DISPLAY,
}


def absent(wanted: dict[str, str]) -> dict[str, str]:
    """Return those of the programs and libraries that are not there, each with its package."""
    libraries = {name: package for name, package in wanted.items() if ".so." in name}
    programs = {name: package for name, package in wanted.items() if name not in libraries}
    return {
        **{name: package for name, package in programs.items() if shutil.which(name) is None},
        **system_libraries.missing(libraries),
    }


def ensure(programs: dict[str, str], *, may_install: bool, tried: Path) -> None:
    """Install the programs that are absent, where that can be done, and say what is left out.

    `tried` remembers what could not be had, so that the next start does not ask the mirror again.
    """
    missing = absent(programs)
    if not missing or not sys.platform.startswith("linux"):
        return
    left = missing
    if _remembered(tried) != sorted(missing):
        left = _installed(missing, may_install=may_install)
        if may_install:
            tried.write_text("\n".join(sorted(left)), encoding="utf-8")
    if left:
        names = ", ".join(Path(name).name for name in sorted(left))
        steps.say(f"Not on this machine, so tests that use them are skipped: {names}.")


def _remembered(tried: Path) -> list[str]:
    try:
        return tried.read_text("utf-8").splitlines()
    except OSError:
        return []


def _installed(missing: dict[str, str], *, may_install: bool) -> dict[str, str]:
    """Return what is still absent after trying."""
    if shutil.which("apt-get") is None:
        return missing
    as_root = steps.root_prefix()
    if not may_install or as_root is None:
        steps.say(f"To have every test run:\n{steps.apt_line(missing.values())}")
        return missing
    steps.refresh_lists(as_root)
    packages = _on_offer(sorted(set(missing.values())))
    if packages and not _apt(packages, as_root) and len(packages) > 1:
        # One that cannot be installed must not take the others with it.
        for package in packages:
            _apt([package], as_root)
    return absent(missing)


def _on_offer(packages: list[str]) -> list[str]:
    """Return those packages that the lists of this machine offer."""
    _, told = steps.run_quietly(["env", "LC_ALL=C", "apt-cache", "policy", *packages])
    offered = re.findall(r"^(\S+):\n.*\n  Candidate: (?!\(none\))", told, re.MULTILINE)
    return [package for package in packages if package in offered]


def _apt(packages: list[str], as_root: tuple[str, ...]) -> bool:
    try:
        steps.install(packages, as_root)
    except steps.SetupError as problem:
        steps.say(str(problem))
        return False
    return True
