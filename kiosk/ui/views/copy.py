"""The words of the patient's copy, made from a visit when its last button is pressed."""

from datetime import datetime

from kiosk.domain.acknowledgement import Acknowledgement, CopyLine, Door, receipt_number
from kiosk.domain.copy import CHOICE, ITEM, LABEL, LETTERS, NOTE, NUMBER, TITLE, VALUE
from kiosk.domain.marks import in_copy
from kiosk.i18n.catalogue import Words
from kiosk.i18n.locales import locale_for
from kiosk.ui.views.closing import door_name, what_next
from kiosk.ui.views.context import Showing


def copy_words(showing: Showing, entry: Acknowledgement, letters: str) -> tuple[CopyLine, ...]:
    """Return the words line by line; the last line holds the letters that keep them unguessed."""
    lines: list[CopyLine] = [(TITLE, showing.t("Your copy"))]
    if entry.mode == "demo":
        lines.append((NOTE, showing.t("Sample content. Not for patient care.")))
    lines += [
        (
            NOTE,
            showing.t(
                "This paper is not consent to treatment. It shows what you went through and what "
                "you chose."
            ),
        ),
        (LABEL, showing.t("Your receipt number")),
        (NUMBER, receipt_number(entry.session)),
        (LABEL, showing.t("You chose")),
        (CHOICE, door_name(showing, entry.door)),
        *_questions(showing, entry),
        (LABEL, showing.t("What happens next")),
        *((VALUE, line) for line in _next(showing, entry.door)),
        *_read(showing, entry),
        (LABEL, showing.t("Letters of this copy")),
        (LETTERS, letters),
    ]
    return tuple(lines)


def beside_code(words: Words, check_code: str) -> tuple[str, ...]:
    """Return what stands beside the code."""
    return (
        words.t("Is this copy genuine?"),
        words.t(
            "Anyone can check it on any computer, without the internet. Open the page "
            "anteroom-verify.html there. Put in the words above and this code."
        ),
        words.t("Check code: {code}", code=check_code) if check_code else "",
    )


def _questions(showing: Showing, entry: Acknowledgement) -> list[CopyLine]:
    marked = (showing.marked(flag) for flag in entry.flags)
    titles = [in_copy(title, line) for title, line in marked if title]
    none = (VALUE, showing.t("You marked no questions. You can still ask anything."))
    asked: list[CopyLine] = [(ITEM, title) for title in titles] or [none]
    return [(LABEL, showing.t("What you want to ask")), *asked]


def _next(showing: Showing, door: Door) -> tuple[str, str]:
    return what_next(showing, door), showing.t(
        "You can change your mind at any time. Tell our staff."
    )


def _read(showing: Showing, entry: Acknowledgement) -> list[CopyLine]:
    info = showing.pack.info
    day = showing.day(datetime.fromisoformat(entry.decided.utc).astimezone().date().isoformat())
    title = info.title_for(entry.pack.language)
    language = locale_for(entry.pack.language).name
    unreviewed = showing.unreviewed(showing.words.locale.tag)
    return [
        (LABEL, showing.t("What you read, and when")),
        (VALUE, showing.t("{title}, in {language}.", title=title, language=language)),
        *((VALUE, line) for line in (showing.edition(), unreviewed) if line),
        (VALUE, showing.t("You pressed “{meaning}” on {day}.", meaning=entry.meaning, day=day)),
    ]
