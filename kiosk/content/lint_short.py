"""How long the two ways take, and that the short one leaves out nothing nobody may miss."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.blocks import Lesson, Page
from kiosk.content.lint_lesson import consent_chapter, required_of, told
from kiosk.content.problems import Problem
from kiosk.content.scope import Scope
from kiosk.content.wording import page_wording

# Acceptance row A-121.
MOST_MINUTES = 6.0
AIM_MINUTES = 15.0
WORDS_A_MINUTE = 150


@dataclass(frozen=True, slots=True)
class ShortWay:
    """How long the short way takes to read, and all pages; route is "" where none is known."""

    language: str
    route: str
    minutes: float
    of: float


def short_ways(scope: Scope) -> list[ShortWay]:
    """The times of one language for each way of giving; none where no page is on a short way."""
    if not any(page.short for page in _read(scope.lesson)):
        return []
    return [_times(scope.lesson, route) for route in _routes(scope)]


def short_faults(scope: Scope) -> Iterator[Problem]:
    """A short way that is too long, that leaves out a required claim, or that is not walked."""
    lesson = scope.lesson
    for chapter in lesson.chapters:
        for page in chapter.pages:
            if page.short and chapter.id == lesson.faq_id:
                message = "“short” belongs only on pages that are read one after the other."
                yield scope.fault((chapter.id, page.line), "short", message)
    for one in short_ways(scope):
        yield from _way_faults(one, scope)
    yield from _long_faults(scope)


def _long_faults(scope: Scope) -> Iterator[Problem]:
    """Pages that take too long; where the way is not known, those of every way are shown."""
    for way in (_times(scope.lesson, one) for one in scope.parsed.pack.info.routes or ("",)):
        if way.of > AIM_MINUTES:
            message = (
                f"All pages{f' for “{way.route}”' if way.route else ''} take {way.of:.1f} minutes; "
                f"aim for {AIM_MINUTES:.0f}. Say less twice, or move a page to the questions."
            )
            yield scope.fault(_place(scope), "long", message, "warning")


def _place(scope: Scope) -> tuple[str, int]:
    chapter = consent_chapter(scope.lesson)
    return chapter.id if chapter else scope.lesson.chapters[0].id, 1


def _way_faults(way: ShortWay, scope: Scope) -> Iterator[Problem]:
    place = _place(scope)
    name = f"for “{way.route}”" if way.route else "where no way of giving is known"
    if way.minutes > MOST_MINUTES:
        message = (
            f"The short way {name} takes {way.minutes:.1f} minutes; it may take "
            f"{MOST_MINUTES:.0f}. Take “short” off a page, or say it in fewer words."
        )
        yield scope.fault(place, "short", message)
    texts = [
        text
        for page in _read(scope.lesson)
        if page.short and page.fits(way.route)
        for text in page_wording(page, place[0])
    ]
    said = told(texts, scope)
    for claim in required_of(scope):
        if claim not in said:
            message = f"The short way {name} leaves out {claim}. Put “short” on its page."
            yield scope.fault(place, "short", message)


def _times(lesson: Lesson, route: str) -> ShortWay:
    pages = [page for page in _read(lesson) if page.fits(route)]
    short = sum(page.words for page in pages if page.short)
    whole = sum(page.words for page in pages)
    return ShortWay(lesson.language, route, short / WORDS_A_MINUTE, whole / WORDS_A_MINUTE)


def _read(lesson: Lesson) -> Iterator[Page]:
    """The pages that are read one after the other."""
    for chapter in lesson.chapters:
        if chapter.id != lesson.faq_id:
            yield from chapter.pages


def _routes(scope: Scope) -> tuple[str, ...]:
    return ("", *scope.parsed.pack.info.routes)
