"""What may not be said, or may not lose its “not”, in a language and about a treatment."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.content.rules.languages import Wordbook, wordbook
from kiosk.content.rules.rule import Rule, comparable
from kiosk.content.rules.subjects import subject_rules
from kiosk.content.wording import Wording

_QUESTION = ("?", "؟")


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a sentence breaks, with the words that break it."""

    words: str
    rule: Rule

    @property
    def message(self) -> str:
        """What is wrong and how to mend it."""
        if self.rule.kind == "not":
            return f"“{self.words}” stands here without its “not”. {self.rule.mend}"
        return f"“{self.words}” may not be said here. {self.rule.mend}"


@dataclass(slots=True)
class Guard:
    """The rules for one language of a pack about some treatments."""

    language: str
    subjects: tuple[str, ...] = ()
    book: Wordbook | None = field(init=False)
    _always: tuple[Rule, ...] = field(init=False)
    _in_checks: tuple[Rule, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.book = wordbook(self.language)
        general = (self.book.general,) if self.book else ()
        sets = (*general, *subject_rules(self.subjects, self.language))
        self._always = tuple(rule for one in sets for rule in one.rules)
        self._in_checks = tuple(rule for one in sets for rule in one.in_checks)

    def breaches(self, one: Wording, sentence: str, *, in_checks: bool) -> Iterator[Breach]:
        """The rules a sentence breaks; a wrong answer is free, a question almost."""
        if one.kind == "other choice":
            return
        asks = sentence.rstrip().endswith(_QUESTION)
        plain = comparable(sentence)
        for rule in (*self._always, *self._in_checks) if in_checks else self._always:
            if rule.asks or not asks:
                words = rule.found_in(plain)
                if words:
                    yield Breach(words.strip(), rule)

    def denies(self, sentence: str) -> bool:
        """Whether a sentence has a word that denies something."""
        return bool(self.book and self.book.denial.search(comparable(sentence)))
