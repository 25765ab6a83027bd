"""Set up whatever is missing, then run the kiosk, its tests or its lint.

    python3 packaging/dev.py run [anteroom arguments]
    python3 packaging/dev.py test [pytest arguments]
    python3 packaging/dev.py lint

Needs nothing but Python. Exit code 2 means that set-up could not finish; the message says why.
"""

import os
import sys

# Kept in plain old syntax and above the other imports, so that an old Python can say this much.
if sys.version_info < (3, 11):  # noqa: UP036  # an older Python does start this file
    for _minor in (13, 12, 11, 14):
        for _folder in os.environ.get("PATH", "").split(os.pathsep):
            _other = os.path.join(_folder, "python3.%d" % _minor)  # noqa: PTH118, UP031  # old syntax
            if os.access(_other, os.X_OK):
                os.execv(_other, [_other] + sys.argv)  # noqa: S606, RUF005  # old syntax
    sys.exit(
        "Anteroom needs Python 3.11 or later, and this is %d.%d. "  # noqa: UP031  # old syntax
        "Install a newer Python 3 and run this again with it." % sys.version_info[:2]
    )

import argparse

import programs_for_tests
import setup_steps as steps
import virtual_environment
from system_libraries import DISPLAY, OFF_SCREEN

# One process per processor, each taking over what another has not begun. `-n 0` undoes it.
SHARED = ("-n", "auto", "--dist", "worksteal")
LINT = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",))


def wants_window(arguments: list[str]) -> bool:
    """Tell whether these anteroom arguments open a window on a display."""
    if any(word in ("-h", "--help", "--version") for word in arguments):
        return False
    if not arguments or arguments[0].startswith("-"):
        return True
    return arguments[0] == "run" or arguments[:2] == ["content", "preview"]


def check_display() -> None:
    """Raise SetupError when a window has nowhere to open."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    message = (
        "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the kiosk has "
        "no screen to open on. Run this in a desktop session, or choose another Qt platform, for "
        "example QT_QPA_PLATFORM=vnc. The tests need no display: python3 packaging/dev.py test"
    )
    raise steps.SetupError(message)


def libraries(*, display: bool) -> dict[str, str]:
    """Return the system libraries that are needed, each with its package."""
    return {**OFF_SCREEN, **DISPLAY} if display else OFF_SCREEN


def run(arguments: list[str], *, may_install: bool) -> int:
    """Run anteroom from this source tree, wherever it is called from."""
    window = wants_window(arguments)
    if window:
        check_display()
    on_display = window and not os.environ.get("QT_QPA_PLATFORM")
    steps.ensure_system(libraries(display=on_display), may_install=may_install)
    python = virtual_environment.ensure("run")
    environment = {**steps.clean_environment(), "PYTHONPATH": str(steps.ROOT)}
    # -P: a folder named kiosk where the user happens to stand is not ours.
    return steps.hand_over([str(python), "-P", "-m", "kiosk", *arguments], environment)


def test(arguments: list[str], *, may_install: bool) -> int:
    """Run the tests off screen, with the programs they use."""
    steps.ensure_system(libraries(display=False), may_install=may_install)
    python = virtual_environment.ensure("test")
    tried = virtual_environment.VENV / "anteroom-not-had.txt"
    programs_for_tests.ensure(programs_for_tests.PROGRAMS, may_install=may_install, tried=tried)
    os.chdir(steps.ROOT)
    environment = {**steps.clean_environment(), "QT_QPA_PLATFORM": "offscreen"}
    return steps.hand_over([str(python), "-m", "pytest", *SHARED, *arguments], environment)


def lint(arguments: list[str], *, may_install: bool) -> int:
    """Run every linter, even after one has complained."""
    if arguments:
        raise steps.SetupError("lint takes no arguments.")
    steps.ensure_system(libraries(display=False), may_install=may_install)
    python = virtual_environment.ensure("test")
    os.chdir(steps.ROOT)
    codes = [steps.call([str(python), "-m", *command]) for command in LINT]
    return 1 if any(codes) else 0


def parse(words: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Split our own options from those of the program that is started."""
    parser = argparse.ArgumentParser(
        prog="packaging/dev.py",
        description="Set up what is missing, then run the kiosk, its tests or its lint.",
        epilog="Example: python3 packaging/dev.py run --windowed 1280x800",
    )
    parser.add_argument("command", choices=("run", "test", "lint"))
    parser.add_argument(
        "--no-install",
        action="store_true",
        help="install nothing on the system; print the one line that would; exit 2 if Qt needs it",
    )
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on as they are")
    known = parser.parse_args(words)
    rest = list(known.arguments)
    if "--no-install" in rest:
        rest.remove("--no-install")
        known.no_install = True
    return known, rest


def main() -> int:
    """Return the exit code of the program that was started, or 2 if set-up failed."""
    known, rest = parse(sys.argv[1:])
    commands = {"run": run, "test": test, "lint": lint}
    try:
        return commands[known.command](rest, may_install=not known.no_install)
    except steps.SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
