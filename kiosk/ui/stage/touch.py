"""What in a drawing answers to a tap, and from where it then moves."""

import math
from dataclasses import dataclass

from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.shapes import Point
from kiosk.ui.stage.synapse import DOOR_XS, FLOOR, GATE_X
from kiosk.ui.stage.timeline import beats

_FINGER_MM = 20.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a drawing that plays a group when it is tapped; `reach` is units around it."""

    group: str
    at: Point
    reach: float


_DOORS = tuple(Spot("doors", (x, FLOOR), 90.0) for x in DOOR_XS)
_SPOTS: dict[str, tuple[Spot, ...]] = {
    "messenger": _DOORS,
    "low-mood": _DOORS,
    "medicine": (
        Spot("medicine", (890.0, 128.0), 100.0),
        Spot("medicine", (GATE_X, FLOOR - 20.0), 100.0),
    ),
    "stronger-signal": _DOORS,
}


def parts(name: str) -> tuple[str, ...]:
    """Return the groups of a scene that can be played by themselves, each once."""
    return tuple(dict.fromkeys(spot.group for spot in _SPOTS.get(name, ())))


def starts_at(name: str, group: str) -> float:
    """Return the second at which a group starts to move; 0.0 for one that never does."""
    return next((beat.start for beat in beats(name) if beat.group == group), 0.0)


def tapped_part(name: str, tap: Point, frame: Frame, px_per_mm: float) -> str:
    """Return the group under a tap in px, or an empty text; a finger reaches 10 mm round."""
    nearest, found = math.inf, ""
    for spot in _SPOTS.get(name, ()):
        away = math.dist(tap, frame.place(spot.at))
        if away <= max(spot.reach * frame.scale, _FINGER_MM / 2 * px_per_mm) and away < nearest:
            nearest, found = away, spot.group
    return found
