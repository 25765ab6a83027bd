"""Long runs of anything that may happen, for properties that must hold after each event."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay, Session
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
_ON = act(ev.Continued)
_BACK = act(ev.WentBack)
_DECIDE = act(ev.DecideAsked)
_STAFF = act(ev.Opened, Overlay.STAFF)

Acts = list[tuple[Act, float]]
_PAUSES = st.sampled_from((0.0, 0.3, 5.0, 50.0, 400.0, 700.0))
# Single acts rarely get far, so whole stretches of a visit stand beside them.
_STRETCHES = (
    *((BEGIN, *(_ON,) * pages) for pages in (1, 3, 6, 10, 14)),
    *((BEGIN, _DECIDE, *(_BACK,) * pages) for pages in range(1, 8)),
    *((BEGIN, _DECIDE, act(ev.DoorChosen, door)) for door in DOORS),
    *((_DECIDE, act(ev.DoorChosen, door), ACKNOWLEDGE) for door in DOORS),
    (ACKNOWLEDGE, confirmed),
    (ACKNOWLEDGE, ACKNOWLEDGE, save_failed),
    (confirmed, act(ev.Finished)),
    (act(ev.Finished),),
    (_STAFF, act(ev.StaffReset)),
    (_STAFF, act(ev.StaffStarted, "staff", UTC, "bed 9", "ar", "spray", "1234")),
)


@st.composite
def _stretches(draw: st.DrawFn) -> Acts:
    stretch = draw(st.sampled_from(_STRETCHES))
    return [(one, 0.3) for one in stretch]


# Nobody touches: the warning, the curtain, the wipe.
_QUIET = ((act(ev.Tick), 700.0), (act(ev.Tick), 50.0), (act(ev.Tick), 700.0))


@st.composite
def _silence(draw: st.DrawFn) -> Acts:
    return list(_QUIET[: draw(st.integers(1, len(_QUIET)))])


@st.composite
def _single(draw: st.DrawFn) -> Acts:
    return [(draw(st.sampled_from(EVERY_ACT)), draw(_PAUSES))]


ANY_ACTS: st.SearchStrategy[Acts] = st.lists(
    st.one_of(_single(), _stretches(), _single(), _silence()), min_size=12, max_size=40
).map(lambda parts: [one for part in parts for one in part])


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
