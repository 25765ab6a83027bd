"""Whatever was answered, read or skipped: the same three doors, the same number of taps."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door
from kiosk.domain.doors import door_order
from kiosk.domain.session import Session, Step, new_session
from tests.domain import states
from tests.domain.visits import (
    DOORS,
    NO_IDEAS,
    OPEN_PAGES,
    PLAN,
    Visit,
    on_page,
    page_name,
    walk,
)

ANSWERS: tuple[int | None, ...] = (None, 0, 1)


def _taps_to_record(session: Session, door: Door) -> int:
    """Return how many taps the shortest stated way takes: decide, door, last button."""
    visit = on_page(session)
    visit.do(ev.DecideAsked)
    visit.do(ev.DoorChosen, door)
    visit.acknowledge()
    assert [save.acknowledgement.door for save in visit.saves] == [door]
    return 3


def _answered(visit: Visit, answers: tuple[int | None, ...]) -> Visit:
    """Give these answers, going on after each, for as long as a question is in front."""
    visit.walk_to(Step.CHECK)
    for choice in answers:
        if visit.session.place.step is Step.CHECK:
            visit.answer(choice)
            visit.go()
    return visit


@pytest.mark.parametrize("first", ANSWERS)
def test_every_door_is_as_near_after_every_sequence_of_answers(first: int | None) -> None:
    for rest in product(ANSWERS, repeat=5):
        visit = _answered(Visit(), (first, *rest))
        for door in DOORS:
            assert _taps_to_record(visit.session, door) == 3


@pytest.mark.parametrize("first", ANSWERS)
def test_on_foot_every_door_is_open_after_every_sequence_of_answers(first: int | None) -> None:
    for rest in product(ANSWERS, repeat=2):
        visit = _answered(Visit(), (first, *rest))
        visit.walk_to(Step.DOORS)
        for door in DOORS:
            there = on_page(visit.session)
            there.do(ev.DoorChosen, door)
            there.acknowledge()
            assert there.session.place.step is Step.SAVING


@pytest.mark.parametrize("page", OPEN_PAGES, ids=page_name)
@pytest.mark.parametrize("door", DOORS)
def test_every_door_is_three_taps_from_every_page(page: Session, door: Door) -> None:
    assert _taps_to_record(page, door) == 3


def _saving_by(door: Door) -> Callable[[Session], bool]:
    def reached(session: Session) -> bool:
        return session.place.step is Step.SAVING and session.door is door

    return reached


def test_no_door_is_nearer_than_another_from_any_state() -> None:
    graph = states.journey()
    near = {door: states.can_reach(graph, _saving_by(door)) for door in DOORS}
    onward = [one for one in graph if one.place.step not in (Step.ACKNOWLEDGE, Step.SAVING)]
    assert len(onward) > 100
    for here in onward:
        assert len({near[door][here] for door in DOORS}) == 1
    start = near[Door.NO][onward[0]]
    assert onward[0].place.step is Step.WELCOME
    assert start == 4


def test_each_door_leads_to_the_same_page_and_the_same_kind_of_record() -> None:
    entries = []
    for door in DOORS:
        visit = Visit()
        visit.walk_to(Step.DOORS)
        visit.do(ev.DoorChosen, door)
        visit.acknowledge()
        entries.append(visit.saves[0].acknowledgement)
    for entry in entries:
        assert entry.door in DOORS
        assert (entry.pages, entry.ideas, entry.settings) == (
            entries[0].pages,
            entries[0].ideas,
            entries[0].settings,
        )


def test_a_door_can_be_changed_before_the_last_button() -> None:
    visit = Visit()
    visit.walk_to(Step.DOORS)
    for door in (Door.READY, Door.NO):
        visit.do(ev.DoorChosen, door)
        visit.do(ev.WentBack)
        assert visit.session.place.step is Step.DOORS
    visit.do(ev.DoorChosen, Door.QUESTIONS)
    visit.acknowledge()
    assert visit.saves[0].acknowledgement.door is Door.QUESTIONS


def test_the_doors_wait_for_no_answer_and_no_page() -> None:
    visit = Visit()
    visit.begin()
    visit.do(ev.DecideAsked)
    visit.do(ev.DoorChosen, Door.NO)
    visit.acknowledge()
    entry = visit.saves[0].acknowledgement
    assert entry.pages == ()
    assert [idea.talk for idea in entry.ideas] == [True] * len(PLAN.ideas)


def test_a_plan_without_ideas_goes_from_the_chapters_to_my_questions() -> None:
    visit = Visit(new_session(NO_IDEAS))
    visit.walk_to(Step.QUESTIONS)
    visit.do(ev.WentBack)
    assert visit.session.place.step is Step.CHAPTER
    visit.walk_to(Step.SAVED)


def test_the_order_of_the_doors_is_fixed_unless_the_clinic_turns_it() -> None:
    orders = {door_order(replace(new_session(PLAN), id=f"visit-{index}")) for index in range(30)}
    assert orders == {DOORS}


def test_the_record_holds_the_order_in_which_the_doors_stood() -> None:
    for turned in (False, True):
        visit = Visit(new_session(replace(PLAN, rotate_doors=turned)))
        visit.walk_to(Step.DOORS)
        order = " ".join(door_order(visit.session))
        visit.do(ev.DoorChosen, DOORS[0])
        visit.acknowledge()
        assert dict(visit.saves[0].acknowledgement.settings)["doors"] == order


def test_turned_doors_stay_put_all_through_a_visit() -> None:
    turned = replace(PLAN, rotate_doors=True)
    for page in walk(turned):
        if page.id is not None:
            assert door_order(page) == door_order(replace(new_session(turned), id=page.id))


def test_turned_doors_put_each_door_first_equally_often() -> None:
    turned = new_session(replace(PLAN, rotate_doors=True))
    orders = [door_order(replace(turned, id=f"visit-{index}")) for index in range(3000)]
    assert all(sorted(order) == sorted(DOORS) for order in orders)
    for door in DOORS:
        assert 850 < sum(order[0] is door for order in orders) < 1150
