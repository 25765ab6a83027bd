"""Every page a preview can jump to, and where each stands in the files."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kiosk.content.blocks import Check, Lesson
from kiosk.domain.acknowledgement import Door, Stamp
from kiosk.domain.ideas import IdeaState, Phase, put
from kiosk.domain.plan import Plan
from kiosk.domain.session import FaqSpot, Place, Session, Step, fresh


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a visit a page is met, in names that outlive a change of the files."""

    step: Step
    chapter: str = ""
    page: str = ""
    faq: FaqSpot = field(default_factory=FaqSpot)
    idea: IdeaState = field(default_factory=IdeaState)


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the list; `stem` and `line` are its place in the files, "" for the kiosk's own."""

    name: str
    title: str
    spot: Spot
    stem: str = ""
    line: int = 0


_BEFORE = (
    ("welcome", "Welcome", Step.WELCOME),
    ("comfort", "Comfort", Step.COMFORT),
    ("how", "How this works", Step.HOW),
)
_AFTER = (
    ("my-questions", "My questions", Step.QUESTIONS),
    ("review", "Review", Step.REVIEW),
    ("doors", "The three doors", Step.DOORS),
    ("last-button", "The last button", Step.ACKNOWLEDGE),
)
# No visit began: it is played only to see its pages, and nothing of it is kept.
_BEGAN = "1970-01-01T00:00:00.000Z"
_MISSED = IdeaState(Phase.RETEACH, (None,), 1)
_TALK = IdeaState(Phase.TALK, (None, None), 2)


def stops(lesson: Lesson, checks_stem: str) -> tuple[Stop, ...]:
    """Every page in the order of a visit."""
    before = (Stop(name, title, Spot(step)) for name, title, step in _BEFORE)
    after = (Stop(name, title, Spot(step)) for name, title, step in _AFTER)
    checks = (stop for check in lesson.checks for stop in _check(check, checks_stem))
    return (*before, *_chapters(lesson), *checks, *after)


def _chapters(lesson: Lesson) -> Iterator[Stop]:
    for chapter in lesson.chapters:
        asking = chapter.id == lesson.faq_id
        if asking:
            yield Stop(chapter.id, chapter.title, Spot(Step.CHAPTER, chapter.id), chapter.id, 1)
        for page in chapter.pages:
            spot = Spot(Step.CHAPTER, chapter.id, page.id)
            if asking:
                spot = Spot(Step.CHAPTER, chapter.id, faq=FaqSpot(page.topic, page.id))
            yield Stop(page.id, page.title, spot, chapter.id, page.line)


def _check(check: Check, stem: str) -> Iterator[Stop]:
    yield Stop(check.id, check.question, Spot(Step.CHECK, page=check.id), stem, check.line)
    for reteach, idea in zip(check.reteach, (_MISSED, _TALK), strict=False):
        name = f"{check.id}-again-{idea.misses}"
        spot = Spot(Step.CHECK, page=check.id, idea=idea)
        yield Stop(name, reteach.title, spot, stem, reteach.line)


def stop_at(found: tuple[Stop, ...], stem: str, line: int) -> Stop | None:
    """The page that a line of a file belongs to; the first of its file for a line above all."""
    here = [one for one in found if one.stem == stem]
    above = [one for one in here if one.line <= line]
    return max(above, key=_line_of) if above else next(iter(here), None)


def _line_of(stop: Stop) -> int:
    return stop.line


def stop_in_front(found: tuple[Stop, ...], spot: Spot) -> Stop | None:
    """The page of the list that is in front; a question stays one while it is answered."""
    same = next((one for one in found if one.spot == spot), None)
    asked = replace(spot, idea=IdeaState())
    return same or next((one for one in found if one.spot == asked), None)


def session_at(session: Session, spot: Spot) -> Session:
    """The session with this page in front; the nearest one when the page is gone."""
    plan = session.plan
    begun = replace(
        fresh(session, session.mark),
        plan=session.plan,
        route=session.route,
        settings=session.settings,
        id="0" * 32,
        started=session.started or Stamp(_BEGAN, session.mark),
    )
    if spot.step is Step.CHAPTER:
        return replace(begun, place=_in_chapter(plan, spot), faq=_faq(plan, spot.faq))
    if spot.step is Step.CHECK:
        return _at_check(begun, spot)
    door = Door.QUESTIONS if spot.step is Step.ACKNOWLEDGE else None
    return replace(begun, place=Place(spot.step), door=door)


def _in_chapter(plan: Plan, spot: Spot) -> Place:
    chapter = plan.chapter_index(spot.chapter) or 0
    names = [page.id for page in plan.chapter(chapter).pages]
    return Place(Step.CHAPTER, chapter, names.index(spot.page) if spot.page in names else 0)


def _faq(plan: Plan, spot: FaqSpot) -> FaqSpot:
    topic = plan.topic(spot.topic) if spot.topic else None
    if topic is None:
        return FaqSpot()
    return spot if spot.question in topic.questions else FaqSpot(topic.id)


def _at_check(session: Session, spot: Spot) -> Session:
    names = [idea.id for idea in session.plan.ideas]
    if not names:
        return replace(session, place=Place(Step.QUESTIONS))
    index = names.index(spot.page) if spot.page in names else 0
    ideas = put(session.ideas, index, spot.idea)
    return replace(session, place=Place(Step.CHECK, 0, index), ideas=ideas)


def spot_of(session: Session) -> Spot:
    """Where a visit is, in names."""
    place, plan = session.place, session.plan
    if place.step is Step.CHAPTER:
        chapter = plan.chapter(place.chapter)
        page = "" if plan.is_faq(place.chapter) else chapter.pages[place.page].id
        return Spot(Step.CHAPTER, chapter.id, page, session.faq)
    if place.step is Step.CHECK:
        return Spot(Step.CHECK, page=plan.ideas[place.page].id, idea=session.idea)
    return Spot(place.step)


def carried(session: Session, plan: Plan) -> Session:
    """The session on a changed pack: the same page, with what was chosen and marked so far."""
    there = session_at(replace(session, plan=plan), spot_of(session))
    pages = plan.flaggable()
    return replace(
        there,
        id=session.id,
        started=session.started,
        overlays=session.overlays,
        door=session.door or there.door,
        flags=tuple(one for one in session.flags if one in pages),
        seen=tuple(one for one in session.seen if one.page in pages),
        saved=session.saved,
    )
