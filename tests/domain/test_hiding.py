"""Three pictures that a person picks lock a hidden page, and staff open it all the same."""

from dataclasses import replace

import pytest

from kiosk.domain import events as ev
from kiosk.domain.idle import Idle
from kiosk.domain.session import Overlay, Session
from kiosk.domain.settling import wiped
from kiosk.domain.waiting import MAX_CODE_TRIES
from tests.domain.visits import Visit


def hidden() -> Visit:
    visit = Visit()
    visit.begin()
    visit.do(ev.Opened, Overlay.HIDDEN)
    return visit


def locked(pictures: str = "159") -> Visit:
    visit = hidden()
    visit.do(ev.LockAsked)
    visit.do(ev.Locked, pictures)
    return visit


def test_a_locked_page_opens_by_its_pictures_and_by_nothing_else() -> None:
    visit = locked()
    for kind in (ev.Closed, ev.WentBack, ev.Continued, ev.Touched, ev.Closed):
        assert visit.do(kind).overlay is Overlay.HIDDEN
    assert visit.session.cover_asks
    assert visit.do(ev.Resumed, "951").overlay is Overlay.HIDDEN
    assert visit.do(ev.Resumed, "159").overlay is None


def test_the_lock_stays_for_the_next_time_the_page_is_hidden() -> None:
    visit = locked()
    visit.do(ev.Closed)
    visit.do(ev.Resumed, "159")
    visit.do(ev.Opened, Overlay.HIDDEN)
    assert visit.do(ev.Closed).cover_asks


def test_staff_open_a_locked_page_and_the_forgotten_lock_is_gone() -> None:
    visit = locked()
    visit.do(ev.Opened, Overlay.STAFF)
    opened = visit.do(ev.Resumed, None)
    assert (opened.overlays, opened.cover_code) == ((Overlay.READY,), None)
    assert visit.do(ev.Closed).overlays == ()
    visit.do(ev.Opened, Overlay.HIDDEN)
    assert visit.do(ev.Closed).overlay is None


def test_guessing_the_pictures_stops_after_a_few_tries_and_staff_still_open_it() -> None:
    visit = locked()
    visit.do(ev.Closed)
    for _ in range(MAX_CODE_TRIES):
        visit.do(ev.Resumed, "111")
    assert visit.do(ev.Resumed, "159").overlay is Overlay.HIDDEN
    visit.do(ev.Opened, Overlay.STAFF)
    assert visit.do(ev.Resumed, None).overlay is Overlay.READY


@pytest.mark.parametrize("kind", [ev.Continued, ev.Finished, ev.DecideAsked, ev.LockAsked])
def test_what_staff_opened_shows_nothing_until_the_person_taps(kind: type[ev.Event]) -> None:
    visit = locked()
    visit.do(ev.Opened, Overlay.STAFF)
    ready = visit.do(ev.Resumed, None)
    assert visit.do(kind).overlays == ready.overlays == (Overlay.READY,)
    assert visit.session.id == ready.id
    assert visit.do(ev.Closed).overlay is None


def test_a_page_that_waits_for_the_tap_is_hidden_again_when_nobody_comes() -> None:
    visit = locked()
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.Resumed, None)
    visit.session = replace(visit.session, idle=Idle.CURTAIN)
    visit.do(ev.Opened, Overlay.STAFF)
    assert visit.do(ev.Resumed, None).overlays == (Overlay.READY,)


def test_whoever_changes_their_mind_goes_back_to_the_open_cover() -> None:
    visit = hidden()
    assert visit.do(ev.LockAsked).cover_picks
    back = visit.do(ev.WentBack)
    assert (back.overlay, back.cover_picks, back.cover_code) == (Overlay.HIDDEN, False, None)
    assert visit.do(ev.Closed).overlay is None


@pytest.mark.parametrize("pictures", ["", "12", "1234", "120", "abc"])
def test_what_are_not_three_of_the_pictures_lock_nothing(pictures: str) -> None:
    visit = locked(pictures)
    assert visit.session.cover_code is None
    assert visit.session.cover_picks


def test_pictures_that_were_not_asked_for_lock_nothing() -> None:
    visit = hidden()
    assert visit.do(ev.Locked, "159").cover_code is None


def test_a_visit_with_a_code_of_staff_needs_no_pictures() -> None:
    visit = hidden()
    visit.session = replace(visit.session, code="471123")
    assert not visit.do(ev.LockAsked).cover_picks


def test_nothing_is_locked_before_a_visit_has_begun() -> None:
    visit = Visit()
    visit.do(ev.Opened, Overlay.HIDDEN)
    assert not visit.do(ev.LockAsked).cover_picks


def test_a_lock_cannot_be_changed_by_somebody_who_comes_by() -> None:
    visit = locked()
    visit.do(ev.LockAsked)
    assert visit.do(ev.Locked, "222").cover_code == "159"


def curtain() -> Visit:
    visit = locked()
    visit.do(ev.Closed)
    visit.do(ev.Resumed, "159")
    visit.session = replace(visit.session, idle=Idle.CURTAIN)
    return visit


def test_the_pictures_open_the_curtain_too() -> None:
    assert curtain().do(ev.Resumed, "111").idle is Idle.CURTAIN
    assert curtain().do(ev.Resumed, "159").idle is Idle.ACTIVE


def test_the_next_person_meets_no_lock() -> None:
    visit = locked()
    after: Session = wiped(visit.session, visit.at, "left")[0]
    assert (after.cover_code, after.cover_picks, after.cover_asks) == (None, False, False)
