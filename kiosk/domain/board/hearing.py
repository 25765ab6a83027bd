"""Who has been heard, and when: by changes that were watched, for no two clocks agree."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heard:
    """The last beat of one file and when it was first seen; `alive` once it was seen to change."""

    beat: str
    at: float
    alive: bool


@dataclass(frozen=True, slots=True)
class Hearing:
    """What one machine has heard of the others; moments are on its own monotonic clock."""

    known: Mapping[str, Heard] = field(default_factory=dict)

    def silent_for(self, name: str, at: float) -> float:
        """Return for how many seconds nothing has been heard."""
        return max(0.0, at - self.known[name].at)


def listened(before: Hearing, beats: Mapping[str, str], at: float) -> Hearing:
    """Return what is known after looking at all files once more; who has no file is forgotten.

    A file that lay there at the first look may be from yesterday: only a change shows that
    somebody writes it.
    """
    return Hearing({name: _heard(before.known.get(name), beat, at) for name, beat in beats.items()})


def _heard(known: Heard | None, beat: str, at: float) -> Heard:
    if known is None:
        return Heard(beat, at, alive=False)
    return known if known.beat == beat else Heard(beat, at, alive=True)
