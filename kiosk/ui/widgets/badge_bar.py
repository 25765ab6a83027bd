"""One line above every staff page: what waits for somebody, with an icon, in words."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.pages.page import throw_away
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.screens import KeypadView, View, badge_of
from kiosk.ui.views.sheet import Badge
from kiosk.ui.widgets.panel import Panel

_ABOVE_MM, _BELOW_MM = 1.0, 1.0


class BadgeBar(QWidget):
    """Holds the panel of a badge; hidden where nothing waits, and on every page of a visit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._badge: Badge | None = None
        self._panel: Panel | None = None
        self.in_foot = False
        self.hide()

    def show_for(self, view: View) -> None:
        """Show the badge of a page, or none; where keys need all of a low screen, in the foot."""
        metrics, badge = self._theme.metrics, badge_of(view)
        before = self.in_foot
        self.in_foot = isinstance(view, KeypadView) and metrics.small and not metrics.portrait
        self.setVisible(badge is not None)
        if (badge, self.in_foot) == (self._badge, before):
            return
        throw_away(self._panel)
        self._badge, self._panel = badge, None
        if badge is not None:
            text = badge.short if self.in_foot else badge.text
            self._panel = Panel(self._theme, text, badge.icon, badge.kind, slim=True)
            self._panel.setParent(self)
            self._panel.show()
            self._place()

    def high(self, width: int) -> int:
        """Return the px the badge needs at a width."""
        if self._panel is None:
            return 0
        edges = self._theme.px(_ABOVE_MM) + self._theme.px(_BELOW_MM)
        return self._panel.heightForWidth(width - 2 * self._theme.metrics.margin) + edges

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the panel."""
        self._place()

    def _place(self) -> None:
        if self._panel is not None:
            margin, above = self._theme.metrics.margin, self._theme.px(_ABOVE_MM)
            wide, below = self.width() - 2 * margin, self._theme.px(_BELOW_MM)
            self._panel.setGeometry(QRect(margin, above, wide, self.height() - above - below))
