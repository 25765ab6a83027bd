"""An icon that stands by itself."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from kiosk.ui.theme.theme import Theme


class Icon(QLabel):
    """One icon in a role of the palette, in whatever colours the theme has when it is painted."""

    def __init__(self, theme: Theme, name: str, role: str, side: int) -> None:
        super().__init__()
        self._theme, self._name, self._role, self._side = theme, name, role, side

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the top left corner."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._theme.icon(self._name, self._role, self._side))
