"""How a kiosk stands, as far as it may be told to a desk: nothing of the person."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.idle import Idle
from kiosk.domain.journey import stepping_stone
from kiosk.domain.session import Overlay, Session, Step


class State(StrEnum):
    """What a kiosk is doing; the value stands in its file on the board."""

    FREE = "free"
    IN_USE = "in_use"
    HELP = "help"
    SEEN = "seen"
    HIDDEN = "hidden"
    WAITING = "waiting"
    CLEANING = "cleaning"
    FAULT = "fault"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a kiosk is doing; `step` of `of` are 0 where no step line is shown."""

    state: State = State.FREE
    step: int = 0
    of: int = 0


def standing_of(session: Session, *, cleaning: bool) -> Standing:
    """Return how a kiosk stands: what needs somebody comes before everything else."""
    state = _state(session, cleaning=cleaning)
    stone = stepping_stone(session) if session.id is not None else None
    if stone is None or state in (State.FAULT, State.CLOSED):
        return Standing(state)
    return Standing(state, *stone)


def _state(session: Session, *, cleaning: bool) -> State:
    if Overlay.CALLING in session.overlays:
        return State.HELP
    if session.place.step is Step.FAULT:
        return State.FAULT
    if Overlay.SEEN in session.overlays:
        return State.SEEN
    if cleaning:
        return State.CLEANING
    if session.idle is Idle.CURTAIN or Overlay.HIDDEN in session.overlays:
        return State.HIDDEN
    if session.idle is Idle.WARNING or Overlay.READY in session.overlays:
        return State.WAITING
    if session.id is not None:
        return State.IN_USE
    return State.FREE if session.closed is None else State.CLOSED
