"""What a kiosk says of itself is how it stands, and nothing of the person."""

from dataclasses import replace

import pytest

from kiosk.domain import events as ev
from kiosk.domain.board.standing import Standing, State, standing_of
from kiosk.domain.idle import Idle
from kiosk.domain.session import Overlay, Place, Session, Step
from tests.domain.visits import Visit, walk


def stands(session: Session, *, cleaning: bool = False) -> Standing:
    return standing_of(session, cleaning=cleaning)


def test_a_kiosk_on_its_first_page_is_free_and_one_that_takes_no_visit_says_so() -> None:
    session = Visit().session
    assert stands(session) == Standing(State.FREE)
    assert stands(replace(session, closed="no PIN")) == Standing(State.CLOSED)
    assert stands(session, cleaning=True) == Standing(State.CLEANING)


def test_a_visit_under_way_is_in_use_with_the_step_that_its_person_sees() -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    standing = stands(visit.session)
    assert standing.state is State.IN_USE
    assert 1 <= standing.step <= standing.of


@pytest.mark.parametrize(
    ("overlay", "state"),
    [
        (Overlay.CALLING, State.HELP),
        (Overlay.SEEN, State.SEEN),
        (Overlay.HIDDEN, State.HIDDEN),
        (Overlay.READY, State.WAITING),
        (Overlay.SETTINGS, State.IN_USE),
        (Overlay.STAFF, State.IN_USE),
    ],
)
def test_what_lies_over_the_page_decides_where_it_matters_to_staff(
    overlay: Overlay, state: State
) -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    assert stands(visit.do(ev.Opened, overlay)).state is state


def test_a_call_stays_a_call_behind_the_curtain_and_under_the_staff_pages() -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    session = visit.do(ev.Opened, Overlay.CALLING)
    assert stands(replace(session, idle=Idle.CURTAIN)).state is State.HELP
    assert stands(visit.do(ev.Opened, Overlay.STAFF)).state is State.HELP


@pytest.mark.parametrize(
    ("idle", "state"), [(Idle.WARNING, State.WAITING), (Idle.CURTAIN, State.HIDDEN)]
)
def test_a_page_that_nobody_touches_waits_and_then_is_hidden(idle: Idle, state: State) -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    assert stands(replace(visit.session, idle=idle)).state is state


def test_a_fault_has_no_step() -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    broken = replace(visit.session, place=Place(Step.FAULT), fault="disk full")
    assert stands(broken) == Standing(State.FAULT)


def test_every_page_of_a_visit_has_a_standing() -> None:
    for session in walk():
        expected = State.FREE if session.id is None else State.IN_USE
        assert stands(session).state is expected
