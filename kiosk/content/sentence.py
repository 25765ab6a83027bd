"""A sentence of a pack, with its styles and the claims that support it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

RunStyle: TypeAlias = Literal["plain", "strong", "term"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `term` is a defined word."""

    text: str
    style: RunStyle = "plain"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the claims that support it, and its line in the file (1 is the first)."""

    runs: tuple[Run, ...]
    claims: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The words without their styles."""
        return "".join(run.text for run in self.runs)
