"""When nobody touches: warn, hide, wipe; and who may open the curtain again."""

import math

import pytest

from kiosk.domain import events as ev
from kiosk.domain.advance import advance
from kiosk.domain.idle import Idle, IdleLimits, countdown_left
from kiosk.domain.journey import visible_page
from kiosk.domain.session import Overlay, Session, Step, new_session
from kiosk.domain.waiting import MAX_CODE_TRIES
from tests.domain.visits import (
    EVERY_PAGE,
    MEANING,
    OPEN_PAGES,
    PLAN,
    PRESSES,
    UTC,
    Act,
    Visit,
    act,
    behind,
    kind_of,
    on_page,
    page_name,
    timeless,
)

LIMITS = IdleLimits()
READING = {page.id: page.seconds for chapter in PLAN.chapters for page in chapter.pages}


def _on(page_id: str) -> Visit:
    visit = Visit()
    visit.walk_to(Step.CHAPTER)
    if page_id.startswith("q"):
        visit.do(ev.Opened, Overlay.FAQ)
        visit.do(ev.QuestionOpened, page_id)
    else:
        while visible_page(visit.session) != page_id:
            visit.go()
    return visit


def _coded() -> Visit:
    visit = Visit()
    visit.walk_to(Step.CODE)
    visit.do(ev.CodeAccepted, "4711", "bed 3")
    return visit


def _hidden() -> Visit:
    return behind(_coded().session, idle=Idle.CURTAIN)


def test_the_waits_are_those_of_the_design() -> None:
    assert (LIMITS.warn, LIMITS.countdown, LIMITS.curtain, LIMITS.saved) == (300, 45, 600, 60)


@pytest.mark.parametrize("page", list(READING))
def test_the_warning_comes_after_five_minutes_or_twice_the_reading_time(page: str) -> None:
    visit = _on(page)
    # Its seconds are those of 150 words a minute; whoever reads 100 is waited for.
    patience = max(300.0, 2 * READING[page] * 150 / 100)
    assert visit.wait(patience - 1).idle is Idle.ACTIVE
    assert visit.wait(1).idle is Idle.WARNING


@pytest.mark.parametrize("page", OPEN_PAGES, ids=page_name)
def test_an_abandoned_page_is_warned_hidden_and_wiped_on_time(page: Session) -> None:
    visit = behind(page, idle=Idle.WARNING)
    assert visit.wait(44).idle is Idle.WARNING
    assert visit.wait(1).idle is Idle.CURTAIN
    assert visit.wait(599).idle is Idle.CURTAIN
    assert visit.session.id == page.id
    visit.wait(1)
    assert visit.wipes == ["abandoned"]
    assert timeless(visit.session) == new_session(PLAN)


@pytest.mark.parametrize("gap", [1.0, 17.0, 330.0])
def test_slow_ticks_keep_the_page_no_longer_than_the_waits_and_one_tick(gap: float) -> None:
    visit = behind(_on("w1").session, idle=Idle.WARNING)
    visit.wait(gap * math.ceil((45 + 600) / gap), gap)
    assert visit.session.id is None


def test_every_touch_begins_the_wait_anew() -> None:
    visit = _on("w1")
    for press in (ev.Touched, ev.Touched, ev.Continued):
        visit.wait(299)
        assert visit.do(press, after=0.0).idle is Idle.ACTIVE
    assert visit.wait(399).idle is Idle.ACTIVE


@pytest.mark.parametrize(
    "quiet",
    [
        act(ev.Tick),
        act(ev.Recorded, "somebody-else", "x"),
        act(ev.RecordFailed, "somebody-else", "x"),
        act(ev.ServiceChanged, "no space"),
        act(ev.StillnessWished, True),
    ],
)
def test_what_no_finger_did_is_no_sign_of_life(quiet: Act) -> None:
    visit = _on("w1")
    touched = visit.session.touched
    visit.send(quiet(visit.at + 100, visit.session))
    assert visit.session.touched == touched


def test_while_a_page_is_read_aloud_no_warning_comes() -> None:
    visit = _on("w1")
    for _ in range(40):
        assert visit.do(ev.Tick, True, after=60).idle is Idle.ACTIVE


def test_a_touch_takes_the_warning_away_and_keeps_the_page() -> None:
    page = _on("w2").session
    visit = behind(page, idle=Idle.WARNING)
    visit.do(ev.Touched)
    assert timeless(visit.session) == timeless(page)
    assert visit.wait(599).idle is Idle.ACTIVE
    assert visit.wait(1).idle is Idle.WARNING


