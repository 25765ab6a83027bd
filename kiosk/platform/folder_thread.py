"""Work on a shared folder in a thread of its own: a share that hangs holds up nothing else."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.platform.shared_folder import read_files, replace_file

# Seconds after which a share that has not answered counts as one that does not.
STUCK = 10.0
# Waiting for a share must not hold up the end of the program.
_GOODBYE = 1.0

# Makes name and content of the file to write, in the thread; None for nothing.
Make = Callable[[], tuple[str, bytes] | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """Which files are read, and how much of each at most."""

    start: str
    ending: str
    largest: int


@dataclass(frozen=True, slots=True)
class Look:
    """What the last turn found; a fault is the system's own word for it, "" where there is none.

    `failing` counts the turns in a row with a fault: one alone is often a file in use.
    """

    turn: int = 0
    files: Mapping[str, bytes] = field(default_factory=dict)
    cannot_read: str = ""
    cannot_write: str = ""
    failing: int = 0


class FolderThread:
    """Writes the newest of what it is given, and reads the folder while `reading` is set.

    A plain thread that nobody joins for long: one that hangs in the system cannot be ended.
    """

    def __init__(self, folder: Path, kind: Kind, every: float) -> None:
        self.folder, self._kind, self._every = folder, kind, every
        self.reading = False
        self.look = Look()
        self._owed: Make | None = None
        self._lock = threading.Lock()
        self._wake, self._over = threading.Event(), threading.Event()
        self._busy_since: float | None = None
        self._thread = threading.Thread(target=self._run, name="board", daemon=True)
        self._thread.start()

    def put(self, make: Make) -> None:
        """Have a file written soon; one that was not written yet is left out."""
        with self._lock:
            self._owed = make
        self._wake.set()

    def read_on(self, *, wanted: bool) -> None:
        """Read the folder again and again from now on, or no more."""
        if self.reading != wanted:
            self.reading = wanted
            self._wake.set()

    def stuck(self) -> bool:
        """Say whether the share does not answer."""
        since = self._busy_since
        return since is not None and time.monotonic() - since > STUCK

    def close(self) -> None:
        """Finish what is under way if it does not take long."""
        self._over.set()
        self._wake.set()
        self._thread.join(_GOODBYE)

    def _run(self) -> None:
        while True:
            self._wake.wait(self._every if self.reading or self._owed is not None else None)
            self._wake.clear()
            over = self._over.is_set()
            self._busy_since = time.monotonic()
            self.look = self._turn()
            self._busy_since = None
            if over:
                return

    def _turn(self) -> Look:
        cannot_write = self._write()
        files, cannot_read = self.look.files, ""
        if self.reading:
            try:
                kind = self._kind
                files = read_files(self.folder, kind.start, kind.ending, kind.largest)
            except OSError as error:
                files, cannot_read = {}, _word(error)
        failing = self.look.failing + 1 if cannot_read or cannot_write else 0
        return Look(self.look.turn + 1, files, cannot_read, cannot_write, failing)

    def _write(self) -> str:
        """Return why the newest file cannot be written; it stays owed until there is a newer."""
        make = self._owed
        if make is None:
            return self.look.cannot_write
        try:
            made = make()
            if made is not None:
                replace_file(self.folder, *made)
        except OSError as error:
            return _word(error)
        with self._lock:
            if self._owed is make:
                self._owed = None
        return ""


def _word(error: OSError) -> str:
    return error.strerror or type(error).__name__
