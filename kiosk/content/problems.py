"""What is wrong with a content pack: every problem with its file and line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from kiosk.content.whys import WHYS
from kiosk.domain.errors import BadInputError

Level: TypeAlias = Literal["error", "warning"]
_SENTENCE_END = re.compile(r"(?<=[.?!…”)])\s+(?=[^\sa-z])")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right; lines count from 1, a warning does not refuse the pack.

    `message` says what is wrong and, in its last sentence, how to mend it; `rule` is a key of WHYS.
    """

    path: str
    line: int
    message: str
    level: Level = "error"
    rule: str = "format"
    reason: str = ""

    @property
    def what(self) -> str:
        """What is wrong here."""
        return self._parts()[0]

    @property
    def why(self) -> str:
        """Why that matters."""
        return self.reason or WHYS[self.rule]

    @property
    def mend(self) -> str:
        """What to do about it."""
        return self._parts()[1]

    def _parts(self) -> tuple[str, str]:
        ends = list(_SENTENCE_END.finditer(self.message))
        if not ends:
            return self.message, "Correct this line."
        return self.message[: ends[-1].start()], self.message[ends[-1].end() :]

    def __str__(self) -> str:
        mark = "warning: " if self.level == "warning" else ""
        return f"{self.path}:{self.line}: {mark}{self.what} {self.why} {self.mend}"

    def as_json(self) -> dict[str, str | int]:
        """The fields for machines."""
        return {
            "path": self.path,
            "line": self.line,
            "level": self.level,
            "rule": self.rule,
            "what": self.what,
            "why": self.why,
            "mend": self.mend,
            "message": self.message,
        }


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

    def add(
        self, path: str, line: int, message: str, level: Level = "error", rule: str = "format"
    ) -> None:
        """Note one problem; `rule` is a key of WHYS."""
        self.put(Problem(path, line, message, level, rule))

    def put(self, problem: Problem) -> None:
        """Note one problem that is made already."""
        self.found.append(problem)
        path, line = problem.path, problem.line
        self._places.add((path, line))

    def has(self, path: str, line: int) -> bool:
        """Whether something is already known to be wrong with this line."""
        return (path, line) in self._places

    def raise_errors(self) -> None:
        """Raise PackError when any error was noted; warnings do not count."""
        errors = [one for one in self.found if one.level == "error"]
        if errors:
            raise PackError(errors)
