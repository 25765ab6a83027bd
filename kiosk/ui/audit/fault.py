"""What a measurement finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One acceptance row that a page does not meet, with its numbers."""

    row: str
    what: str
