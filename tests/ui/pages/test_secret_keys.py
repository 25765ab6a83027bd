"""Acceptance row A-85: who looks over a shoulder sees dots, and not which key was pressed."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain.session import Session, Settings
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import KeypadView
from kiosk.ui.walk.every_page import every_view
from kiosk.ui.widgets.code_boxes import CodeBoxes
from kiosk.ui.widgets.keypad import Keypad

OpenShell = Callable[[int, int], Shell]


def shown(shell: Shell, presenter: Presenter, session: Session, key: str) -> KeypadView:
    views = (one for one in every_view(presenter, session) if one.key == key)
    view = next(views)
    assert isinstance(view, KeypadView)
    shell.show_view(view, Settings())
    return view


def keys(shell: Shell) -> list[QAbstractButton]:
    pad = shell.findChild(Keypad)
    assert isinstance(pad, Keypad)
    return pad.findChildren(QAbstractButton)


def looks(button: QAbstractButton) -> tuple[QImage, QImage]:
    """A key, and the key with a finger on it."""
    up = button.grab().toImage()
    button.setDown(True)
    down = button.grab().toImage()
    button.setDown(False)
    return up, down


@pytest.mark.parametrize("key", ["staff-pin", "staff-passphrase", "curtain-pictures"])
def test_no_key_of_a_secret_looks_pressed(
    open_shell: OpenShell, presenter: Presenter, session: Session, key: str
) -> None:
    shell = open_shell(1280, 800)
    assert shown(shell, presenter, session, key).hidden
    for button in keys(shell):
        up, down = looks(button)
        assert up == down, button.accessibleName()


def test_a_dot_tells_that_a_key_of_the_pin_was_pressed(
    open_shell: OpenShell, presenter: Presenter, session: Session
) -> None:
    shell = open_shell(1280, 800)
    shown(shell, presenter, session, "staff-pin")
    boxes = shell.findChild(CodeBoxes)
    assert isinstance(boxes, CodeBoxes)
    before = boxes.grab().toImage()
    keys(shell)[4].click()
    assert boxes.accessibleName() == "\u2022"
    assert boxes.grab().toImage() != before


def test_the_keys_of_a_code_look_pressed(
    open_shell: OpenShell, presenter: Presenter, session: Session
) -> None:
    shell = open_shell(1280, 800)
    assert not shown(shell, presenter, session, "code").hidden
    up, down = looks(keys(shell)[0])
    assert up != down
