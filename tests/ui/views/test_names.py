"""Assistive tools read every control by name, role and state."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain.acknowledgement import Door, Saved
from kiosk.domain.idle import Idle
from kiosk.domain.session import Overlay, Place, Session, Settings, Step
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.present import present
from kiosk.ui.walk.every_page import every_view
from kiosk.ui.walk.screen import Screen
from kiosk.ui.widgets.row import Row

OpenShell = Callable[[int, int], Shell]
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
}


def test_every_control_on_every_page_has_a_name(
    open_shell: OpenShell, presenter: Presenter, session: Session
) -> None:
    shell = open_shell(1920, 1080)
    screen, seen = Screen(shell), 0
    for view in every_view(presenter, session):
        shell.show_view(view, Settings())
        nameless = [type(one) for one in screen.buttons() if not one.accessibleName().strip()]
        assert not nameless, screen.key
        seen += len(screen.buttons())
    assert seen > 500


STATES: dict[str, Callable[[Session], Session]] = {
    "welcome": lambda one: one,
    "comfort": lambda one: replace(one, place=Place(Step.COMFORT)),
    "code": lambda one: replace(one, place=Place(Step.CODE)),
    "page": lambda one: replace(one, place=Place(Step.CHAPTER)),
    "doors": lambda one: replace(one, place=Place(Step.DOORS)),
    "saved": lambda one: replace(
        one, place=Place(Step.SAVED), door=Door.NO, saved=Saved("x", "MWMW-QWQW", "")
    ),
    "help": lambda one: replace(one, overlays=(Overlay.HELP,)),
    "warning": lambda one: replace(one, place=Place(Step.CHAPTER), idle=Idle.WARNING),
}


@pytest.mark.parametrize("state", STATES)
def test_assistive_tools_see_the_name_and_role_of_every_control(
    open_shell: OpenShell, presenter: Presenter, session: Session, state: str
) -> None:
    shell = open_shell(1920, 1080)
    one = STATES[state](replace(session, id="x"))
    shell.show_view(present(presenter.showing(one, 0.0), one), Settings())
    buttons = Screen(shell).buttons()
    assert buttons
    for button in buttons:
        name, role, _ = accessible(button)
        assert name.strip()
        assert role in ROLES


def accessible(button: QAbstractButton) -> tuple[str, QAccessible.Role, bool]:
    """Return name, role and whether it is checked, as assistive tools are told."""
    face = QAccessible.queryAccessibleInterface(button)
    return face.text(QAccessible.Text.Name), face.role(), bool(face.state().checked)


def test_a_chosen_row_is_told_as_chosen(
    open_shell: OpenShell, presenter: Presenter, session: Session
) -> None:
    shell = open_shell(1920, 1080)
    settings = Settings(size="L")
    one = replace(session, id="x", place=Place(Step.COMFORT), settings=settings)
    shell.show_view(present(presenter.showing(one, 0.0), one), settings)
    told = {row.accessibleName(): accessible(row)[2] for row in shell.findChildren(Row)}
    assert told["Large"]
    assert not told["Medium"]
