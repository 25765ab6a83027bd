"""Continue and Back never trap anybody, and Change always comes back to the review."""

from collections.abc import Callable

import pytest

from kiosk.domain import events as ev
from kiosk.domain.session import FaqSpot, Overlay, Place, Session, Step
from tests.domain import states
from tests.domain.states import can_reach, in_front
from tests.domain.visits import EVERY_PAGE, PLAN, Visit, on_page, page_name, timeless

GRAPHS = [states.journey, states.covered]
# What a person who only presses the big button, answers and closes things can do.
PLAIN = ("start", "continue", "not sure", "close", "touch", "resume", "staff")
BACKWARD = ("back", "touch", "resume", "staff")
FIRST = Step.LANGUAGE


def _unreached(graph: states.Graph, steps: dict[Session, int]) -> set[Step]:
    """Return the pages from which a goal is out of reach."""
    return {session.place.step for session in graph if session not in steps}


@pytest.mark.parametrize("graph", GRAPHS)
def test_the_doors_can_be_reached_from_every_state(graph: Callable[[], states.Graph]) -> None:
    steps = can_reach(graph(), lambda one: in_front(one, Step.DOORS))
    assert _unreached(graph(), steps) == set()


def test_help_can_be_reached_from_every_state() -> None:
    graph = states.covered()
    steps = can_reach(graph, lambda one: one.overlay is Overlay.HELP)
    assert _unreached(graph, steps) == set()


def test_help_is_one_tap_away_on_every_page_that_lies_open() -> None:
    graph = states.covered()
    for here, ways in graph.items():
        if here.idle == "active" and not here.overlays and here.place.step is not Step.SAVING:
            assert ways["help"].overlay is Overlay.HELP


@pytest.mark.parametrize("graph", GRAPHS)
def test_the_end_can_be_reached_from_every_state(graph: Callable[[], states.Graph]) -> None:
    steps = can_reach(graph(), lambda one: in_front(one, Step.WELCOME) and one.id is None)
    assert _unreached(graph(), steps) == set()


@pytest.mark.parametrize("graph", GRAPHS)
def test_continue_and_not_sure_alone_lead_to_the_doors(
    graph: Callable[[], states.Graph],
) -> None:
    steps = can_reach(graph(), lambda one: in_front(one, Step.DOORS), PLAIN)
    after = {Step.DOORS, Step.ACKNOWLEDGE, Step.SAVING, Step.SAVED, Step.FAULT}
    assert _unreached(graph(), steps) <= after


@pytest.mark.parametrize("graph", GRAPHS)
def test_back_alone_leads_to_the_first_page(graph: Callable[[], states.Graph]) -> None:
    steps = can_reach(graph(), lambda one: in_front(one, FIRST), BACKWARD)
    settled = {Step.WELCOME, Step.SAVING, Step.SAVED, Step.FAULT}
    assert _unreached(graph(), steps) <= settled


def test_saving_ends_by_the_stores_word_and_by_nothing_a_person_does() -> None:
    for graph in (states.journey(), states.covered()):
        for here, ways in graph.items():
            if here.place.step is Step.SAVING:
                leaving = {name for name, there in ways.items() if there.place.step != "saving"}
                assert leaving == {"saved", "not saved"}


def test_back_from_the_last_page_goes_page_by_page_to_the_first() -> None:
    visit = Visit()
    visit.walk_to(Step.ACKNOWLEDGE)
    been = [visit.session.place]
    while visit.session.place.step is not FIRST:
        been.append(visit.do(ev.WentBack).place)
    unasked = (Step.WELCOME, Step.SAVING, Step.SAVED)
    forward = [one.place for one in EVERY_PAGE if one.place.step not in unasked]
    assert been[::-1] == forward


def test_continue_from_welcome_skips_no_page() -> None:
    places = [one.place for one in EVERY_PAGE]
    pages = [
        Place(Step.CHAPTER, index, page)
        for index, chapter in enumerate(PLAN.chapters)
        for page in range(1 if PLAN.is_faq(index) else len(chapter.pages))
    ]
    checks = [Place(Step.CHECK, 0, index) for index in range(len(PLAN.ideas))]
    order = list(Step)
    before = [Place(step) for step in order[: order.index(Step.CHAPTER)]]
    after = [Place(step) for step in order[order.index(Step.QUESTIONS) : order.index(Step.FAULT)]]
    assert places == [*before, *pages, *checks, *after]


@pytest.mark.parametrize(
    "page",
    [one for one in EVERY_PAGE if one.place.step in ("chapter", "how", "comfort")],
    ids=page_name,
)
def test_back_undoes_continue(page: Session) -> None:
    visit = on_page(page)
    visit.go()
    visit.do(ev.WentBack)
    assert timeless(visit.session) == timeless(page)


def test_continue_on_an_open_question_says_what_is_missing() -> None:
    visit = Visit()
    visit.walk_to(Step.CHECK)
    assert visit.session.hint is False
    here = visit.go()
    assert (here.place.step, here.hint) == (Step.CHECK, True)
    assert visit.answer(None).hint is False


def test_back_on_the_first_page_forgets_a_visit_in_which_nothing_happened() -> None:
    visit = Visit()
    visit.begin()
    visit.do(ev.WentBack)
    assert (visit.session.id, visit.wipes) == (None, ["left"])


