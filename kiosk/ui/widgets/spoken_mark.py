"""The bar beside the sentence that is read aloud; in two-colour themes, a line round it."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.prose import Prose

_BAR_MM = 1.2
_AWAY_MM = 1.6
_LINE_MM = 0.6


class SpokenMark(QWidget):
    """A see-through widget over the window; the tint under the letters is the text's own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._round = False
        self._marked: Prose | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def mark(self, target: QWidget, start: int, length: int) -> None:
        """Mark letters of a text, or all of another widget."""
        self.clear()
        parent = self.parentWidget()
        if parent is None:
            return
        box = target.rect()
        if isinstance(target, Prose):
            target.set_lit(start, length)
            self._marked = target
            box = target.lit_box()
        self._round = self._theme.palette.flat or not isinstance(target, Prose)
        away = self._theme.px(_AWAY_MM + _BAR_MM)
        corner = target.mapTo(parent, QPoint(0, 0))
        self.setGeometry(box.translated(corner).adjusted(-away, -away // 2, away, away // 2))
        self.raise_()
        self.show()
        self.update()

    def clear(self) -> None:
        """Mark nothing."""
        if self._marked is not None:
            if isValid(self._marked):
                self._marked.set_lit(0, 0)
            self._marked = None
        self.hide()

    def box(self) -> QRect:
        """Return what is marked, in the window; empty when nothing is."""
        return self.geometry() if self.isVisible() else QRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar on the side one starts to read, and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ppm = self._theme.metrics.px_per_mm
        ink = self._theme.colour("primary")
        bar = max(3.0, _BAR_MM * ppm)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - bar if rtl else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(x, 0, bar, self.height()), bar / 2, bar / 2)
        if self._round:
            line = max(2.0, _LINE_MM * ppm)
            painter.setPen(QPen(ink, line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
            painter.drawRoundedRect(inner, 1.6 * ppm, 1.6 * ppm)
