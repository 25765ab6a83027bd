"""What a walk found; plain values that a command can print."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VisitDone:
    """One visit: pages counts different screens, seconds is wall time."""

    number: int
    door: str
    pages: int
    seconds: float
    receipt: str
    ending: str
    detours: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WalkDone:
    """The whole walk; growth is bytes per visit after a warm-up, None where it is not known."""

    visits: tuple[VisitDone, ...]
    verified: int
    other_problems: tuple[str, ...]
    layout_faults: tuple[str, ...]
    qt_messages: tuple[str, ...]
    left_over: tuple[str, ...]
    growth: int | None
    shots: int

    @property
    def problems(self) -> tuple[str, ...]:
        """Everything that makes the walk fail, in one list."""
        of_visits = tuple(
            f"visit {visit.number}: {text}" for visit in self.visits for text in visit.problems
        )
        left = tuple(f"still there after a reset: {text}" for text in self.left_over)
        found = self.other_problems + self.layout_faults + self.qt_messages
        return of_visits + found + left
