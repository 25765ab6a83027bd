"""Lint is a test, so that one command proves everything."""

import subprocess
import sys

import pytest

from tests.house.source import ROOT

COMMANDS = {
    "ruff check": ("ruff", "check", "--output-format=concise"),
    "ruff format": ("ruff", "format", "--check"),
    "mypy": ("mypy",),
}


# A first run of mypy reads the stubs of all of Qt, on however slow a machine this is.
@pytest.mark.timeout(600)
@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_the_tree_is_clean(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *COMMANDS[name]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in (done.stdout + done.stderr).splitlines() if ": note: " not in line]
    assert done.returncode == 0, "\n".join(["", *said])
