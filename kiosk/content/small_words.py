"""Whether a language takes a small word of the first one for its opposite, or loses a bound."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.rules.rule import comparable, compiled

_PATTERNS: tuple[tuple[dict[str, str], dict[str, str]], ...] = (
    (
        {
            "en": r"\bunder\b|\bbelow\b",
            "es": r"\bmenor(?:es)? de\b|\bantes de los\b",
            "ar": "دون سن|تحت سن|أقل من",
        },
        {
            "en": r"\bover\b|\babove\b|\bolder\b",
            "es": r"\bmayor(?:es)? de\b|\bdesde los\b",
            "ar": "فوق سن|أكبر من|أكثر من",
        },
    ),
    (
        {
            "en": r"\bat least\b",
            "es": r"\bal menos\b|\bpor lo menos\b|\bcomo minimo\b",
            "ar": "على الأقل",
        },
        {
            "en": r"\bat most\b|\bup to\b|\bno more than\b",
            "es": r"\bcomo (?:maximo|mucho)\b|\ba lo sumo\b",
            "ar": "على الأكثر|كحد أقصى",
        },
    ),
    (
        {
            "en": r"\bmore\b|\bhigher\b",
            "es": r"\bmas\b(?! baj)|\bmayor\b",
            "ar": r"أكثر|مزيد|أعلى|أكبر|يزيد|تزيد",
        },
        {
            "en": r"\bfewer\b|\bless\b|\blower\b",
            "es": r"\bmenos\b|\bmenor\b|\bmas baj",
            "ar": r"\bأقل\b|أدنى|ينقص|يقلل",
        },
    ),
    (
        {"en": r"\bbetter\b", "es": r"\bmejor", "ar": "أفضل|تحسن|يتحسن"},
        {"en": r"\bworse\b", "es": r"\bpeor|\bempeor", "ar": "أسوأ|ساءت|يسوء"},
    ),
    (
        {"en": r"\brarely?\b", "es": r"\brar[oa]s?\b", "ar": "نادر"},
        {
            "en": r"\bcommon\b|\boften\b|\busually\b",
            "es": r"\bcomun|\bfrecuent|\bsuele",
            "ar": "شائع|كثيرا ما|غالبا",
        },
    ),
    (
        {"en": r"\bbefore\b", "es": r"\bantes\b", "ar": r"\bقبل"},
        {"en": r"\bafter\b", "es": r"\bdespues\b|\btras\b", "ar": r"\bبعد"},
    ),
    (
        {"en": r"\bsmaller\b|\bweaker\b", "es": r"\bmenor\b|\bdebil", "ar": "أصغر|أضعف"},
        {
            "en": r"\bbigger\b|\blarger\b|\bstronger\b",
            "es": r"\bmayor\b|\bfuerte",
            "ar": "أكبر|أقوى",
        },
    ),
    (
        {"en": r"\bsome\b|\bfew\b", "es": r"\balgun|\bun[oa]s poc", "ar": "بعض|قلة|قليل"},
        {
            "en": r"\ball\b|\bmost\b|\bevery\b",
            "es": r"\btod[oa]s\b|\bmayoria\b",
            "ar": r"\bكل\b|معظم|جميع",
        },
    ),
)
# A denial without its bound denies something else: “do not drive the next day”.
_BOUNDS: tuple[dict[str, str], ...] = (
    {"en": r"\buntil\b", "es": r"\bhasta\b", "ar": r"\bحتى\b"},
    {"en": r"\bunless\b", "es": r"\ba menos que\b|\bsalvo\b|\bexcepto\b", "ar": r"\bإلا\b"},
)
_UNITS: dict[str, dict[str, str]] = {
    "en": {
        "minute": "minutes?",
        "hour": "hours?",
        "day": "days?",
        "week": "weeks?",
        "month": "months?",
        "year": "years?",
    },
    "es": {
        "minute": "minutos?",
        "hour": "horas?",
        "day": "dias?",
        "week": "semanas?",
        "month": "mes(?:es)?",
        "year": "anos?",
    },
    "ar": {
        "minute": "دقيقة|دقائق",
        "hour": "ساعة|ساعات",
        "day": "يوما?|أيام",
        "week": "أسبوعا?|أسابيع",
        "month": "شهرا?|أشهر|شهور",
        "year": "سنة|سنوات|عاما?",
    },
}


@dataclass(frozen=True, slots=True)
class _Word:
    """A small word in a first language and in another, and its opposite in both."""

    here: re.Pattern[str]
    there: re.Pattern[str]
    not_here: re.Pattern[str]
    not_there: re.Pattern[str]

    def turned(self, first: str, other: str) -> str:
        """What the other text says in the place of this word, or ""."""
        said, turned = self.here.search(first), self.not_there.search(other)
        if not said or not turned or self.not_here.search(first) or self.there.search(other):
            return ""
        return f"“{turned[0]}” is the opposite of its “{said[0]}”"


class SmallWords:
    """Compares texts of a first language with those of another that says the same."""

    def __init__(self, first: str, other: str) -> None:
        one, two = first.partition("-")[0], other.partition("-")[0]
        known = one in _UNITS and two in _UNITS and one != two
        rows = [*_PATTERNS, *((b, a) for a, b in _PATTERNS)] if known else []
        self._words = [
            _Word(*(compiled(text) for text in (a[one], a[two], b[one], b[two]))) for a, b in rows
        ]
        self._bounds = [(compiled(row[one]), compiled(row[two])) for row in _BOUNDS if known]
        self._units = (_units(one), _units(two)) if known else ()

    def swapped(self, first: str, other: str) -> Iterator[str]:
        """What the other text says in another way than the first, each in a short clause."""
        here, there = comparable(first), comparable(other)
        yield from filter(None, (word.turned(here, there) for word in self._words))
        for bound, same in self._bounds:
            said = bound.search(here)
            if said and not same.search(there):
                yield f"its “{said[0]}” is lost"
        if self._units:
            known, found = (_spans(*one) for one in zip(self._units, (here, there), strict=True))
            yield from _other_units(known, found)


def _other_units(known: set[tuple[str, str]], found: set[tuple[str, str]]) -> Iterator[str]:
    for number, unit in sorted(found):
        units = {name for many, name in known if many == number}
        if units and unit not in units:
            yield f"{number} stands beside another unit than “{min(units)}”"


def _units(tag: str) -> dict[str, re.Pattern[str]]:
    return {name: compiled(rf"\b([0-9]+) (?:{words})\b") for name, words in _UNITS[tag].items()}


def _spans(units: dict[str, re.Pattern[str]], text: str) -> set[tuple[str, str]]:
    return {(one, name) for name, unit in units.items() for one in unit.findall(text)}
