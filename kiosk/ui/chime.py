"""Lets staff hear once that the sign for help went up, where the clinic wants that."""

from PySide6.QtCore import QObject

from kiosk.domain.session import Settings
from kiosk.ui.clicks import Sound
from kiosk.ui.views.screens import View

# Of full: it is for staff, so how loud the person likes the voice does not matter.
LOUDNESS = 0.7


class Chime(QObject):
    """Watches what is shown; the sign that comes back after the staff pages is silent."""

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self._sound, self._up = sound, False

    def obey(self, view: View, _settings: Settings) -> None:
        """Look at the page that comes."""
        sign = view.key.partition(":")[0] == "calling"
        if sign and not self._up:
            self._sound.play(LOUDNESS)
        self._up = sign or (self._up and view.key.startswith("staff-"))

    def close(self) -> None:
        """Be silent for good."""
        self._sound.close()
