"""The panels that pages are measured on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Device:
    """A panel: pixels, and its diagonal in millimetres."""

    name: str
    width: int
    height: int
    diagonal_mm: float


# The six profiles of the design study, from a 10.1 inch tablet to a 23.8 inch screen.
DEVICES = (
    Device("T10", 1280, 800, 256.5),
    Device("T10H", 1920, 1200, 256.5),
    Device("L15", 1920, 1080, 396.2),
    Device("P15", 1080, 1920, 396.2),
    Device("L24", 1920, 1080, 604.5),
    Device("P24", 1080, 1920, 604.5),
)
