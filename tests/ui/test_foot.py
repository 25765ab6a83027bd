"""A page that lies over another can be left from its first screen."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.ui import staff_verbs as sv
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.shell import Shell
from kiosk.ui.verbs import Verb, say
from kiosk.ui.views.sheet import PanelItem, Sheet
from tests.ui.pseudo_pack import views_in

TABLET = (1280, 800)
OpenShell = Callable[[int, int], Shell]


def views(pack: Pack, settings: Settings, key: str) -> list[Sheet]:
    found = [one for one in views_in(pack, settings.language, settings) if one.key == key]
    return [one for one in found if isinstance(one, Sheet)]


def asked(shell: Shell, qtbot: QtBot) -> Verb:
    with qtbot.waitSignal(shell.asked) as waiter:
        shell.foot.back_button.click()
    verb = waiter.args[0]
    assert isinstance(verb, Verb)
    return verb


@pytest.mark.parametrize("key", ["settings", "press"])
def test_an_overlay_of_several_screens_is_closed_from_its_first(
    open_shell: OpenShell, pack: Pack, qtbot: QtBot, key: str
) -> None:
    settings = Settings(size="XL")
    shell = open_shell(*TABLET)
    (view, *_) = views(pack, settings, key)
    shell.show_view(view, settings)
    assert isinstance(shell.page, SheetPage)
    assert shell.page.screen_count > 1
    assert view.onward is not None
    assert asked(shell, qtbot) == view.onward.verb


def test_further_on_the_same_button_turns_back(open_shell: OpenShell, pack: Pack) -> None:
    settings = Settings(size="XL")
    shell = open_shell(*TABLET)
    shell.show_view(views(pack, settings, "settings")[0], settings)
    shell.go_on()
    assert shell.foot.back_button.text() == "Back"
    shell.foot.back_button.click()
    assert isinstance(shell.page, SheetPage)
    assert shell.page.screen_index == 0


def test_staff_leave_a_demo_from_the_first_screen_of_their_menu(
    open_shell: OpenShell, pack: Pack, qtbot: QtBot
) -> None:
    shell = open_shell(*TABLET)
    told = [
        one
        for one in views(pack, Settings(), "staff-menu")
        if any(isinstance(item, PanelItem) and "Demo" in item.title for item in one.items)
    ]
    assert told
    for view in told:
        shell.show_view(view, Settings())
        assert view.onward is not None
        foot = (shell.foot.back_button, shell.foot.onward_button)
        assert view.onward.text in [one.accessibleName() for one in foot if one.isVisible()]
        if isinstance(shell.page, SheetPage) and shell.page.screen_count > 1:
            assert asked(shell, qtbot) == view.onward.verb


def test_a_page_of_one_screen_has_one_way_out(open_shell: OpenShell, pack: Pack) -> None:
    shell = open_shell(1920, 1080)
    view = replace(views(pack, Settings(), "help")[0])
    shell.show_view(view, Settings())
    assert not shell.foot.back_button.isVisible()


def new_visit(pack: Pack, settings: Settings) -> Sheet:
    (view, *_) = views(pack, settings, "staff-visit")
    return view


def press(shell: Shell, qtbot: QtBot) -> Verb:
    with qtbot.waitSignal(shell.asked) as waiter:
        shell.foot.onward_button.click()
    verb = waiter.args[0]
    assert isinstance(verb, Verb)
    return verb


def test_a_new_visit_is_handed_over_from_its_first_screen_and_the_rest_is_behind_more(
    open_shell: OpenShell, pack: Pack, qtbot: QtBot
) -> None:
    shell, settings = open_shell(*TABLET), Settings(size="XL")
    shell.show_view(new_visit(pack, settings), settings)
    assert isinstance(shell.page, SheetPage)
    assert shell.page.screen_count > 1
    assert press(shell, qtbot) == say(sv.HandOver)
    assert shell.page.screen_index == 0
    for index in range(1, shell.page.screen_count):
        assert shell.foot.middle_button.text() == "More"
        with qtbot.assertNotEmitted(shell.asked):
            shell.foot.middle_button.click()
        assert shell.page.screen_index == index
    assert not shell.foot.middle_button.isVisible()
    assert press(shell, qtbot) == say(sv.HandOver)


def test_the_page_of_another_visit_opens_on_its_first_screen(
    open_shell: OpenShell, pack: Pack
) -> None:
    shell, settings = open_shell(*TABLET), Settings(size="XL")
    view = new_visit(pack, settings)
    (other, *_) = views(pack, settings, "staff-size")
    for title, screen in ((view.title, 1), ("New visit: ANOTHER-2", 0)):
        shell.show_view(view, settings)
        if not shell.page or not shell.page.screen_index:
            shell.foot.middle_button.click()
        shell.show_view(other, settings)
        shell.show_view(replace(view, title=title), settings)
        assert shell.page is not None
        assert shell.page.screen_index == screen
