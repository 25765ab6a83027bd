"""What of three expert lists a program could confirm in a pack, and what people must judge.

A report never adds up to a score: two trained people have to give that.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.content.arranged import Timeline
from kiosk.content.blocks import Block, Bullets, Callout, Figure, IconArray, Lesson, Page
from kiosk.content.check import Checked
from kiosk.content.standards import ITEMS, Item
from kiosk.content.wording import lesson_wording

State: TypeAlias = Literal["confirmed", "part", "person", "missing", "not applicable"]
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the report; `judge` is left to people.

    A program settles a "confirmed" item, sees a sign of a "part" one, nothing of a "person" one.
    """

    standard: str
    id: str
    words: str
    state: State
    found: str
    judge: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a program can see in the pack's first language."""

    lesson: Lesson
    checked: Checked
    checks: str

    @property
    def pages(self) -> Iterator[tuple[str, Page]]:
        return ((one.id, page) for one in self.lesson.chapters for page in one.pages)

    def broken(self, *rules: str) -> int:
        """How many problems of these rules the check has found."""
        return sum(one.rule in rules for one in self.checked.problems)

    def blocks(self, *kinds: type[Block]) -> list[str]:
        """The places of blocks of these kinds."""
        return [
            f"{stem}#{page.id}"
            for stem, page in self.pages
            if any(isinstance(block, kinds) for block in page.blocks)
        ]

    def element(self, element: str) -> list[str]:
        """The pages that cover an element of the consent list."""
        return [f"{stem}#{page.id}" for stem, page in self.pages if element in page.elements]


def report(checked: Checked) -> tuple[Line, ...]:
    """One line for each item; empty when the pack could not be read at all."""
    if checked.parsed is None or not checked.parsed.pack.lessons:
        return ()
    lesson = next(iter(checked.parsed.pack.lessons.values()))
    facts = _Facts(lesson, checked, checked.parsed.manifest.checks)
    return tuple(_line(item, facts) for item in ITEMS)


def _line(item: Item, facts: _Facts) -> Line:
    state: State = "person"
    found = ""
    if item.asks:
        state, found = _answer(item.asks, facts)
    if state == "confirmed" and item.judge:
        state = "part"
    return Line(item.standard, item.id, item.words, state, found, item.judge)


def _answer(asks: str, facts: _Facts) -> tuple[State, str]:
    if asks in _QUESTIONS:
        return _QUESTIONS[asks](facts)
    elements = asks.split()
    places = {one: facts.element(one) for one in elements}
    lacking = [one for one in elements if not places[one]]
    if lacking:
        return "missing", f"no page is marked for {', '.join(lacking)}"
    return "confirmed", "; ".join(f"{one}: {_some(places[one])}" for one in elements)


def _some(places: list[str]) -> str:
    more = len(places) - _MOST_PLACES
    return ", ".join(places[:_MOST_PLACES]) + (f" and {more} more" if more > 0 else "")


def _unbroken(facts: _Facts, good: str, *rules: str) -> tuple[State, str]:
    broken = facts.broken(*rules)
    return ("missing", f"problems of this kind: {broken}") if broken else ("confirmed", good)


def _present(places: list[str], what: str) -> tuple[State, str]:
    return ("confirmed", f"{what}: {_some(places)}") if places else ("missing", f"no {what}")


def _title(facts: _Facts) -> tuple[State, str]:
    title = facts.checked.parsed.manifest.title if facts.checked.parsed else ""
    return _present([title] if title else [], "title")


def _selling(facts: _Facts) -> tuple[State, str]:
    return _unbroken(facts, "no sentence sells, by the list of banned words", "words")


def _reading(facts: _Facts) -> tuple[State, str]:
    measured = [one for one in facts.checked.readings if one.figure is not None]
    if not measured:
        return "person", "no reading measure exists for the first language"
    figures = ", ".join(f"{one.language}/{one.chapter} {one.figure}" for one in measured)
    return _unbroken(facts, figures, "grade", "length")


def _terms(facts: _Facts) -> tuple[State, str]:
    return _unbroken(facts, "each word of the hard list is explained at first use", "term")


def _numbers(facts: _Facts) -> tuple[State, str]:
    return _unbroken(facts, "each number stands in a cited claim", "number", "comparison")


def _comparisons(facts: _Facts) -> tuple[State, str]:
    return _unbroken(facts, "each chance stands beside its comparison", "comparison")


def _same_base(facts: _Facts) -> tuple[State, str]:
    odd = [
        f"{one.stem}.md:{one.line}"
        for one in lesson_wording(facts.lesson, facts.checks)
        if "%" in one.text or "1,000" in one.text or "10,000" in one.text
    ]
    if odd:
        return "person", f"not in 100: {_some(odd)}"
    return "confirmed", "every chance is in 100"


def _short_pages(facts: _Facts) -> tuple[State, str]:
    return _unbroken(facts, "no page is over its budget of words", "budget", "length")


