"""What every page is: it shows a view, and asks with verbs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme

# Higher than any page has; the last screen is meant.
LAST_SCREEN = 10**6


class Page(QWidget):
    """A page of any kind; asked carries a Verb."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.screen_index = 0
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)

    @property
    def screen_count(self) -> int:
        """How many screens the page takes."""
        return 1

    def focus_chain(self) -> list[QWidget]:
        """Return the widgets a key reaches, in reading order."""
        reachable, never = Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus
        # Asked first what is soonest answered: most of a page are words, which take no key.
        return [
            child
            for child in self.findChildren(QWidget)
            if (policy := child.focusPolicy()) is not never
            and policy & reachable
            and child.isVisibleTo(self)
            and child.isEnabled()
        ]

    def spoken_parts(self) -> list[QWidget]:
        """Return what can be read aloud, in reading order."""
        return [one for one in self.children() if isinstance(one, QWidget)]

    def turn(self, step: int) -> bool:
        """Turn to another screen of the same page; False when there is none."""
        return False

    def carry(self) -> str:
        """Return what somebody typed that a page made anew in another size must not lose."""
        return ""

    def resume(self, carried: str) -> None:
        """Take that over."""

    def overflows(self) -> bool:
        """Say whether anything shown reaches over the edge, or lies on something else."""
        shown = [
            child
            for child in self.children()
            if isinstance(child, QWidget) and child.isVisibleTo(self)
        ]
        boxes = [child.geometry() for child in shown]
        if any(not self.rect().contains(box) for box in boxes):
            return True
        pairs = ((a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
        return any(a.intersects(b) for a, b in pairs)


def throw_away(*widgets: QWidget | None) -> None:
    """Take widgets out of sight and out of their parents now; Qt ends them when it is free."""
    for widget in widgets:
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