@pytest.mark.parametrize("idle", [Idle.WARNING, Idle.CURTAIN])
def test_behind_warning_and_curtain_no_page_event_is_heard(idle: Idle) -> None:
    for page in OPEN_PAGES:
        there = behind(page, idle=idle).session
        for press in PRESSES:
            event = press(there.mark, there)
            assert advance(there, event) == (there, ()), event


def test_a_touch_does_not_open_the_curtain() -> None:
    visit = _hidden()
    there = visit.session
    assert timeless(visit.do(ev.Touched)) == timeless(there)


@pytest.mark.parametrize("idle", [Idle.WARNING, Idle.CURTAIN])
def test_i_am_finished_is_heard_at_the_warning_and_at_the_curtain(idle: Idle) -> None:
    visit = behind(_on("w1").session, idle=idle)
    visit.do(ev.Finished)
    assert (visit.session.id, visit.wipes) == (None, ["left"])


def test_the_right_code_opens_the_curtain_on_the_same_page() -> None:
    page = _coded().session
    visit = behind(page, idle=Idle.CURTAIN)
    visit.do(ev.Resumed, "4711")
    assert timeless(visit.session) == timeless(page)
    assert visit.wait(299).idle is Idle.ACTIVE


@pytest.mark.parametrize("wrong", ["", "471", "47111", "0000"])
def test_a_wrong_code_keeps_the_curtain_closed_and_says_so(wrong: str) -> None:
    visit = _hidden()
    visit.do(ev.Resumed, wrong)
    assert (visit.session.idle, visit.session.code_refused) == (Idle.CURTAIN, True)


def test_after_five_wrong_codes_only_staff_open_the_curtain() -> None:
    visit = _hidden()
    for _ in range(MAX_CODE_TRIES):
        visit.do(ev.Resumed, "0000")
    assert visit.do(ev.Resumed, "4711").idle is Idle.CURTAIN
    visit.do(ev.Opened, Overlay.STAFF)
    assert visit.do(ev.Resumed, None).idle is Idle.ACTIVE


def test_the_fifth_try_still_opens() -> None:
    visit = _hidden()
    for _ in range(MAX_CODE_TRIES - 1):
        visit.do(ev.Resumed, "0000")
    assert visit.do(ev.Resumed, "4711").idle is Idle.ACTIVE


def test_wrong_codes_on_the_code_page_cost_no_try_at_the_curtain() -> None:
    visit = Visit()
    visit.walk_to(Step.CODE)
    for _ in range(7):
        visit.do(ev.CodeRefused)
    visit.do(ev.CodeAccepted, "4711", "bed 3")
    hidden = behind(visit.session, idle=Idle.CURTAIN)
    assert hidden.do(ev.Resumed, "4711").idle is Idle.ACTIVE


def test_the_curtain_over_a_refused_code_begins_without_a_complaint() -> None:
    visit = Visit()
    visit.walk_to(Step.CODE)
    visit.do(ev.CodeRefused)
    hidden = behind(visit.session, idle=Idle.CURTAIN).session
    assert (hidden.code_refused, hidden.code_tries) == (False, 0)


@pytest.mark.parametrize("code", [None, "", "4711"])
def test_without_a_code_only_staff_open_the_curtain(code: str | None) -> None:
    visit = behind(_on("w1").session, idle=Idle.CURTAIN)
    assert visit.do(ev.Resumed, code).idle is Idle.CURTAIN
    visit.do(ev.Opened, Overlay.STAFF)
    assert visit.do(ev.Resumed, None).idle is Idle.ACTIVE


def test_an_empty_code_from_staff_opens_nothing() -> None:
    visit = Visit()
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffStarted, "next", UTC, "bed 2", "es", None, "")
    hidden = behind(visit.session, idle=Idle.CURTAIN)
    assert hidden.do(ev.Resumed, "").idle is Idle.CURTAIN


def test_the_word_of_staff_counts_only_from_the_staff_page_and_costs_no_try() -> None:
    visit = _hidden()
    hidden = visit.do(ev.Resumed, None)
    assert (hidden.idle, hidden.code_tries, hidden.code_refused) == (Idle.CURTAIN, 0, False)


def test_a_code_typed_before_staff_came_does_not_open_the_page_behind_them() -> None:
    visit = _hidden()
    visit.do(ev.Opened, Overlay.STAFF)
    there = visit.do(ev.Resumed, "4711")
    assert (there.idle, there.overlay) == (Idle.CURTAIN, Overlay.STAFF)


def test_staff_who_close_their_page_leave_the_curtain_down() -> None:
    visit = _hidden()
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.Closed)
    assert (visit.session.idle, visit.session.overlay) == (Idle.CURTAIN, None)


