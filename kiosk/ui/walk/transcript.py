"""A voice that makes no sound: it keeps what it would have said, line after line."""

from kiosk.platform.voice import Heard, Tell, Utterance


class TranscriptVoice:
    """A line lasts until whoever listens lets it end; overlaps counts lines begun over another."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.loudness = 0.0
        self.overlaps = 0
        self._now: tuple[int, Tell] | None = None

    @property
    def sounding(self) -> bool:
        """Say whether a line is under way."""
        return self._now is not None

    def can_play(self) -> bool:
        """Say that a recording would be heard."""
        return True

    def can_stretch(self) -> bool:
        """There are no recordings here."""
        return False

    def can_synthesise(self) -> bool:
        """Say that any words would be heard."""
        return True

    def say(self, utterance: Utterance, tell: Tell) -> None:
        """Keep a line, which now is under way."""
        self.overlaps += self.sounding
        self._now = utterance.turn, tell
        self.loudness = utterance.loudness
        self.words.append(utterance.words)
        tell(utterance.turn, Heard.STARTED)

    def end(self) -> None:
        """Let the line that is under way end."""
        if self._now is not None:
            (turn, tell), self._now = self._now, None
            tell(turn, Heard.ENDED)

    def hush(self) -> None:
        """Break off."""
        self._now = None

    def close(self) -> None:
        """Break off for good."""
        self._now = None
