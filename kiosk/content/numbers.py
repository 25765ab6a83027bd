"""The numbers in a text, and chances that stand without what they must be compared with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.content.rules.rule import NumberWords
from kiosk.content.wording import Wording

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_PART_OF_TITLE = re.compile(r"\([0-9]+ [^()0-9]{1,6} [0-9]+\)$")
_TO_ASCII = {
    **{ord(mark): str(digit) for digit, mark in enumerate("٠١٢٣٤٥٦٧٨٩")},
    **{ord(mark): str(digit) for digit, mark in enumerate("۰۱۲۳۴۵۶۷۸۹")},
    ord("٫"): ".",
    ord("٬"): ",",
}
# 41 of 100; 3 to 4 in 1,000; 7 %; 23 de cada 100; 9 people out of 100.
_CHANCE = re.compile(
    r"(?P<many>[0-9][0-9.,]*)\s?(?:%|٪|percent\b|por ciento\b|بالمئة|بالمائة|في المئة|في المائة"
    r"|[^0-9.,;:()%]{2,24}\b(?:100|1[.,]?000|10[.,]?000)\b)"
)
# (9 with a dummy spray), and 8 without it.
_OTHER_GROUP = re.compile(
    r"(?P<many>[0-9][0-9.,]*) (?:\S+ ){0,2}(?:with|without|con|sin|مع|دون|بدون)\b"
    r"|\((?P<alone>[0-9]+)\)"
)
BASES = frozenset(("100", "1000", "10000"))


def numbers(text: str, words: NumberWords | None = None) -> set[str]:
    """The numbers in a text, written one way: 1,000 and 1.000 are 1000; 0,5 is 0.5.

    `words` finds those in words that count something, such as "two hours".
    """
    found = {_plain_number(one) for one in _NUMBER.findall(text.translate(_TO_ASCII))}
    if words:
        found.update(words.digits[one] for one in words.counting.findall(text.casefold()))
    return found


def number_row(text: str) -> list[str]:
    """The numbers in digits in a text, in its order, without the bases such as 100."""
    found = (_plain_number(one) for one in _NUMBER.findall(text.translate(_TO_ASCII)))
    return [one for one in found if one not in BASES]


def chances(text: str) -> list[str]:
    """How many people of a base each chance in a text speaks of."""
    return [
        _plain_number(hit["many"].rstrip(".,"))
        for hit in _CHANCE.finditer(text.translate(_TO_ASCII))
    ]


def _plain_number(written: str) -> str:
    head, *groups = re.split(r"[.,]", written)
    if groups and all(len(group) == len("000") for group in groups) and head != "0":
        return head + "".join(groups)
    return ".".join([head, *groups])


def unknown_numbers(
    one: Wording,
    statements: Iterable[str],
    words: NumberWords | None = None,
    stated_words: NumberWords | None = None,
) -> list[str]:
    """Numbers of a text that none of its claims' statements holds, in digits or in words.

    `words` are those of the text, `stated_words` those of the statements.
    """
    text = _PART_OF_TITLE.sub("", one.text) if one.kind == "title" else one.text
    known = {number for statement in statements for number in numbers(statement, stated_words)}
    return sorted(numbers(text, words) - known)


@dataclass(frozen=True, slots=True)
class Chance:
    """How many people of a base a text speaks of, and the claims it cites."""

    many: str
    one: Wording


def lone_chances(texts: Iterable[Wording]) -> list[Chance]:
    """The chances on one page whose claims give no second figure on that page."""
    found: list[Chance] = []
    compared: dict[str, int] = {}
    for one in texts:
        here, more = _chances(one)
        found.extend(here)
        for claim in one.claims:
            compared[claim] = compared.get(claim, 0) + len(here) + more
    return [one for one in found if max(compared[claim] for claim in one.one.claims) < _PAIR]


_PAIR = 2


def _chances(one: Wording) -> tuple[list[Chance], int]:
    """The chances in a text that cites claims, and how many figures of another group."""
    if one.kind == "count":
        return [], len(one.text.split())
    if not one.claims or not any(mark.isdigit() for mark in one.text):
        return [], 0
    text = one.text.translate(_TO_ASCII)
    others = [hit["many"] or hit["alone"] for hit in _OTHER_GROUP.finditer(_CHANCE.sub("", text))]
    more = sum(_plain_number(other) not in BASES for other in others)
    return [Chance(many, one) for many in chances(text)], more
