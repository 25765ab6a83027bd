"""The short way: which pages it walks through, and that the others are never out of reach."""

from collections.abc import Iterator

from kiosk.domain.plan import TopicPlan
from kiosk.domain.session import Place, Session, Step

# Among the topics of the FAQ; no topic of a pack can have this id.
LEFT_OUT = "+left-out"


def topics(session: Session) -> tuple[TopicPlan, ...]:
    """Return what the FAQ lists: on the short way also the pages that it leaves out."""
    known = session.plan.topics
    left_out = TopicPlan(LEFT_OUT, session.plan.left_out)
    return (left_out, *known) if session.short else known


def pages_of(session: Session, chapter: int) -> tuple[int, ...]:
    """Return which pages of a chapter a person walks through, in order.

    Of the FAQ that is its list; of a chapter that somebody came back to, every page.
    """
    plan = session.plan
    if plan.is_faq(chapter):
        return (0,)
    pages = plan.chapter(chapter).pages
    came_back = session.return_to is not None and session.place.step is Step.CHAPTER
    every = not session.short or (came_back and session.place.chapter == chapter)
    if every:
        return tuple(range(len(pages)))
    return tuple(at for at, page in enumerate(pages) if page.short)


def chapters_of(session: Session) -> tuple[int, ...]:
    """Return which chapters a person walks through, in order."""
    every = range(len(session.plan.chapters))
    return tuple(one for one in every if pages_of(session, one))


def pages_ahead(session: Session) -> Iterator[Place]:
    """Give the pages after the place of a visit, or all of them before the first."""
    place = session.place
    reading = place.step is Step.CHAPTER
    for chapter in chapters_of(session):
        for page in pages_of(session, chapter):
            if not reading or (chapter, page) > (place.chapter, place.page):
                yield Place(Step.CHAPTER, chapter, page)


def pages_behind(session: Session) -> Iterator[Place]:
    """Give the pages before the place of a visit, or all of them after the last; the last first."""
    place = session.place
    reading = place.step is Step.CHAPTER
    for chapter in reversed(chapters_of(session)):
        for page in reversed(pages_of(session, chapter)):
            if not reading or (chapter, page) < (place.chapter, place.page):
                yield Place(Step.CHAPTER, chapter, page)
