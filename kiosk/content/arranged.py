"""Sentences in an order that is seen: the stops of a day, and options side by side."""

from dataclasses import dataclass

from kiosk.content.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a day: its name, how long it takes ("" when not given), and what happens."""

    name: str
    time: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Timeline:
    """The stops of a day in their order."""

    stops: tuple[Stop, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Option:
    """What a page, named by its title, says about a point."""

    name: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Options:
    """One point, from 1, of the list on each of some pages, side by side."""

    pages: tuple[str, ...]
    point: int
    rows: tuple[Option, ...] = ()
    line: int = 0
