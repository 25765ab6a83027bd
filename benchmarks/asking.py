"""Asks a process of its own for figures."""

# ruff: noqa: INP001 -- a part of the scripts beside it

import json
import subprocess
from pathlib import Path

from benchmarks.screen import Screen, environment

ROOT = Path(__file__).resolve().parents[1]


class NoAnswerError(Exception):
    """The process failed; says the last line of what it complained of."""


def asked(command: list[str], screen: Screen | None, folder: Path) -> object:
    """Return what a command prints as JSON; raises NoAnswerError."""
    done = subprocess.run(  # noqa: S603 -- our own program
        command,
        cwd=ROOT,
        env=environment(screen, folder / "cache"),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoAnswerError((done.stderr.strip().splitlines() or ["no message"])[-1])
    return json.loads(done.stdout)
