"""Numbers of people have their source one tap away on each screen that has room for the button."""

from collections.abc import Callable, Iterator

import pytest

from kiosk.domain.session import Session, Settings
from kiosk.ui.blocks.link import Link
from kiosk.ui.pages.page import Page
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.sheet import LinkItem, Sheet
from kiosk.ui.walk.every_page import every_view


def numbered(presenter: Presenter, session: Session) -> list[Sheet]:
    found = {}
    for view in every_view(presenter, session):
        if isinstance(view, Sheet) and any(isinstance(one, LinkItem) for one in view.items):
            found[view.key] = view
    return list(found.values())


def screens_of(page: Page) -> Iterator[bool]:
    """Whether each screen of a page shows the button."""
    while page.turn(-1):
        pass
    yield any(one.isVisible() for one in page.findChildren(Link))
    while page.turn(1):
        yield any(one.isVisible() for one in page.findChildren(Link))


@pytest.mark.parametrize("size", ["S", "M", "L"])
def test_an_upright_screen_has_it_on_each_screen_of_such_a_page(
    open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session, size: str
) -> None:
    shell, pages = open_shell(1080, 1920), numbered(presenter, session)
    assert len(pages) > 15
    for view in pages:
        shell.show_view(view, Settings(size=size))
        assert shell.page is not None
        assert all(screens_of(shell.page)), view.key


def test_a_lying_ten_inch_panel_has_it_wherever_there_is_room(
    open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session
) -> None:
    shell, without = open_shell(1280, 800), []
    for view in numbered(presenter, session):
        shell.show_view(view, Settings())
        assert shell.page is not None
        shown = list(screens_of(shell.page))
        assert shown[-1]
        without += [view.key for one in shown if not one]
    assert len(without) <= 2
