"""Step N of M and the minutes left: honest, and never worse for going on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import events as ev
from kiosk.domain.journey import Progress, minutes_left, progress
from kiosk.domain.plan import ChapterPlan, IdeaPlan, PagePlan, Plan
from kiosk.domain.session import Session, Step, new_session
from tests.domain import states
from tests.domain.visits import EVERY_PAGE, OPEN_PAGES, PACK, PLAN, on_page, page_name, walk

SECONDS = st.floats(0.0, 600.0)
PAGES = st.lists(SECONDS, min_size=1, max_size=4)


@st.composite
def _plans(draw: st.DrawFn) -> Plan:
    lengths = draw(st.lists(PAGES, min_size=1, max_size=4))
    chapters = tuple(
        ChapterPlan(
            f"c{index}",
            tuple(PagePlan(f"c{index}p{page}", one) for page, one in enumerate(seconds)),
        )
        for index, seconds in enumerate(lengths)
    )
    ideas = tuple(IdeaPlan(f"i{index}", 2, 0) for index in range(draw(st.integers(0, 4))))
    faq = draw(st.sampled_from([chapter.id for chapter in chapters]))
    return Plan(PACK, chapters, faq, (), ideas)


def _onward(plan: Plan) -> list[Session]:
    return list(walk(plan))


@settings(max_examples=60)
@given(_plans())
def test_no_plan_ever_steps_back_or_adds_minutes_on_the_way_on(plan: Plan) -> None:
    sessions = _onward(plan)
    steps = [one.step for one in map(progress, sessions) if one is not None]
    minutes = [minutes_left(one) for one in sessions]
    assert steps == sorted(steps)
    assert minutes == sorted(minutes, reverse=True)
    assert minutes[-1] == 1


@settings(max_examples=60)
@given(_plans())
def test_every_step_lies_between_one_and_the_last(plan: Plan) -> None:
    shown = [one for one in map(progress, _onward(plan)) if one is not None]
    assert {one.of for one in shown} == {len(plan.chapters) + 3}
    assert shown[0].step == 1
    assert shown[-1].step == shown[-1].of
    assert all(one.minutes >= 1 for one in shown)


def test_the_steps_are_the_chapters_the_check_the_questions_and_the_decision() -> None:
    steps = {one.place.step: progress(one) for one in EVERY_PAGE}
    assert steps[Step.HOW] is None
    assert steps[Step.SAVING] is None
    numbers = [
        one.step if one else 0
        for one in (steps[Step.CHECK], steps[Step.QUESTIONS], steps[Step.REVIEW])
    ]
    assert numbers == [5, 6, 6]
    assert steps[Step.DOORS] == Progress(7, 7, 1)


def test_every_press_of_continue_from_any_state_keeps_or_raises_the_step() -> None:
    for here, ways in states.journey().items():
        before, after = progress(here), progress(ways["continue"])
        if before is not None and after is not None:
            assert after.step >= before.step
            assert after.minutes <= before.minutes


@pytest.mark.parametrize("page", OPEN_PAGES, ids=page_name)
def test_deciding_now_is_a_step_on_from_everywhere(page: Session) -> None:
    visit = on_page(page)
    visit.do(ev.DecideAsked)
    before, after = progress(page), progress(visit.session)
    assert after is not None
    assert before is None or (before.step <= after.step and before.minutes >= after.minutes)


def test_an_overlay_does_not_change_the_step() -> None:
    for here, ways in states.covered().items():
        if here.idle == "active":
            assert progress(ways["help"]) == progress(here)


def test_the_minutes_are_reading_time_and_two_questions_of_the_faq() -> None:
    reading = 30 + 200 + 20 + 90 + 40 + 60 + 25 + 25
    checks, decision = 3 * 20, 60
    assert minutes_left(new_session(PLAN)) == round((reading + checks + decision) / 60)


def test_every_page_that_was_read_comes_off_the_minutes() -> None:
    chapters = [one for one in EVERY_PAGE if one.place.step is Step.CHAPTER]
    left = [610, 580, 380, 360, 270, 230, 170]
    assert [minutes_left(one) for one in chapters] == [round(seconds / 60) for seconds in left]


def test_a_chapter_knows_its_reading_time() -> None:
    assert [chapter.seconds for chapter in PLAN.chapters] == [250.0, 130.0, 60.0, 220.0]
