"""Where a page waits for a code, opening it is the loud way, and erasing it a quiet one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import KeypadView
from kiosk.ui.widgets.button import TouchButton
from tests.ui.pseudo_pack import views_in

TABLET = (1280, 800)
OPENED_BY_TYPING = ("curtain-code", "curtain-pictures", "hidden-code", "hidden-pictures")
OpenShell = Callable[[int, int], Shell]


def keypad(pack: Pack, settings: Settings, key: str) -> KeypadView:
    found = next(one for one in views_in(pack, "en", settings) if one.key == key)
    assert isinstance(found, KeypadView)
    return found


def loud(shell: Shell) -> list[str]:
    """The words on every button of the window that is filled as the way on is."""
    buttons = [one for one in shell.findChildren(TouchButton) if one.isVisible()]
    return [one.text() for one in buttons if one.kind == "primary"]


@pytest.mark.parametrize("key", OPENED_BY_TYPING)
@pytest.mark.parametrize("palette", ["light", "yellow"])
def test_to_open_a_hidden_page_is_the_one_loud_thing(
    open_shell: OpenShell, pack: Pack, key: str, palette: str
) -> None:
    settings = Settings(theme=palette)
    shell = open_shell(*TABLET)
    view = keypad(pack, settings, key)
    shell.show_view(view, settings)
    assert loud(shell) == [view.done]


def test_the_way_on_is_loud_again_on_the_page_that_follows(
    open_shell: OpenShell, pack: Pack
) -> None:
    shell, settings = open_shell(*TABLET), Settings()
    shell.show_view(keypad(pack, settings, "curtain-code"), settings)
    view = keypad(pack, settings, "code")
    shell.show_view(view, settings)
    assert view.skip is not None
    assert loud(shell) == [view.skip.text]


@pytest.mark.parametrize("key", OPENED_BY_TYPING)
def test_the_key_that_leads_on_neither_erases_nor_leaves_there(
    open_shell: OpenShell, pack: Pack, qtbot: QtBot, key: str
) -> None:
    shell, settings = open_shell(*TABLET), Settings()
    view = keypad(pack, settings, key)
    shell.show_view(view, settings)
    with qtbot.assertNotEmitted(shell.asked):
        QTest.keyClick(shell, Qt.Key.Key_Right)
    assert view.skip is not None
    with qtbot.waitSignal(shell.asked) as waiter:
        shell.foot.onward_button.click()
    assert waiter.args == [view.skip.verb]
