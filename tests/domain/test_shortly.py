"""The short way: equal doors, honest steps, and every page it leaves out still at hand."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door
from kiosk.domain.interrupted import as_text, from_text
from kiosk.domain.journey import minutes_left, progress
from kiosk.domain.plan import ChapterPlan, IdeaPlan, PagePlan, Plan, TopicPlan
from kiosk.domain.session import FaqSpot, Overlay, Place, Session, Step, new_session
from kiosk.domain.shortly import LEFT_OUT
from tests.domain.visits import PACK, Visit, timeless

PLAN = Plan(
    PACK,
    (
        ChapterPlan("works", (PagePlan("w1", 30.0), PagePlan("w2", 200.0))),
        ChapterPlan("effects", (PagePlan("e1", 90.0), PagePlan("e2", 40.0, short=True))),
        ChapterPlan("choice", (PagePlan("c1", 60.0, short=True), PagePlan("c2", 60.0))),
        ChapterPlan("questions", (PagePlan("q1", 25.0),)),
    ),
    "questions",
    (TopicPlan("cost", ("q1",)),),
    (IdeaPlan("drive", 2, 1),),
)
WAYS = (False, True)


@st.composite
def _plans(draw: st.DrawFn) -> Plan:
    counts = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    page = st.builds(PagePlan, st.just(""), st.floats(0.0, 600.0), short=st.booleans())
    chapters = tuple(
        ChapterPlan(f"c{at}", tuple(replace(draw(page), id=f"c{at}p{one}") for one in range(many)))
        for at, many in enumerate(counts)
    )
    faq = ChapterPlan("questions", (PagePlan("q1", 25.0),))
    place = draw(st.integers(0, len(chapters)))
    return Plan(PACK, (*chapters[:place], faq, *chapters[place:]), "questions")


def begun(plan: Plan, *, short: bool) -> Visit:
    """Return a visit that has just chosen its way."""
    visit = Visit(new_session(plan))
    visit.walk_to(Step.HOW)
    visit.do(ev.WayChosen, short)
    return visit


def onward(visit: Visit) -> list[Session]:
    """Go on to the doors and return every state on the way."""
    found = [visit.session]
    while visit.session.place.step is not Step.DOORS:
        found.append(visit.one_on())
    return found


def pages(sessions: list[Session]) -> list[str]:
    reading = [one for one in sessions if one.place.step is Step.CHAPTER]
    chapters = [(one.plan.chapter(one.place.chapter), one.place.page) for one in reading]
    return [chapter.pages[page].id for chapter, page in chapters]


def test_each_way_walks_through_its_own_pages_in_order() -> None:
    assert pages(onward(begun(PLAN, short=True))) == ["e2", "c1", "q1"]
    every = ["w1", "w2", "e1", "e2", "c1", "c2", "q1"]
    assert pages(onward(begun(PLAN, short=False))) == every


def test_back_goes_the_same_way_to_where_the_way_is_chosen_anew() -> None:
    visit = begun(PLAN, short=True)
    forward = list(dict.fromkeys(one.place for one in onward(visit)))
    been = [visit.session.place]
    while visit.session.place.step is not Step.HOW:
        been.append(visit.do(ev.WentBack).place)
    assert been[::-1] == [Place(Step.HOW), *forward]
    assert visit.do(ev.WayChosen, False).place == Place(Step.CHAPTER, 0, 0)
    assert visit.session.short is False


@settings(max_examples=80)
@given(_plans(), st.booleans())
def test_on_both_ways_steps_never_go_back_and_minutes_never_grow(plan: Plan, short: bool) -> None:
    shown = [progress(one) for one in onward(begun(plan, short=short))]
    told = [one for one in shown if one is not None]
    assert [one.step for one in told] == sorted(one.step for one in told)
    assert [one.minutes for one in told] == sorted((one.minutes for one in told), reverse=True)
    assert len({one.of for one in told}) == 1
    assert told[0].step == 1
    assert told[-1].step == told[-1].of


@settings(max_examples=80)
@given(_plans())
def test_the_short_way_is_shorter_and_leaves_out_only_what_is_not_on_it(plan: Plan) -> None:
    walked = pages(onward(begun(plan, short=True)))
    read = [page for one in plan.chapters if one.id != plan.faq for page in one.pages]
    wanted = [page.id for page in read if page.short or not plan.has_short]
    assert [one for one in walked if one != "q1"] == wanted
    how = replace(new_session(plan), place=Place(Step.HOW))
    assert minutes_left(replace(how, short=plan.has_short)) <= minutes_left(how)


@pytest.mark.parametrize("door", list(Door))
def test_every_door_is_as_near_from_the_short_way(door: Door) -> None:
    for at in range(4):
        taps, records = [], []
        for short in WAYS:
            visit = begun(PLAN, short=short)
            for _ in range(at):
                visit.one_on()
            before = visit.at
            visit.do(ev.DecideAsked)
            visit.do(ev.DoorChosen, door)
            visit.acknowledge()
            taps.append(visit.at - before)
            records.append(visit.saves[0].acknowledgement.door)
        assert (len(set(taps)), records) == (1, [door, door])


def test_every_page_left_out_can_be_opened_from_every_page_of_the_short_way() -> None:
    for page in onward(begun(PLAN, short=True)):
        visit = Visit(page)
        visit.at = page.mark
        visit.do(ev.Opened, Overlay.FAQ)
        visit.do(ev.TopicOpened, LEFT_OUT)
        for one in PLAN.left_out:
            assert visit.do(ev.QuestionOpened, one).faq == FaqSpot(LEFT_OUT, one)
            assert one in [seen.page for seen in visit.session.seen]
            visit.do(ev.WentBack)
        while visit.session.overlays or visit.session.faq != FaqSpot():
            visit.do(ev.WentBack)
        assert timeless(replace(visit.session, seen=())) == timeless(replace(page, seen=()))


def test_a_chapter_that_is_looked_at_again_shows_every_page_of_it() -> None:
    visit = begun(PLAN, short=True)
    visit.walk_to(Step.REVIEW)
    visit.do(ev.ChangeAsked, "works")
    walked = []
    while visit.session.place.step is Step.CHAPTER:
        walked.append(visit.session)
        visit.go()
    assert pages(walked) == ["w1", "w2"]
    minutes = [minutes_left(one) for one in walked]
    assert minutes == sorted(minutes, reverse=True)
    assert visit.session.place.step is Step.REVIEW


def test_the_record_holds_the_pages_that_were_opened_and_no_other() -> None:
    visit = begun(PLAN, short=True)
    visit.walk_to(Step.SAVING)
    assert [one.page for one in visit.saves[0].acknowledgement.pages] == ["e2", "c1"]


def test_without_pages_on_it_there_is_no_short_way() -> None:
    for short in WAYS:
        same = replace(
            PLAN,
            chapters=tuple(
                replace(one, pages=tuple(replace(page, short=short) for page in one.pages))
                for one in PLAN.chapters
            ),
        )
        assert same.has_short is False
        assert begun(same, short=True).session.short is False


def test_a_late_tap_on_a_way_changes_nothing() -> None:
    for page in onward(begun(PLAN, short=False)):
        visit = Visit(page)
        visit.at = page.mark
        assert timeless(visit.do(ev.WayChosen, True)) == timeless(page)


def test_the_next_person_has_all_pages_again_and_a_visit_gone_on_with_keeps_its_way() -> None:
    visit = begun(PLAN, short=True)
    again = from_text(as_text(visit.session), new_session(PLAN), 0.0)
    assert again.short is True
    assert visit.do(ev.Finished).short is False
