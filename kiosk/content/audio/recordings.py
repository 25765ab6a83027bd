"""The recordings that lie in a pack, each language read from disk once."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.errors import AnteroomError

if TYPE_CHECKING:
    from kiosk.content.audio.shelf import AudioShelf, Spoken

LOG = logging.getLogger("anteroom")


class PackRecordings:
    """The recordings of the pack; there are none until their lists are loaded."""

    def __init__(self, pack: Path, tags: tuple[str, ...]) -> None:
        self._pack, self._tags = pack, tags
        self._shelves: dict[str, AudioShelf] = {}

    def load(self) -> None:
        """Read the list of each language, away from the window's thread."""
        # Here, because Welcome does not wait for what can be heard.
        from kiosk.content.audio.shelf import AudioShelf

        for tag in self._tags:
            if tag in self._shelves:
                continue
            try:
                self._shelves[tag] = AudioShelf(self._pack, tag)
            except AnteroomError as error:
                # The made voice, or the word that there is none, takes its place.
                LOG.warning("recordings cannot be used: %s", error)

    def find(self, sentence: str, language: str) -> "Spoken | None":
        """Return the recording of a sentence."""
        shelf = self._shelves.get(language)
        return None if shelf is None else shelf.find(sentence)
