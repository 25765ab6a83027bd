"""An overlay covers the page, and closing it gives back exactly the page beneath."""

from dataclasses import replace

import pytest

from kiosk.domain import events as ev
from kiosk.domain.advance import advance
from kiosk.domain.journey import in_faq
from kiosk.domain.session import FaqSpot, Overlay, Step, new_session
from kiosk.domain.waiting import MAX_CODE_TRIES
from tests.domain import states
from tests.domain.visits import (
    EVERY_PAGE,
    PAGE_OVERLAYS,
    PLAN,
    PRESSES,
    Act,
    Visit,
    act,
    kind_of,
    on_page,
    timeless,
)

COVERABLE = [one for one in EVERY_PAGE if one.place.step is not Step.SAVING]
# The ways out of Hide and of the staff page.
WAYS_OUT = (ev.Closed, ev.WentBack)


@pytest.mark.parametrize("overlay", list(Overlay))
@pytest.mark.parametrize("leave", WAYS_OUT)
def test_an_overlay_returns_to_exactly_the_same_place(
    overlay: Overlay, leave: type[ev.Event]
) -> None:
    for page in COVERABLE:
        visit = on_page(page)
        opened = visit.do(ev.Opened, overlay)
        if not (overlay is Overlay.FAQ and in_faq(page)):
            assert opened.overlay is overlay
            visit.do(leave)
        assert timeless(visit.session) == timeless(page)


def test_in_a_pile_of_overlays_each_close_uncovers_the_one_below() -> None:
    visit = Visit()
    page = visit.walk_to(Step.CHECK)
    pile = [Overlay.UPSET, Overlay.SETTINGS, Overlay.FAQ, Overlay.HELP, Overlay.CALLING]
    for overlay in pile:
        visit.do(ev.Opened, overlay)
    assert visit.session.overlays == tuple(pile)
    while pile:
        assert visit.session.overlay is pile.pop()
        visit.do(ev.Closed)
    assert timeless(visit.session) == timeless(page)


@pytest.mark.parametrize("overlay", [Overlay.UPSET, Overlay.SETTINGS, Overlay.HIDDEN])
@pytest.mark.parametrize("leave", WAYS_OUT)
def test_what_help_offers_leads_back_to_the_page_in_one_press(
    overlay: Overlay, leave: type[ev.Event]
) -> None:
    for page in COVERABLE:
        visit = on_page(page)
        visit.do(ev.Opened, Overlay.HELP)
        assert visit.do(ev.Opened, overlay).overlay is overlay
        assert timeless(visit.do(leave)) == timeless(page)


def test_opening_what_lies_below_uncovers_it_instead_of_piling_up() -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    for overlay in (Overlay.HELP, Overlay.FAQ):
        visit.do(ev.Opened, overlay)
    visit.do(ev.QuestionOpened, "q1")
    again = visit.do(ev.Opened, Overlay.HELP)
    assert (again.overlays, again.faq) == ((Overlay.HELP,), FaqSpot())


def test_the_faq_opened_over_its_own_chapter_keeps_the_question_that_is_open() -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    visit.do(ev.WentBack)
    chapter = visit.do(ev.QuestionOpened, "q3")
    assert chapter.faq == FaqSpot("safety", "q3")
    visit.do(ev.Opened, Overlay.HELP)
    visit.do(ev.Opened, Overlay.FAQ)
    assert timeless(visit.session) == timeless(chapter)


def test_back_inside_the_faq_overlay_closes_question_topic_and_overlay_in_turn() -> None:
    visit = Visit()
    page = visit.walk_to(Step.REVIEW)
    visit.do(ev.Opened, Overlay.FAQ)
    visit.do(ev.TopicOpened, "cost")
    visit.do(ev.QuestionOpened, "q1")
    assert visit.do(ev.WentBack).faq == FaqSpot("cost")
    assert visit.do(ev.WentBack).faq == FaqSpot()
    assert visit.session.overlay is Overlay.FAQ
    visit.do(ev.WentBack)
    assert timeless(visit.session) == timeless(page)


def test_the_faq_can_be_read_before_a_visit_and_leaves_no_trace() -> None:
    visit = Visit()
    visit.do(ev.Opened, Overlay.FAQ)
    visit.do(ev.QuestionOpened, "q1", after=30.0)
    visit.do(ev.FlagToggled, "q1", after=30.0)
    assert (visit.session.seen, visit.session.flags) == ((), ())
    visit.begin()
    assert (visit.session.overlays, visit.session.faq) == ((), FaqSpot())


def test_closing_when_nothing_is_open_changes_nothing() -> None:
    for page in EVERY_PAGE:
        assert timeless(advance(page, ev.Closed(page.mark))[0]) == timeless(page)


BENEATH = [
    one
    for one in PRESSES
    if kind_of(one) in (ev.Continued, ev.Answered, ev.DoorChosen, ev.Acknowledged, ev.ChangeAsked)
]


@pytest.mark.parametrize("overlay", list(PAGE_OVERLAYS))
def test_a_covered_page_hears_nothing(overlay: Overlay) -> None:
    for page in COVERABLE:
        covered, _ = advance(page, ev.Opened(page.mark, overlay))
        for press in BENEATH if covered.overlays else ():
            event = press(page.mark, covered)
            after, effects = advance(covered, event)
            assert (timeless(after), effects) == (timeless(covered), ()), event


