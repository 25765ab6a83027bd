"""From a visit to its view: picks the words, the lesson and the region."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.content.blocks import Lesson, Pack, Page, Region
from kiosk.content.telling import lines_to_tell
from kiosk.domain.acknowledgement import PackRef
from kiosk.domain.plan import ChapterPlan, IdeaPlan, PagePlan, Plan, TopicPlan
from kiosk.domain.session import Session, Step
from kiosk.i18n.catalogue import Words, words_for
from kiosk.i18n.direction import set_apart
from kiosk.i18n.locales import locale_for
from kiosk.staff.languages import is_reviewed
from kiosk.ui.views.context import Offered, Showing

if TYPE_CHECKING:
    from kiosk.content.glossary import Term

WORDS_PER_SECOND = 150 / 60
LEAST_PAGE_SECONDS = 4.0


@dataclass(frozen=True)
class Presenter:
    """What does not change between visits."""

    pack: Pack
    region: Region | None
    tags: tuple[str, ...]
    clinic: str
    help_text: str = ""
    speak: Callable[[str], Words] = words_for
    sounds: bool = False
    paces: bool = True
    calls: bool = False

    def showing(self, session: Session, now: float) -> Showing:
        """Return everything a view of this visit is built from."""
        tag = session.settings.language
        words = self.speak(tag)
        # Welcome explains no word, and nothing of it waits for a look through the whole lesson.
        welcome = session.place.step is Step.WELCOME and session.overlay is None
        # The clinic writes it in one language; in a page of another it keeps its own direction.
        way = set_apart(self.help_text, rtl=words.locale.direction == "rtl")
        return Showing(
            words=words,
            lesson=self.lesson(tag).for_route(session.route),
            pack=self.pack,
            region=self.region,
            languages=self.languages(),
            clinic=self.clinic,
            help_text=way,
            now=now,
            speak=self.speak,
            sounds=self.sounds,
            paces=self.paces,
            calls=self.calls,
            terms=() if welcome else self._terms(tag),
        )

    def lesson(self, tag: str) -> Lesson:
        """Return the lesson of a language; an invented language shows the source words."""
        lessons = self.pack.lessons
        return lessons.get(tag) or lessons[locale_for(tag).content_tag]

    def _terms(self, tag: str) -> "tuple[Term, ...]":
        """Return the words a lesson explains; looked for once, for each page asks for them."""
        from kiosk.content.glossary import terms_of

        if tag not in self._known_terms:
            self._known_terms[tag] = tuple(terms_of(self.lesson(tag)))
        return self._known_terms[tag]

    @cached_property
    def _known_terms(self) -> "dict[str, tuple[Term, ...]]":
        return {}

    def languages(self) -> tuple[Offered, ...]:
        """Return each language offered, and whether a reviewer is on record for it."""
        known = {one.tag: is_reviewed(one) for one in self.pack.info.languages}
        return tuple(Offered(tag, locale_for(tag).name, known.get(tag, False)) for tag in self.tags)


def plan_of(
    pack: Pack,
    language: str,
    *,
    mode: str,
    rotate_doors: bool = False,
    keep_abandoned: bool = False,
) -> Plan:
    """Return the journey of a pack: ids and reading times, from one of its languages."""
    lesson = pack.lessons[language]
    info = pack.info
    return Plan(
        pack=PackRef(info.id, info.version, info.digest, language),
        chapters=tuple(
            ChapterPlan(chapter.id, tuple(_page(page) for page in chapter.pages))
            for chapter in lesson.chapters
        ),
        faq=lesson.faq_id,
        topics=tuple(_topic(lesson, topic.id) for topic in lesson.topics),
        ideas=tuple(
            IdeaPlan(
                check.id,
                len(check.choices),
                next(index for index, choice in enumerate(check.choices) if choice.right),
                len(check.reteach),
                check.safety,
            )
            for check in lesson.checks
        ),
        mode=mode,
        rotate_doors=rotate_doors,
        keep_abandoned=keep_abandoned,
    )


def _page(page: Page) -> PagePlan:
    lines = len(lines_to_tell(page))
    return PagePlan(page.id, _seconds(page), page.routes, lines, page.short)


def _seconds(page: Page) -> float:
    return max(LEAST_PAGE_SECONDS, page.words / WORDS_PER_SECOND)


def _topic(lesson: Lesson, topic: str) -> TopicPlan:
    pages = (
        page.id
        for chapter in lesson.chapters
        if chapter.id == lesson.faq_id
        for page in chapter.pages
        if page.topic == topic
    )
    return TopicPlan(topic, tuple(pages))
