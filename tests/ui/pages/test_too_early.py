"""Whoever ends typing too early is told how much is missing; no button is ever dead."""

from collections.abc import Callable
from itertools import product

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.ui.pages.keypad_page import KeypadPage
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import KeypadView
from kiosk.ui.widgets.done_button import DoneButton
from kiosk.ui.widgets.keypad import Keypad
from tests.ui.pseudo_pack import views_in

OpenShell = Callable[[int, int], Shell]
TYPED = ("code", "curtain-code", "curtain-pictures", "hidden-code", "hidden-lock")


def shown(shell: Shell, pack: Pack, key: str, settings: Settings) -> DoneButton:
    view = next(one for one in views_in(pack, settings.language, settings) if one.key == key)
    assert isinstance(view, KeypadView)
    shell.show_view(view, settings)
    assert isinstance(shell.page, KeypadPage)
    done = shell.page.findChild(DoneButton)
    assert done is not None
    return done


def press(shell: Shell, key: str) -> None:
    pad = shell.findChild(Keypad)
    assert pad is not None
    pad.pressed.emit(key)


def test_the_button_says_how_much_is_missing_and_its_own_words_once_more_is_typed(
    open_shell: OpenShell, pack: Pack
) -> None:
    shell = open_shell(1280, 800)
    asked: list[object] = []
    shell.asked.connect(asked.append)
    done = shown(shell, pack, "code", Settings())
    press(shell, "4")
    press(shell, "7")
    done.click()
    assert (done.text(), done.accessibleName()) == ("4 more numbers",) * 2
    press(shell, "1")
    assert (done.text(), done.accessibleName()) == ("Use this code",) * 2
    for key in "11":
        press(shell, key)
    done.click()
    assert done.text() == "1 more number"
    press(shell, "1")
    assert asked == []
    done.click()
    assert len(asked) == 1


@pytest.mark.parametrize("language", ["en", "es", "ar", "en-XA"])
def test_what_it_says_fits_on_it_at_the_largest_size_of_a_small_panel(
    open_shell: OpenShell, pack: Pack, language: str
) -> None:
    shell = open_shell(1280, 800)
    for key, size in product(TYPED, ("M", "XL")):
        settings = Settings(size=size, language=language)
        done = shown(shell, pack, key, settings)
        done.click()
        assert done.sizeHint().width() <= done.width(), (key, size, done.text())
