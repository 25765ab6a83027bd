"""The hand-off as lines for paper and screen: one page, whatever was marked."""

from collections.abc import Iterator, Sequence

from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.copy import CHOICE, ITEM, LABEL, NOTE, TITLE, VALUE
from kiosk.staff.desk.hand_off import HandOff, Item

# How many items of each kind are printed; as many as fit on the page with all else. The count of
# the rest is printed too, never dropped.
MOST_ITEMS = 8
_FEWER = (6, 5, 4, 3, 2)
# Letters of a line and lines of a page at the smallest size that is printed, on the shorter of the
# two papers; a heading takes more room than a line.
_LETTERS, _LINES, _HEADING = 92, 46, 1.7
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


def hand_off_lines(page: HandOff) -> tuple[CopyLine, ...]:
    """Return the page line by line, with as many items as fit on one sheet."""
    lines = tuple(_lines(page, MOST_ITEMS))
    for most in _FEWER:
        if _height(lines) <= _LINES:
            break
        lines = tuple(_lines(page, most))
    return lines


def screen_lines(page: HandOff) -> tuple[CopyLine, ...]:
    """Return the page line by line with every item: a screen scrolls."""
    return tuple(_lines(page, len(page.items) + len(page.questions)))


def _height(lines: Sequence[CopyLine]) -> float:
    return sum(
        _HEADING if role in (LABEL, TITLE, CHOICE) else 1 + len(text) // _LETTERS
        for role, text in lines
    )


def _lines(page: HandOff, most: int) -> Iterator[CopyLine]:
    yield TITLE, f"Hand-off {page.receipt}"
    if page.demo:
        yield NOTE, DEMO
    yield NOTE, NOT_CONSENT
    yield from ((NOTE, note) for note in page.notes)
    yield LABEL, "Door chosen"
    yield CHOICE, page.door
    yield LABEL, "Ask about first: safety and health topics this person marked"
    yield from _listed(page.warnings, most, _NO_CONDITIONS if page.warnings_known else _UNKNOWN)
    if page.earlier:
        yield LABEL, "Left open by earlier visits"
        yield from _listed(page.earlier, most, "")
    yield LABEL, "Still unclear after explaining"
    yield from _listed(page.unclear, most, "Nothing.")
    if page.explained:
        yield LABEL, "Clear after another explanation"
        yield VALUE, " · ".join(one.text for one in page.explained)
    yield LABEL, "Questions marked, word for word"
    yield from _listed(page.questions, most, "None was marked.")
    yield LABEL, "The visit"
    yield from ((VALUE, f"{name}: {value}") for name, value in facts(page))
    yield LABEL, "After the talk"
    yield from ((ITEM, line) for line in page.since[-most:])
    if not page.since:
        yield VALUE, _NEXT


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
