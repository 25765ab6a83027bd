"""Check questions teach: choices turn, a second miss is talked about, nothing is a score."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import events as ev
from kiosk.domain.ideas import (
    IdeaState,
    Phase,
    answered,
    asked_again,
    choice_order,
    outcome,
    reopened,
)
from kiosk.domain.plan import IdeaPlan
from kiosk.domain.session import Session, Step
from tests.domain.visits import Visit

PLAN = IdeaPlan("drive", 3, 1)
MISSES: tuple[int | None, ...] = (None, 0, 2)


@st.composite
def _tried(draw: st.DrawFn) -> tuple[IdeaPlan, IdeaState]:
    choices = draw(st.integers(1, 6))
    plan = IdeaPlan("idea", choices, draw(st.integers(0, choices - 1)))
    answer = st.one_of(st.none(), st.integers(0, choices - 1))
    return plan, IdeaState(choices=tuple(draw(st.lists(answer, max_size=12))))


@given(_tried())
def test_the_choices_are_shown_each_once(tried: tuple[IdeaPlan, IdeaState]) -> None:
    plan, state = tried
    assert sorted(choice_order(plan, state)) == list(range(plan.choices))


@given(_tried())
def test_the_choices_turn_by_one_on_each_try(tried: tuple[IdeaPlan, IdeaState]) -> None:
    plan, state = tried
    order = choice_order(plan, state)
    again = choice_order(plan, IdeaState(choices=(*state.choices, None)))
    assert again == (*order[1:], order[0])


def test_while_a_question_is_open_its_order_stays() -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    plan = visit.session.plan.ideas[0]
    before = choice_order(plan, visit.session.idea)
    visit.go()
    visit.do(ev.Tick)
    assert choice_order(plan, visit.session.idea) == before


def test_the_right_answer_makes_the_idea_clear() -> None:
    state = answered(IdeaState(), PLAN, 1)
    assert state == IdeaState(Phase.CLEAR, (1,), 0)
    assert outcome(PLAN, state).talk is False


@pytest.mark.parametrize("miss", MISSES)
def test_a_miss_and_not_sure_explain_again(miss: int | None) -> None:
    state = answered(IdeaState(), PLAN, miss)
    assert state == IdeaState(Phase.RETEACH, (miss,), 1)
    assert asked_again(state).phase is Phase.ASK


@pytest.mark.parametrize(("first", "second"), list(product(MISSES, repeat=2)))
def test_a_second_miss_is_talked_about_and_asked_no_more(
    first: int | None, second: int | None
) -> None:
    state = answered(asked_again(answered(IdeaState(), PLAN, first)), PLAN, second)
    assert state == IdeaState(Phase.TALK, (first, second), 2)
    assert answered(state, PLAN, 1) == state
    assert (outcome(PLAN, state).talk, outcome(PLAN, state).explained) == (True, 2)


@pytest.mark.parametrize("first", MISSES)
def test_the_right_answer_on_the_second_try_makes_it_clear(first: int | None) -> None:
    state = answered(asked_again(answered(IdeaState(), PLAN, first)), PLAN, 1)
    assert (state.phase, state.choices) == (Phase.CLEAR, (first, 1))
    assert (outcome(PLAN, state).talk, outcome(PLAN, state).explained) == (False, 1)


@pytest.mark.parametrize("choice", [-1, 3, 99])
def test_a_choice_that_does_not_exist_changes_nothing(choice: int) -> None:
    assert answered(IdeaState(), PLAN, choice) == IdeaState()


@pytest.mark.parametrize("phase", [Phase.RETEACH, Phase.CLEAR, Phase.TALK])
def test_an_answer_counts_only_while_the_question_is_open(phase: Phase) -> None:
    state = IdeaState(phase, (0,), 1)
    assert answered(state, PLAN, 1) == state


def test_an_unanswered_idea_is_talked_about() -> None:
    assert outcome(PLAN, IdeaState()).talk is True


def test_change_opens_the_question_with_its_history_and_two_more_tries() -> None:
    talked = IdeaState(Phase.TALK, (0, None), 2)
    state = reopened(talked)
    assert (state.phase, state.choices) == (Phase.ASK, (0, None))
    state = answered(state, PLAN, 2)
    assert state.phase is Phase.RETEACH
    state = answered(asked_again(state), PLAN, 1)
    assert (state.phase, state.choices) == (Phase.CLEAR, (0, None, 2, 1))
    assert outcome(PLAN, state).explained == 3


def _changing(answers: tuple[int | None, ...]) -> Visit:
    """Return a visit whose first idea was answered so, and then opened by Change."""
    visit = Visit()
    visit.walk_to(Step.CHECK)
    for choice in answers:
        visit.answer(choice)
        visit.go()
    visit.walk_to(Step.REVIEW)
    visit.do(ev.ChangeAsked, "drive")
    return visit


@pytest.mark.parametrize("leave", [ev.WentBack, ev.DecideAsked])
@pytest.mark.parametrize("answers", [(1,), (0, 1)])
def test_change_without_a_new_answer_leaves_a_clear_idea_clear(
    leave: type[ev.Event], answers: tuple[int | None, ...]
) -> None:
    visit = _changing(answers)
    assert visit.session.idea.phase is Phase.ASK
    visit.do(leave)
    assert (visit.session.ideas[0].phase, visit.session.ideas[0].choices) == (Phase.CLEAR, answers)


@pytest.mark.parametrize("leave", [ev.WentBack, ev.DecideAsked])
def test_a_new_miss_after_a_change_is_what_counts(leave: type[ev.Event]) -> None:
    visit = _changing((1,))
    visit.answer(None)
    visit.do(leave)
    assert outcome(visit.session.plan.ideas[0], visit.session.ideas[0]).talk is True


@pytest.mark.parametrize("leave", [ev.WentBack, ev.DecideAsked])
def test_change_without_a_new_answer_keeps_a_talk_a_talk(leave: type[ev.Event]) -> None:
    visit = _changing((0, None))
    visit.do(leave)
    assert outcome(visit.session.plan.ideas[0], visit.session.ideas[0]).talk is True


def test_change_of_all_checks_opens_every_one_and_forgets_no_answer() -> None:
    visit = Visit()
    before = visit.walk_to(Step.REVIEW).ideas
    visit.do(ev.ChangeAsked, "checks")
    assert {idea.phase for idea in visit.session.ideas} == {Phase.ASK}
    assert [idea.choices for idea in visit.session.ideas] == [idea.choices for idea in before]
    visit.do(ev.DecideAsked)
    assert visit.session.ideas == before


def test_an_answer_meant_for_another_question_is_not_heard() -> None:
    visit = Visit()
    here = visit.walk_to(Step.CHECK)
    visit.do(ev.Answered, "stop", 0)
    assert visit.session.ideas == here.ideas


def test_a_double_tap_on_a_choice_answers_once() -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    visit.answer(0)
    visit.answer(0)
    assert visit.session.idea.choices == (0,)


def test_answers_never_go_away_and_no_phase_leads_outside_the_four() -> None:
    for answers in product((None, 0, 1, 2), repeat=3):
        visit = Visit()
        visit.walk_to(Step.CHECK)
        states = [visit.session.idea]
        for choice in answers:
            visit.do(ev.Answered, "drive", choice)
            states.append(visit.session.ideas[0])
            _explained(visit)
            states.append(visit.session.ideas[0])
        assert all(now.choices[: len(was.choices)] == was.choices for was, now in pairwise(states))
        assert all(len(idea.choices) <= 2 for idea in states)


def _explained(visit: Visit) -> Session:
    if visit.session.idea.phase is Phase.RETEACH:
        visit.go()
    return visit.session


def test_the_idea_in_front_is_empty_where_no_question_is_in_front() -> None:
    visit = Visit()
    visit.walk_to(Step.REVIEW)
    assert visit.session.idea == IdeaState()
