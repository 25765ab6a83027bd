"""Visits without a choice: reading after a dose, kept at a reset, kept when nobody came back."""

from dataclasses import replace

import pytest

from kiosk.domain import events as ev
from kiosk.domain.effects import KeepVisit
from kiosk.domain.idle import Idle
from kiosk.domain.kept import Why
from kiosk.domain.session import Overlay, Session, Step, new_session
from kiosk.domain.staffing.arrangement import Attested, Dose
from tests.domain.visits import (
    DOORS,
    MEANING,
    OPEN_PAGES,
    PLAN,
    UTC,
    Visit,
    behind,
    on_page,
    page_name,
)

DOSED = Attested("reception", Dose.RECENT, hours=24)
ALERT = Attested("reception", Dose.NONE, hours=24)


def kept(visit: Visit) -> list[KeepVisit]:
    return [one for one in visit.effects if isinstance(one, KeepVisit)]


def started(attested: Attested) -> Visit:
    """Return a visit that staff prepared."""
    visit = Visit()
    visit.do(ev.Opened, Overlay.STAFF)
    visit.send(
        ev.StaffStarted(visit.at, "v", UTC, "bed 1", "es", "iv", size="XL", attested=attested)
    )
    return visit


@pytest.mark.parametrize("door", DOORS)
def test_while_a_choice_waits_no_door_opens_and_none_more_than_another(door: str) -> None:
    visit = started(DOSED)
    before = visit.do(ev.DecideAsked)
    after = visit.do(ev.DoorChosen, door)
    assert (after.place.step, after.door) == (Step.DOORS, None)
    assert replace(after, mark=before.mark, touched=before.touched) == before
    visit.acknowledge()
    assert visit.saves == []


@pytest.mark.parametrize("attested", [ALERT, Attested("reception", hours=24)])
@pytest.mark.parametrize("door", DOORS)
def test_without_a_recent_dose_every_door_opens(door: str, attested: Attested) -> None:
    visit = started(attested)
    visit.do(ev.DecideAsked)
    visit.do(ev.DoorChosen, door)
    visit.acknowledge()
    assert dict(visit.saves[0].acknowledgement.settings)["attested_by"] == "reception"


def test_while_a_choice_waits_every_page_can_be_read() -> None:
    visit = started(DOSED)
    visit.walk_to(Step.DOORS)
    every = {page.id for one in visit.session.plan.chapters for page in one.pages}
    assert {one.page for one in visit.session.seen} >= every - {"q1", "q2", "q3"}


def test_reading_is_kept_without_a_door_and_the_last_page_comes_with_the_stores_word() -> None:
    visit = started(DOSED)
    visit.walk_to(Step.DOORS)
    visit.do(ev.ReadingEnded)
    assert visit.session.place.step is Step.SAVING
    (one,) = kept(visit)
    assert (one.kept.why, one.kept.session, one.kept.reference) == (Why.AFTER_DOSE, "v", "bed 1")
    assert dict(one.kept.settings)["dosed"] == "within 24 hours"
    assert [page.page for page in one.kept.pages][:2] == ["w1", "w2"]
    visit.confirm()
    assert (visit.session.place.step, visit.session.door) == (Step.SAVED, None)
    assert visit.saves == []


def test_where_nothing_waits_there_is_no_end_of_reading() -> None:
    visit = started(ALERT)
    visit.do(ev.DecideAsked)
    visit.do(ev.ReadingEnded)
    assert visit.session.place.step is Step.DOORS
    assert kept(visit) == []


@pytest.mark.parametrize("page", OPEN_PAGES, ids=page_name)
@pytest.mark.parametrize("keep", [True, False])
def test_a_reset_keeps_the_visit_only_where_staff_say_so(page: Session, keep: bool) -> None:
    visit = on_page(page)
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffReset, keep)
    assert [one.kept.why for one in kept(visit)] == ([Why.STAFF] if keep else [])
    assert visit.wipes == ["staff-reset"]
    assert visit.session.id is None


def test_a_visit_that_is_saved_is_not_kept_once_more() -> None:
    visit = Visit()
    visit.walk_to(Step.SAVED)
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffReset, True)
    assert kept(visit) == []


@pytest.mark.parametrize("keep", [True, False])
def test_an_abandoned_visit_is_kept_only_where_the_clinic_set_it(keep: bool) -> None:
    visit = Visit(new_session(replace(PLAN, keep_abandoned=keep)))
    visit.walk_to(Step.CHECK)
    hidden = behind(visit.session, idle=Idle.CURTAIN)
    hidden.do(ev.Tick, after=hidden.session.limits.curtain)
    assert [one.kept.why for one in kept(hidden)] == ([Why.ABANDONED] if keep else [])
    assert hidden.session.place.step is Step.WELCOME


def test_a_person_who_stops_leaves_nothing_whatever_the_clinic_set() -> None:
    visit = Visit(new_session(replace(PLAN, keep_abandoned=True)))
    visit.walk_to(Step.CHECK)
    visit.do(ev.Finished)
    assert (kept(visit), visit.wipes) == ([], ["left"])


def test_the_end_of_a_kept_visit_is_reckoned_from_its_start() -> None:
    visit = started(DOSED)
    visit.do(ev.DecideAsked)
    visit.do(ev.ReadingEnded, after=65.0)
    ended = kept(visit)[0].kept.ended
    assert visit.session.started is not None
    assert ended.utc == "2026-03-04T10:01:06Z"
    assert ended.mono - visit.session.started.mono == 66.0


def test_more_time_holds_the_warning_and_the_curtain_back_for_this_visit_alone() -> None:
    visit = Visit()
    visit.walk_to(Step.REVIEW)
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffExtended, 600.0)
    visit.do(ev.Closed)
    limits = visit.session.limits
    assert visit.wait(limits.warn + 599.0, step=60.0).idle is Idle.ACTIVE
    assert visit.wait(2.0).idle is Idle.WARNING
    visit.do(ev.Finished)
    assert visit.session.extra == 0.0


def test_a_visit_cannot_be_given_more_than_an_hour() -> None:
    visit = Visit()
    visit.begin()
    visit.do(ev.Opened, Overlay.STAFF)
    for _ in range(20):
        visit.do(ev.StaffExtended, 600.0)
    assert visit.session.extra == 3600.0


def test_staff_presets_are_how_the_visit_opens_and_the_person_can_change_them() -> None:
    visit = started(ALERT)
    assert (visit.session.settings.language, visit.session.settings.size) == ("es", "XL")
    visit.do(ev.SettingChosen, "size", "M")
    visit.do(ev.LanguageChosen, "en")
    assert (visit.session.settings.language, visit.session.settings.size) == ("en", "M")
    visit.walk_to(Step.DOORS)
    visit.do(ev.DoorChosen, DOORS[0])
    visit.do(ev.Acknowledged, UTC, MEANING)
    assert dict(visit.saves[0].acknowledgement.settings)["dosed"] == "none today, alert"
