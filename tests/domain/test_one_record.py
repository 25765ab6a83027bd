"""A record is asked for once, by the last button alone, and "saved" waits for the store."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door, receipt_number
from kiosk.domain.advance import advance
from kiosk.domain.effects import Effect, ReportFault, SaveRecord, WipeScreen
from kiosk.domain.session import Session, Step, new_session
from tests.domain.runs import ACKNOWLEDGE, ANY_ACTS, BEGIN, Acts, played
from tests.domain.visits import (
    DOORS,
    MEANING,
    NO_IDEAS,
    OPEN_PAGES,
    PLAN,
    STALE,
    Act,
    Visit,
    act,
    confirmed,
    on_page,
    page_name,
    save_failed,
    timeless,
)

SHORT: tuple[Act, ...] = (
    BEGIN,
    act(ev.Continued),
    act(ev.WentBack),
    act(ev.DecideAsked),
    act(ev.DoorChosen, Door.NO),
    ACKNOWLEDGE,
    confirmed,
    act(ev.Finished),
)


def _orders(session: Session, depth: int) -> Iterator[tuple[Session, ev.Event, Session, Effect]]:
    """Play every order of the short events, and yield each effect with what led to it."""
    if not depth:
        return
    for one in SHORT:
        event = one(session.mark, session)
        after, effects = advance(session, event)
        for effect in effects:
            yield session, event, after, effect
        yield from _orders(after, depth - 1)


def test_no_order_of_five_events_records_before_the_last_button() -> None:
    saves = [
        (before, event, after)
        for before, event, after, effect in _orders(new_session(NO_IDEAS), 5)
        if isinstance(effect, SaveRecord)
    ]
    assert saves
    for before, event, after in saves:
        assert isinstance(event, ev.Acknowledged)
        assert before.place.step is Step.ACKNOWLEDGE
        assert after.place.step is Step.SAVING


@settings(max_examples=60)
@given(ANY_ACTS)
def test_no_long_run_records_twice_or_without_the_last_button(
    acts: Acts,
) -> None:
    pressed: list[str | None] = []
    visit = Visit()
    for before, event, visit in played(acts):
        asked = len(visit.saves) - len(pressed)
        if asked:
            assert isinstance(event, ev.Acknowledged)
            assert before.place.step is Step.ACKNOWLEDGE
            pressed.append(before.id)
    assert [save.acknowledgement.session for save in visit.saves] == pressed
    assert len(set(pressed)) == len(pressed)


@settings(max_examples=60)
@given(ANY_ACTS)
def test_saved_is_only_entered_by_the_stores_word_about_this_visit(
    acts: Acts,
) -> None:
    for before, event, visit in played(acts):
        after = visit.session
        if after.place.step is Step.SAVED and before.place.step is not Step.SAVED:
            assert isinstance(event, ev.Recorded)
            assert before.place.step is Step.SAVING
            assert event.session == before.id == visit.saves[-1].acknowledgement.session


@pytest.mark.parametrize("page", OPEN_PAGES, ids=page_name)
def test_every_other_page_is_deaf_to_the_last_button(page: Session) -> None:
    visit = on_page(page)
    visit.acknowledge()
    assert len(visit.saves) == (page.place.step is Step.ACKNOWLEDGE)


@pytest.mark.parametrize("door", DOORS)
def test_hammering_the_last_button_asks_for_one_record(door: Door) -> None:
    visit = Visit()
    visit.walk_to(Step.DOORS)
    visit.do(ev.DoorChosen, door)
    for _ in range(20):
        visit.acknowledge()
        visit.do(ev.WentBack)
        visit.do(ev.DecideAsked)
        visit.do(ev.DoorChosen, Door.NO)
    assert [save.acknowledgement.door for save in visit.saves] == [door]
    visit.confirm()
    visit.acknowledge()
    assert visit.session.place.step is Step.SAVED
    assert len(visit.saves) == 1


@pytest.mark.parametrize(
    "answer",
    [
        act(ev.Recorded, STALE, receipt_number(STALE)),
        act(ev.RecordFailed, STALE, "disk full"),
        act(ev.Recorded, "", receipt_number("")),
    ],
)
def test_the_stores_word_about_another_visit_is_not_heard_while_saving(answer: Act) -> None:
    visit = Visit()
    saving = visit.walk_to(Step.SAVING)
    visit.send(answer(visit.at, saving))
    assert visit.session == saving


@pytest.mark.parametrize("page", OPEN_PAGES, ids=page_name)
@pytest.mark.parametrize("answer", [confirmed, save_failed])
def test_the_stores_word_is_only_heard_while_saving(page: Session, answer: Act) -> None:
    assert advance(page, answer(page.mark, page)) == (page, ())


def test_the_saved_page_holds_the_receipt_and_the_check_code() -> None:
    visit = Visit()
    saving = visit.walk_to(Step.SAVING)
    assert saving.id is not None
    visit.do(ev.Recorded, saving.id, receipt_number(saving.id), "ABCDE FGHIJ")
    saved = visit.session.saved
    assert saved is not None
    assert (saved.session, saved.check_code) == (saving.id, "ABCDE FGHIJ")
    assert saved.receipt == receipt_number(saving.id)


def test_a_failed_save_leads_to_the_fault_page_with_nothing_about_the_person() -> None:
    visit = Visit()
    visit.walk_to(Step.SAVING)
    visit.send(save_failed(visit.at, visit.session))
    assert visit.effects[-2:] == [WipeScreen("fault"), ReportFault("disk full")]
    _assert_empty_fault(visit.session, "disk full")


def test_another_receipt_number_leads_to_the_fault_page_and_never_to_saved() -> None:
    visit = Visit()
    saving = visit.walk_to(Step.SAVING)
    visit.do(ev.Recorded, saving.id, receipt_number(STALE))
    assert isinstance(visit.effects[-1], ReportFault)
    assert visit.session.fault
    _assert_empty_fault(visit.session, visit.session.fault)


@pytest.mark.parametrize("page", OPEN_PAGES, ids=page_name)
def test_a_fault_anywhere_leaves_nothing_about_the_person(page: Session) -> None:
    visit = on_page(page)
    visit.do(ev.Broke, "a page failed")
    assert visit.effects == [WipeScreen("fault"), ReportFault("a page failed")]
    _assert_empty_fault(visit.session, "a page failed")


def _assert_empty_fault(session: Session, reason: str) -> None:
    visit = Visit()
    visit.do(ev.Broke, reason)
    assert session.place.step is Step.FAULT
    assert timeless(session) == timeless(visit.session)
    assert session.id is None
    assert session.seen == ()


def test_the_record_holds_the_whole_visit() -> None:
    visit = Visit()
    visit.begin()
    visit.do(ev.LanguageChosen, "es")
    visit.do(ev.SettingChosen, "size", "L")
    visit.walk_to(Step.CHECK)
    visit.do(ev.FlagToggled, "e1")
    visit.answer(None)
    visit.walk_to(Step.DOORS)
    visit.do(ev.DoorChosen, Door.QUESTIONS)
    visit.acknowledge()
    entry = visit.saves[0].acknowledgement
    assert (entry.session, entry.door, entry.meaning) == ("visit-1", Door.QUESTIONS, MEANING)
    assert (entry.pack.language, entry.pack.id, entry.flags) == ("es", "ketamine", ("e1",))
    assert [page.order for page in entry.pages] == list(range(1, len(entry.pages) + 1))
    assert [one.page for one in entry.pages] == [one.page for one in visit.session.seen]
    assert [idea.idea for idea in entry.ideas] == [idea.id for idea in PLAN.ideas]
    assert entry.ideas[0].choices == (None, 1)
    assert (entry.ideas[0].explained, entry.ideas[0].talk) == (1, False)
    chosen = {"size": "L", "theme": "light", "motion": "on", "doors": "ready questions no"}
    assert dict(entry.settings) == chosen
    assert entry.decided.mono > entry.started.mono
