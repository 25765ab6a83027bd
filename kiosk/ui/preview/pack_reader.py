"""Reads a pack away from the window's thread: first to show it, then to find its faults."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.content.blocks import Pack
from kiosk.content.pack import load_pack
from kiosk.content.parse_memory import ParseMemory
from kiosk.content.problems import PackError, Problem
from kiosk.ui.jobs import Jobs
from kiosk.ui.preview.lint import Lint

CHECK_AFTER_MS = 200
# What editors keep beside a file while it is open: swap files, locks, and the copy before.
_EDITORS = re.compile(r"\..*|#.*#|.*~|.*\.(swp|tmp|part)")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack, or why there is none; neither while only an editor is at work.

    `since` is when it was saved, in monotonic seconds.
    """

    pack: Pack | None
    problems: tuple[Problem, ...]
    since: float


class PackReader(QObject):
    """Sends loaded with a Loaded, then checked with a tuple of problems; broke on our own faults.

    Whoever shows what was loaded calls check, so that the page comes before its faults.
    """

    loaded = Signal(object)
    checked = Signal(object)
    broke = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._memory = ParseMemory()
        self._lint = Lint(folder)
        self._loads, self._checks = Jobs("preview"), Jobs("lint")
        for jobs in (self._loads, self._checks):
            jobs.done.connect(self._done)
            jobs.failed.connect(self._failed)
        self._asked = 0
        # A check takes the time of several pages: the next save must not wait for it.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(CHECK_AFTER_MS)
        self._rest.timeout.connect(self._rested)

    def load(self, since: float) -> None:
        """Read the pack as it is now; `since` comes back with it."""
        self._asked += 1
        self._rest.stop()
        self._lint.stop()
        self._loads.submit("load", partial(load_once, self._folder, self._memory, since))

    def check(self) -> None:
        """Look for faults as `content check` does, once nothing was saved for a moment."""
        self._rest.start()

    def _rested(self) -> None:
        self._checks.submit("check", partial(self._check, self._asked))

    def _check(self, asked: int) -> tuple[Problem, ...] | None:
        found = self._lint.run() if asked == self._asked else None
        # A save meanwhile has made this the check of another pack.
        return None if found is None or asked != self._asked else without_editors(found)

    def _done(self, name: str, result: object) -> None:
        if name == "load":
            self.loaded.emit(result)
        elif result is not None:
            self.checked.emit(result)

    def _failed(self, _name: str, reason: str) -> None:
        self.broke.emit(reason)

    def close(self) -> None:
        """Finish what is under way."""
        self._rest.stop()
        self._lint.stop()
        self._loads.close()
        self._checks.close()


def load_once(folder: Path, memory: ParseMemory, since: float) -> Loaded:
    """Read a pack; a pack with faults is an answer too."""
    try:
        return Loaded(load_pack(folder, memory=memory), (), since)
    except PackError as error:
        return Loaded(None, without_editors(error.problems), since)


def without_editors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stay when every editor is closed."""
    return tuple(one for one in problems if not _EDITORS.fullmatch(Path(one.path).name))
