"""Tells when a folder of files has changed and come to rest."""

import os
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

QUIET_MS = 30
_SKIPPED = frozenset({"approvals", "audio", ".git"})


class FolderWatch(QObject):
    """Watches every folder and file below a place; changed is sent once they are quiet.

    It carries the monotonic seconds at which the first of the changes was seen.
    """

    changed = Signal(float)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(QUIET_MS)
        self._rest.timeout.connect(self._rested)
        self._watcher.fileChanged.connect(self._moved)
        self._watcher.directoryChanged.connect(self._moved)
        self._since: float | None = None
        self._follow()

    def _moved(self, _path: str) -> None:
        if self._since is None:
            self._since = time.monotonic()
        self._rest.start()

    def _rested(self) -> None:
        # An editor that saves by renaming leaves a file the watcher has not met.
        self._follow()
        since, self._since = self._since, None
        self.changed.emit(time.monotonic() if since is None else since)

    def _follow(self) -> None:
        known = {*self._watcher.files(), *self._watcher.directories()}
        new = [place for place in self._places() if place not in known]
        if new:
            self._watcher.addPaths(new)

    def _places(self) -> list[str]:
        places: list[str] = []
        for here, folders, files in os.walk(self._folder):
            folders[:] = [name for name in folders if name not in _SKIPPED]
            places.append(here)
            places.extend(str(Path(here, name)) for name in files)
        return places
