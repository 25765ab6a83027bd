"""Whether a text turns its claim round by a small swap: over for under, days for hours."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.content.numbers import chances, number_row
from kiosk.content.wording import Wording

_SPAN = re.compile(r"\b([0-9][0-9.,]*) (minute|hour|day|week|month|year)s?\b", re.IGNORECASE)
# The same in every language, to leave the number out.
_ANY_SPAN = re.compile(
    r"\b[0-9][0-9.,]* (?:(?:minute|hour|day|week|month|year|minuto|hora|día|semana|mes|año)|"
    r"(?:ال)?(?:دقيق|دقائق|ساع|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|سنة|سنوات))\w*",
    re.IGNORECASE,
)
# Of a claim that says one of these, no text may say the other beside the same word.
_OPPOSITES = (
    ("under|below", "over|above"),
    ("at least", "at most|up to|no more than"),
    ("more", "fewer|less"),
    ("if", "unless"),
    ("with", "without"),
    ("some|few", "most|all|every"),
    ("many", "most|all|every"),
    ("rare|rarely", "common|often|usually"),
    ("weaker|smaller", "stronger|bigger|larger"),
    ("worse", "better"),
    ("lower|down", "higher|up"),
    ("slow|slower", "fast|faster"),
    ("short", "long"),
)
_PAIR = 2
# Words that say nothing about what stands beside them.
_EMPTY = frozenset(("it", "you"))


@dataclass(frozen=True, slots=True)
class _Side:
    """Words of one side with a neighbour before or after."""

    words: tuple[str, ...]
    before: re.Pattern[str]
    after: re.Pattern[str]

    def beside(self, text: str) -> dict[tuple[str, str], str]:
        """The words found, by side and neighbour."""
        if not any(word in text for word in self.words):
            return {}
        found = {("before", hit[1]): hit[0] for hit in self.before.finditer(text)}
        return found | {("after", hit[1]): hit[0] for hit in self.after.finditer(text)}


def _side(words: str) -> _Side:
    return _Side(
        tuple(words.split("|")),
        re.compile(rf"\b(\w+) (?:{words})\b"),
        re.compile(rf"\b(?:{words}) (\w+)"),
    )


_SIDES = tuple(
    sides
    for one, other in ((_side(one), _side(other)) for one, other in _OPPOSITES)
    for sides in ((one, other), (other, one))
)


def swapped_words(sentence: str, statements: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Words of a sentence, and what its claims say in their place: the opposite."""
    text, known = sentence.casefold(), " | ".join(statements).casefold()
    for one, other in _SIDES:
        here = one.beside(text)
        if not here:
            continue
        same, there = one.beside(known), other.beside(known)
        for place, words in here.items():
            if place in there and place not in same and place[1] not in _EMPTY:
                yield words, there[place]


def swapped_spans(sentence: str, statements: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Spans of time of a sentence whose number the claims give to another unit."""
    known = [span for statement in statements for span in _spans(statement)]
    for many, unit in _spans(sentence):
        units = [other for number, other in known if number == many]
        if units and unit not in units:
            yield f"{many} {unit}", f"{many} {units[0]}"


def _spans(text: str) -> list[tuple[str, str]]:
    return [(many, unit.casefold()) for many, unit in _SPAN.findall(text)]


def swapped_figures(one: Wording, statements: Iterable[str]) -> list[str]:
    """The figures of two groups that no claim holds side by side in this order, or []."""
    if one.kind != "count" and len(chances(one.text)) < _PAIR:
        return []
    row = _figures(one.text)
    known = [rows for rows in map(_rows, statements) if set(row) <= set(rows[0])]
    if not known or any(_holds(each, row) for rows in known for each in rows):
        return []
    return row


def _figures(text: str) -> list[str]:
    """The numbers of a text but those of a span of time, which tell of no group."""
    return number_row(_ANY_SPAN.sub("", text))


def _rows(statement: str) -> tuple[list[str], list[str]]:
    """The numbers of a statement with those of spans, which other languages keep, and without."""
    return number_row(statement), _figures(statement)


def _holds(known: list[str], row: list[str]) -> bool:
    return any(known[start : start + len(row)] == row for start in range(len(known)))
