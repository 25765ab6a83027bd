"""Runs the real command line in a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def anteroom(
    *words: str | Path,
    home: Path,
    given: bytes = b"",
    environ: dict[str, str] | None = None,
    patience: float = 60.0,
) -> Ended:
    """Run `python -m kiosk` with all of the user's folders under `home` and no screen."""
    folders = {
        name: str(home / name.lower())
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME")
    }
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, words)],
        cwd=ROOT,
        input=given,
        capture_output=True,
        env={"PATH": os.environ["PATH"], **folders, **(environ or {})},
        timeout=patience,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def one_line(ended: Ended) -> str:
    """Return the one line on standard error of a command that failed in good order."""
    assert ended.code in {1, 2}
    assert "Traceback" not in ended.err
    lines = ended.err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("anteroom: ")
    return lines[0]
