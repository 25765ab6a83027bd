"""A voice that makes no sound and keeps a transcript, with times on the monotonic clock."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.content.audio.shelf import Spoken
from kiosk.platform.voice import Heard, Tell, Utterance


@dataclass
class HeardVoice:
    """Lines last until the test lets them end; `overlaps` counts lines begun over another."""

    synthesises: bool = True
    plays: bool = True
    stretches: bool = False
    transcript: list[tuple[float, str]] = field(default_factory=list)
    said: list[Utterance] = field(default_factory=list)
    hushes: list[float] = field(default_factory=list)
    overlaps: int = 0
    now: tuple[Utterance, Tell] | None = None

    def can_play(self) -> bool:
        return self.plays

    def can_stretch(self) -> bool:
        return self.plays and self.stretches

    def can_synthesise(self) -> bool:
        return self.plays and self.synthesises

    def say(self, utterance: Utterance, tell: Tell) -> None:
        self.overlaps += self.now is not None
        self.now = utterance, tell
        self.said.append(utterance)
        self.transcript.append((time.monotonic(), utterance.words))
        tell(utterance.turn, Heard.STARTED)

    def hush(self) -> None:
        self.hushes.append(time.monotonic())
        self.now = None

    def close(self) -> None:
        self.now = None

    def end(self, what: Heard = Heard.ENDED) -> None:
        """Let the line that sounds end."""
        assert self.now is not None
        (utterance, tell), self.now = self.now, None
        tell(utterance.turn, what)

    @property
    def words(self) -> list[str]:
        return [words for _, words in self.transcript]


@dataclass
class SetRecordings:
    """Recordings of some sentences."""

    sentences: frozenset[str] = frozenset()

    def load(self) -> None:
        pass

    def find(self, sentence: str, language: str) -> Spoken | None:
        known = sentence in self.sentences
        return Spoken(Path(f"/{language}/{sentence}.ogg"), 1.0) if known else None
