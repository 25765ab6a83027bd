"""The double ring round what a key would press; seen only by those who use keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.ring_room import ring_margins, union_of

_AWAY_MM = 2.0
# So near to the edge of a button there are never words.
_PAD_MM = 0.9
_YELLOW_MM = 0.9
_EDGE_MM = 0.6
# Where the inner ring is no colour of its own, the line is the ring.
_PLAIN_MM, _PLAIN_EDGE_MM = 0.5, 1.0


class FocusRing(QWidget):
    """A see-through widget over the window that draws the ring."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def follow(self, target: QWidget | None) -> None:
        """Draw the ring round a widget, or take it away."""
        self.follow_all([] if target is None else [target])

    def follow_all(self, targets: Sequence[QWidget]) -> None:
        """Draw one ring round all the widgets that can be seen."""
        parent = self.parentWidget()
        seen = [one for one in targets if one.isVisible()]
        if not seen or parent is None:
            self.hide()
            return
        box, px = union_of(parent, seen), self.theme.px
        room = ring_margins(parent, box, px(_AWAY_MM), px(_YELLOW_MM + _EDGE_MM), px(_PAD_MM))
        self.setGeometry(box.marginsAdded(room))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ink, then yellow inside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ppm = self.theme.metrics.px_per_mm
        colours = self.theme.palette
        plain = colours.focus == colours.on_primary
        edge = (_PLAIN_EDGE_MM if plain else _EDGE_MM) * ppm
        yellow = (_PLAIN_MM if plain else _YELLOW_MM) * ppm
        box = QRectF(self.rect())
        self._ring(painter, box, edge + yellow, 0, "focus_edge", 4.6 * ppm)
        self._ring(painter, box, yellow, edge, "focus", 4.2 * ppm)

    def _ring(
        self, painter: QPainter, box: QRectF, width: float, off: float, role: str, radius: float
    ) -> None:
        inset = off + width / 2
        painter.setPen(QPen(self.theme.colour(role), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
