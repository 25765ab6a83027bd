"""Which pages were seen, how long, how often: only what was really in front counts."""

import pytest
from hypothesis import given, settings

from kiosk.domain import events as ev
from kiosk.domain.idle import Idle
from kiosk.domain.journey import visible_page
from kiosk.domain.session import Overlay, Seen, Session, Step
from tests.domain.runs import ANY_ACTS, Acts, played
from tests.domain.visits import PAGE_OVERLAYS, PLAN, Visit, behind


def _seconds(session: Session, page: str) -> float:
    return next(one.seconds for one in session.seen if one.page == page)


def _visits(session: Session) -> dict[str, int]:
    return {one.page: one.visits for one in session.seen}


def _reading() -> Visit:
    visit = Visit()
    visit.walk_to(Step.CHAPTER)
    return visit


def test_a_page_counts_the_seconds_it_was_in_front() -> None:
    visit = _reading()
    visit.go(after=12.5)
    visit.go(after=7.0)
    assert [_seconds(visit.session, page) for page in ("w1", "w2", "w3")] == [12.5, 7.0, 0.0]


def test_seconds_of_several_visits_add_up() -> None:
    visit = _reading()
    visit.go(after=10.0)
    visit.do(ev.WentBack, after=3.0)
    visit.go(after=5.0)
    assert (_seconds(visit.session, "w1"), _visits(visit.session)) == (15.0, {"w1": 2, "w2": 2})


@pytest.mark.parametrize("overlay", [*PAGE_OVERLAYS, Overlay.HIDDEN, Overlay.STAFF])
def test_no_second_counts_under_an_overlay(overlay: Overlay) -> None:
    visit = _reading()
    visit.do(ev.Opened, overlay, after=4.0)
    visit.wait(100.0, 10.0)
    visit.do(ev.Closed, after=20.0)
    visit.go(after=6.0)
    assert _seconds(visit.session, "w1") == 10.0


@pytest.mark.parametrize("overlay", [*PAGE_OVERLAYS, Overlay.HIDDEN, Overlay.STAFF])
def test_a_page_that_was_only_covered_is_not_visited_again(overlay: Overlay) -> None:
    visit = _reading()
    visit.do(ev.Opened, overlay)
    visit.do(ev.Closed)
    assert _visits(visit.session) == {"w1": 1}


@pytest.mark.parametrize("idle", [Idle.WARNING, Idle.CURTAIN])
def test_no_second_counts_behind_the_warning_and_the_curtain(idle: Idle) -> None:
    visit = behind(_reading().session, idle=idle)
    before = visit.session.seen
    visit.wait(30.0, 10.0)
    assert visit.session.seen == before


def test_a_page_that_was_only_hidden_for_a_while_is_not_visited_again() -> None:
    visit = behind(_reading().session, idle=Idle.CURTAIN)
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.Resumed, None)
    visit.do(ev.Closed)
    assert _visits(visit.session) == {"w1": 1}


def test_ticks_between_two_presses_change_no_sum() -> None:
    plain, ticked = _reading(), _reading()
    ticked.wait(20.0, 0.25)
    plain.at += 20.0
    assert plain.go().seen == ticked.go().seen


def test_a_clock_that_jumps_back_takes_nothing_away() -> None:
    visit = _reading()
    visit.wait(20.0)
    before = visit.session
    visit.send(ev.Tick(visit.at - 15.0))
    assert visit.session == before
    visit.send(ev.Touched(visit.at - 15.0))
    assert (visit.session.touched, visit.session.mark) == (visit.at, visit.at)


def test_a_faq_question_counts_as_a_page_wherever_it_was_opened() -> None:
    visit = _reading()
    visit.do(ev.Opened, Overlay.FAQ)
    visit.do(ev.QuestionOpened, "q2", after=5.0)
    visit.do(ev.WentBack, after=8.0)
    visit.do(ev.QuestionOpened, "q1", after=5.0)
    visit.do(ev.Closed, after=3.0)
    visit.walk_to(Step.CHECK)
    visit.do(ev.WentBack)
    visit.do(ev.QuestionOpened, "q2")
    seen = {one.page: one for one in visit.session.seen}
    assert (seen["q2"].seconds, seen["q2"].visits) == (8.0, 2)
    assert (seen["q1"].seconds, seen["q1"].visits) == (3.0, 1)


def test_help_over_an_open_question_is_no_second_visit_of_it() -> None:
    visit = _reading()
    visit.do(ev.Opened, Overlay.FAQ)
    visit.do(ev.QuestionOpened, "q2")
    visit.do(ev.Opened, Overlay.HELP)
    visit.do(ev.Closed)
    assert _visits(visit.session) == {"w1": 1, "q2": 1}


def test_pages_stand_in_the_order_in_which_they_were_first_seen() -> None:
    visit = _reading()
    visit.do(ev.Opened, Overlay.FAQ)
    visit.do(ev.QuestionOpened, "q3")
    visit.do(ev.Closed)
    visit.walk_to(Step.CHECK)
    for _ in range(5):
        visit.do(ev.WentBack)
    order = [one.page for one in visit.session.seen]
    assert order == ["w1", "q3", "w2", "w3", "e1", "e2", "c1"]


def test_looking_again_from_the_review_counts_as_a_visit() -> None:
    visit = Visit()
    visit.walk_to(Step.REVIEW)
    visit.do(ev.ChangeAsked, "choice")
    visit.go()
    assert _visits(visit.session)["c1"] == 2


def test_nothing_is_noted_before_a_visit_begins() -> None:
    visit = Visit()
    visit.wait(100.0)
    visit.do(ev.Opened, Overlay.FAQ)
    visit.do(ev.QuestionOpened, "q1")
    visit.wait(100.0)
    assert visit.session.seen == ()


def test_a_walk_through_everything_sees_every_page_once() -> None:
    visit = Visit()
    visit.walk_to(Step.REVIEW)
    pages = [page.id for chapter in PLAN.chapters[:-1] for page in chapter.pages]
    assert visit.session.seen == tuple(Seen(page, 1.0, 1) for page in pages)


@settings(max_examples=60)
@given(ANY_ACTS)
def test_no_page_counts_more_than_the_time_it_was_in_front(acts: Acts) -> None:
    fair: dict[tuple[str | None, str], float] = {}
    for before, _event, visit in played(acts):
        page = visible_page(before)
        if page is not None and before.id is not None and before.idle is Idle.ACTIVE:
            key = (before.id, page)
            fair[key] = fair.get(key, 0.0) + visit.session.mark - before.mark
        for one in visit.session.seen:
            counted = fair.get((visit.session.id, one.page), 0.0)
            assert one.seconds == pytest.approx(counted)
            assert one.visits >= 1


@settings(max_examples=60)
@given(ANY_ACTS)
def test_what_was_seen_stays_noted_in_its_order(acts: Acts) -> None:
    for before, _event, visit in played(acts):
        if before.id is not None and visit.session.id == before.id:
            old = [one.page for one in before.seen]
            new = [one.page for one in visit.session.seen]
            assert new[: len(old)] == old
            assert len(set(new)) == len(new)
            pairs = zip(before.seen, visit.session.seen, strict=False)
            assert all(was.visits <= now.visits for was, now in pairs)
