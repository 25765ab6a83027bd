"""The way through a visit: what comes next, what lies behind, how much is left."""

from dataclasses import dataclass, replace

from kiosk.domain.ideas import Phase, asked_again, put
from kiosk.domain.session import FaqSpot, Overlay, Place, Session, Step, moved
from kiosk.domain.shortly import chapters_of, pages_ahead, pages_behind

_BEFORE = (Step.WELCOME, Step.LANGUAGE, Step.COMFORT, Step.CODE, Step.HOW)
_AFTER = (Step.QUESTIONS, Step.REVIEW, Step.DOORS, Step.ACKNOWLEDGE)
SECONDS_PER_IDEA = 20.0
SECONDS_TO_DECIDE = 60.0


@dataclass(frozen=True, slots=True)
class Progress:
    """Step N of M and the honest minutes left, or no step before the first chapter."""

    step: int
    of: int
    minutes: int


def _before(session: Session) -> tuple[Step, ...]:
    """The steps before the first chapter; nobody is asked for a code that staff typed."""
    known = session.reference is not None or session.code is not None
    if known and session.place.step is not Step.CODE:
        return tuple(step for step in _BEFORE if step is not Step.CODE)
    return _BEFORE


def next_place(session: Session) -> Place:
    """Return where Continue leads from a place that has nothing open."""
    place, plan = session.place, session.plan
    if place.step in _BEFORE:
        steps = _before(session)
        index = steps.index(place.step)
        return Place(steps[index + 1]) if index + 1 < len(steps) else _after_page(session)
    if place.step is Step.CHAPTER:
        return _after_page(session)
    if place.step is Step.CHECK and place.page + 1 < len(plan.ideas):
        return Place(Step.CHECK, 0, place.page + 1)
    if place.step is Step.CHECK:
        return Place(Step.QUESTIONS)
    if place.step is Step.QUESTIONS:
        return Place(Step.REVIEW)
    if place.step is Step.REVIEW:
        return Place(Step.DOORS)
    return place


def _after_page(session: Session) -> Place:
    after = Place(Step.CHECK, 0, 0) if session.plan.ideas else Place(Step.QUESTIONS)
    return next(pages_ahead(session), after)


def previous_place(session: Session) -> Place:
    """Return where Back leads from a place that has nothing open; Welcome stays."""
    place, plan = session.place, session.plan
    if place.step in _BEFORE:
        steps = _before(session)
        return Place(steps[max(0, steps.index(place.step) - 1)])
    if place.step is Step.CHAPTER:
        return _before_page(session)
    if place.step is Step.CHECK:
        return Place(Step.CHECK, 0, place.page - 1) if place.page else _before_page(session)
    if place.step is Step.QUESTIONS:
        last = len(plan.ideas) - 1
        return Place(Step.CHECK, 0, last) if last >= 0 else _before_page(session)
    if place.step in _AFTER:
        return Place(_AFTER[_AFTER.index(place.step) - 1])
    return place


def _before_page(session: Session) -> Place:
    return next(pages_behind(session), Place(Step.HOW))


def go_on(session: Session) -> Session:
    """Return the session after Continue, never closing a way and never skipping a page."""
    if session.place.step is Step.CHECK:
        return _go_on_from_check(session)
    if _open_part(session):
        return go_back(session)
    return replace(_to(session, next_place(session)), faq=FaqSpot(), topic=None)


def _go_on_from_check(session: Session) -> Session:
    index, idea = session.place.page, session.idea
    if idea.phase is Phase.ASK:
        return replace(session, hint=True)
    if idea.phase is Phase.RETEACH:
        return replace(session, ideas=put(session.ideas, index, asked_again(idea)), hint=False)
    return _to(session, next_place(session))


def _open_part(session: Session) -> bool:
    """Say whether a topic or question is open, which Continue closes first."""
    if in_faq(session):
        return session.faq != FaqSpot()
    return session.place.step is Step.QUESTIONS and session.topic is not None


def _to(session: Session, there: Place) -> Session:
    """Go there, or back to the review once the part a person came to change is left."""
    if session.return_to is not None and _part(session.place) != _part(there):
        return replace(moved(session, session.return_to), return_to=None)
    return moved(session, there)


def _part(place: Place) -> tuple[Step, int]:
    return place.step, place.page if place.step is Step.CHECK else place.chapter


def go_back(session: Session) -> Session:
    """Return the session after Back: first out of what is open, then one page."""
    if in_faq(session) and session.faq.question is not None:
        return replace(session, faq=FaqSpot(session.faq.topic))
    if in_faq(session) and session.faq.topic is not None:
        return replace(session, faq=FaqSpot())
    if session.place.step is Step.QUESTIONS and session.topic is not None:
        return replace(session, topic=None)
    return _to(session, previous_place(session))


def in_faq(session: Session) -> bool:
    """Say whether the FAQ is what the person is using now."""
    if session.overlay is not None:
        return session.overlay is Overlay.FAQ
    place = session.place
    return place.step is Step.CHAPTER and session.plan.is_faq(place.chapter)


def visible_page(session: Session) -> str | None:
    """Return the id of the content page in front, or None when none is."""
    place = session.place
    if session.overlay is Overlay.FAQ or (session.overlay is None and in_faq(session)):
        return session.faq.question
    if session.overlay is not None or place.step is not Step.CHAPTER:
        return None
    return session.plan.chapter(place.chapter).pages[place.page].id


def page_beneath(session: Session) -> str | None:
    """Return the id of the content page that help or anything else lies over, or None."""
    looked_up = tuple(one for one in session.overlays if one is Overlay.FAQ)
    return visible_page(replace(session, overlays=looked_up))


def progress(session: Session) -> Progress | None:
    """Return the stepping stones, and how long the way is that is left."""
    stone = stepping_stone(session)
    return None if stone is None else Progress(*stone, minutes_left(session))


def stepping_stone(session: Session) -> tuple[int, int] | None:
    """Return which stone of how many: the chapters, the check, my questions, the decision."""
    place, chapters = session.place, chapters_of(session)
    count = len(chapters)
    total = count + 3
    if place.step is Step.CHAPTER:
        step = max(1, sum(1 for one in chapters if one <= place.chapter))
    elif place.step is Step.CHECK:
        step = count + 1
    elif place.step in (Step.QUESTIONS, Step.REVIEW):
        step = count + 2
    elif place.step in (Step.DOORS, Step.ACKNOWLEDGE):
        step = count + 3
    else:
        return None
    return step, total


def minutes_left(session: Session) -> int:
    """Return whole minutes to the end at a calm pace, at least one; FAQ counts two questions."""
    place, plan = session.place, session.plan
    seconds = SECONDS_TO_DECIDE
    reading = place.step in _BEFORE or place.step is Step.CHAPTER
    if reading:
        seconds += _reading_seconds(session)
    if reading or place.step is Step.CHECK:
        done = place.page if place.step is Step.CHECK else 0
        seconds += SECONDS_PER_IDEA * (len(plan.ideas) - done)
    if place.step in (Step.DOORS, Step.ACKNOWLEDGE):
        seconds = SECONDS_TO_DECIDE / 2
    return max(1, round(seconds / 60))


def _reading_seconds(session: Session) -> float:
    """Return how long the page in front and those ahead take to read."""
    here = (session.place,) if session.place.step is Step.CHAPTER else ()
    return sum(_seconds(session, one) for one in (*here, *pages_ahead(session)))


def _seconds(session: Session, place: Place) -> float:
    pages = session.plan.chapter(place.chapter).pages
    if session.plan.is_faq(place.chapter):
        return sum(page.seconds for page in pages[:2])
    return pages[place.page].seconds
