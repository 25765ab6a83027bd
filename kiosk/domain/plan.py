"""What a visit will walk through: ids and reading times, no words."""

from dataclasses import dataclass, replace

from kiosk.domain.acknowledgement import PackRef
from kiosk.domain.marks import line_mark


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page; seconds is its reading time at 150 words a minute; no routes means every route.

    lines is how many of its lines may be marked one by one, short that the short way has it.
    """

    id: str
    seconds: float = 20.0
    routes: tuple[str, ...] = ()
    lines: int = 0
    short: bool = False

    @property
    def marks(self) -> frozenset[str]:
        """Every mark a person may set on it."""
        lines = range(1, self.lines + 1)
        return frozenset((self.id, *(line_mark(self.id, one) for one in lines)))


@dataclass(frozen=True, slots=True)
class ChapterPlan:
    """One chapter and its pages in order."""

    id: str
    pages: tuple[PagePlan, ...]

    @property
    def seconds(self) -> float:
        """Reading time of the whole chapter in seconds."""
        return sum(page.seconds for page in self.pages)


@dataclass(frozen=True, slots=True)
class IdeaPlan:
    """One check question: how many choices, which is right, how many re-teach texts."""

    id: str
    choices: int
    right: int
    reteach: int = 1
    safety: bool = False


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """One FAQ topic and the ids of its questions in order."""

    id: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The journey of one pack in one language; `whole` is where one for a route was cut from."""

    pack: PackRef
    chapters: tuple[ChapterPlan, ...]
    faq: str
    topics: tuple[TopicPlan, ...] = ()
    ideas: tuple[IdeaPlan, ...] = ()
    mode: str = "demo"
    rotate_doors: bool = False
    keep_abandoned: bool = False
    whole: "Plan | None" = None

    def for_route(self, route: str | None) -> "Plan":
        """Return the journey for one way of giving the medicine; with none, every page."""
        whole = self.whole or self
        if not route:
            return whole
        chapters = tuple(
            replace(one, pages=tuple(p for p in one.pages if not p.routes or route in p.routes))
            for one in whole.chapters
        )
        shown = {page.id for one in chapters for page in one.pages}
        asked = (
            TopicPlan(one.id, tuple(page for page in one.questions if page in shown))
            for one in whole.topics
        )
        return replace(
            whole,
            chapters=tuple(one for one in chapters if one.pages),
            topics=tuple(one for one in asked if one.questions),
            whole=whole,
        )

    @property
    def has_short(self) -> bool:
        """Whether there is a short way: some pages are on it, and others it leaves out."""
        return bool(self.left_out) and any(page.short for one in self._read for page in one.pages)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ids of the pages that the short way leaves out, in order."""
        return tuple(page.id for one in self._read for page in one.pages if not page.short)

    @property
    def _read(self) -> tuple[ChapterPlan, ...]:
        """The chapters that are read page by page."""
        return tuple(one for one in self.chapters if one.id != self.faq)

    def chapter(self, index: int) -> ChapterPlan:
        """Return the chapter at a place's index."""
        return self.chapters[index]

    def is_faq(self, index: int) -> bool:
        """Say whether the chapter at this index is the FAQ."""
        return self.chapters[index].id == self.faq

    def chapter_index(self, chapter: str) -> int | None:
        """Return where a chapter stands, or None if the plan has no such chapter."""
        for index, one in enumerate(self.chapters):
            if one.id == chapter:
                return index
        return None

    def flaggable(self) -> frozenset[str]:
        """Return every mark a person may set: a page to ask about, or a line of one."""
        pages = (page for chapter in self.chapters for page in chapter.pages)
        return frozenset(mark for page in pages for mark in page.marks)

    def topic(self, topic: str) -> TopicPlan | None:
        """Return one FAQ topic, or None."""
        return next((one for one in self.topics if one.id == topic), None)
