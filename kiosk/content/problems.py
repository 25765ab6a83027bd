"""What is wrong with a content pack: every problem with its file and line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from kiosk.domain.errors import BadInputError

Level: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right; lines count from 1, a warning does not refuse the pack."""

    path: str
    line: int
    message: str
    level: Level = "error"

    def __str__(self) -> str:
        mark = "warning: " if self.level == "warning" else ""
        return f"{self.path}:{self.line}: {mark}{self.message}"


class PackError(BadInputError):
    """A pack that cannot be used; `problems` holds all its errors in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        more = len(self.problems) - 1
        tail = f" (and {more} more)" if more else ""
        super().__init__(f"{self.problems[0]}{tail}")


@dataclass(slots=True)
class ProblemLog:
    """Gathers problems while a pack is read, so that a person sees all of them at once."""

    found: list[Problem] = field(default_factory=list)
    _places: set[tuple[str, int]] = field(default_factory=set)

    def add(self, path: str, line: int, message: str, level: Level = "error") -> None:
        """Note one problem."""
        self.found.append(Problem(path, line, message, level))
        self._places.add((path, line))

    def has(self, path: str, line: int) -> bool:
        """Whether something is already known to be wrong with this line."""
        return (path, line) in self._places

    def raise_errors(self) -> None:
        """Raise PackError when any error was noted; warnings do not count."""
        errors = [one for one in self.found if one.level == "error"]
        if errors:
            raise PackError(errors)
