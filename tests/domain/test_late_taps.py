"""After a reset nothing of the old visit is left, and no late tap can bring it back."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import receipt_number
from kiosk.domain.advance import advance
from kiosk.domain.effects import WipeScreen
from kiosk.domain.session import Overlay, Session, Settings, Step, new_session
from tests.domain.visits import (
    EVERY_ACT,
    EVERY_PAGE,
    PLAN,
    PRESSES,
    UTC,
    Act,
    Visit,
    act,
    confirmed,
    kind_of,
    on_page,
    page_name,
    save_failed,
    soiled,
    timeless,
)

# Welcome has these of its own, and the next person may press them.
OF_WELCOME = (ev.Opened, ev.LanguageChosen, ev.SettingChosen)
# What belongs to the kiosk and not to a person.
OF_THE_KIOSK = {"plan", "limits", "defaults", "closed", "touched", "mark", "idle_since"}
NOT_AT_ONCE = {"idle", "overlays", "fault", "saved"}


def _staff_reset(visit: Visit) -> None:
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffReset)


def _finished(visit: Visit) -> None:
    visit.do(ev.Finished)


def _finished_at_the_warning(visit: Visit) -> None:
    visit.do(ev.Tick, after=10_000.0)
    visit.do(ev.Finished)


def _abandoned(visit: Visit) -> None:
    visit.wait(3000.0, 5.0)


def _saved_and_left(visit: Visit) -> None:
    visit.acknowledge()
    visit.confirm()
    visit.wait(60.0)


def _broke_and_left(visit: Visit) -> None:
    visit.do(ev.Broke, "CANARY")
    visit.do(ev.Finished)


def _not_saved_and_left(visit: Visit) -> None:
    visit.acknowledge()
    visit.send(save_failed(visit.at, visit.session))
    visit.wait(60.0)


WIPES = [
    _staff_reset,
    _finished,
    _finished_at_the_warning,
    _abandoned,
    _saved_and_left,
    _broke_and_left,
    _not_saved_and_left,
]


def test_the_soiled_visit_has_a_mark_in_every_field() -> None:
    clean, dirty = new_session(PLAN), soiled()
    same = {
        one.name for one in fields(Session) if getattr(clean, one.name) == getattr(dirty, one.name)
    }
    assert same - OF_THE_KIOSK == NOT_AT_ONCE


@pytest.mark.parametrize("wipe", WIPES)
def test_every_field_is_back_at_its_default_after_any_wipe(wipe: Callable[[Visit], None]) -> None:
    visit = on_page(soiled())
    wipe(visit)
    assert any(isinstance(one, WipeScreen) for one in visit.effects)
    assert timeless(visit.session) == new_session(PLAN)
    assert visit.session.seen == ()
    assert "CANARY" not in repr(visit.session)


@pytest.mark.parametrize("wipe", WIPES)
def test_the_next_person_meets_the_settings_of_the_kiosk(wipe: Callable[[Visit], None]) -> None:
    house = Settings("ar", "L", "night", motion=False)
    visit = on_page(replace(soiled(), defaults=house))
    wipe(visit)
    assert visit.session.settings == house


@pytest.mark.parametrize("page", EVERY_PAGE, ids=page_name)
def test_finished_leads_to_an_empty_welcome_from_every_page_but_saving(page: Session) -> None:
    visit = on_page(page)
    visit.do(ev.Finished)
    if page.place.step is Step.SAVING:
        assert visit.session.id == page.id
    else:
        assert timeless(visit.session) == new_session(PLAN)


@pytest.mark.parametrize("page", EVERY_PAGE[1:], ids=page_name)
def test_a_wipe_says_whether_the_visit_was_finished_or_left(page: Session) -> None:
    visit = on_page(page)
    visit.do(ev.Finished)
    expected = {Step.SAVED: ["finished"], Step.SAVING: []}
    assert visit.wipes == expected.get(page.place.step, ["left"])


def test_staff_who_prepare_a_visit_wipe_the_one_before() -> None:
    visit = on_page(soiled())
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffStarted, "next", UTC, "bed 2", "es", "iv", "1234")
    assert "CANARY" not in repr(visit.session)
    assert visit.wipes == ["staff-start"]
    assert visit.session.seen == ()
    assert (visit.session.id, visit.session.settings) == ("next", Settings("es"))


@pytest.mark.parametrize("wipe", WIPES)
def test_a_late_event_after_reset_records_and_reveals_nothing(
    wipe: Callable[[Visit], None],
) -> None:
    visit = on_page(soiled())
    wipe(visit)
    for late in EVERY_ACT:
        event = late(visit.at, visit.session)
        after, effects = advance(visit.session, event)
        assert effects == () or isinstance(event, ev.Broke), event
        assert (after.id, after.seen, after.flags, after.door) == (None, (), (), None), event
        assert "CANARY" not in repr(after), event


def test_a_late_tap_on_a_page_that_is_gone_changes_nothing() -> None:
    visit = on_page(soiled())
    welcome = visit.do(ev.Finished)
    for late in PRESSES:
        if kind_of(late) not in OF_WELCOME:
            event = late(visit.at, welcome)
            assert advance(welcome, event) == (welcome, ()), event


@pytest.mark.parametrize(
    "late",
    [
        act(ev.Recorded, "CANARY", receipt_number("CANARY")),
        act(ev.RecordFailed, "CANARY", "disk full"),
    ],
)
def test_the_store_speaking_after_a_wipe_shows_nobodys_receipt(late: Act) -> None:
    visit = on_page(soiled())
    visit.acknowledge()
    visit.do(ev.Broke, "a page failed")
    for _ in range(2):
        before = visit.session
        visit.send(late(visit.at, before))
        assert visit.session == before
        visit.do(ev.Finished)


def test_the_stores_late_word_does_not_end_the_next_visit() -> None:
    visit = Visit()
    first = visit.walk_to(Step.SAVING).id
    visit.do(ev.Broke, "a page failed")
    visit.do(ev.Finished)
    visit.walk_to(Step.SAVING)
    visit.do(ev.Recorded, first, receipt_number(first or ""))
    assert visit.session.place.step is Step.SAVING
    visit.send(confirmed(visit.at, visit.session))
    assert visit.session.saved is not None
    assert visit.session.saved.session == visit.session.id != first


def test_a_second_start_in_the_same_visit_changes_nothing() -> None:
    visit = Visit()
    visit.begin()
    here = visit.do(ev.Continued)
    visit.begin()
    assert timeless(visit.session) == timeless(here)


def test_a_closed_kiosk_takes_no_visit_from_anybody() -> None:
    visit = Visit()
    visit.do(ev.ServiceChanged, "no space")
    visit.begin()
    assert visit.session.id is None
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffStarted, "next", UTC, "bed 2", "es")
    assert visit.session.id is None
    visit.do(ev.Closed)
    visit.do(ev.ServiceChanged, None)
    assert visit.begin().place.step is Step.LANGUAGE


def test_closing_the_kiosk_lets_a_running_visit_end_in_peace() -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    visit.do(ev.ServiceChanged, "no space")
    visit.walk_to(Step.SAVED)
    assert len(visit.saves) == 1
    visit.do(ev.Finished)
    assert visit.session.closed == "no space"
