"""Types the staff PIN on the keys of the page, as a hand would."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QAbstractButton

from kiosk.ui.views.screens import KeypadView, View
from kiosk.ui.walk.robot import Steps, Wait
from kiosk.ui.walk.screen import Screen

_PATIENCE = 10.0
_KEY = "staff-pin"

Press = Callable[[QAbstractButton], None]


def asks_pin(view: View) -> bool:
    """Say whether a page asks for the staff PIN."""
    return view.key == _KEY


def type_pin(screen: Screen, press: Press, pin: str) -> Steps:
    """Erase what is there, type the PIN and wait for the answer, whatever that is."""
    view = screen.view
    if not isinstance(view, KeypadView):
        return
    for name in (*[view.erase] * view.most, *pin, view.done):
        button = _button(screen, name)
        if button is None:
            # Staff were logged out, or the page was made anew.
            return
        press(button)
        yield None
    yield Wait(partial(_answered, screen, view.round), _PATIENCE, "an answer to the PIN")


def _button(screen: Screen, name: str) -> QAbstractButton | None:
    page = screen.shell.page
    found = page.findChildren(QAbstractButton) if page is not None else []
    return next((one for one in found if one.accessibleName() == name and one.isVisible()), None)


def _answered(screen: Screen, before: int) -> bool:
    view = screen.view
    return not isinstance(view, KeypadView) or view.key != _KEY or view.round != before
