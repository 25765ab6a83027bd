"""One difference between two versions of a pack, in plain words and for machines."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

ChangeKind: TypeAlias = Literal[
    "added",
    "removed",
    "moved",
    "reworded",
    "number",
    "negation",
    "cites",
    "right",
    "layout",
    "shown",
    "claim",
    "crisis",
    "pack",
    "file",
]
# What a person who saw the earlier page need not be told.
UNSEEN: frozenset[ChangeKind] = frozenset(("moved", "cites"))


@dataclass(frozen=True, slots=True)
class Change:
    """What happened where; `page` is a page id or `check/ID`, both empty for the whole pack."""

    kind: ChangeKind
    said: str
    old: str = ""
    new: str = ""
    claims: tuple[str, ...] = ()
    language: str = ""
    chapter: str = ""
    page: str = ""
    title: str = ""

    @property
    def line(self) -> str:
        """The change in one line."""
        was = f"was “{self.old}”" if self.old else ""
        now = f"now “{self.new}”" if self.new else ""
        both = ", ".join(part for part in (was, now) if part)
        return f"{self.said}: {both}" if both else self.said


def question_key(check: str) -> str:
    """Return the name under which a check question stands among the pages."""
    return f"check/{check}"
