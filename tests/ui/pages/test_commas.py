"""What assistive tools are told in a row has the comma of the language."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import KeypadView, KeysView, TableView, View
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.code_boxes import CodeBoxes
from kiosk.ui.widgets.keypad import Keypad
from tests.ui.pseudo_pack import views_in

OpenShell = Callable[[int, int], Shell]


def names_on(shell: Shell, view: View, settings: Settings) -> list[str]:
    shell.show_view(view, settings)
    told: QWidget | None = shell.page
    if isinstance(view, KeypadView):
        pad = shell.findChild(Keypad)
        assert pad is not None
        for key in pad.findChildren(TouchButton)[:2]:
            key.click()
        told = shell.findChild(CodeBoxes)
    assert told is not None
    return [told.accessibleName(), *(one.accessibleName() for one in told.findChildren(QWidget))]


@pytest.mark.parametrize("kind", [KeypadView, KeysView, TableView])
def test_names_told_in_a_row_have_the_arabic_comma_in_arabic(
    open_shell: OpenShell, pack: Pack, kind: type[View]
) -> None:
    settings, shell = Settings(language="ar"), open_shell(1920, 1080)
    views = [
        one
        for one in views_in(pack, "ar", settings)
        if isinstance(one, kind)
        and not (isinstance(one, KeypadView) and (one.hidden or not one.pictures))
    ]
    told = [name for view in views for name in names_on(shell, view, settings)]
    assert any("، " in one for one in told)
    assert [one for one in told if ", " in one] == []
