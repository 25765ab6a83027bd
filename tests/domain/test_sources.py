"""Where does this come from: asked on a page, answered over it, and back to the same page."""

from kiosk.domain import events as ev
from kiosk.domain.journey import page_beneath, visible_page
from kiosk.domain.session import Overlay, Step
from tests.domain.visits import Visit, timeless


def reading() -> Visit:
    visit = Visit()
    visit.walk_to(Step.CHAPTER)
    return visit


def test_asked_for_in_the_settings_it_leads_back_to_the_page_itself() -> None:
    visit = reading()
    page = visit.session
    visit.do(ev.Opened, Overlay.SETTINGS)
    assert visit.do(ev.Opened, Overlay.SOURCES).overlays == (Overlay.SOURCES,)
    assert timeless(visit.do(ev.Closed)) == timeless(page)


def test_it_knows_the_page_that_it_lies_over() -> None:
    visit = reading()
    page = visible_page(visit.session)
    assert page is not None
    visit.do(ev.Opened, Overlay.SETTINGS)
    assert page_beneath(visit.session) == page
    visit.do(ev.Opened, Overlay.SOURCES)
    assert page_beneath(visit.session) == page
    assert visible_page(visit.session) is None


def test_over_a_looked_up_question_it_tells_about_that_question() -> None:
    visit = reading()
    visit.do(ev.Opened, Overlay.FAQ)
    visit.do(ev.QuestionOpened, "q1")
    assert page_beneath(visit.do(ev.Opened, Overlay.SOURCES)) == "q1"
    assert visible_page(visit.do(ev.Closed)) == "q1"


def test_back_leaves_one_sentence_before_the_list() -> None:
    visit = reading()
    visit.do(ev.Opened, Overlay.SOURCES)
    assert visit.do(ev.SourceChosen, 2).source == 2
    assert visit.do(ev.WentBack).source is None
    assert visit.session.overlay is Overlay.SOURCES
    assert visit.do(ev.WentBack).overlay is None


def test_a_sentence_is_not_chosen_where_no_list_is_open() -> None:
    visit = reading()
    assert visit.do(ev.SourceChosen, 1).source is None


def test_it_opens_at_the_list_again() -> None:
    visit = reading()
    visit.do(ev.Opened, Overlay.SOURCES)
    visit.do(ev.SourceChosen, 1)
    visit.do(ev.DecideAsked)
    assert visit.session.source is None
    assert visit.do(ev.Opened, Overlay.SOURCES).source is None
