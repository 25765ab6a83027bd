"""An icon and a line of words."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.indented import Indented
from kiosk.ui.widgets.prose import Prose


class Note(Indented):
    """One small fact beside its icon."""

    def __init__(self, theme: Theme, icon: str, text: str, role: str = "detail") -> None:
        self._icon = icon
        self._side = round(theme.font(role).pixelSize() * 1.05)
        words = Prose(theme, role, "ink2")
        words.set_text(text)
        super().__init__(theme, words, self._side + theme.px(3.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon beside the first line."""
        painter = QPainter(self)
        y = (self.text.line_height() - self._side) / 2
        pixmap = self.theme.icon(self._icon, "primary", self._side)
        painter.drawPixmap(QPointF(self.mark_left(self._side), y), pixmap)
