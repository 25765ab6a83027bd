"""The hand-off as lines for paper and screen: one page, whatever was marked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.copy import CHOICE, ITEM, LABEL, NOTE, TITLE, VALUE
from kiosk.i18n.direction import always_apart, set_apart
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
    _Caps(3, 3, 1, 1, 1, 1),
    _Caps(2, 2, 1, 1, 1, 1),
)
# Tells whether lines fit on one sheet.
Fits = Callable[[Sequence[CopyLine]], bool]
MOST_ITEMS = _CAPS[0].questions
# Letters of a line and lines of a page at the smallest size that is printed, on the shorter of the
# two papers; a heading takes more room than a line.
_LETTERS, _LINES, _HEADING = 92, 46, 1.7
# Arabic letters ask for lines that are taller.
_TALL = 1.5


def hand_off_lines(page: HandOff, fits: Fits | None = None) -> tuple[CopyLine, ...]:
    """Return the page line by line, with as many items as fit on one sheet.

    `fits` measures; without it the lines are reckoned.
    """
    fits = fits or _fits
    tried = (tuple(_lines(page, caps)) for caps in _CAPS)
    fewest = tuple(_lines(page, _CAPS[-1]))
    return next((lines for lines in tried if fits(lines)), fewest)


def screen_lines(page: HandOff) -> tuple[CopyLine, ...]:
    """Return the page line by line with every item: a screen scrolls."""
    every = len(page.items) + len(page.questions) + len(page.since)
    return tuple(_lines(page, _Caps(every, every, every, every, every, every, named=True)))


def _fits(lines: Sequence[CopyLine]) -> bool:
    return _height(lines) <= _LINES


def _height(lines: Sequence[CopyLine]) -> float:
    return sum(
        _HEADING if role in (LABEL, TITLE, CHOICE) else _lines_of(text) for role, text in lines
    )


def _lines_of(text: str) -> float:
    tall = _TALL if any("\u0600" <= letter <= "\u06ff" for letter in text) else 1.0
    return tall * (1 + len(text) // _LETTERS)


def _lines(page: HandOff, caps: _Caps) -> Iterator[CopyLine]:
    words = page.words
    yield TITLE, words.t("Hand-off {receipt}", receipt=page.receipt)
    if page.demo:
        yield NOTE, words.t("SAMPLE. Made with the kiosk’s demo, not with a patient.")
    yield (
        NOTE,
        words.t(
            "This is an acknowledgement of education, not consent to treatment. Whether there is "
            "informed consent, the clinician finds out and records."
        ),
    )
    if words.unreviewed:
        yield NOTE, words.t("Unreviewed translation") + " · Unreviewed translation"
    yield from ((NOTE, note) for note in page.notes)
    yield LABEL, words.t("Door chosen")
    yield CHOICE, page.door
    yield from _first(page, caps)
    yield from _to_talk_about(page, caps)
    yield LABEL, words.t("The visit")
    yield from ((VALUE, fact) for fact in facts(page))
    yield LABEL, words.t("After the talk")
    yield from ((ITEM, line) for line in page.since[-caps.since :])
    if not page.since:
        yield (
            VALUE,
            words.t(
                "At the desk: settle each item or carry it forward, record capacity and what was "
                "discussed, and co-sign with your own PIN."
            ),
        )


def _first(page: HandOff, caps: _Caps) -> Iterator[CopyLine]:
    """Yield what asks for a talk before anything else: marked lines, then marked pages."""
    words = page.words
    yield LABEL, words.t("Ask about first: safety and health topics this person marked")
    if page.lines:
        yield (
            VALUE,
            words.t("Lines marked to talk about. A mark does not say that the person has it; ask."),
        )
        yield from _listed(page, page.lines, caps.lines, "")
    if page.warnings or not page.lines:
        none = words.t("Not known, for the content is not at hand. Look at every question below.")
        if page.warnings_known:
            none = words.t(
                "None was marked. The kiosk asks nobody for conditions, so this says nothing "
                "about health."
            )
        if page.lines:
            yield VALUE, words.t("Pages marked as a whole.")
        short = [replace(one, note="") for one in page.warnings]
        yield from _listed(page, page.warnings if caps.named else short, caps.warnings, none)


def _to_talk_about(page: HandOff, caps: _Caps) -> Iterator[CopyLine]:
    words = page.words
    if page.earlier:
        yield LABEL, words.t("Left open by earlier visits")
        yield from _listed(page, page.earlier, caps.earlier, "")
    yield LABEL, words.t("Still unclear after explaining")
    yield from _listed(page, page.unclear, caps.unclear, words.t("Nothing."))
    if page.explained:
        yield LABEL, words.t("Clear after another explanation")
        yield VALUE, " · ".join(one.text for one in page.explained)
    warned = {one.key for one in page.warnings}
    others = [one for one in page.questions if one.key not in warned]
    asked = words.t("Questions marked, word for word")
    yield LABEL, words.t("Other questions marked, word for word") if page.warnings else asked
    yield from _listed(page, others, caps.questions, words.t("None was marked."))


def facts(page: HandOff) -> Iterator[str]:
    """Yield what else must be known, each with its name, on few lines."""
    words = page.words
    pressed = f"“{_apart(page, page.pressed)}”" if page.pressed else words.t("nothing")
    for some in (
        (
            (words.t("Day"), page.day),
            (words.t("Time taken"), page.minutes),
            (words.t("Reference"), page.reference),
        ),
        (
            (words.t("Language"), page.language),
            (words.t("Interpreter"), page.interpreter),
            (words.t("Helper"), page.helper),
        ),
        (
            (words.t("Representative"), page.representative),
            (words.t("Medicine today"), page.dosed),
        ),
        ((words.t("Way of giving"), page.route), (words.t("Content"), page.content)),
        ((words.t("Pressed"), pressed), (words.t("Standing"), page.standing)),
        ((words.t("Check code"), page.check_code),),
    ):
        yield " · ".join(f"{name}: {_apart(page, value)}" for name, value in some)


def _apart(page: HandOff, text: str) -> str:
    return set_apart(text, rtl=page.words.locale.direction == "rtl")


def _listed(page: HandOff, items: Sequence[Item], most: int, none: str) -> Iterator[CopyLine]:
    if not items:
        yield VALUE, none
    for one in items[:most]:
        yield ITEM, line(one)
    if len(items) > most:
        more = len(items) - most
        yield (
            ITEM,
            page.words.n(
                "and {count} more; the desk shows them all",
                "and {count} more; the desk shows them all",
                more,
            ),
        )


def line(item: Item) -> str:
    """Return an item on one line: the words, those the person saw, and what was done."""
    # Set apart whatever the language around: it has a direction of its own.
    own = f" [{item.tongue}: {always_apart(item.own)}]" if item.own else ""
    note = f" ({item.note})" if item.note else ""
    return f"{item.text}{own}{note}"