def _headings(facts: _Facts) -> tuple[State, str]:
    count = sum(1 for _ in facts.pages)
    return "confirmed", f"each of {count} pages has a heading"


def _summary(facts: _Facts) -> tuple[State, str]:
    places = [f"{stem}#{page.id}" for stem, page in facts.pages if "recap" in page.id]
    return ("confirmed", f"summary: {_some(places)}") if places else ("person", "none is marked")


def _cues(facts: _Facts) -> tuple[State, str]:
    return _present(facts.blocks(Callout, Bullets), "box or list")


def _lists(facts: _Facts) -> tuple[State, str]:
    return _present(facts.blocks(Bullets, Timeline), "list")


def _captions(facts: _Facts) -> tuple[State, str]:
    bare = [
        f"{stem}.md:{block.line}"
        for stem, page in facts.pages
        for block in page.blocks
        if isinstance(block, Figure) and not block.caption
    ]
    if bare:
        return "person", f"words for who cannot see, but no caption: {_some(bare)}"
    return "confirmed", "each picture has words for who cannot see it, and a caption"


def _no_tables(_: _Facts) -> tuple[State, str]:
    return "not applicable", "the format has no tables"


def _no_sums(_: _Facts) -> tuple[State, str]:
    return "not applicable", "nothing is left to calculate; see U7"


def _actions(facts: _Facts) -> tuple[State, str]:
    places = [
        f"{stem}#{page.id}"
        for stem, page in facts.pages
        if any(isinstance(one, Callout) and one.kind in _DOING for one in page.blocks)
    ]
    return _present(places, "box that says what to do")


_DOING = ("TELL", "ASK", "SAFETY")


def _you(facts: _Facts) -> tuple[State, str]:
    texts = [one.text.casefold() for one in lesson_wording(facts.lesson, facts.checks)]
    spoken = sum("you" in text.replace("'", " ").split() for text in texts)
    if not facts.lesson.language.startswith("en"):
        return "person", "looked for in English only"
    return ("confirmed", f"“you” in {spoken} texts") if spoken else ("missing", "no “you”")


def _tools(facts: _Facts) -> tuple[State, str]:
    asked = [
        f"{stem}#{page.id}"
        for stem, page in facts.pages
        if any(isinstance(one, Callout) and one.kind == "ASK" for one in page.blocks)
    ]
    return _present(asked, "list of questions to ask")


def _charts(facts: _Facts) -> tuple[State, str]:
    arrays = facts.blocks(IconArray)
    if not arrays:
        return "not applicable", "no charts"
    return "person", f"charts: {_some(arrays)}"


def _arrays(facts: _Facts) -> tuple[State, str]:
    return _present(facts.blocks(IconArray), "picture of people out of 100")


def _balance(facts: _Facts) -> tuple[State, str]:
    good = sum(page.words for _, page in facts.pages if "C05" in page.elements)
    bad = sum(page.words for _, page in facts.pages if {"C07", "C08", "C09"} & set(page.elements))
    return "person", f"words on pages of benefit: {good}; of harm: {bad}"


def _evidence(facts: _Facts) -> tuple[State, str]:
    parsed = facts.checked.parsed
    count = len(parsed.pack.evidence) if parsed else 0
    return _unbroken(facts, f"each sentence cites a claim; claims: {count}", "cite", "verdict")


def _dates(facts: _Facts) -> tuple[State, str]:
    info = facts.checked.parsed.pack.info if facts.checked.parsed else None
    days = f"sources of {info.sources_date}, review by {info.review_by}" if info else ""
    return _unbroken(facts, days, "review")


def _policy(facts: _Facts) -> tuple[State, str]:
    text = facts.checked.parsed.manifest.update_policy if facts.checked.parsed else ""
    return _present([text] if text else [], "update policy")


def _funding(facts: _Facts) -> tuple[State, str]:
    text = facts.checked.parsed.manifest.funding if facts.checked.parsed else ""
    if text.casefold().startswith("not yet"):
        return "missing", text
    return _present([text] if text else [], "funding")


def _treatment(_: _Facts) -> tuple[State, str]:
    return "not applicable", "the pack is about a treatment"


_QUESTIONS: dict[str, Callable[[_Facts], tuple[State, str]]] = {
    "title": _title,
    "no-selling": _selling,
    "reading": _reading,
    "terms": _terms,
    "numbers": _numbers,
    "comparisons": _comparisons,
    "same-base": _same_base,
    "short-pages": _short_pages,
    "headings": _headings,
    "summary": _summary,
    "cues": _cues,
    "lists": _lists,
    "captions": _captions,
    "no-tables": _no_tables,
    "no-sums": _no_sums,
    "actions": _actions,
    "you": _you,
    "tools": _tools,
    "charts": _charts,
    "arrays": _arrays,
    "balance": _balance,
    "evidence": _evidence,
    "dates": _dates,
    "policy": _policy,
    "funding": _funding,
    "treatment": _treatment,
}
