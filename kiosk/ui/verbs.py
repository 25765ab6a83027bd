"""What a page can say: which event, with which values. The driver adds the time."""

from dataclasses import dataclass

from kiosk.domain.events import Event


@dataclass(frozen=True, slots=True)
class Verb:
    """An event without its moment."""

    event: "type[Event | Command]"
    values: tuple[object, ...] = ()


def say(event: "type[Event | Command]", *values: object) -> Verb:
    """Return a verb."""
    return Verb(event, values)


@dataclass(frozen=True, slots=True)
class Command:
    """Something asked of the kiosk itself, not of the visit."""


@dataclass(frozen=True, slots=True)
class CodeTyped(Command):
    """Six digits, typed by a person."""

    code: str


@dataclass(frozen=True, slots=True)
class ResumeTyped(Command):
    """Six digits, typed to open the curtain."""

    code: str


class ReadPressed(Command):
    """Read the page aloud, or stop."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ReadBeneath(Command):
    """Close what lies over the page, and read the page aloud."""


@dataclass(frozen=True, slots=True)
class BlockPressed(Command):
    """Read one block: the one that was read last, or so many before or after it."""

    step: int


@dataclass(frozen=True, slots=True)
class HearPressed(Command):
    """Hear a language, by its tag."""

    tag: str


class AudioFirst(Command):
    """Read this page and each one after it."""

    __slots__ = ()
