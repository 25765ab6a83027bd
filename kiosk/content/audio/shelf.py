"""From a sentence to its recording. A changed sentence finds none, never an old one."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.content.audio.index import audio_folder, load_index
from kiosk.content.audio.spoken import sentence_hash


@dataclass(frozen=True, slots=True)
class Spoken:
    """A recording that says the sentence: its file, and how long it lasts in seconds."""

    file: Path
    seconds: float


class AudioShelf:
    """The recordings of one language of a pack; raises PackError when the index is damaged."""

    def __init__(self, pack: Path, language: str) -> None:
        self._folder = audio_folder(pack, language)
        self._index = load_index(pack, language)

    def __len__(self) -> int:
        """How many recordings there are."""
        return len(self._index.recordings)

    def find(self, sentence: str) -> Spoken | None:
        """The recording of a sentence as a patient reads it; None when nobody recorded it."""
        found = self._index.recordings.get(sentence_hash(sentence, self._index.language))
        return None if found is None else Spoken(self._folder / found.file, found.seconds)
