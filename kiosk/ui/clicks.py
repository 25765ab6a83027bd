"""Lets a press be heard, for somebody who has asked for that; each is seen in any case."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain.session import Settings
from kiosk.domain.speaker import LOUDNESS_DB
from kiosk.ui.shell import Shell


class Sound(Protocol):
    """A soft click."""

    def play(self, loudness: float) -> None:
        """Let it be heard, at a share of full."""

    def close(self) -> None:
        """Leave nothing behind."""


class Clicks(QObject):
    """Listens to the buttons of the page in front."""

    def __init__(self, shell: Shell, sound: Sound) -> None:
        super().__init__()
        self._shell, self._sound = shell, sound
        self._wanted, self._loudness = False, 1.0
        shell.page_shown.connect(self._page_shown)

    def obey(self, _view: object, settings: Settings) -> None:
        """Take what this person has set."""
        self._wanted = settings.click
        self._loudness = 10 ** (LOUDNESS_DB[settings.loudness] / 20)

    def _page_shown(self) -> None:
        if not self._wanted:
            return
        for one in self._shell.chain():
            if isinstance(one, QAbstractButton):
                one.clicked.connect(self._clicked, Qt.ConnectionType.UniqueConnection)

    @Slot()
    def _clicked(self) -> None:
        if self._wanted:
            self._sound.play(self._loudness)

    def close(self) -> None:
        """Be silent for good."""
        self._sound.close()
