"""Everything a view is built from besides the visit itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.content.blocks import Chapter, Check, Lesson, Pack, Page, Region
from kiosk.content.telling import line_words
from kiosk.domain import events as ev
from kiosk.domain.journey import progress
from kiosk.domain.marks import line_of, page_of
from kiosk.domain.session import Session
from kiosk.i18n.catalogue import Words
from kiosk.i18n.dates import day_words
from kiosk.i18n.direction import set_apart
from kiosk.ui.verbs import say
from kiosk.ui.views.sheet import FootButton, StepLine

if TYPE_CHECKING:
    from kiosk.content.glossary import Term


@dataclass(frozen=True, slots=True)
class Offered:
    """A language to choose, by its name in itself."""

    tag: str
    name: str
    reviewed: bool


@dataclass(frozen=True)
class Showing:
    """The words, the lesson and the place; now is monotonic seconds, speak finds other words.

    sounds says that this kiosk can play a sound, paces that it can at other speeds than the
    usual one, calls that it can call a desk.
    """

    words: Words
    lesson: Lesson
    pack: Pack
    region: Region | None
    languages: tuple[Offered, ...]
    clinic: str
    help_text: str
    now: float
    speak: Callable[[str], Words]
    sounds: bool = False
    paces: bool = True
    calls: bool = False
    terms: "tuple[Term, ...]" = ()

    def t(self, msgid: str, **values: object) -> str:
        """Return a sentence of the program in this language."""
        return self.words.t(msgid, **values)

    def listed(self, parts: Iterable[str]) -> str:
        """Return several names as one text, with the comma of this language between them."""
        return self.comma.join(parts)

    @property
    def comma(self) -> str:
        """The comma of this language, and the space after it."""
        return self.t(", ")

    def chapter(self, index: int) -> Chapter:
        """Return a chapter by its place."""
        return self.lesson.chapters[index]

    def page(self, page_id: str) -> Page | None:
        """Return any page by its id, also one that this visit's way of giving leaves out."""
        whole = self.pack.lessons.get(self.lesson.language, self.lesson)
        every = (page for chapter in whole.chapters for page in chapter.pages)
        return next((page for page in every if page.id == page_id), None)

    def marked(self, mark: str) -> tuple[str, str]:
        """Return the words of a mark: the title of its page, and the marked line of it or ""."""
        page = self.page(page_of(mark))
        if page is None:
            return "", ""
        return page.title, line_words(page, line_of(mark))

    def check(self, index: int) -> Check:
        """Return a check question by its place."""
        return self.lesson.checks[index]

    def day(self, iso: str) -> str:
        """Return a day (YYYY-MM-DD) as people write it in this language."""
        return day_words(self.words, iso)

    def unreviewed(self, tag: str) -> str:
        """Return in a language itself that nobody qualified has read it; empty when one has."""
        reviewed = next((one.reviewed for one in self.languages if one.tag == tag), False)
        if reviewed:
            return ""
        text = self.speak(tag).t("Draft words. Not yet reviewed.")
        return set_apart(text, rtl=self.words.locale.direction == "rtl")

    def edition(self) -> str:
        """Return the version and the date of the information, and that it is a draft if so."""
        info = self.pack.info
        text = self.t(
            "Information last checked on {date}. Version {version}.",
            date=self.day(info.sources_date),
            version=info.version,
        )
        if info.status == "approved":
            return text
        return text + " " + self.t("A draft: no clinician has approved it.")

    def problem(self, what: str) -> str:
        """Return what is wrong and what to do, said as a problem; nothing, where nothing is."""
        return f"{self.t('There is a problem.')} {what}" if what else ""

    def back(self) -> FootButton:
        """Return the Back button."""
        return FootButton(self.t("Back"), say(ev.WentBack))

    def onward(self, text: str = "") -> FootButton:
        """Return the Continue button, or one with another word on it."""
        return FootButton(text or self.t("Continue"), say(ev.Continued))

    def close(self, text: str = "") -> FootButton:
        """Return the button that goes back to the page beneath."""
        return FootButton(
            text or self.t("Back to my page"), say(ev.Closed), short=self.t("My page")
        )

    def step(self, session: Session) -> StepLine | None:
        """Return the step line of a visit."""
        now = progress(session)
        if now is None:
            return None
        left = self.words.n(
            "Step {step} of {of}. About {count} minute left.",
            "Step {step} of {of}. About {count} minutes left.",
            now.minutes,
            step=now.step,
            of=now.of,
        )
        short = self.t("Step {step} of {of}.", step=now.step, of=now.of)
        return StepLine(now.step, now.of, left, short)
