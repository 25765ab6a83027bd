"""Check questions: they test how well we explained, and never close a door."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.acknowledgement import IdeaAnswer
from kiosk.domain.plan import IdeaPlan

TRIES_BEFORE_TALK = 2


class Phase(StrEnum):
    """What the check page shows for one idea."""

    ASK = "ask"
    RETEACH = "reteach"
    CLEAR = "clear"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class IdeaState:
    """How one idea stands; choices are content positions, None is "not sure"."""

    phase: Phase = Phase.ASK
    choices: tuple[int | None, ...] = ()
    misses: int = 0


def answered(state: IdeaState, plan: IdeaPlan, choice: int | None) -> IdeaState:
    """Return the idea after one answer; a choice that does not exist changes nothing."""
    if state.phase is not Phase.ASK or (choice is not None and not 0 <= choice < plan.choices):
        return state
    choices = (*state.choices, choice)
    if choice == plan.right:
        return replace(state, phase=Phase.CLEAR, choices=choices)
    misses = state.misses + 1
    phase = Phase.TALK if misses >= TRIES_BEFORE_TALK else Phase.RETEACH
    return IdeaState(phase, choices, misses)


def asked_again(state: IdeaState) -> IdeaState:
    """Return the idea with its question open once more, all earlier answers kept."""
    return replace(state, phase=Phase.ASK)


def reopened(state: IdeaState) -> IdeaState:
    """Return the idea as a person who pressed Change meets it: open, both tries ahead."""
    return replace(state, phase=Phase.ASK, misses=0)


def put(ideas: tuple[IdeaState, ...], index: int, state: IdeaState) -> tuple[IdeaState, ...]:
    """Return the ideas with one of them replaced."""
    return (*ideas[:index], state, *ideas[index + 1 :])


def settled(plan: IdeaPlan, state: IdeaState) -> IdeaState:
    """Return the idea as it stands once its page is left: the last answer given is what counts."""
    if state.phase is Phase.ASK and state.choices and state.choices[-1] == plan.right:
        return replace(state, phase=Phase.CLEAR)
    return state


def choice_order(plan: IdeaPlan, state: IdeaState) -> tuple[int, ...]:
    """Return the order in which the choices are shown; it turns by one on each new try."""
    turn = len(state.choices) % plan.choices
    order = tuple(range(plan.choices))
    return order[turn:] + order[:turn]


def outcome(plan: IdeaPlan, state: IdeaState) -> IdeaAnswer:
    """Return what the record keeps of one idea; talk is also true when it stayed unanswered."""
    return IdeaAnswer(
        plan.id, state.choices, _explained(plan, state), state.phase is not Phase.CLEAR
    )


def _explained(plan: IdeaPlan, state: IdeaState) -> int:
    return sum(1 for choice in state.choices if choice != plan.right)
