"""Lines to mark, one by one: offered where a page asks people to tell, and never more than that."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.content.blocks import Pack, Page
from kiosk.content.telling import lines_to_tell
from kiosk.domain import events as ev
from kiosk.domain.session import FaqSpot, Overlay, Place, Session, Step
from kiosk.ui.presenter import Presenter
from kiosk.ui.verbs import say
from kiosk.ui.views.closing import my_questions
from kiosk.ui.views.faq import faq
from kiosk.ui.views.lines import lines
from kiosk.ui.views.reading import chapter_page
from kiosk.ui.views.sheet import GroupItem, RowItem, Sheet, TextItem


def rows(sheet: Sheet) -> list[RowItem]:
    return [row for item in sheet.items if isinstance(item, GroupItem) for row in item.rows]


def pages(presenter: Presenter, session: Session) -> Iterator[tuple[Session, Page, Sheet]]:
    """Give every page of the content as it is in front."""
    showing = presenter.showing(session, 0.0)
    for index, chapter in enumerate(showing.lesson.chapters):
        for number, page in enumerate(chapter.pages):
            if session.plan.is_faq(index):
                spot = FaqSpot(page.topic, page.id)
                at = replace(session, place=Place(Step.CHAPTER, index), faq=spot)
                yield at, page, faq(showing, at)
            else:
                at = replace(session, place=Place(Step.CHAPTER, index, number))
                yield at, page, chapter_page(showing, at)


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_only_a_page_that_asks_people_to_tell_offers_its_lines(
    presenter: Presenter, session: Session, tag: str
) -> None:
    begun = replace(session, id="x", settings=replace(session.settings, language=tag))
    offering = []
    for at, page, sheet in pages(presenter, begun):
        assert sheet.middle is not None
        if not lines_to_tell(page):
            assert sheet.middle.verb == say(ev.FlagToggled, page.id)
            continue
        offering.append(page.id)
        assert sheet.middle.verb == say(ev.Opened, Overlay.LINES)
        over = replace(at, overlays=(Overlay.LINES,))
        offered = lines(presenter.showing(over, 0.0), over)
        told = [one.text for one in lines_to_tell(page)]
        assert [row.text for row in rows(offered)][: len(told)] == told
        assert not any(row.chosen for row in rows(offered))
        # One line is all of it: nothing more stands there to be pressed.
        whole = [say(ev.FlagToggled, page.id)] if len(told) > 1 else []
        assert [row.verb for row in rows(offered)][len(told) :] == [
            *whole,
            say(ev.PageUnmarked, page.id),
        ]
        assert offered.onward is not None
        assert offered.onward.verb == say(ev.Closed)
    assert {"must-not", "ask-health", "pregnancy", "tell-health", "tell-medicines"} <= set(offering)
    assert len(offering) < 10


def test_a_whole_page_that_was_marked_can_be_unmarked_even_where_it_has_one_line(
    presenter: Presenter, session: Session
) -> None:
    single = next(
        (at, page) for at, page, _ in pages(presenter, session) if len(lines_to_tell(page)) == 1
    )
    over = replace(single[0], id="x", overlays=(Overlay.LINES,), flags=(single[1].id,))
    offered = rows(lines(presenter.showing(over, 0.0), over))
    assert say(ev.FlagToggled, single[1].id) in [row.verb for row in offered]


def test_it_is_said_to_be_optional_and_to_be_no_finding(
    presenter: Presenter, session: Session
) -> None:
    at = next(at for at, page, _ in pages(presenter, session) if page.id == "tell-health")
    over = replace(at, id="x", overlays=(Overlay.LINES,))
    sheet = lines(presenter.showing(over, 0.0), over)
    said = [text for item in sheet.items if isinstance(item, TextItem) for text, _ in item.runs]
    assert said == [
        "You can skip this. A mark means only that you want to talk about it.",
    ]


def test_a_marked_line_shows_on_its_page_and_goes_from_my_questions_like_any_mark(
    presenter: Presenter, session: Session
) -> None:
    begun = replace(session, id="x", flags=("tell-health#4",))
    sheets = {page.id: sheet for _, page, sheet in pages(presenter, begun)}
    marked = [name for name, sheet in sheets.items() if sheet.middle and sheet.middle.chosen]
    assert marked == ["tell-health"]
    here = replace(begun, place=Place(Step.QUESTIONS))
    row = rows(my_questions(presenter.showing(here, 0.0), here))[0]
    assert (row.text, row.detail) == ("High eye pressure.", "Tell us: your health")
    assert (row.chosen, row.verb) == (True, say(ev.FlagToggled, "tell-health#4"))


def test_a_page_without_lines_says_so(presenter: Presenter, session: Session) -> None:
    over = replace(session, id="x", place=Place(Step.DOORS), overlays=(Overlay.LINES,))
    sheet = lines(presenter.showing(over, 0.0), over)
    assert rows(sheet) == []
    assert sheet.onward is not None


def test_every_language_has_the_same_lines(pack: Pack) -> None:
    counted = [
        {page.id: len(lines_to_tell(page)) for one in lesson.chapters for page in one.pages}
        for lesson in pack.lessons.values()
    ]
    assert counted[0] == counted[1] == counted[2]
    assert max(counted[0].values()) == 5
