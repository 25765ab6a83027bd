"""A few words stand at the optical middle above the water; many, and small panels, from the top."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.platform import paths
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.views.sheet import Sheet, StepLine, TextItem, plain
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.water import SHORE

UPRIGHT = (1080, 1920, 609.6, 1600)
WIDE = (1920, 1080, 396.2, 780)
TABLET = (1280, 800, 256.5, 560)
SENTENCE = TextItem(plain("A few side effects are serious, and our staff watch for them."))


@pytest.fixture(autouse=True)
def _letters() -> None:
    """The bundled letters, whichever test comes first."""
    load_fonts(paths.assets_dir())


def opened(
    qtbot: QtBot, screen: tuple[int, int, float, int], count: int, step: StepLine | None = None
) -> SheetPage:
    width, height, diagonal, room = screen
    metrics = Metrics(width, height, diagonal)
    theme = theme_for("light", metrics, paths.assets_dir(), motion=False, script="latin")
    page = SheetPage(theme, paths.default_content())
    qtbot.addWidget(page)
    page.resize(width, room)
    page.show_sheet(Sheet("few", "A few words", (SENTENCE,) * count, step=step))
    page.show()
    return page


def above_and_below(page: SheetPage) -> tuple[int, int]:
    """The px over the words, and those between them and the water."""
    shown = [one.geometry() for one in page.findChildren(Prose) if one.isVisible()]
    shore = round(page.height() * SHORE)
    return min(one.top() for one in shown), shore - max(one.bottom() for one in shown)


@pytest.mark.parametrize("screen", [UPRIGHT, WIDE])
def test_a_few_words_stand_a_little_above_the_middle(
    qtbot: QtBot, screen: tuple[int, int, float, int]
) -> None:
    above, below = above_and_below(opened(qtbot, screen, 2))
    assert below * 0.35 < above < below


@pytest.mark.parametrize(("screen", "count"), [(TABLET, 1), (WIDE, 30)])
def test_small_panels_and_pages_of_more_screens_start_at_the_top(
    qtbot: QtBot, screen: tuple[int, int, float, int], count: int
) -> None:
    page = opened(qtbot, screen, count)
    above, _ = above_and_below(page)
    assert above <= page.theme.px(3.5)


def test_water_under_a_page_that_is_no_step_has_no_stones(qtbot: QtBot) -> None:
    first, last = StepLine(1, 7, "Step 1", ""), StepLine(7, 7, "Step 7", "")
    nearest = (0.10, 0.94)
    found = []
    for step in (None, first, last):
        page = opened(qtbot, UPRIGHT, 2, step)
        image = page.grab().toImage()
        at = (round(image.width() * nearest[0]), round(image.height() * nearest[1]))
        found.append(image.pixelColor(*at).name().upper())
    tint, primary = page.theme.palette.tint, page.theme.palette.primary
    assert found == [tint.upper(), primary.upper(), primary.upper()]
