"""Whether a text gives each figure to the same thing, and the same group, as its claim."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kiosk.content.meaning import clauses, words_of
from kiosk.content.numbers import BASES, numbers
from kiosk.content.rules.groups import GROUPS
from kiosk.content.rules.rule import comparable, compiled

_NAMED = {tag: [(name, compiled(text)) for name, text in row] for tag, row in GROUPS.items()}
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_BACK = re.compile(r"\b(?:it|this|that|them|these|they)\b", re.IGNORECASE)
_BEFORE = re.compile(r"[0-9]|[.;](?= )")
_STOP = re.compile(r"[,;:.()،؛](?!\d)|[0-9]")
# Words beside a figure that do not say what it counts.
_UNSAID = frozenset(
    words_of(
        "people person about study studies time times hour hours minute minutes day days week "
        "weeks month months year years before after dummy spray placebo feel get got take use used "
        "one first then around"
    )
)
_FRACTIONS = {
    "half": r"\bhalf\b|\bla mitad\b|\bmedi[oa]s?\b|\bنصف",
    "a third": r"\b(?:a|one) third\b(?! (?!of|are|is|had|have|feel|got)\w)|\bun tercio\b|"
    r"\btercera parte\b|\bثلث\b",
    "two thirds": r"\btwo thirds\b|\bdos tercios\b|\bثلثي|\bثلثا",
    "a quarter": r"\b(?:a|one) quarter\b|\bun cuarto\b|\bcuarta parte\b|\bربع\b",
    "three quarters": r"\bthree quarters\b|\btres cuart[oa]s\b|ثلاثة ارباع",
    "one in so many": r"\bone (?:\w+ )?(?:in|of|out of) (?:every )?(?:\w+)(?=[ .,;]|$)(?<!one)"
    r"|\bun[oa] (?:\w+ )?de cada \w+|\bواحد(?:ة)? من كل \w+",
}
_PARTS = {name: compiled(text) for name, text in _FRACTIONS.items()}
_COUNTS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|[0-9]+|dos|tres|cuatro|"
    r"cinco|seis|siete|ocho|nueve|diez|veinte|cien)\b|عشر|خمس|اربع|ثلاث|مائة|مئة"
)


def other_fractions(text: str, statements: Iterable[str]) -> list[str]:
    """Parts such as “half” or “one in ten” that a text names and none of its claims does."""
    said = _parts(text)
    return sorted(said - {part for statement in statements for part in _parts(statement)})


@lru_cache(maxsize=4096)
def _parts(text: str) -> frozenset[str]:
    plain = comparable(text)
    found = {name: hit for name, part in _PARTS.items() if (hit := part.search(plain))}
    return frozenset(
        hit[0] if name == "one in so many" else name
        for name, hit in found.items()
        if name != "one in so many" or _COUNTS.search(hit[0])
    )


def misplaced(text: str, statements: Iterable[str]) -> str:
    """A figure of a text that its claims tell of something else, or ""."""
    known = [clause for statement in statements for clause in _whole(statement)]
    for clause in clauses(text):
        words = _counted(clause)
        for figure in sorted(numbers(clause) - BASES) if words else ():
            told = [_counted(one) for one in known if figure in numbers(one)]
            if told and all(told) and not any(words & one for one in told):
                return figure
    return ""


@lru_cache(maxsize=1024)
def _whole(statement: str) -> tuple[str, ...]:
    """The clauses of a statement, each with the one before when it points back to that."""
    before, found = "", []
    for clause in clauses(statement):
        found.append(f"{before} {clause}" if _BACK.search(clause) else clause)
        before = _FIGURE.sub("", clause)
    return tuple(found)


@lru_cache(maxsize=4096)
def _counted(clause: str) -> frozenset[str]:
    return frozenset(one for one in words_of(clause) - _UNSAID if not one.isdigit())


def groups(text: str, language: str) -> dict[str, str]:
    """The group that each figure of a text stands beside, where one is named there."""
    named = _NAMED.get(language.partition("-")[0])
    plain = comparable(text)
    found: dict[str, str] = {}
    for hit in _FIGURE.finditer(plain) if named else ():
        if hit[0] not in BASES:
            group = _group(_after(plain, hit.end()), named) or _group(
                _ahead(plain, hit.start()), named
            )
            if group:
                found.setdefault(hit[0], group)
    return found


def _group(text: str, named: list[tuple[str, re.Pattern[str]]] | None) -> str:
    return next((name for name, one in named or () if one.search(text)), "")


def _after(text: str, start: int) -> str:
    """What follows a figure and its base, up to the next figure or mark."""
    rest = re.sub(r"^\D{0,24}?\b(?:100|1[.,]?000)\b", "", text[start:])
    stop = _STOP.search(rest)
    return rest[: stop.start()] if stop else rest


def _ahead(text: str, end: int) -> str:
    """What stands between a figure and the figure or the sentence before it."""
    return _BEFORE.split(text[:end])[-1]


def exchanged(here: dict[str, str], known: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Figures that are given to another group, with both groups."""
    for figure, group in here.items():
        if known.get(figure, group) != group:
            yield figure, group, known[figure]
