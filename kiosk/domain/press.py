"""What counts as a press: jitter, second taps and resting hands, in mm and seconds."""

import math
from dataclasses import dataclass

JITTER_MM = 8.0
# A finger that trembles lands again within the smallest target.
SAME_PLACE_MM = 12.7
AGAIN = 0.4
# The same digit twice is a code, not a tremor.
AGAIN_TYPING = 0.15
CALM = 1.0
MOST_POINTS = 2
HOLDS_MS = (0, 300, 600)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the glass, in mm from a corner."""

    x: float
    y: float

    def away(self, other: "Spot") -> float:
        """Return the distance to another spot."""
        return math.hypot(self.x - other.x, self.y - other.y)


@dataclass(frozen=True, slots=True)
class Tap:
    """A press that counted: when the finger left, and where."""

    at: float
    spot: Spot


def strayed(start: Spot, now: Spot) -> bool:
    """Say whether a finger has left the place it pressed, which no tremor explains."""
    return start.away(now) > JITTER_MM


def is_again(
    last: Tap | None, at: float, spot: Spot, *, calm: bool, typing: bool, turned: bool = False
) -> bool:
    """Say whether a press only repeats the last one and is to be ignored.

    calm is what a person with a tremor may ask for: nothing counts within a second, wherever.
    typing is a tap on one of the keys, which come quickly one after the other. turned is that
    another page has come since: a second tap was meant for the one before.
    """
    if last is None:
        return False
    passed = at - last.at
    if calm:
        return passed < CALM
    if turned or not typing:
        return passed < AGAIN
    return passed < AGAIN_TYPING and last.spot.away(spot) <= SAME_PLACE_MM


def is_palm(points: int) -> bool:
    """Say whether so many points on the glass are a resting hand."""
    return points > MOST_POINTS
