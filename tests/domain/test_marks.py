"""A line is marked only by the person, and unmarked at will; a mark opens and closes nothing."""

from dataclasses import replace

import pytest
from hypothesis import given

from kiosk.domain import events as ev
from kiosk.domain.marks import line_mark, line_of, page_of, without_page
from kiosk.domain.session import Overlay, Step
from tests.domain.runs import ANY_ACTS, Acts, played
from tests.domain.visits import OPEN_PAGES, PLAN, Visit, on_page, timeless


def on_lines(page: str = "e1") -> Visit:
    visit = Visit()
    visit.begin()
    while PLAN.chapter(visit.session.place.chapter).pages[visit.session.place.page].id != page:
        visit.go()
    visit.do(ev.Opened, Overlay.LINES)
    return visit


def test_a_line_is_marked_and_unmarked_beside_its_page() -> None:
    visit = on_lines()
    assert visit.do(ev.FlagToggled, "e1#2").flags == ("e1#2",)
    assert visit.do(ev.FlagToggled, "e1").flags == ("e1#2", "e1")
    assert visit.do(ev.FlagToggled, "e1#2").flags == ("e1",)


@pytest.mark.parametrize("mark", ["e1#0", "e1#4", "e1#", "e1#x", "w1#1", "#1", "e1#1#1", "e1#²"])
def test_a_line_that_a_page_does_not_have_cannot_be_marked(mark: str) -> None:
    assert on_lines().do(ev.FlagToggled, mark).flags == ()


def test_nothing_of_this_takes_all_marks_of_the_page_away_and_goes_back() -> None:
    visit = on_lines()
    for mark in ("e1#1", "q2#1", "e1", "e1#3"):
        visit.do(ev.FlagToggled, mark)
    after = visit.do(ev.PageUnmarked, "e1")
    assert after.flags == ("q2#1",)
    assert after.overlays == ()


def test_only_the_page_that_offers_the_lines_can_unmark_them_all() -> None:
    visit = on_lines()
    visit.do(ev.FlagToggled, "e1#1")
    visit.do(ev.Closed)
    assert visit.do(ev.PageUnmarked, "e1").flags == ("e1#1",)


def test_a_reset_forgets_the_lines() -> None:
    visit = on_lines()
    visit.do(ev.FlagToggled, "e1#1")
    visit.do(ev.Opened, Overlay.STAFF)
    assert visit.do(ev.StaffReset).flags == ()


def test_no_mark_changes_where_any_button_leads() -> None:
    for page in OPEN_PAGES:
        if page.place.step is Step.LANGUAGE:
            # Leaving the first page drops an untouched visit; a mark is something to keep.
            continue
        marked = replace(page, flags=("e1#1", "e1#2"))
        for kind in (ev.Continued, ev.WentBack, ev.DecideAsked):
            plain, with_marks = (on_page(one).do(kind) for one in (page, marked))
            assert timeless(replace(with_marks, flags=())) == timeless(replace(plain, flags=()))


@given(ANY_ACTS)
def test_nothing_is_ever_marked_but_by_a_mark(acts: Acts) -> None:
    for before, event, visit in played(acts):
        new = set(visit.session.flags) - set(before.flags)
        assert new <= ({event.page} if isinstance(event, ev.FlagToggled) else set())
        assert new <= PLAN.flaggable()


def test_the_parts_of_a_mark() -> None:
    assert (page_of("e1#2"), line_of("e1#2")) == ("e1", 2)
    assert (page_of("e1"), line_of("e1")) == ("e1", 0)
    assert line_mark("e1", 2) == "e1#2"
    assert without_page(("e1", "e1#2", "e10#1"), "e1") == ("e10#1",)
