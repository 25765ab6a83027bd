"""The way the medicine is given decides which pages a visit walks through."""

from dataclasses import replace

import pytest

from kiosk.domain import events as ev
from kiosk.domain.plan import ChapterPlan, PagePlan, TopicPlan
from kiosk.domain.session import Overlay, Session, Step, new_session
from tests.domain.visits import PLAN, UTC, Visit

ROUTED = replace(
    PLAN,
    chapters=(
        ChapterPlan("works", (PagePlan("w1"), PagePlan("w2", routes=("spray",)))),
        ChapterPlan("drips", (PagePlan("d1", routes=("iv", "im")),)),
        ChapterPlan("questions", (PagePlan("q1"), PagePlan("q2", routes=("iv",)))),
    ),
    topics=(TopicPlan("cost", ("q1",)), TopicPlan("drip", ("q2",))),
)
WAYS = {
    "iv": ("w1", "d1", "q1", "q2"),
    "im": ("w1", "d1", "q1"),
    "spray": ("w1", "w2", "q1"),
    None: ("w1", "w2", "d1", "q1", "q2"),
}


def pages(session: Session) -> tuple[str, ...]:
    return tuple(page.id for one in session.plan.chapters for page in one.pages)


def routed() -> Visit:
    return Visit(new_session(ROUTED))


@pytest.mark.parametrize("route", list(WAYS))
def test_a_visit_that_staff_hand_over_has_the_pages_of_its_way(route: str | None) -> None:
    visit = routed()
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffStarted, "next", UTC, "bed 2", "en", route)
    assert (visit.session.route, pages(visit.session)) == (route, WAYS[route])


@pytest.mark.parametrize("route", list(WAYS))
def test_a_code_carries_its_way_to_the_pages(route: str | None) -> None:
    visit = routed()
    visit.walk_to(Step.CODE)
    visit.do(ev.CodeAccepted, "123456", "bed 2", route)
    assert (visit.session.route, pages(visit.session)) == (route, WAYS[route])


def test_a_chapter_or_topic_with_no_page_left_is_left_out() -> None:
    plan = ROUTED.for_route("spray")
    assert [one.id for one in plan.chapters] == ["works", "questions"]
    assert [one.id for one in plan.topics] == ["cost"]


@pytest.mark.parametrize("after", [ev.Finished, ev.StaffReset])
def test_the_next_visit_has_every_page_again(after: type[ev.Event]) -> None:
    visit = routed()
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffStarted, "next", UTC, "bed 2", "en", "spray")
    if after is ev.StaffReset:
        visit.do(ev.Opened, Overlay.STAFF)
    visit.do(after)
    assert (visit.session.route, visit.session.plan) == (None, ROUTED)


def test_another_way_is_cut_from_the_whole_again() -> None:
    assert ROUTED.for_route("spray").for_route("iv") == ROUTED.for_route("iv")
