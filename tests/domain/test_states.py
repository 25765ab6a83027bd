"""No order of events leads to a state that a page could not show or that keeps too much."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from kiosk.domain import events as ev
from kiosk.domain.ideas import Phase, choice_order
from kiosk.domain.idle import Idle
from kiosk.domain.journey import in_faq, progress, visible_page
from kiosk.domain.session import FaqSpot, Overlay, Session, Step
from tests.domain import states
from tests.domain.runs import ANY_ACTS, Acts, played

EMPTY_STEPS = (Step.WELCOME, Step.FAULT)
SETTLED = (Step.SAVING, Step.SAVED, Step.FAULT)


def an_empty_page_holds_no_visit(session: Session) -> bool:
    kept = (session.id, session.started, session.code, session.reference, session.door)
    held = session.seen + session.flags + tuple(one for one in session.ideas if one.choices)
    nobody = kept == (None,) * 5 and not held and session.saved is None
    return nobody if session.place.step in EMPTY_STEPS else session.id is not None


def a_visit_knows_when_it_began(session: Session) -> bool:
    return (session.id is None) == (session.started is None)


def the_place_exists(session: Session) -> bool:
    place, plan = session.place, session.plan
    if place.step is Step.CHECK:
        return place.chapter == 0 and 0 <= place.page < len(plan.ideas)
    if place.step is Step.CHAPTER:
        pages = plan.chapter(place.chapter).pages
        return place.page == 0 if plan.is_faq(place.chapter) else place.page < len(pages)
    return (place.chapter, place.page) == (0, 0)


def the_last_pages_know_their_door(session: Session) -> bool:
    last = session.place.step in (Step.ACKNOWLEDGE, Step.SAVING, Step.SAVED)
    return session.door is not None or not last


def only_the_saved_page_has_a_receipt(session: Session) -> bool:
    return (session.saved is not None) == (session.place.step is Step.SAVED)


def only_the_fault_page_has_a_reason(session: Session) -> bool:
    return (session.fault is not None) == (session.place.step is Step.FAULT)


def overlays_lie_in_an_order_that_can_be_shown(session: Session) -> bool:
    pile = session.overlays
    if len(set(pile)) != len(pile):
        return False
    if Overlay.STAFF in pile[:-1]:
        return False
    below = pile[:-1] if pile and pile[-1] is Overlay.STAFF else pile
    return Overlay.HIDDEN not in below[:-1]


def saving_lies_open(session: Session) -> bool:
    return session.place.step is not Step.SAVING or not session.overlays


def an_ended_visit_neither_warns_nor_hides(session: Session) -> bool:
    return session.place.step not in SETTLED or session.idle is Idle.ACTIVE


def the_curtain_only_hides_a_visit(session: Session) -> bool:
    return session.idle is not Idle.CURTAIN or session.id is not None


def a_faq_question_is_only_open_where_the_faq_is(session: Session) -> bool:
    place = session.place
    chapter = place.step is Step.CHAPTER and session.plan.is_faq(place.chapter)
    return session.faq == FaqSpot() or chapter != (Overlay.FAQ in session.overlays)


def an_open_faq_question_belongs_to_its_topic(session: Session) -> bool:
    spot = session.faq
    topic = session.plan.topic(spot.topic) if spot.topic else None
    return spot.question is None or (topic is not None and spot.question in topic.questions)


def a_topic_is_only_open_on_my_questions(session: Session) -> bool:
    return session.topic is None or session.place.step is Step.QUESTIONS


def a_hint_only_stands_on_a_question_that_is_open(session: Session) -> bool:
    return not session.hint or (
        session.place.step is Step.CHECK and session.idea.phase is Phase.ASK
    )


def only_the_code_page_and_the_curtain_refuse_a_code(session: Session) -> bool:
    there = session.place.step is Step.CODE or session.idle is Idle.CURTAIN
    return there or not session.code_refused


def a_way_back_to_the_review_ends_there(session: Session) -> bool:
    changing = (Step.CHAPTER, Step.CHECK, Step.QUESTIONS)
    return session.return_to is None or session.place.step in changing


def no_idea_is_half_open_away_from_its_page(session: Session) -> bool:
    if session.place.step is Step.CHECK:
        return True
    pairs = zip(session.plan.ideas, session.ideas, strict=True)
    return all(
        (idea.phase is Phase.CLEAR) == (idea.choices[-1:] == (plan.right,)) for plan, idea in pairs
    )


def every_view_of_it_can_be_worked_out(session: Session) -> bool:
    visible_page(session)
    in_faq(session)
    orders = (
        choice_order(plan, idea)
        for plan, idea in zip(session.plan.ideas, session.ideas, strict=True)
    )
    step = progress(session)
    return all(orders) and (step is None or 1 <= step.step <= step.of)


FACTS = [
    an_empty_page_holds_no_visit,
    a_visit_knows_when_it_began,
    the_place_exists,
    the_last_pages_know_their_door,
    only_the_saved_page_has_a_receipt,
    only_the_fault_page_has_a_reason,
    overlays_lie_in_an_order_that_can_be_shown,
    saving_lies_open,
    an_ended_visit_neither_warns_nor_hides,
    the_curtain_only_hides_a_visit,
    a_faq_question_is_only_open_where_the_faq_is,
    an_open_faq_question_belongs_to_its_topic,
    a_topic_is_only_open_on_my_questions,
    a_hint_only_stands_on_a_question_that_is_open,
    only_the_code_page_and_the_curtain_refuse_a_code,
    a_way_back_to_the_review_ends_there,
    no_idea_is_half_open_away_from_its_page,
    every_view_of_it_can_be_worked_out,
]


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("graph", [states.journey, states.covered])
def test_in_every_state_of_a_tiny_visit(
    graph: Callable[[], states.Graph], fact: Callable[[Session], bool]
) -> None:
    assert [session for session in graph() if not fact(session)] == []


@settings(max_examples=60)
@given(ANY_ACTS)
def test_in_every_state_of_a_long_run(acts: Acts) -> None:
    for _before, event, visit in played(acts):
        broken = [fact.__name__ for fact in FACTS if not fact(visit.session)]
        assert broken == [], event


@settings(max_examples=60)
@given(ANY_ACTS)
def test_a_visit_changes_hands_only_by_an_empty_page_or_by_staff(acts: Acts) -> None:
    for before, event, visit in played(acts):
        after = visit.session
        if before.id is not None and after.id not in (None, before.id):
            assert isinstance(event, ev.StaffStarted)
            assert visit.wipes[-1] == "staff-start"
