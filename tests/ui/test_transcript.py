"""Whatever a page shows is read aloud, and in the order in which it stands there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from kiosk.content.plain_text import split_sentences
from kiosk.domain.session import Session, Settings
from kiosk.ui.presenter import Presenter
from kiosk.ui.reader import shell_spots
from kiosk.ui.shell import Shell
from kiosk.ui.tools import READ_TOOL
from kiosk.ui.views import sheet as views
from kiosk.ui.views.screens import (
    KeypadView,
    NoticeView,
    SavedView,
    View,
    WelcomeView,
    is_for_staff,
)
from kiosk.ui.walk.every_page import every_view
from kiosk.ui.widgets.telling import WordSpot

SIZES = [(1920, 1080), (1080, 1920)]


def words_of(view: View) -> Iterator[str]:
    """What the view of a page says, in reading order, without the bars."""
    match view:
        case views.Sheet():
            yield view.title
            for item in view.items:
                yield from _item(item)
        case NoticeView():
            yield from (view.title, *view.lines, *(one.text for one in view.buttons), view.small)
        case SavedView():
            yield from (view.title, view.chosen, *view.lines, view.receipt_title, view.spoken)
            yield from (view.check_code, *(one.text for one in view.prints), view.print_note)
            yield view.finish.text
        case KeypadView():
            yield from (view.error,) if view.error else (view.title, *view.lines)
            yield from (view.done, view.erase)
        case WelcomeView():
            # Its notes give way where there is no room; the glass is looked at below.
            yield from (view.clinic, view.title, view.lead, view.start.text)
            yield view.staff.text


def _item(item: views.Item) -> Iterator[str]:
    match item:
        case views.TextItem():
            yield "".join(text for text, _ in item.runs)
        case views.BulletItem():
            yield item.number
            yield "".join(text for text, _ in item.runs)
        case views.PanelItem():
            yield item.title
            yield from ("".join(text for text, _ in runs) for runs in item.texts)
        case views.RowItem():
            yield from (item.text, item.detail)
        case views.GroupItem():
            for row in item.rows:
                yield from (row.text, row.detail)


def letters(text: str) -> str:
    return "".join(mark for mark in text if mark.isalnum())


def script_of(shell: Shell) -> str:
    """All that is said of all screens of the page in front."""
    said: list[str] = []
    while shell.page is not None and shell.page.turn(-1):
        pass
    while True:
        said += [spot.text for spot in shell_spots(shell)]
        if shell.page is None or not shell.page.turn(1):
            return letters("".join(said))


@pytest.mark.parametrize("size", SIZES)
def test_every_sentence_of_every_page_is_said_in_order(
    open_shell: Callable[[int, int], Shell],
    presenter: Presenter,
    session: Session,
    size: tuple[int, int],
) -> None:
    shell, missing = open_shell(*size), []
    patient = [one for one in every_view(presenter, session) if not is_for_staff(one)]
    for view in patient:
        shell.show_view(view, Settings())
        script, at = script_of(shell), 0
        for text in words_of(view):
            for sentence in split_sentences(text):
                found = script.find(letters(sentence), at)
                if found < 0:
                    missing.append((view.key, sentence))
                else:
                    at = found + len(letters(sentence))
    assert missing == []
    assert len(patient) > 100


def test_every_word_on_the_glass_is_said(
    open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session
) -> None:
    shell, missing = open_shell(1280, 800), []
    for view in every_view(presenter, session):
        if is_for_staff(view):
            continue
        shell.show_view(view, Settings(size="XL"))
        script = letters("".join(spot.text for spot in shell_spots(shell)))
        found: list[QLabel | QAbstractButton] = [*shell.findChildren(QLabel)]
        found += shell.findChildren(QAbstractButton)
        for widget in found:
            # A receipt is said letter by letter, a button by its whole name. A marked word is said
            # in its sentence; whoever reaches it by keys hears that it tells its meaning.
            name = "" if isinstance(widget, WordSpot) else widget.accessibleName()
            shown = letters(name or widget.text())
            if widget.isVisible() and shown not in script:
                missing.append((view.key, shown))
    assert missing == []


def test_a_picture_is_said_in_words(
    open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session
) -> None:
    shell, seen = open_shell(1920, 1080), set()
    for view in every_view(presenter, session):
        if not isinstance(view, views.Sheet) or view.picture is None:
            continue
        shell.show_view(view, Settings())
        twin = getattr(view.picture, "spoken", "") or getattr(view.picture, "description", "")
        seen.add(type(view.picture))
        assert letters(twin) in script_of(shell), view.key
    assert seen == {views.ArrayItem, views.FigureItem}


def test_staff_pages_are_not_read_aloud(
    open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session
) -> None:
    shell = open_shell(1280, 800)
    for view in every_view(presenter, session):
        if is_for_staff(view):
            shell.show_view(view, Settings())
            assert shell_spots(shell) == ()
            assert not shell.tool_bar.isVisible()


def test_every_page_for_patients_has_the_button(
    open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session
) -> None:
    shell = open_shell(1280, 800)
    for view in every_view(presenter, session):
        if not is_for_staff(view):
            shell.show_view(view, Settings())
            assert shell.tool_bar.buttons[READ_TOOL].isVisible(), view.key
