"""The rules of each language that has any, found by language tag."""

import re
from dataclasses import dataclass

from kiosk.content.rules import arabic, english, spanish
from kiosk.content.rules.rule import NumberWords, RuleSet, compiled


@dataclass(frozen=True, slots=True)
class Wordbook:
    """What is known of one language; `script` is how its letters are named in Unicode."""

    general: RuleSet
    denial: re.Pattern[str]
    hard_words: frozenset[str]
    long_word_syllables: int
    number_words: NumberWords | None
    script: str
    right_to_left: bool = False


_WORDBOOKS = {
    "en": Wordbook(
        english.RULES,
        compiled(english.NO),
        english.HARD_WORDS,
        english.LONG_WORD_SYLLABLES,
        english.NUMBER_WORDS,
        "LATIN",
    ),
    "es": Wordbook(
        spanish.RULES, compiled(spanish.NO), spanish.HARD_WORDS, 0, spanish.NUMBER_WORDS, "LATIN"
    ),
    "ar": Wordbook(
        arabic.RULES,
        compiled(arabic.NO),
        arabic.HARD_WORDS,
        0,
        None,
        "ARABIC",
        right_to_left=True,
    ),
}


def wordbook(language: str) -> Wordbook | None:
    """The wordbook of a language tag such as `en` or `en-GB`; None when there is none."""
    return _WORDBOOKS.get(language.partition("-")[0])