@pytest.mark.parametrize(
    ("reference", "route", "code"),
    [("bed 2", None, None), (None, "iv", None), (None, None, "1234")],
)
def test_back_on_the_first_page_keeps_what_staff_prepared(
    reference: str | None, route: str | None, code: str | None
) -> None:
    visit = Visit()
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffStarted, "next", "", reference, "es", route, code)
    prepared = visit.session
    visit.do(ev.WentBack)
    assert timeless(visit.session) == timeless(prepared)


def test_back_on_the_first_page_keeps_a_visit_in_which_something_was_read() -> None:
    visit = Visit()
    visit.walk_to(Step.CHAPTER)
    while visit.session.place.step is not FIRST:
        visit.do(ev.WentBack)
    visit.do(ev.WentBack)
    assert visit.session.id is not None
    assert visit.wipes == []


def test_back_on_the_first_page_keeps_a_visit_with_a_mark() -> None:
    visit = Visit()
    visit.begin()
    visit.do(ev.FlagToggled, "q1")
    visit.do(ev.WentBack)
    assert visit.session.flags == ("q1",)


@pytest.mark.parametrize(("reference", "code"), [("bed 2", "1234"), ("bed 2", None), (None, "12")])
def test_nobody_is_asked_for_a_code_that_staff_already_gave(
    reference: str | None, code: str | None
) -> None:
    visit = Visit()
    visit.do(ev.Opened, Overlay.STAFF)
    visit.do(ev.StaffStarted, "next", "", reference, "es", None, code)
    visit.go()
    assert visit.go().place.step is Step.HOW
    assert visit.do(ev.WentBack).place.step is Step.COMFORT


def test_a_code_is_taken_only_on_its_page_and_leads_on() -> None:
    visit = Visit()
    visit.begin()
    assert visit.do(ev.CodeAccepted, "4711", "bed 3").code is None
    visit.walk_to(Step.CODE)
    visit.do(ev.CodeRefused)
    assert visit.session.code_refused is True
    taken = visit.do(ev.CodeAccepted, "4711", "bed 3", "iv")
    assert (taken.code, taken.reference, taken.route) == ("4711", "bed 3", "iv")
    assert (taken.place.step, taken.code_refused, taken.code_tries) == (Step.HOW, False, 0)


CHANGES = [
    ("works", Place(Step.CHAPTER, 0, 0)),
    ("choice", Place(Step.CHAPTER, 2, 0)),
    ("questions", Place(Step.CHAPTER, 3, 0)),
    ("my-questions", Place(Step.QUESTIONS)),
    ("drive", Place(Step.CHECK, 0, 0)),
    ("help", Place(Step.CHECK, 0, 2)),
    ("checks", Place(Step.CHECK, 0, 0)),
]


@pytest.mark.parametrize(("target", "place"), CHANGES)
def test_change_goes_to_what_it_names(target: str, place: Place) -> None:
    visit = Visit()
    visit.walk_to(Step.REVIEW)
    assert visit.do(ev.ChangeAsked, target).place == place


@pytest.mark.parametrize("target", [target for target, _place in CHANGES])
def test_continue_comes_back_to_the_review_after_a_change(target: str) -> None:
    visit = Visit()
    visit.walk_to(Step.REVIEW)
    visit.do(ev.ChangeAsked, target)
    visit.walk_to(Step.REVIEW)
    assert visit.session.return_to is None
    assert visit.go().place.step is Step.DOORS


@pytest.mark.parametrize("target", [target for target, _place in CHANGES if target != "checks"])
def test_back_comes_back_to_the_review_after_a_change(target: str) -> None:
    visit = Visit()
    review = visit.walk_to(Step.REVIEW)
    visit.do(ev.ChangeAsked, target)
    visit.do(ev.WentBack)
    assert timeless(visit.session) == timeless(review)


def test_a_change_of_one_chapter_shows_all_its_pages_and_no_other() -> None:
    visit = Visit()
    visit.walk_to(Step.REVIEW)
    places = [visit.do(ev.ChangeAsked, "works").place]
    while visit.go().place.step is not Step.REVIEW:
        places.append(visit.session.place)
    assert places == [Place(Step.CHAPTER, 0, page) for page in range(3)]


def test_the_doors_end_a_change() -> None:
    visit = Visit()
    visit.walk_to(Step.REVIEW)
    visit.do(ev.ChangeAsked, "works")
    visit.do(ev.DecideAsked)
    assert visit.session.return_to is None


@pytest.mark.parametrize("leave", [ev.Continued, ev.WentBack])
def test_an_open_faq_question_closes_first_and_topic_by_topic(leave: type[ev.Event]) -> None:
    visit = Visit()
    visit.walk_to(Step.CHAPTER)
    while not PLAN.is_faq(visit.session.place.chapter):
        visit.go()
    faq = visit.session
    visit.do(ev.QuestionOpened, "q2")
    spots = [visit.do(leave).faq for _ in range(2)]
    assert spots == [FaqSpot("cost"), FaqSpot()]
    assert visit.session.place == faq.place
    assert visit.do(leave).place != faq.place


@pytest.mark.parametrize("leave", [ev.Continued, ev.WentBack])
def test_an_open_topic_on_my_questions_closes_first(leave: type[ev.Event]) -> None:
    visit = Visit()
    visit.walk_to(Step.QUESTIONS)
    assert visit.do(ev.TopicOpened, "cost").topic == "cost"
    assert visit.do(leave).topic is None
    assert visit.session.place.step is Step.QUESTIONS
    assert visit.do(leave).place.step is not Step.QUESTIONS
