"""The hand-off as lines for paper and screen: one page, whatever was marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.copy import CHOICE, ITEM, LABEL, NOTE, TITLE, VALUE
from kiosk.staff.desk.hand_off import HandOff, Item


@dataclass(frozen=True, slots=True)
class _Caps:
    """How many items of each kind are listed; the count of the rest is, never dropped.

    `named` adds what the pages of the warnings ask people to tell.
    """

    lines: int
    warnings: int
    earlier: int
    unclear: int
    questions: int
    since: int
    named: bool = False


# As many as fit on the page with all else. What asks for a talk first gives way last.
_CAPS = (
    _Caps(24, 8, 8, 8, 8, 4, named=True),
    _Caps(16, 8, 6, 6, 6, 2, named=True),
    _Caps(16, 8, 8, 8, 8, 4),
    _Caps(12, 8, 6, 6, 6, 2),
    _Caps(8, 8, 4, 6, 4, 1),
    _Caps(8, 6, 3, 4, 4, 1),
    _Caps(8, 5, 2, 3, 2, 1),
    _Caps(6, 4, 2, 2, 2, 1),
    _Caps(4, 4, 1, 2, 1, 1),
)
MOST_ITEMS = _CAPS[0].questions
# Letters of a line and lines of a page at the smallest size that is printed, on the shorter of the
# two papers; a heading takes more room than a line.
_LETTERS, _LINES, _HEADING = 92, 46, 1.7
# Arabic letters ask for lines that are taller.
_TALL = 1.5
NOT_CONSENT = (
    "This is an acknowledgement of education, not consent to treatment. Whether there is informed "
    "consent, the clinician finds out and records."
)
DEMO = "SAMPLE. Made with the kiosk’s demo, not with a patient."
_NEXT = (
    "At the desk: settle each item or carry it forward, record capacity and what was discussed, "
    "and co-sign with your own PIN."
)
_UNKNOWN = "Not known, for the content is not at hand. Look at every question below."
_NO_CONDITIONS = (
    "None was marked. The kiosk asks nobody for conditions, so this says nothing about health."
)
_ONLY_MARKED = "Lines marked to talk about. A mark does not say that the person has it; ask."


def hand_off_lines(page: HandOff) -> tuple[CopyLine, ...]:
    """Return the page line by line, with as many items as fit on one sheet."""
    tried = (tuple(_lines(page, caps)) for caps in _CAPS)
    fewest = tuple(_lines(page, _CAPS[-1]))
    return next((lines for lines in tried if _height(lines) <= _LINES), fewest)


def screen_lines(page: HandOff) -> tuple[CopyLine, ...]:
    """Return the page line by line with every item: a screen scrolls."""
    every = len(page.items) + len(page.questions) + len(page.since)
    return tuple(_lines(page, _Caps(every, every, every, every, every, every, named=True)))


def _height(lines: Sequence[CopyLine]) -> float:
    return sum(
        _HEADING if role in (LABEL, TITLE, CHOICE) else _lines_of(text) for role, text in lines
    )


def _lines_of(text: str) -> float:
    tall = _TALL if any("\u0600" <= letter <= "\u06ff" for letter in text) else 1.0
    return tall * (1 + len(text) // _LETTERS)


def _lines(page: HandOff, caps: _Caps) -> Iterator[CopyLine]:
    yield TITLE, f"Hand-off {page.receipt}"
    if page.demo:
        yield NOTE, DEMO
    yield NOTE, NOT_CONSENT
    yield from ((NOTE, note) for note in page.notes)
    yield LABEL, "Door chosen"
    yield CHOICE, page.door
    yield from _to_talk_about(page, caps)
    yield LABEL, "The visit"
    yield from ((VALUE, f"{name}: {value}") for name, value in facts(page))
    yield LABEL, "After the talk"
    yield from ((ITEM, line) for line in page.since[-caps.since :])
    if not page.since:
        yield VALUE, _NEXT


def _to_talk_about(page: HandOff, caps: _Caps) -> Iterator[CopyLine]:
    yield LABEL, "Ask about first: safety and health topics this person marked"
    if page.lines:
        yield VALUE, _ONLY_MARKED
        yield from _listed(page.lines, caps.lines, "")
    none = _NO_CONDITIONS if page.warnings_known else _UNKNOWN
    short = [replace(one, note="") for one in page.warnings]
    if page.warnings or not page.lines:
        yield from _listed(page.warnings if caps.named else short, caps.warnings, none)
    if page.earlier:
        yield LABEL, "Left open by earlier visits"
        yield from _listed(page.earlier, caps.earlier, "")
    yield LABEL, "Still unclear after explaining"
    yield from _listed(page.unclear, caps.unclear, "Nothing.")
    if page.explained:
        yield LABEL, "Clear after another explanation"
        yield VALUE, " · ".join(one.text for one in page.explained)
    warned = {one.key for one in page.warnings}
    others = [one for one in page.questions if one.key not in warned]
    other = "Other q" if page.warnings else "Q"
    yield LABEL, f"{other}uestions marked, word for word"
    yield from _listed(others, caps.questions, "None was marked.")


def facts(page: HandOff) -> tuple[tuple[str, str], ...]:
    """Return what else must be known, each with its name, short enough to stand on few lines."""
    return (
        ("Day", f"{page.day} · Time taken: {page.minutes} · Reference: {page.reference}"),
        ("Language", f"{page.language} · Interpreter: {page.interpreter} · Helper: {page.helper}"),
        ("Representative", f"{page.representative} · Medicine today: {page.dosed}"),
        ("Way of giving", f"{page.route} · Content: {page.content}"),
        ("Pressed", f"{_quoted(page.pressed)} · Standing: {page.standing}"),
        ("Check code", page.check_code),
    )


def _quoted(pressed: str) -> str:
    return f"“{pressed}”" if pressed else "nothing"


def _listed(items: Sequence[Item], most: int, none: str) -> Iterator[CopyLine]:
    if not items:
        yield VALUE, none
    for one in items[:most]:
        yield ITEM, line(one)
    if len(items) > most:
        yield ITEM, f"and {len(items) - most} more; the desk shows them all"


def line(item: Item) -> str:
    """Return an item on one line: the words, those the person saw, and what was done."""
    own = f" [{item.own}]" if item.own else ""
    note = f" ({item.note})" if item.note else ""
    return f"{item.text}{own}{note}"
