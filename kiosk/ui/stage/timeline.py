"""When each group of a scene moves: one after another, never two at once, never for long."""

import math
from dataclasses import dataclass

from kiosk.domain.errors import BadInputError
from kiosk.ui.stage.curves import ease


class UnknownSceneError(BadInputError):
    """A scene was asked for that Anteroom cannot draw."""

    def __init__(self, name: str) -> None:
        """Name the scene and those that exist."""
        known = ", ".join(SCENES)
        super().__init__(f"There is no drawing called {name!r}. Use one of: {known}.")


@dataclass(frozen=True, slots=True)
class Beat:
    """The time span, in seconds, in which one group moves."""

    group: str
    start: float
    end: float


def _in_turn(*spans: tuple[str, float]) -> tuple[Beat, ...]:
    beats: list[Beat] = []
    clock = 0.0
    for group, seconds in spans:
        beats.append(Beat(group, clock, clock + seconds))
        clock += seconds
    return tuple(beats)


_BEATS: dict[str, tuple[Beat, ...]] = {
    "cells-talk": _in_turn(("message", 2.8), ("answer", 0.9)),
    "messenger": _in_turn(("release", 0.9), ("dots", 1.9), ("doors", 0.8)),
    "low-mood": _in_turn(("links", 1.3), ("dots", 1.3), ("doors", 0.8)),
    "medicine": _in_turn(("medicine", 2.4), ("gate", 0.8)),
    "stronger-signal": _in_turn(("dots", 2.6), ("doors", 0.9)),
    "new-links": _in_turn(("leaves", 1.2), ("left-link", 1.2), ("right-link", 1.2)),
    "unknown": _in_turn(("small-stone", 0.5), ("middle-stone", 0.5), ("stone", 1.0)),
}

SCENES: tuple[str, ...] = tuple(_BEATS)
# Here two stills are compared as well.
LAST_SCENE = SCENES[-1]


def beats(name: str) -> tuple[Beat, ...]:
    """Return the beats of a scene in order; raises UnknownSceneError."""
    if name not in _BEATS:
        raise UnknownSceneError(name)
    return _BEATS[name]


def duration(name: str) -> float:
    """Return how long a scene moves, in seconds; raises UnknownSceneError."""
    return beats(name)[-1].end


def moving(name: str, t: float | None) -> str:
    """Return the group that moves at `t` seconds, empty once the scene is still."""
    if t is None or math.isnan(t):
        beats(name)
        return ""
    moment = max(0.0, t)
    return next((beat.group for beat in beats(name) if moment < beat.end), "")


def shares(name: str, t: float | None) -> dict[str, float]:
    """Return how far each group has come at `t` seconds, 0 to 1 with gentle ends.

    None, or no number at all, means the end: the still picture.
    """
    last = duration(name)
    moment = last if t is None or math.isnan(t) else min(last, max(0.0, t))
    return {
        beat.group: ease((moment - beat.start) / (beat.end - beat.start)) for beat in beats(name)
    }
