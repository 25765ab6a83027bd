"""The sheet to take home says what to do after the visit, for the visit's way of giving."""

from dataclasses import replace

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain.copy import ITEM, LABEL, TITLE, copy_text
from kiosk.domain.session import Session
from kiosk.ui.copy.pdf import copy_pdf
from kiosk.ui.presenter import Presenter
from kiosk.ui.views.take_home import sheet_words
from tests.ui.copy.papers import paper

ROUTES = ("iv", "im", "spray")


def on_route(session: Session, route: str | None) -> Session:
    return replace(session, route=route, plan=session.plan.for_route(route))


@pytest.mark.parametrize("route", [*ROUTES, None])
def test_it_says_what_keeps_a_person_safe_after_the_visit(
    presenter: Presenter, session: Session, route: str | None
) -> None:
    words = sheet_words(presenter.showing(on_route(session, route), 0.0))
    text = copy_text(words)
    assert words[0] == (TITLE, "To take home")
    for fact in (
        "Do not drive until the next day, after a good sleep.",
        "You need a safe ride home with an adult.",
        "Chest pain.",
        "No one can wake you.",
        "If you think of ending your life, tell staff now.",
        "your local emergency number",
        "Ask what it will cost you",
        "Test clinic",
        "A draft: no clinician has approved it.",
    ):
        assert fact in text, fact
    assert "988" not in text


def test_it_gives_the_help_lines_of_the_region_that_is_set(
    presenter: Presenter, session: Session, pack: Pack
) -> None:
    here = replace(presenter, region=pack.regions[0], help_text="After hours: 555 0100.")
    text = copy_text(sheet_words(here.showing(session, 0.0)))
    assert "call or text 988" in text
    assert "After hours: 555 0100." in text


def test_every_line_of_a_marked_page_is_on_it_and_no_other_page(
    presenter: Presenter, session: Session
) -> None:
    showing = presenter.showing(session, 0.0)
    pages = [page for one in showing.lesson.chapters for page in one.pages]
    marked = [page for page in pages if page.sheet and not page.routes]
    words = sheet_words(showing)
    titles = [text for role, text in words if role == LABEL]
    assert titles == [*(page.title for page in marked), "Your clinic"]
    said = {text for _, text in words}
    assert {one.text for page in marked for one in page.sentences} <= said


@pytest.mark.parametrize("route", ROUTES)
def test_the_day_is_a_plain_list_of_the_stops_of_the_way_that_is_known(
    presenter: Presenter, session: Session, route: str
) -> None:
    words = sheet_words(presenter.showing(on_route(session, route), 0.0))
    items = [text for role, text in words if role == ITEM]
    assert items[5] == "Ride home: An adult takes you home."
    assert items[6] == "Next day: You do not drive until the next day."
    stay = "Rest: You stay for at least 2 hours."
    assert (stay in items) == (route == "spray")


def test_no_day_is_on_it_while_the_way_is_not_known(presenter: Presenter, session: Session) -> None:
    words = sheet_words(presenter.showing(on_route(session, None), 0.0))
    assert not any("treatment day" in text for _, text in words)


def test_a_pack_that_marks_no_page_has_no_such_sheet(
    presenter: Presenter, session: Session
) -> None:
    showing = presenter.showing(session, 0.0)
    bare = tuple(
        replace(one, pages=tuple(replace(page, sheet=False) for page in one.pages))
        for one in showing.lesson.chapters
    )
    assert sheet_words(replace(showing, lesson=replace(showing.lesson, chapters=bare))) == ()


@pytest.mark.parametrize("route", [*ROUTES, None])
@pytest.mark.parametrize(("large", "most"), [(False, 1), (True, 2)])
def test_it_is_a_page_of_its_own_behind_the_copy(
    presenter: Presenter, session: Session, route: str | None, *, large: bool, most: int
) -> None:
    words = sheet_words(presenter.showing(on_route(session, route), 0.0))
    alone = copy_pdf(paper(), large=large)
    both = copy_pdf(replace(paper(), sheet=words), large=large)
    more = both.count(b"/Type /Page\n") - alone.count(b"/Type /Page\n")
    assert 1 <= more <= most
