"""The largest letters on a small panel: sentences go on to the next screen at their full size."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.platform import paths
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.stage.view import StageView
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.views.sheet import FigureItem, PanelItem, Sheet, TextItem, plain
from kiosk.ui.widgets.prose import Prose

LONG = plain(
    "Most side effects start soon after the dose and ease on the same day, and most people "
    "can go home that day with an adult."
)
BOXED = plain("Do not stop or change your other medicines unless your clinician says so.")
SHORT = plain("A few are serious.")

DRAWING = FigureItem("medicine", "", "A diamond in a gate.")


@pytest.fixture(autouse=True)
def _letters() -> None:
    """The bundled letters, whichever test comes first."""
    load_fonts(paths.assets_dir())


def opened(
    qtbot: QtBot, *items: TextItem | PanelItem, picture: FigureItem | None = None
) -> SheetPage:
    theme = theme_for(
        "light",
        Metrics(1280, 800, 256.5, "XL"),
        paths.assets_dir(),
        motion=False,
        script="latin",
    )
    page = SheetPage(theme, paths.default_content())
    qtbot.addWidget(page)
    page.resize(1280, 459)
    page.show_sheet(Sheet("long", "How long they last", items, picture=picture))
    page.show()
    return page


def roles(page: SheetPage) -> list[str]:
    """The roles of the words on the screen in front, the title's first."""
    return [one.role for one in page.findChildren(Prose) if one.isVisible()]


def test_a_long_first_sentence_follows_its_title_at_full_size(qtbot: QtBot) -> None:
    page = opened(qtbot, TextItem(LONG), TextItem(SHORT))
    assert roles(page) == ["display"]
    assert page.turn(1)
    assert roles(page) == ["body"]
    assert page.turn(1)
    assert roles(page) == ["running", "body"]


def test_keys_start_at_the_sentence_where_it_has_no_title_above(qtbot: QtBot) -> None:
    page = opened(qtbot, TextItem(SHORT), TextItem(LONG))
    page.turn(1)
    first = page.focus_chain()[0]
    assert isinstance(first, Prose)
    assert first.text() == LONG[0][0]
    page.turn(-1)
    assert page.focus_chain()[0].objectName() == "title"


def test_a_box_for_safety_keeps_its_size_too(qtbot: QtBot) -> None:
    page = opened(
        qtbot, TextItem(SHORT), PanelItem("For your safety", "shield", (BOXED,), "notice")
    )
    page.turn(1)
    assert roles(page) == ["tool", "body"]


def test_only_a_sentence_that_fits_no_screen_is_set_smaller(qtbot: QtBot) -> None:
    page = opened(qtbot, TextItem(SHORT), TextItem(plain(f"{LONG[0][0]} {SHORT[0][0]}")))
    page.turn(1)
    assert roles(page)[-1] in ("detail", "least")


@pytest.mark.parametrize("screens", [1, 2])
def test_no_screen_overflows(qtbot: QtBot, screens: int) -> None:
    page = opened(qtbot, *[TextItem(LONG), TextItem(SHORT)] * screens)
    for _ in range(page.screen_count):
        assert not page.overflows()
        page.turn(1)


def drawing_seen(page: SheetPage) -> bool:
    return any(one.isVisible() for one in page.findChildren(StageView))


def test_a_drawing_stands_beside_every_sentence_that_fits_there_at_full_size(qtbot: QtBot) -> None:
    page = opened(qtbot, TextItem(SHORT), TextItem(BOXED), picture=DRAWING)
    for _ in range(page.screen_count):
        assert drawing_seen(page)
        assert set(roles(page)) <= {"title", "running", "display", "body"}
        page.turn(1)
    assert page.screen_count == 2


def test_a_drawing_stands_apart_where_a_sentence_would_have_to_be_set_smaller(
    qtbot: QtBot,
) -> None:
    page = opened(qtbot, TextItem(SHORT), TextItem(LONG), picture=DRAWING)
    assert drawing_seen(page)
    while page.turn(1):
        assert not drawing_seen(page)
        assert "body" in roles(page)
