"""The desk in every language: every word, its own side, and a letter of its own for each key."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabWidget,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk.desking import desk_language
from kiosk.i18n.catalogue import words_for
from kiosk.i18n.locales import TAGS, UnknownLanguageError
from kiosk.platform import paths
from kiosk.staff.desk.names import doors, standings
from kiosk.staff.desk.register import Register, VisitRow
from kiosk.ui.desk.menus import menus
from kiosk.ui.desk.paper_window import PaperWindow
from kiosk.ui.desk.room import DeskRoom
from kiosk.ui.desk.visits_model import VisitsModel
from kiosk.ui.desk.window import DeskWindow
from kiosk.ui.theme.fonts import load_fonts
from tests.staff.desk.desks import desk_at, kiosk_with, now, visit


@pytest.fixture(params=TAGS)
def window(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskWindow]:
    """A window in one of the languages, a visit in front and every dialog open."""
    yield from opened(str(request.param), tmp_path, qtbot)


def opened(tag: str, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskWindow]:
    load_fonts(paths.assets_dir())
    data = kiosk_with(tmp_path / "kiosk", visit("s1"), visit("s2"))
    room = DeskRoom(desk_at(tmp_path / "desk"), words_for(tag))
    made = DeskWindow(room, now().date(), {}, _beside)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(room.listed):
        room.open_place(data)
    with qtbot.waitSignal(room.page):
        made.visits.table.setCurrentIndex(made.visits.model.index(1, 0))
    made.ask_key()
    for act in ("withdrawal", "re_consent", "discussed"):
        made.ask_to_sign(act)
    made.print_hand_off()
    yield made
    made.close()


def _beside(_language: str, check_code: str) -> tuple[str, ...]:
    return ("", check_code)


def letters(texts: Iterable[str]) -> Counter[str]:
    """Count the letters that are pressed with Alt; every text must have one."""
    found = Counter(text.partition("&")[2][:1].lower() for text in texts)
    assert "" not in found
    return found


def labels(widget: QWidget) -> list[str]:
    named = [one.text() for one in widget.findChildren(QLabel) if one.buddy() is not None]
    return named + [one.text() for one in widget.findChildren(QAbstractButton) if "&" in one.text()]


def test_no_letter_is_given_twice_where_it_would_be_pressed(window: DeskWindow) -> None:
    words = window.words
    top = [title for title, _ in menus(words)]
    tabs = window.visits.tabs
    assert isinstance(tabs, QTabWidget)
    named = [tabs.tabText(at) for at in range(tabs.count())]
    places = [
        [*top, *named, *labels(window.visits)],
        [*top, *labels(window.stuck)],
        *([one.words for one in entries if one.act] for _, entries in menus(words)),
        *(labels(one) for one in window.findChildren(QDialog)),
        [one.text() for one in paper_actions(window)],
    ]
    assert len(places) >= 9
    for one in places:
        assert one
        assert set(letters(one).values()) == {1}, one


def paper_actions(window: DeskWindow) -> list[QAction]:
    paper = window.findChild(PaperWindow)
    assert paper is not None
    bar = paper.findChild(QToolBar)
    assert bar is not None
    return bar.actions()


def said_by(window: DeskWindow) -> set[str]:
    """Return every word of the window, its menus and dialogs, but for the page in English."""
    found = {action.text() for action in window.findChildren(QAction)}
    for one in window.findChildren(QWidget):
        found |= {one.accessibleName(), one.windowTitle(), one.toolTip()}
        match one:
            case QLabel() | QAbstractButton():
                found.add(one.text())
            case QGroupBox():
                found.add(one.title())
            case QLineEdit():
                found.add(one.placeholderText())
            case QComboBox():
                found |= {one.itemText(at) for at in range(one.count())}
    return {one.replace("&", "") for one in found if any(map(str.isalpha, one))}


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "en"])
def test_nothing_stays_in_english(tag: str, tmp_path: Path, qtbot: QtBot) -> None:
    english = opened("en", tmp_path / "en", qtbot)
    other = opened(tag, tmp_path / tag, qtbot)
    both = said_by(next(english)) & said_by(next(other))
    # What the records hold, who works there, codes, and the buttons of Qt's own scroll bars.
    held = ("Tell us", "When can you", "What does", "1 idea", "AL ", "RX ", "PIN", "CSV", "Scroll ")
    left = {one for one in both if not one.startswith((*held, "qt_", str(tmp_path)))}
    assert {one for one in left if one.upper() != one} == set()


@pytest.mark.parametrize(("tag", "rtl"), [("es", False), ("ar", True)])
def test_arabic_lies_the_other_way_and_a_draft_says_that_it_is_one(
    tag: str, rtl: bool, tmp_path: Path, qtbot: QtBot
) -> None:
    window = next(opened(tag, tmp_path, qtbot))
    ways = {one.isRightToLeft() for one in (window, *window.findChildren(QDialog))}
    assert ways == {rtl}
    assert window.visits.page.isRightToLeft() is rtl
    assert any("Unreviewed translation" in one.text() for one in window.findChildren(QLabel))


def test_english_is_no_translation() -> None:
    assert not words_for("en").unreviewed


def test_the_language_is_the_one_asked_for_else_the_systems_else_english() -> None:
    assert desk_language("ar", ["es-MX"]) == "ar"
    assert desk_language(None, ["de-DE", "es-MX", "en"]) == "es"
    assert desk_language(None, ["C"]) == "en"
    with pytest.raises(UnknownLanguageError):
        desk_language("xx", [])


def test_doors_and_standings_are_found_in_the_language_of_the_window(
    window: DeskWindow, qtbot: QtBot
) -> None:
    model = window.visits.model
    names = (doors(window.words)["ready"], standings(window.words)["Proposed"])
    for words, count in ((" ".join(names), 2), (doors(window.words)["no"], 0), ("ready", 2)):
        window.visits.search.words.setText(words)
        qtbot.waitUntil(partial(_lists, model, count))


def _lists(model: VisitsModel, count: int) -> bool:
    return model.rowCount() == count


def test_the_hand_off_is_in_the_language_of_the_window(window: DeskWindow) -> None:
    window.visits.search.clear()
    window.visits.show_page(window.room.desk.hand_off(*_front(window), window.words))
    text = window.visits.page.toPlainText()
    assert window.words.t("Still unclear after explaining") in text
    assert window.visits.page.layoutDirection() == window.layoutDirection()


def _front(window: DeskWindow) -> tuple[Register, VisitRow]:
    listed = window.room.open
    assert listed is not None
    return listed, listed.rows[0]
