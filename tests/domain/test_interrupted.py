"""A visit goes into text and comes back as it was, but hidden."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door, PackRef
from kiosk.domain.board.told import Told
from kiosk.domain.idle import Idle
from kiosk.domain.interrupted import NoSuchVisitError, as_text, from_text, is_to_keep, unsaved
from kiosk.domain.session import Overlay, Session, Step, new_session
from kiosk.domain.staffing.arrangement import Attested, Dose
from tests.domain.runs import ANY_ACTS, Acts, played
from tests.domain.visits import MEANING, PLAN, UTC, Visit

EMPTY = new_session(PLAN)


def bare(session: Session) -> Session:
    """What a start changes on purpose is left out."""
    overlays = tuple(one for one in session.overlays if one is not Overlay.STAFF)
    timeless = replace(session, idle=Idle.ACTIVE, idle_since=0.0, mark=0.0)
    return replace(timeless, overlays=overlays, told=Told.SENDING)


@given(ANY_ACTS)
def test_every_visit_comes_back_with_its_place_and_its_answers(acts: Acts) -> None:
    for _, _, visit in played(acts):
        if not is_to_keep(visit.session):
            continue
        # Of the kiosk, not of the person: whether it takes visits, and what it starts with.
        now = visit.session
        closed = replace(EMPTY, closed=now.closed, defaults=now.defaults)
        found = from_text(as_text(visit.session), closed, visit.at + 5)
        assert bare(found) == bare(visit.session)
        assert found.idle is Idle.CURTAIN
        assert Overlay.STAFF not in found.overlays


def test_what_staff_attested_comes_back() -> None:
    visit = Visit()
    visit.begin()
    attested = Attested("nurse", Dose.RECENT, hours=4)
    told = replace(visit.session, attested=attested, route="spray", flags=("w1",))
    found = from_text(as_text(told), EMPTY, 9.0)
    assert found.attested == told.attested
    assert found.waits
    assert found.plan == PLAN.for_route("spray")


def test_a_code_opens_it_at_the_same_page_and_a_wrong_one_does_not() -> None:
    visit = Visit()
    visit.begin()
    visit.session = replace(visit.session, code="123456")
    visit.go(5)
    place = visit.session.place
    visit.session = from_text(as_text(visit.session), EMPTY, visit.at)
    visit.do(ev.Resumed, "654321")
    assert visit.session.idle is Idle.CURTAIN
    visit.do(ev.Resumed, "123456")
    assert (visit.session.idle, visit.session.place) == (Idle.ACTIVE, place)


def test_without_a_code_only_staff_open_it_and_it_is_erased_after_its_wait() -> None:
    visit = Visit()
    visit.begin()
    visit.session = from_text(as_text(visit.session), EMPTY, visit.at)
    visit.do(ev.Resumed, "")
    assert visit.session.idle is Idle.CURTAIN
    visit.do(ev.Tick, after=598.0)
    assert visit.session.id is not None
    visit.do(ev.Tick, after=2.0)
    assert visit.session.id is None


def test_a_curtain_that_was_down_waits_no_longer_for_a_start() -> None:
    visit = Visit()
    visit.begin()
    down = replace(visit.session, idle=Idle.CURTAIN, idle_since=3.0)
    assert from_text(as_text(down), EMPTY, 500.0).idle_since == 3.0


def test_a_visit_that_was_being_saved_stands_at_its_last_button_again() -> None:
    visit = Visit()
    visit.begin()
    visit.do(ev.DecideAsked)
    visit.do(ev.DoorChosen, Door.NO)
    visit.do(ev.Acknowledged, UTC, MEANING)
    found = from_text(as_text(visit.session), EMPTY, visit.at)
    assert found.place.step is Step.SAVING
    assert unsaved(found).place.step is Step.ACKNOWLEDGE
    assert unsaved(found).door is Door.NO


def test_a_reading_visit_that_was_being_saved_stands_before_the_doors_again() -> None:
    visit = Visit()
    visit.begin()
    visit.session = replace(visit.session, attested=Attested("nurse", Dose.RECENT, hours=4))
    visit.do(ev.DecideAsked)
    visit.do(ev.ReadingEnded)
    assert visit.session.place.step is Step.SAVING
    assert unsaved(visit.session).place.step is Step.DOORS


def changed(name: str, value: object) -> str:
    visit = Visit()
    kept = json.loads(as_text(visit.begin()))
    kept[name] = value
    return json.dumps(kept)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        changed("pack", "cd" * 32),
        changed("id", None),
        changed("id", 7),
        changed("unheard", 1),
        changed("ideas", []),
        changed("overlays", ["nothing"]),
        changed("place", {"steps": "how"}),
        changed("settings", {"language": 3}),
        changed("flags", 5),
    ],
)
def test_anything_else_is_refused_in_one_way(text: str) -> None:
    with pytest.raises(NoSuchVisitError):
        from_text(text, EMPTY, 1.0)


def test_other_content_is_refused() -> None:
    visit = Visit()
    text = as_text(visit.begin())
    other = replace(PLAN, pack=PackRef("ketamine", "1.0.1", "cd" * 32, "en"))
    with pytest.raises(NoSuchVisitError, match="other content"):
        from_text(text, new_session(other), 1.0)
