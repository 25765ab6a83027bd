"""The walk along all records when a kiosk starts: in a process of its own, behind everybody."""

import json
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import kiosk
from kiosk.staff.readiness import NOT_WALKED, Check

if TYPE_CHECKING:
    from subprocess import Popen

_NICE = 10


class StartCheck:
    """Verifies every record once, without holding up the window's process."""

    def __init__(self, data: Path) -> None:
        self._data = data.absolute()
        self._child: Popen[str] | None = None
        self._stopped = threading.Event()

    def run(self) -> Check:
        """Return what the walk found; takes as long as it takes. For a thread of its own."""
        from kiosk.staff import record_checks

        try:
            found = self._elsewhere()
        except (OSError, ValueError):
            # No process was to be had, or it was ended from outside: this one does the work.
            found = (
                NOT_WALKED if self._stopped.is_set() else record_checks.records(self._data, None)
            )
        return found

    def stop(self) -> None:
        """Give up; for any thread."""
        self._stopped.set()
        if self._child is not None:
            self._child.terminate()

    def _elsewhere(self) -> Check:
        """Verify in a process of its own; raises OSError or ValueError where that fails."""
        # Here, because Welcome does not wait for these.
        import subprocess

        from kiosk.records.database import DATABASE
        from kiosk.staff import record_checks

        if self._stopped.is_set() or not (self._data / DATABASE).exists():
            raise ValueError("nothing to start a process for")
        if getattr(sys, "frozen", False):
            raise ValueError("this program is not Python")
        words = [sys.executable, "-m", "kiosk", "records", "verify", "--json"]
        with subprocess.Popen(  # noqa: S603 -- our own program
            [*words, "--data", str(self._data)],
            cwd=Path(kiosk.__file__).resolve().parents[1],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as child:
            self._child = child
            _step_behind(child.pid)
            if self._stopped.is_set():
                child.terminate()
            text, _ = child.communicate()
        report = json.loads(text)
        head, problems = report["head"], report["problems"]
        if report["ok"]:
            return record_checks.sound(report["size"], head["check_code"])
        return record_checks.unsound(problems[0]["what"] if problems else "")


def _step_behind(pid: int) -> None:
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, _NICE)
