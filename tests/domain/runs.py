"""Long runs of anything that may happen, for properties that must hold after each event."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from kiosk.domain import events as ev
from kiosk.domain.session import Session
from tests.domain.visits import (
    DOORS,
    EVERY_ACT,
    MEANING,
    UTC,
    Act,
    Visit,
    act,
    confirmed,
    save_failed,
)

BEGIN = act(ev.Began, "visit", UTC)
ACKNOWLEDGE = act(ev.Acknowledged, UTC, MEANING)
# What leads to a record comes up often, so that long runs get there many times.
_ONWARD = (BEGIN, act(ev.Continued), act(ev.DecideAsked))
_DOORS = tuple(act(ev.DoorChosen, door) for door in DOORS)
_ENDING = (ACKNOWLEDGE, confirmed, confirmed, save_failed)

Acts = list[tuple[Act, float]]
ANY_ACTS = st.lists(
    st.tuples(
        st.one_of(*(st.sampled_from(some) for some in (EVERY_ACT, _ONWARD, _DOORS, _ENDING))),
        st.sampled_from((0.0, 0.3, 5.0, 50.0, 400.0, 700.0)),
    ),
    max_size=60,
)


def played(acts: Acts) -> Iterator[tuple[Session, ev.Event, Visit]]:
    """Play acts with pauses; every start has a session id of its own, as the driver makes it."""
    visit = Visit()
    for one, pause in acts:
        before = visit.session
        visit.at += pause
        event = one(visit.at, before)
        if isinstance(event, ev.Began | ev.StaffStarted):
            visit.begun += 1
            event = replace(event, session=f"visit-{visit.begun}")
        visit.send(event)
        yield before, event, visit
