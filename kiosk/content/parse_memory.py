"""What was read before, so that a preview reads again only the file that was saved."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kiosk.content.problems import Problem, ProblemLog

T = TypeVar("T")


@dataclass(slots=True)
class ParseMemory:
    """The last result for each file, with the problems that were noted on the way."""

    _kept: dict[str, tuple[object, Any, tuple[Problem, ...]]] = field(default_factory=dict)

    def read(self, name: str, key: object, make: Callable[[], T], log: ProblemLog) -> T:
        """Return what `make` returns, and note what it notes; once for equal keys."""
        kept = self._kept.get(name)
        if kept is not None and kept[0] == key:
            log.found.extend(kept[2])
            result: T = kept[1]
            return result
        before = len(log.found)
        made = make()
        self._kept[name] = (key, made, tuple(log.found[before:]))
        return made
