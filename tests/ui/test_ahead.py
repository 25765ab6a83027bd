"""While a page is read the next one is laid out: it comes whole, and nothing of it is left over."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay, Step
from kiosk.platform import paths
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.sheet_pair import SheetPair
from kiosk.ui.shell import Shell
from kiosk.ui.stage.view import StageView
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.views.sheet import Sheet, TextItem
from tests.ui.conftest import Opened, Opener
from tests.ui.stand_ins import Person


def at_chapter(one: Opened) -> None:
    """Go on, page after page, until one of a chapter is in front."""
    one.screen.button("Start").click()
    while one.kiosk.driver.session.place.step is not Step.CHAPTER:
        view = one.screen.view
        if isinstance(view, Sheet) and view.onward is not None:
            one.kiosk.shell.go_on()
        else:
            one.kiosk.driver.feed(ev.Continued(one.clock.mono()))


def begin_reading(person: Person) -> None:
    """Go on until a page of a chapter is in front."""
    person.do(ev.Began)
    while person.driver.session.place.step is not Step.CHAPTER:
        person.do(ev.Continued)


def sheets(shell: Shell) -> list[SheetPage]:
    return shell.findChildren(SheetPage)


def prepared(qtbot: QtBot, one: Opened) -> tuple[SheetPage, Sheet]:
    """Wait until the next page is laid out behind the one in front."""
    wanted = one.kiosk.driver.upcoming()
    assert isinstance(wanted, Sheet)
    (behind,) = (page for page in sheets(one.kiosk.shell) if page is not one.kiosk.shell.page)
    qtbot.waitUntil(lambda: behind.sheet == wanted)
    return behind, wanted


def test_the_page_that_comes_is_the_one_that_was_laid_out(qtbot: QtBot, open_kiosk: Opener) -> None:
    one = open_kiosk()
    at_chapter(one)
    behind, wanted = prepared(qtbot, one)
    assert not behind.isVisible()
    labels = behind.findChildren(QLabel)
    one.kiosk.driver.feed(ev.Continued(one.clock.mono()))
    assert one.screen.view == wanted
    assert one.kiosk.shell.page is behind
    assert behind.findChildren(QLabel) == labels
    assert behind.isVisible()


def test_it_looks_as_if_it_had_been_made_at_the_tap(qtbot: QtBot, open_kiosk: Opener) -> None:
    one, other = open_kiosk(), open_kiosk()
    for kiosk in (one, other):
        at_chapter(kiosk)
    prepared(qtbot, one)
    other.kiosk.shell.blockSignals(True)
    for kiosk in (one, other):
        kiosk.kiosk.driver.feed(ev.Continued(kiosk.clock.mono()))
    assert one.screen.key == other.screen.key
    assert one.screen.prints() == other.screen.prints()
    chains = [[w.accessibleName() for w in kiosk.kiosk.shell.chain()] for kiosk in (one, other)]
    assert chains[0] == chains[1]


def test_nothing_that_was_laid_out_outlives_the_visit(qtbot: QtBot, open_kiosk: Opener) -> None:
    one = open_kiosk()
    at_chapter(one)
    prepared(qtbot, one)
    one.kiosk.driver.feed(ev.Opened(one.clock.mono(), Overlay.STAFF))
    one.kiosk.driver.feed(ev.StaffReset(one.clock.mono()))
    assert sheets(one.kiosk.shell) == []


def test_to_look_ahead_does_nothing(person: Person) -> None:
    begin_reading(person)
    before = person.driver.session
    view = person.driver.upcoming()
    assert isinstance(view, Sheet)
    assert person.driver.session == before
    person.do(ev.Continued)
    assert person.view == view


def test_no_page_is_foretold_where_work_would_be_done_or_a_choice_is_open(person: Person) -> None:
    assert person.driver.upcoming() is None
    person.to_doors()
    assert person.driver.upcoming() is None


def test_a_page_with_other_room_is_laid_out_anew(qtbot: QtBot) -> None:
    load_fonts(paths.assets_dir())
    window = QWidget()
    qtbot.addWidget(window)
    metrics = Metrics(1280, 800, 396.0, "M")
    theme = theme_for("light", metrics, paths.assets_dir(), motion=False, script="latin")
    pair = SheetPair(theme, paths.default_content(), window)
    first, second = (Sheet(key, key, (TextItem((("Words.", "plain"),)),)) for key in "ab")
    front = pair.show(first, QRect(0, 0, 1280, 600), 0)
    pair.prepare(second)
    assert pair.show(second, QRect(0, 0, 1280, 500), 0) is front
    assert front.height() == 500
    pair.prepare(first)
    assert pair.show(first, QRect(0, 0, 1280, 500), 0) is not front


def test_a_drawing_moves_only_when_the_next_page_is_laid_out(
    qtbot: QtBot, open_kiosk: Opener
) -> None:
    one = open_kiosk()
    at_chapter(one)
    while not (drawings := one.kiosk.shell.findChildren(StageView)):
        one.kiosk.driver.feed(ev.Continued(one.clock.mono()))
    assert drawings[0].isVisible()
    laid_out = []

    def look() -> None:
        (behind,) = (page for page in sheets(one.kiosk.shell) if page is not one.kiosk.shell.page)
        laid_out.append(behind.sheet == one.kiosk.driver.upcoming())

    drawings[0].started.connect(look)
    qtbot.waitUntil(lambda: bool(laid_out))
    assert laid_out == [True]


def test_a_drawing_is_worked_out_behind_the_page_before_it(
    qtbot: QtBot, open_kiosk: Opener
) -> None:
    one = open_kiosk()
    at_chapter(one)
    prepared(qtbot, one)
    while not (drawings := one.kiosk.shell.findChildren(StageView)):
        one.kiosk.driver.feed(ev.Continued(one.clock.mono()))
        prepared(qtbot, one)
    (ahead,) = drawings
    assert not ahead.isVisible()
    assert ahead.holds() > 0
