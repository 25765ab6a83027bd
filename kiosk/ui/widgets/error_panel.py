"""What is wrong and what to do, beside what was typed; keys begin there."""

from PySide6.QtCore import Qt

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.column import fitting_role
from kiosk.ui.widgets.panel import ABOVE_MM, ASIDE_MM, Panel
from kiosk.ui.widgets.prose import Prose


class ErrorPanel(Panel):
    """A panel that knows whether its letters had to be the smallest."""

    smallest = False


def error_panel(theme: Theme, text: str, room: int, width: int) -> ErrorPanel:
    """Return the panel in letters that fit a height and a width in px."""
    panel = ErrorPanel(theme, "", "info", "notice")
    inner = width - theme.px(ASIDE_MM)
    role = fitting_role(theme, (text,), inner, room - theme.px(ABOVE_MM), 0)
    panel.smallest = role == "least"
    panel.add_text(((text, "plain"),), "least" if role == "least" else "detail")
    for words in panel.findChildren(Prose):
        words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return panel
