"""What a rule on wording is, and how a sentence is made comparable before rules see it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_UNSEEN = {
    ord("’"): "'",
    ord("‘"): "'",
    # Accents, Arabic vowel marks and the stretching sign change no word but would hide it.
    **dict.fromkeys((*range(0x0300, 0x0370), *range(0x064B, 0x0656), 0x0670, 0x0640)),
    **{ord(one): "ا" for one in "أإآٱ"},
    ord("ى"): "ي",
    ord("ة"): "ه",
}


def _bare(text: str) -> str:
    return unicodedata.normalize("NFKD", text).translate(_UNSEEN)


@lru_cache(maxsize=4096)
def comparable(sentence: str) -> str:
    """The sentence in small letters, one form for each sign, without marks that hide words."""
    return _bare(sentence).casefold()


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` may stand only in a sentence where `unless` is found too; None means never.

    `asks` also judges questions. `kind` is a key of WHYS.
    """

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    why: str
    mend: str
    asks: bool = False
    kind: str = "words"

    def found_in(self, sentence: str) -> str:
        """The words of a comparable sentence that break the rule, or ""."""
        found = self.pattern.search(sentence)
        if found and not (self.unless and self.unless.search(sentence)):
            return found[0]
        return ""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one language: for all text, and more for check questions."""

    rules: tuple[Rule, ...]
    in_checks: tuple[Rule, ...] = ()


def rule(pattern: str, unless: str, say: str, *, asks: bool = False) -> Rule:
    """A rule on words; `say` is one sentence why, then how to mend it."""
    why, _, mend = say.partition(". ")
    return Rule(compiled(pattern), _kept(unless), f"{why}.", mend, asks=asks)


def turned(pattern: str, unless: str, mend: str) -> Rule:
    """A rule on a sentence that would be dangerous without its “not”."""
    return Rule(compiled(pattern), _kept(unless), "", mend, kind="not")


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that is to meet comparable sentences."""
    return re.compile(_bare(pattern))


def _kept(unless: str) -> re.Pattern[str] | None:
    return compiled(unless) if unless else None


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words of a language with their digits, and where they count something."""

    digits: dict[str, str]
    counting: re.Pattern[str]


def number_words(digits: dict[str, str], units: str) -> NumberWords:
    """Number words that count when one of `units` follows, at most one word later."""
    names = "|".join(digits)
    return NumberWords(digits, re.compile(rf"\b({names})\b(?:[ -]\w+)? (?:{units})\b"))
