"""advance is arithmetic: nothing outside it changes, and nonsense changes nothing."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest
from hypothesis import given, settings

from kiosk.domain import events as ev
from kiosk.domain.advance import advance
from kiosk.domain.effects import ReportFault, SaveRecord, WipeScreen
from kiosk.domain.session import Session, Settings
from tests.domain.runs import ANY_ACTS, Acts, played
from tests.domain.visits import (
    EVERY_ACT,
    EVERY_PAGE,
    Nonsense,
    Visit,
    kind_of,
    page_name,
    timeless,
)


@pytest.mark.parametrize("page", EVERY_PAGE, ids=page_name)
def test_the_same_event_on_the_same_session_has_the_same_result(page: Session) -> None:
    before = repr(page)
    for one in EVERY_ACT:
        event = one(page.mark + 1, page)
        assert advance(page, event) == advance(page, event), event
    assert repr(page) == before


@settings(max_examples=60)
@given(ANY_ACTS)
def test_a_run_played_again_ends_the_same(acts: Acts) -> None:
    first = [visit.session for _before, _event, visit in played(acts)]
    assert first == [visit.session for _before, _event, visit in played(acts)]


def test_nothing_of_a_session_can_be_written_to() -> None:
    for page in EVERY_PAGE:
        hash(page)
    with pytest.raises(FrozenInstanceError):
        EVERY_PAGE[0].settings.size = "XL"  # type: ignore[misc] # the point of the test
    for name in (one.name for one in fields(Session)):
        with pytest.raises(FrozenInstanceError):
            setattr(EVERY_PAGE[0], name, None)


@pytest.mark.parametrize("page", EVERY_PAGE, ids=page_name)
@pytest.mark.parametrize("kind", [Nonsense, ev.Event])
def test_an_unknown_event_changes_nothing_but_the_clock(
    page: Session, kind: type[ev.Event]
) -> None:
    after, effects = advance(page, kind(page.mark + 5))
    assert effects == ()
    assert after.mark == page.mark + 5
    assert timeless(after) == timeless(page)
    assert [one.page for one in after.seen] == [one.page for one in page.seen]


def test_an_unknown_event_is_no_sign_of_life() -> None:
    visit = Visit()
    visit.begin()
    touched = visit.session.touched
    visit.do(Nonsense, after=100.0)
    assert visit.session.touched == touched


KNOWN = {(), (SaveRecord,), (WipeScreen,), (WipeScreen, ReportFault)}


@settings(max_examples=60)
@given(ANY_ACTS)
def test_a_visit_that_goes_away_leaves_an_order_to_wipe_and_no_record(acts: Acts) -> None:
    done = 0
    for before, _event, visit in played(acts):
        asked = tuple(type(effect) for effect in visit.effects[done:])
        done = len(visit.effects)
        assert asked in KNOWN
        if before.id is not None and visit.session.id != before.id:
            assert WipeScreen in asked


def test_every_event_class_is_known() -> None:
    classes = [one for one in vars(ev).values() if isinstance(one, type)]
    kinds = {one for one in classes if issubclass(one, ev.Event)} - {ev.Event}
    assert kinds == {kind_of(one) for one in EVERY_ACT} - {Nonsense} | {ev.Began}


def test_the_clock_of_a_session_never_runs_backwards() -> None:
    for page in EVERY_PAGE:
        for one in EVERY_ACT:
            late = replace(page, mark=page.mark + 500.0, touched=page.mark + 500.0)
            after, _ = advance(late, one(page.mark, page))
            assert after.mark >= late.mark
            assert after.touched >= late.touched


def test_a_house_language_is_the_language_of_a_new_visit() -> None:
    visit = Visit(replace(EVERY_PAGE[0], defaults=Settings("es"), settings=Settings("es")))
    assert visit.begin().settings.language == "es"