@pytest.mark.parametrize("overlay", [Overlay.HIDDEN, Overlay.STAFF])
def test_behind_hide_and_staff_no_page_event_is_heard(overlay: Overlay) -> None:
    for page in COVERABLE:
        covered, _ = advance(page, ev.Opened(page.mark, overlay))
        for press in (one for one in PRESSES if kind_of(one) not in WAYS_OUT):
            event = press(page.mark, covered)
            assert advance(covered, event) == (covered, ()), event


def test_staff_can_be_called_from_every_state_but_saving() -> None:
    for here, ways in states.covered().items():
        staff = ways["staff"].overlay is Overlay.STAFF
        assert staff is (here.place.step is not Step.SAVING)


def test_nothing_covers_the_page_while_it_saves() -> None:
    visit = Visit()
    saving = visit.walk_to(Step.SAVING)
    for overlay in Overlay:
        visit.do(ev.Opened, overlay)
    assert timeless(visit.session) == timeless(saving)


@pytest.mark.parametrize(
    "staff", [act(ev.StaffReset), act(ev.StaffStarted, "x", "", "bed 2", "es")]
)
def test_what_staff_do_is_heard_only_from_the_staff_page(staff: Act) -> None:
    for here in states.covered():
        if here.overlay is not Overlay.STAFF:
            after, effects = advance(here, staff(0.0, here))
            assert (timeless(after), effects) == (timeless(here), ())


def test_settings_change_on_any_page_and_keep_the_place() -> None:
    wanted = {"size": "XL", "theme": "night", "motion": "off"}
    for page in COVERABLE:
        visit = on_page(page)
        visit.do(ev.Opened, Overlay.SETTINGS)
        for name, value in wanted.items():
            visit.do(ev.SettingChosen, name, value)
        visit.do(ev.Opened, Overlay.LANGUAGE)
        visit.do(ev.LanguageChosen, "ar")
        visit.do(ev.Closed)
        visit.do(ev.Closed)
        chosen = visit.session.settings
        assert (chosen.size, chosen.theme, chosen.motion, chosen.language) == (
            "XL",
            "night",
            False,
            "ar",
        )
        assert timeless(replace(visit.session, settings=page.settings)) == timeless(page)


@pytest.mark.parametrize(
    ("name", "value"), [("size", "XXL"), ("motion", "sometimes"), ("voice", "loud")]
)
def test_a_setting_that_does_not_exist_changes_nothing(name: str, value: str) -> None:
    visit = Visit(new_session(PLAN))
    visit.do(ev.SettingChosen, name, value)
    assert timeless(visit.session) == new_session(PLAN)


def test_a_mark_is_put_and_taken_by_the_same_button() -> None:
    visit = Visit()
    visit.walk_to(Step.CHAPTER)
    assert visit.do(ev.FlagToggled, "e1").flags == ("e1",)
    assert visit.do(ev.FlagToggled, "q2").flags == ("e1", "q2")
    assert visit.do(ev.FlagToggled, "e1").flags == ("q2",)
    assert visit.do(ev.FlagToggled, "no such page").flags == ("q2",)


def _hidden_with_code() -> Visit:
    visit = Visit()
    visit.begin()
    visit.session = replace(visit.session, code="471123")
    visit.do(ev.Opened, Overlay.HIDDEN)
    return visit


def test_a_hidden_visit_with_a_code_opens_by_the_code_and_by_nothing_else() -> None:
    visit = _hidden_with_code()
    for _ in range(4):
        for kind in (ev.Closed, ev.WentBack, ev.Continued, ev.Touched):
            assert visit.do(kind).overlay is Overlay.HIDDEN
    visit = _hidden_with_code()
    assert visit.do(ev.Resumed, "471123").overlay is Overlay.HIDDEN
    assert visit.do(ev.Closed).cover_asks
    assert visit.do(ev.Resumed, "999999").overlay is Overlay.HIDDEN
    assert visit.do(ev.Resumed, "471123").overlay is None


def test_guessing_the_code_of_a_hidden_visit_stops_after_a_few_tries() -> None:
    visit = _hidden_with_code()
    visit.do(ev.Closed)
    for _ in range(MAX_CODE_TRIES):
        visit.do(ev.Resumed, "000000")
    assert visit.do(ev.Resumed, "471123").overlay is Overlay.HIDDEN
    visit.do(ev.Closed)
    visit.do(ev.Closed)
    assert visit.do(ev.Resumed, "471123").overlay is Overlay.HIDDEN


def test_staff_can_open_a_hidden_visit_at_any_time() -> None:
    visit = _hidden_with_code()
    visit.do(ev.Opened, Overlay.STAFF)
    opened = visit.do(ev.Resumed, None)
    assert (opened.overlays, opened.cover_asks) == ((Overlay.READY,), False)


def test_a_hidden_visit_without_a_code_opens_by_one_press() -> None:
    visit = Visit()
    visit.begin()
    visit.do(ev.Opened, Overlay.HIDDEN)
    assert visit.do(ev.Closed).overlay is None
