"""Where people get stuck: counts for the authors of the content, in which nobody can be found.

Four rules, and a test that attacks them:

1. A span is one or more whole days of one language with at least VISITS visits. Spans follow from
   the days and numbers of visits alone, which the clear part tells anyway, never from answers. The
   newest day is left out until it is over, so a span that was told once never changes.
2. A count stands only if it is at least LEAST, and so is what it leaves of the count above it: who
   came to the page, and of those who marked it. Otherwise the rest would tell of fewer.
3. There is no total but the sum of what stands: a true total less its parts would give the rest.
4. Visits without a key that opens them end the counting of their span.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from kiosk.records.export.entries import Entry

LEAST = 10
# The smallest number of visits in which a count and its rest can both reach LEAST.
VISITS = 2 * LEAST
Kind = Literal["page", "idea"]
Measure = Literal["marked", "came_back", "explained", "talk"]
MEASURES: dict[Kind, tuple[Measure, ...]] = {
    "page": ("marked", "came_back"),
    "idea": ("explained", "talk"),
}
WORDS: dict[Measure, str] = {
    "marked": "marked with a question",
    "came_back": "read again",
    "explained": "explained another way",
    "talk": "still unclear after that",
}
HIDDEN = f"under {LEAST}, or all but a few"
COLUMNS = ("from", "to", "language", "kind", "id", "measure", "visits", "people")


@dataclass(frozen=True, slots=True)
class Seen:
    """One visit without anything that names it: what was seen, and where it got stuck."""

    day: str
    language: str
    pages: frozenset[str]
    ideas: frozenset[str]
    stuck: Mapping[Measure, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One count; `shown` is None where it is held back, and so is `of` if that would tell."""

    first: str
    last: str
    language: str
    kind: Kind
    id: str
    measure: Measure
    of: int | None
    shown: int | None


@dataclass(slots=True)
class _Span:
    days: list[str] = field(default_factory=list)
    visits: list[Seen | None] = field(default_factory=list)


def seen_in(entry: Entry) -> tuple[str, str, Seen | None] | None:
    """Return day, language and what is counted of a visit; None for another kind of record.

    The day is the latest so far, which never goes back as a clock may.
    """
    if entry.clear.kind != "ack":
        return None
    day, language = entry.clear.latest_day, entry.clear.fields["pack"]["locale"]
    return day, language, _seen(day, language, entry.person) if entry.person else None


def _seen(day: str, language: str, person: dict[str, Any]) -> Seen:
    pages, ideas = person["pages"], person["ideas"]
    shown = frozenset(one["page"] for one in pages)
    asked = frozenset(one["idea"] for one in ideas if one["choices"])
    stuck: dict[Measure, frozenset[str]] = {
        # An idea that nobody answered is also kept as one to talk about; it is not counted here.
        "marked": frozenset(person["flags"]) & shown,
        "came_back": frozenset(one["page"] for one in pages if one["visits"] > 1),
        "explained": frozenset(one["idea"] for one in ideas if one["explained"]),
        "talk": frozenset(one["idea"] for one in ideas if one["explained"] and one["talk"]),
    }
    return Seen(day, language, shown, asked, stuck)


def stuck_cells(visits: Iterable[tuple[str, str, Seen | None]]) -> list[Cell]:
    """Return every cell of every finished span, in order; the visits must come in order of day."""
    spans = _spans(visits)
    return [cell for language in sorted(spans) for span in spans[language] for cell in _cells(span)]


def _spans(visits: Iterable[tuple[str, str, Seen | None]]) -> dict[str, list[_Span]]:
    """Cut the visits of each language into spans of whole days; what is unfinished is dropped."""
    done: dict[str, list[_Span]] = {}
    going: dict[str, _Span] = {}
    newest = ""
    for day, language, seen in visits:
        if day != newest:
            _close(going, done)
            newest = day
        span = going.setdefault(language, _Span())
        if not span.days or span.days[-1] != day:
            span.days.append(day)
        span.visits.append(seen)
    return done


def _close(going: dict[str, _Span], done: dict[str, list[_Span]]) -> None:
    """Take out the spans that have enough visits now that a day is over."""
    for language in [one for one, span in going.items() if len(span.visits) >= VISITS]:
        done.setdefault(language, []).append(going.pop(language))


def _cells(span: _Span) -> Iterator[Cell]:
    known = [one for one in span.visits if one is not None]
    if len(known) < len(span.visits):
        return
    first, last, language = span.days[0], span.days[-1], known[0].language
    for kind, measures in MEASURES.items():
        shown = Counter(name for one in known for name in _of(one, kind))
        stuck = {
            measure: Counter(name for one in known for name in one.stuck[measure])
            for measure in measures
        }
        for name in sorted(shown):
            above = _told(shown[name], len(known), whole=True)
            least = len(known) if above is None else above
            for measure in measures:
                count = _told(stuck[measure][name], least) if above is not None else None
                yield Cell(first, last, language, kind, name, measure, above, count)
                # Whoever it is still unclear to is among those it was explained to.
                if kind == "idea" and count is not None:
                    least = count


def _of(seen: Seen, kind: Kind) -> frozenset[str]:
    return seen.pages if kind == "page" else seen.ideas


def _told(count: int, above: int, *, whole: bool = False) -> int | None:
    """Return a count that may stand: itself and its rest are large enough, or it is everybody.

    Everybody came to a page, says nothing about anyone; everybody marked it would.
    """
    if count < LEAST:
        return None
    rest = above - count
    return count if rest >= LEAST or (whole and rest == 0) else None


def totals(cells: Iterable[Cell]) -> dict[tuple[Kind, str, Measure], int]:
    """Return the sums of what stands, largest first: "at least so many people"."""
    sums: Counter[tuple[Kind, str, Measure]] = Counter()
    for one in cells:
        if one.shown is not None:
            sums[one.kind, one.id, one.measure] += one.shown
    return dict(sorted(sums.items(), key=_largest_first))


def _largest_first(one: tuple[tuple[Kind, str, Measure], int]) -> tuple[int, tuple[str, ...]]:
    return -one[1], one[0]


def stuck_csv(cells: Iterable[Cell]) -> str:
    """Return the cells as CSV; what is held back is empty."""
    from kiosk.records.export.tables import safe

    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in cells:
        row = (one.first, one.last, one.language, one.kind, one.id, one.measure, one.of, one.shown)
        writer.writerow([safe(cell) for cell in row])
    return out.getvalue()
