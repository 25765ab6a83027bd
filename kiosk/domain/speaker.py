"""Who speaks: which line sounds, what comes next, and that there is only ever one voice."""

from dataclasses import dataclass, replace

# Shares of the usual pace; the fourth is what a new person hears.
SPEEDS = (0.5, 0.6, 0.8, 1.0, 1.2, 1.45, 1.7, 2.0)
# Decibels below full, in steps under the 10 dB of acceptance row A-35.
LOUDNESS_DB = (-30, -24, -18, -12, -6, 0)
USUAL_SPEED = 3
USUAL_LOUDNESS = 4


@dataclass(frozen=True, slots=True)
class Say:
    """Let this line be heard; turn is its number, by which its end is told."""

    turn: int
    line: int


@dataclass(frozen=True, slots=True)
class Hush:
    """Be silent now."""


@dataclass(frozen=True, slots=True)
class Light:
    """Mark the line that sounds, or with None no line."""

    line: int | None


@dataclass(frozen=True, slots=True)
class TellVoiceless:
    """Tell the person that the words cannot be read aloud."""


Sound = Say | Hush | Light | TellVoiceless
Step = tuple["Speaker", tuple[Sound, ...]]


@dataclass(frozen=True, slots=True)
class Speaker:
    """What is read now; turn counts up, so that an answer about an older line is known as late.

    used says that this person asked to hear something; held, that the press now under way
    silenced the voice and must not wake it again.
    """

    count: int = 0
    at: int | None = None
    turn: int = 0
    used: bool = False
    held: bool = False

    @property
    def speaking(self) -> bool:
        """Say whether a line sounds, or is about to."""
        return self.at is not None


def read(speaker: Speaker, count: int, start: int = 0) -> Step:
    """Read lines from one on; what sounded before is silenced first."""
    if not start < count:
        return stopped(speaker)
    turn = speaker.turn + 1
    now = Speaker(count, start, turn, used=True)
    return now, (*_silence(speaker), Say(turn, start))


def asked(speaker: Speaker, count: int, *, sayable: bool) -> Step:
    """Take the button: read, or stay silent when its press has just silenced the voice."""
    if speaker.held:
        return replace(speaker, held=False), ()
    if not sayable:
        silent, sounds = stopped(replace(speaker, used=True))
        return silent, (*sounds, TellVoiceless())
    return read(speaker, count)


def pressed(speaker: Speaker) -> Step:
    """Take a finger or key that goes down anywhere: silence at once."""
    silent, sounds = stopped(speaker)
    return replace(silent, held=speaker.speaking), sounds


def stopped(speaker: Speaker) -> Step:
    """Be silent."""
    return replace(speaker, at=None, held=False), _silence(speaker)


def started(speaker: Speaker, turn: int) -> Step:
    """A line began to sound: light it, unless it is late."""
    if speaker.at is None or turn != speaker.turn:
        return speaker, ()
    return speaker, (Light(speaker.at),)


def ended(speaker: Speaker, turn: int) -> Step:
    """A line was heard to its end: the next one, if any."""
    if speaker.at is None or turn != speaker.turn:
        return speaker, ()
    if speaker.at + 1 < speaker.count:
        now = replace(speaker, at=speaker.at + 1, turn=turn + 1)
        return now, (Say(turn + 1, speaker.at + 1),)
    return replace(speaker, at=None), (Light(None),)


def failed(speaker: Speaker, turn: int) -> Step:
    """A line could not be said: stop, and tell the person rather than skip it."""
    if speaker.at is None or turn != speaker.turn:
        return speaker, ()
    silent, sounds = stopped(speaker)
    return silent, (*sounds, TellVoiceless())


def _silence(speaker: Speaker) -> tuple[Sound, ...]:
    return (Hush(), Light(None)) if speaker.speaking else ()
