"""Numbers to dial that are written in words: “nine eight eight”, “nueve ocho ocho”."""

import re

from kiosk.content.rules.rule import comparable

_DIGITS = {
    "en": "zero one two three four five six seven eight nine",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "ar": "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "ar": "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون",
}
_FEWEST = 3
_WORD = re.compile(r"\w+")


def _values() -> dict[str, str]:
    found = {"oh": "0"}
    for row in _DIGITS.values():
        found |= {comparable(word): str(digit) for digit, word in enumerate(row.split())}
    for row in _TENS.values():
        found |= {comparable(word): str(ten) for ten, word in enumerate(row.split(), 2)}
    return found


_VALUES = _values()
_ROUND = frozenset(comparable(word) for row in _TENS.values() for word in row.split())


def _bare(word: str) -> str:
    """An Arabic number word without the small word that is written onto it."""
    return word[1:] if word[:1] in "وفبل" and word[1:] in _VALUES else word


def spoken_numbers(text: str) -> list[str]:
    """The numbers of three digits and more that stand in words, digit by digit, in any language.

    “Nine eighty-eight” counts; “ninety” alone is no number to dial.
    """
    found, row = [], ""
    words = [_bare(one) for one in _WORD.findall(comparable(text))]
    for word, following in zip(words, [*words[1:], ""], strict=True):
        value = _VALUES.get(word, "")
        if value and word in _ROUND and _VALUES.get(following, "") == "":
            value += "0"
        row += value
        if (not value or not following or following not in _VALUES) and row:
            found.append(row)
            row = ""
    return [one for one in found if len(one) >= _FEWEST]
