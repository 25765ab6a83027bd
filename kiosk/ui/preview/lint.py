"""Runs the content check beside the preview, in a process that a new save ends."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import kiosk
from kiosk.content.problems import Problem
from kiosk.domain.errors import AnteroomError

_PROGRAM = "kiosk.content.check_alone"


class LintFailedError(AnteroomError):
    """The check came to no end of its own."""


class Lint:
    """One check at a time. A thread of our own would take turns with the page that is shown."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._ended = False

    def run(self) -> tuple[Problem, ...] | None:
        """Return the problems of the pack as it is now; None when stop was called meanwhile."""
        places = (str(Path(kiosk.__file__).parents[1]), os.environ.get("PYTHONPATH", ""))
        home = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
        command = [sys.executable, "-m", _PROGRAM, str(self._folder)]
        with self._lock:
            self._ended = False
            process = subprocess.Popen(  # noqa: S603 -- our own program
                command, stdout=subprocess.PIPE, env=home
            )
            self._running = process
        out, _ = process.communicate()
        with self._lock:
            self._running = None
            if self._ended:
                return None
        if process.returncode != 0:
            raise LintFailedError(f"the check ended with {process.returncode}")
        return tuple(Problem(**one) for one in json.loads(out))

    def stop(self) -> None:
        """End the check under way: its pack is no longer the one that is saved."""
        with self._lock:
            if self._running is not None:
                self._ended = True
                self._running.terminate()
