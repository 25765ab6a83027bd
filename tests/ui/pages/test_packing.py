"""Lists fill every screen line by line, and words stay with the first of what they lead up to."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.ui.blocks.icon_array import IconArray
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.shell import Shell
from kiosk.ui.views.sheet import PanelItem, Sheet, TextItem
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.row import Row
from tests.ui.pseudo_pack import views_in

LYING, UPRIGHT, TABLET = (1920, 1080), (1080, 1920), (1280, 800)
OpenShell = Callable[[int, int], Shell]
Sheets = Callable[[str, Settings], Sheet]


@pytest.fixture(scope="module")
def sheets(pack: Pack) -> Sheets:
    """A function that gives a sheet by key, language and letters; every page is made once."""
    made: dict[Settings, dict[str, Sheet]] = {}

    def find(key: str, settings: Settings) -> Sheet:
        if settings not in made:
            views = views_in(pack, settings.language, settings)
            # Of pages with several states the first is meant.
            found = [one for one in reversed(views) if isinstance(one, Sheet)]
            made[settings] = {one.key: one for one in found}
        return made[settings][key]

    return find


def show(
    shell: Shell,
    sheets: Sheets,
    key: str,
    letters: str,
    language: str = "en",
    *,
    low: bool = False,
) -> SheetPage:
    settings = Settings(language=language, size=letters, low=low)
    shell.show_view(sheets(key, settings), settings)
    assert isinstance(shell.page, SheetPage)
    return shell.page


def rows(page: SheetPage) -> list[Row]:
    return [one for one in page.findChildren(Row) if one.isVisible()]


@pytest.mark.parametrize("letters", ["M", "L"])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_what_is_urgent_stands_on_the_first_screen_of_help(
    open_shell: OpenShell, sheets: Sheets, language: str, letters: str
) -> None:
    page = show(open_shell(*LYING), sheets, "help", letters, language)
    assert len(rows(page)) >= 3


@pytest.mark.parametrize("low", [False, True], ids=["usual", "low"])
@pytest.mark.parametrize("letters", ["M", "L", "XL"])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("key", ["help", "upset", "breath", "language", "doors"])
@pytest.mark.parametrize("size", [LYING, TABLET], ids=["desk", "tablet"])
def test_all_of_what_cannot_wait_stands_on_one_screen(
    open_shell: OpenShell,
    sheets: Sheets,
    size: tuple[int, int],
    key: str,
    language: str,
    letters: str,
    *,
    low: bool,
) -> None:
    page = show(open_shell(*size), sheets, key, letters, language, low=low)
    assert page.screen_count == 1


@pytest.mark.parametrize("letters", ["L", "XL"])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_day_takes_at_most_five_screens_of_the_smallest_panel(
    open_shell: OpenShell, sheets: Sheets, language: str, letters: str
) -> None:
    page = show(open_shell(*TABLET), sheets, "page:day-spray", letters, language)
    assert page.screen_count <= 5


def test_few_words_come_only_where_the_many_do_not_fit(
    open_shell: OpenShell, sheets: Sheets
) -> None:
    large = show(open_shell(*LYING), sheets, "help", "M")
    assert "This screen cannot call staff for you." in str([item for item, _ in large.items()])
    small = show(open_shell(*TABLET), sheets, "help", "XL")
    assert "This screen cannot" not in str([item for item, _ in small.items()])
    assert [row.text() for row in rows(small)][1:] == [
        "I feel upset",
        "A break",
        "Go to my choice",
        "Stop, save nothing",
    ]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_how_this_works_takes_at_most_four_screens_with_the_largest_letters(
    open_shell: OpenShell, sheets: Sheets, language: str
) -> None:
    page = show(open_shell(*TABLET), sheets, "how", "XL", language)
    assert page.screen_count <= 4


def test_the_words_of_a_page_begin_at_once_with_the_largest_letters(
    open_shell: OpenShell, sheets: Sheets
) -> None:
    page = show(open_shell(*TABLET), sheets, "words:what-ketamine-is", "XL")
    (first, _), *_ = page.items()
    assert isinstance(first, PanelItem)
    page = show(open_shell(*TABLET), sheets, "words:what-ketamine-is", "M")
    (first, _), *_ = page.items()
    assert isinstance(first, TextItem)


def test_names_in_a_row_have_the_comma_of_their_language(sheets: Sheets) -> None:
    how = {language: str(sheets("how", Settings(language=language))) for language in ("es", "ar")}
    assert "”, 18 " in how["es"]
    assert "»، " in how["ar"]
    assert "», " not in how["ar"]


@pytest.mark.parametrize(
    "key", ["faq", "questions", "doors", "questions:topic-benefit", "lines:ask-health"]
)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize(
    ("size", "letters"), [(TABLET, "XL"), (LYING, "XL"), (LYING, "M"), (UPRIGHT, "XL")]
)
def test_no_page_of_choices_begins_with_a_screen_of_words(
    open_shell: OpenShell,
    sheets: Sheets,
    size: tuple[int, int],
    letters: str,
    language: str,
    key: str,
) -> None:
    page = show(open_shell(*size), sheets, key, letters, language)
    assert rows(page)
    if key == "doors":
        assert len(rows(page)) == 3


@pytest.mark.parametrize(
    "key", ["faq-topic:topic-options", "faq-topic:topic-more", "faq:all-often"]
)
def test_no_screen_of_a_list_ends_where_its_next_line_would_have_fitted_by_half(
    open_shell: OpenShell, sheets: Sheets, key: str
) -> None:
    """An upright screen is filled before another begins: together two would be too much."""
    page = show(open_shell(*UPRIGHT), sheets, key, "XL")
    used = []
    for number in range(page.screen_count):
        if number:
            page.turn(1)
        shown = [one for _, one in page.items() if one.isVisible()]
        used.append(shown[-1].geometry().bottom() - shown[0].y())
    assert len(used) > 1
    assert all(one + other > page.height() * 2 // 3 for one, other in pairwise(used))


def test_the_lines_of_a_list_keep_their_columns(open_shell: OpenShell, sheets: Sheets) -> None:
    page = show(open_shell(*LYING), sheets, "faq-topic:topic-medicine", "M")
    assert len({one.mapTo(page, QPoint(0, 0)).x() for one in rows(page)}) == 2
    assert len({one.width() for one in rows(page)}) == 1


def test_the_letters_of_a_lead_stay_where_nothing_is_won(
    open_shell: OpenShell, sheets: Sheets
) -> None:
    page = show(open_shell(*LYING), sheets, "faq", "M")
    lead, _ = page.items()[0]
    assert isinstance(lead, TextItem)
    assert lead.role == "body"


def test_an_upright_page_with_room_shows_the_stones_of_the_way(
    open_shell: OpenShell, sheets: Sheets
) -> None:
    page = show(open_shell(*UPRIGHT), sheets, "doors", "M")
    place = QPoint(round(page.width() * 0.10), round(page.height() * 0.94))
    primary = page.theme.colour("primary").rgb()
    assert page.grab().toImage().pixel(place) == primary
    page = show(open_shell(*LYING), sheets, "doors", "M")
    place = QPoint(round(page.width() * 0.10), round(page.height() * 0.94))
    assert page.grab().toImage().pixel(place) != primary


def test_where_it_is_wished_the_choices_of_an_upright_page_stand_at_its_end(
    open_shell: OpenShell, sheets: Sheets
) -> None:
    shell = open_shell(*UPRIGHT)
    last = rows(show(shell, sheets, "doors", "M"))[-1]
    usual = last.mapTo(shell, QPoint(0, 0)).y()
    shell.show_view(sheets("doors", Settings()), Settings(low=True))
    assert isinstance(shell.page, SheetPage)
    last = rows(shell.page)[-1]
    assert last.mapTo(shell, QPoint(0, 0)).y() > usual
    below = shell.page.height() - last.mapTo(shell.page, QPoint(0, last.height())).y()
    assert below <= shell.theme.px(8.0)


def test_the_first_screen_of_topics_holds_as_many_as_it_can(
    open_shell: OpenShell, sheets: Sheets
) -> None:
    page = show(open_shell(*TABLET), sheets, "questions", "M")
    assert len(rows(page)) == 4


@pytest.mark.parametrize(("language", "role"), [("en", "title"), ("en-XA", "running")])
def test_a_title_above_people_gives_way_only_as_far_as_they_need(
    open_shell: OpenShell, sheets: Sheets, language: str, role: str
) -> None:
    page = show(open_shell(*TABLET), sheets, "faq:spinning", "XL", language)
    (people,) = page.findChildren(IconArray)
    assert not people.is_cut()
    titles = [one for one in page.findChildren(Prose) if one.objectName() == "title"]
    assert [one.role for one in titles if one.isVisible()] == [role]


@pytest.mark.parametrize(("letters", "most"), [("L", 7), ("XL", 10)])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_review_takes_few_screens_of_a_tablet(
    open_shell: OpenShell, sheets: Sheets, language: str, letters: str, most: int
) -> None:
    page = show(open_shell(*TABLET), sheets, "review", letters, language)
    assert page.screen_count <= most
