"""The print queues of the system, asked and set through its own programs (CUPS)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kiosk.domain.errors import AnteroomError

_PATIENCE = 15.0
# Where CUPS answers on this machine, and where another one may be named instead.
_CUPS = (
    Path("/run/cups/cups.sock"),
    Path("/etc/cups/client.conf"),
    Path.home() / ".cups" / "client.conf",
)


class PrintQueueError(AnteroomError):
    """The default printer cannot be set."""


def may_print(places: tuple[Path, ...] = _CUPS) -> bool:
    """Say whether this machine has a print system at all, without loading anything of it.

    Where that cannot be known so cheaply, say yes: who then asks for a printer finds out.
    """
    if sys.platform != "linux" or "CUPS_SERVER" in os.environ:
        return True
    return any(place.exists() for place in places)


def queues() -> tuple[str, ...]:
    """Return the names of the print queues; none where there is no print system."""
    return tuple(_asked("-e").split())


def default_queue() -> str:
    """Return the name of the default queue, "" where there is none."""
    name = _asked("-d").rpartition(":")[2].strip()
    return name if name in queues() else ""


def standing() -> str:
    """Return how the default queue stands and what waits in it; "" where there is none."""
    name = default_queue()
    if not name:
        return ""
    how = " ".join(_asked("-p", name).split()).rstrip(".")
    waiting = len(_asked("-o", name).splitlines())
    return f"{how or name}; {waiting} waiting"


def _asked(*asked: str) -> str:
    program = shutil.which("lpstat")
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603  # the program of the system
            [program, *asked],
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def choose_default(name: str) -> None:
    """Make a queue the default of the system; raises PrintQueueError."""
    known = queues()
    if name not in known:
        offered = f"known are: {', '.join(known)}" if known else "no queue is known"
        raise PrintQueueError(f"there is no print queue {name!r}; {offered}. Add it to CUPS first.")
    program = shutil.which("lpadmin")
    if program is None:
        raise PrintQueueError("lpadmin is missing; install the packages cups and cups-client.")
    done = subprocess.run(  # noqa: S603  # a name that the system itself has told
        [program, "-d", name], capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    if done.returncode:
        said = " ".join(done.stderr.split()) or "without a reason"
        raise PrintQueueError(f"the default printer cannot be set: {said}")
