"""A marked word of a page is told over it, alone, and leads back to the same page."""

from kiosk.domain import events as ev
from kiosk.domain.journey import page_beneath
from kiosk.domain.session import Overlay, Step
from tests.domain.visits import Visit, timeless


def reading() -> Visit:
    visit = Visit()
    visit.walk_to(Step.CHAPTER)
    return visit


def test_a_word_is_told_over_the_page_and_closing_leads_back_to_it() -> None:
    visit = reading()
    page = visit.session
    told = visit.do(ev.WordsTold, ("glutamate",))
    assert (told.overlays, told.told_words) == ((Overlay.WORDS,), ("glutamate",))
    assert page_beneath(told) == page_beneath(page)
    assert timeless(visit.do(ev.Closed)) == timeless(page)


def test_asked_for_in_the_settings_all_words_are_told_again() -> None:
    visit = reading()
    visit.do(ev.WordsTold, ("glutamate",))
    visit.do(ev.Opened, Overlay.SETTINGS)
    assert visit.do(ev.Opened, Overlay.WORDS).told_words == ()


def test_back_leads_to_the_page_and_the_word_is_forgotten() -> None:
    visit = reading()
    visit.do(ev.WordsTold, ("glutamate",))
    gone = visit.do(ev.WentBack)
    assert (gone.overlay, gone.told_words) == (None, ())


def test_a_word_on_an_answer_that_was_looked_up_leads_back_to_that_answer() -> None:
    visit = reading()
    visit.do(ev.Opened, Overlay.FAQ)
    visit.do(ev.QuestionOpened, "q1")
    visit.do(ev.WordsTold, ("serotonin",))
    assert page_beneath(visit.session) == "q1"
    assert visit.do(ev.Closed).overlays == (Overlay.FAQ,)


def test_the_way_to_the_doors_forgets_the_word() -> None:
    visit = reading()
    visit.do(ev.WordsTold, ("glutamate",))
    assert visit.do(ev.DecideAsked).told_words == ()
