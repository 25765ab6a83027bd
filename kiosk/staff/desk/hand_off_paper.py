"""The hand-off as lines for paper and screen: one page, whatever was marked."""

from collections.abc import Iterator, Sequence

from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.copy import CHOICE, ITEM, LABEL, NOTE, TITLE, VALUE
from kiosk.staff.desk.hand_off import HandOff, Item

# More would not fit on the page with all else; the count of the rest is printed, never dropped.
MOST_ITEMS = 8
NOT_CONSENT = (
    "This is an acknowledgement of education, not consent to treatment. Whether there is informed "
    "consent, the clinician finds out and records."
)
DEMO = "SAMPLE. Made with the kiosk’s demo, not with a patient."
_NO_CONDITIONS = (
    "None was marked. The kiosk asks nobody for conditions, so this says nothing about health."
)


def hand_off_lines(page: HandOff) -> Iterator[CopyLine]:
    """Yield the page line by line."""
    yield TITLE, f"Hand-off {page.receipt}"
    if page.demo:
        yield NOTE, DEMO
    yield NOTE, NOT_CONSENT
    yield from ((NOTE, note) for note in page.notes)
    yield LABEL, "Door chosen"
    yield CHOICE, page.door
    yield LABEL, "To ask about first: health topics this person marked"
    yield from _listed(page.warnings, _NO_CONDITIONS)
    yield LABEL, "Still unclear after explaining"
    yield from _listed(page.unclear, "Nothing.")
    if page.explained:
        yield LABEL, "Clear after another explanation"
        yield VALUE, " · ".join(one.text for one in page.explained)
    yield LABEL, "Questions marked, word for word"
    yield from _listed(page.questions, "None was marked.")
    yield LABEL, "The visit"
    yield from ((VALUE, f"{name}: {value}") for name, value in facts(page))


def facts(page: HandOff) -> tuple[tuple[str, str], ...]:
    """Return what else must be known, each with its name, short enough to stand on few lines."""
    return (
        ("Day", f"{page.day} · Time taken: {page.minutes} · Reference: {page.reference}"),
        ("Language", f"{page.language} · Interpreter: {page.interpreter} · Helper: {page.helper}"),
        ("Way of giving", f"{page.route} · Content: {page.content}"),
        ("Pressed", f"“{page.pressed}” · Standing: {page.standing}"),
        ("Check code", page.check_code),
    )


def _listed(items: Sequence[Item], none: str) -> Iterator[CopyLine]:
    if not items:
        yield VALUE, none
    for one in items[:MOST_ITEMS]:
        yield ITEM, line(one)
    if len(items) > MOST_ITEMS:
        yield ITEM, f"and {len(items) - MOST_ITEMS} more; the desk shows them all"


def line(item: Item) -> str:
    """Return an item on one line: the words, those the person saw, and what was done."""
    own = f" [{item.own}]" if item.own else ""
    note = f" ({item.note})" if item.note else ""
    return f"{item.text}{own}{note}"
