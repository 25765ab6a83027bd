"""Options stand side by side in one size, wholly shown, and are said with their column."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.content.blocks import Pack
from kiosk.domain.session import FaqSpot, Place, Session, Step
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.ui.audit.devices import DEVICES, Device
from kiosk.ui.blocks.fit import build_fitting
from kiosk.ui.blocks.option_table import OptionCell, OptionTable
from kiosk.ui.presenter import Presenter
from kiosk.ui.spoken_page import spots_of
from kiosk.ui.theme.metrics import SIZES, Metrics
from kiosk.ui.theme.theme import Theme, theme_for
from kiosk.ui.views.faq import faq
from kiosk.ui.views.sheet import Cell, TableItem, plain

TABLET, DESK = DEVICES[0], DEVICES[4]
SAYS = ("You talk.", "As a shock treatment, done while you are asleep, in a hospital.")
CELLS = tuple(
    Cell(f"Way {n}", plain(SAYS[n % 2]), f"How given: {SAYS[n % 2]}", f"How given, way {n}")
    for n in range(1, 9)
)


def themed(device: Device, size: str) -> Theme:
    metrics = Metrics(device.width, device.height, device.diagonal_mm, size)
    return theme_for("light", metrics, paths.assets_dir(), motion=False, script="latin")


def shown(qtbot: QtBot, theme: Theme, item: TableItem) -> OptionTable:
    made = OptionTable(theme, item)
    qtbot.addWidget(made)
    width = theme.metrics.width - 2 * theme.metrics.margin
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("device", DEVICES, ids=[one.name for one in DEVICES])
def test_every_option_has_the_same_size_and_nothing_is_cut(
    qtbot: QtBot, device: Device, size: str
) -> None:
    made = shown(qtbot, themed(device, size), TableItem(CELLS))
    assert len({cell.size().toTuple() for cell in made.cells}) == 1
    for cell in made.cells:
        for words in (cell.option, cell.text):
            assert cell.rect().contains(words.geometry())
            assert words.height() >= words.heightForWidth(words.width())
            assert words.width() >= words.widest_word()


@pytest.mark.parametrize(("device", "size", "columns"), [(DESK, "M", 4), (TABLET, "M", 2)])
def test_a_wider_screen_shows_more_beside_each_other(
    qtbot: QtBot, device: Device, size: str, columns: int
) -> None:
    made = shown(qtbot, themed(device, size), TableItem(CELLS))
    assert made.columns(made.width()) == columns


def test_what_does_not_fit_goes_on_at_full_size_in_the_same_order() -> None:
    built = build_fitting(themed(TABLET, "XL"), (TableItem(CELLS),), 1200, 366, 447)
    cells = [cell for _, table in built for cell in table.findChildren(OptionCell)]
    assert [cell.option.text() for cell in cells] == [cell.option for cell in CELLS]
    assert {cell.text.role for cell in cells} == {"body"}


def test_a_cell_is_named_by_row_and_column_and_said_in_its_own_sentence(qtbot: QtBot) -> None:
    made = shown(qtbot, themed(DESK, "M"), TableItem(CELLS[:2]))
    assert made.cells[0].accessibleName() == "How given, way 1"
    said = [spot.text for spot in spots_of([made.cells[1]], words_for("en"))]
    assert said == ["Way 2", f"How given: {SAYS[0]}"]


def test_the_shipped_pack_lays_all_its_options_out_for_every_point(
    presenter: Presenter, session: Session, pack: Pack
) -> None:
    topic = next(one for one in session.plan.topics if one.id == "topic-options")
    tables = [one for one in topic.questions if one.startswith("all-")]
    options = [one for one in topic.questions if one.startswith("opt-")]
    showing = presenter.showing(session, 0.0)
    pages = {page.id: page for chapter in showing.lesson.chapters for page in chapter.pages}
    for point, question in enumerate(tables):
        place = Place(Step.CHAPTER, len(pack.lessons["en"].chapters) - 1)
        spot = FaqSpot(topic.id, question)
        (table,) = faq(showing, opened(session, place, spot)).items
        assert isinstance(table, TableItem)
        assert [cell.option for cell in table.cells] == [pages[one].title for one in options]
        assert [cell.said for cell in table.cells] == [
            pages[one].sentences[point].text for one in options
        ]
    assert len(tables) == len(pages[options[0]].sentences)
    assert "opt-wait" in options


def opened(session: Session, place: Place, spot: FaqSpot) -> Session:
    return replace(session, id="0" * 32, place=place, faq=spot)