def test_staff_open_the_curtain_over_a_page_that_was_hidden_by_hand() -> None:
    visit = _on("w1")
    page = visit.session
    visit.do(ev.Opened, Overlay.HIDDEN)
    hidden = behind(visit.session, idle=Idle.CURTAIN)
    hidden.do(ev.Opened, Overlay.STAFF)
    assert hidden.do(ev.Resumed, None).overlays == (Overlay.READY,)
    hidden.do(ev.Closed)
    assert timeless(hidden.session) == timeless(page)


def test_nothing_counts_while_staff_are_in() -> None:
    for page in EVERY_PAGE:
        if page.place.step is not Step.SAVING:
            visit = on_page(page)
            covered = visit.do(ev.Opened, Overlay.STAFF)
            assert timeless(visit.wait(20_000, 500)) == timeless(covered)
            assert visit.effects == []


@pytest.mark.parametrize(("idle", "wait"), [(Idle.WARNING, 45.0), (Idle.CURTAIN, 600.0)])
@pytest.mark.parametrize("ticks", [1.0, 5000.0])
def test_after_staff_leave_the_wait_goes_on_where_it_stood(
    idle: Idle, wait: float, ticks: float
) -> None:
    visit = behind(_on("w1").session, idle=idle)
    visit.wait(wait - 10)
    visit.do(ev.Opened, Overlay.STAFF, after=0.0)
    visit.wait(5000, ticks)
    visit.do(ev.Closed, after=0.0)
    assert visit.wait(9).idle is idle
    assert visit.wait(1).idle is not idle


def test_saving_is_never_interrupted_by_time_or_touch() -> None:
    visit = Visit()
    saving = visit.walk_to(Step.SAVING)
    visit.wait(20_000, 100)
    for press in PRESSES:
        if kind_of(press) not in (ev.LanguageChosen, ev.SettingChosen):
            visit.send(press(visit.at, visit.session))
    visit.do(ev.Finished)
    assert timeless(visit.session) == timeless(saving)
    assert len(visit.saves) == 1


@pytest.mark.parametrize("step", [Step.SAVED, Step.FAULT])
def test_the_last_page_makes_way_after_a_minute(step: Step) -> None:
    visit = _ended(step)
    assert visit.wait(59).place.step is step
    visit.wait(1)
    assert timeless(visit.session) == new_session(PLAN)


@pytest.mark.parametrize("step", [Step.SAVED, Step.FAULT])
def test_a_touch_keeps_the_last_page_another_minute(step: Step) -> None:
    visit = _ended(step)
    visit.wait(50)
    visit.do(ev.Touched)
    assert visit.wait(59).place.step is step
    assert visit.wait(1).place.step is Step.WELCOME


def test_the_minute_of_the_saved_page_begins_when_the_store_has_answered() -> None:
    visit = Visit()
    visit.walk_to(Step.SAVING)
    visit.wait(500, 10)
    visit.confirm()
    assert visit.wait(59).place.step is Step.SAVED


def _ended(step: Step) -> Visit:
    visit = Visit()
    visit.walk_to(Step.SAVING)
    if step is Step.SAVED:
        visit.confirm()
    else:
        visit.do(ev.Broke, MEANING)
    return visit


def test_an_untouched_welcome_waits_for_ever() -> None:
    visit = Visit()
    assert timeless(visit.wait(20_000, 50)) == new_session(PLAN)
    assert visit.effects == []


@pytest.mark.parametrize(
    "left_behind",
    [act(ev.LanguageChosen, "es"), act(ev.Opened, Overlay.FAQ), act(ev.Opened, Overlay.HIDDEN)],
)
def test_welcome_goes_back_to_its_defaults_without_a_curtain(left_behind: Act) -> None:
    visit = Visit()
    visit.send(left_behind(0.0, visit.session))
    assert visit.wait(300).idle is Idle.WARNING
    visit.wait(45)
    assert (timeless(visit.session), visit.wipes) == (new_session(PLAN), ["idle"])


def test_a_clinic_may_set_its_own_waits() -> None:
    visit = Visit(new_session(PLAN, limits=IdleLimits(120, 20, 60, 30)))
    visit.begin()
    for seconds, idle in ((120, Idle.WARNING), (20, Idle.CURTAIN)):
        assert visit.wait(seconds - 1).idle is not idle
        assert visit.wait(1).idle is idle
    assert visit.wait(60).id is None


@pytest.mark.parametrize(
    ("waited", "shown"), [(0.0, 45), (0.1, 45), (1.0, 44), (44.5, 1), (45.0, 0), (99.0, 0)]
)
def test_the_countdown_counts_whole_seconds_down_to_none(waited: float, shown: int) -> None:
    assert countdown_left(LIMITS, 1000.0, 1000.0 + waited) == shown
