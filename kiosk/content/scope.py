"""What the checks of one language are made against."""

from dataclasses import dataclass, field

from kiosk.content.blocks import Claim, Lesson
from kiosk.content.echoes import Echoes
from kiosk.content.folder import PackFolder
from kiosk.content.guards import Guard
from kiosk.content.parse import Parsed
from kiosk.content.problems import Level, Problem
from kiosk.content.reading import Measure, measure_for
from kiosk.content.rules.languages import wordbook
from kiosk.content.rules.rule import NumberWords
from kiosk.content.wording import Wording


@dataclass(slots=True)
class Scope:
    """One language of a pack, its rules and its measure."""

    lesson: Lesson
    parsed: Parsed
    folder: PackFolder
    guard: Guard = field(init=False)
    echoes: Echoes = field(init=False)
    measure: Measure | None = field(init=False)
    exempt: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        manifest = self.parsed.manifest
        self.guard = Guard(self.lesson.language, manifest.rules)
        self.echoes = Echoes(self.guard)
        self.measure = measure_for(self.lesson.language)
        self.exempt = frozenset(word.lower() for word in manifest.exempt)

    @property
    def checks(self) -> str:
        """The stem of the file of check questions."""
        return self.parsed.manifest.checks

    @property
    def first(self) -> bool:
        """Whether this is the pack's first language, in which the evidence is written."""
        return self.lesson.language == next(iter(self.parsed.pack.lessons))

    @property
    def english(self) -> bool:
        """Whether the evidence is written in English."""
        return next(iter(self.parsed.pack.lessons)).partition("-")[0] == "en"

    @property
    def bound(self) -> bool:
        """Whether texts can be laid beside the evidence word by word: both are in English."""
        return self.first and self.english

    @property
    def number_words(self) -> NumberWords | None:
        """The number words of this language, when it has rules."""
        return self.guard.book.number_words if self.guard.book else None

    @property
    def stated_number_words(self) -> NumberWords | None:
        """Those of the language in which the evidence is written."""
        book = wordbook(next(iter(self.parsed.pack.lessons)))
        return book.number_words if book else None

    def claims(self, one: Wording) -> list[Claim]:
        """The claims that a text cites and that evidence.toml holds."""
        evidence = self.parsed.pack.evidence
        return [evidence[claim] for claim in one.claims if claim in evidence]

    def fault(
        self,
        place: tuple[str, int],
        rule: str,
        message: str,
        level: Level = "error",
        reason: str = "",
    ) -> Problem:
        """A problem at a file's stem and line."""
        path = self.folder.shown(f"{self.lesson.language}/{place[0]}.md")
        return Problem(path, place[1], message, level, rule, reason)
