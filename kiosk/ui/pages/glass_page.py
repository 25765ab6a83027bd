"""Squares over the whole glass, to find where it feels no finger."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent

from kiosk.domain.staffing.trials import Grid
from kiosk.ui.pages.page import Page
from kiosk.ui.staff_verbs import GlassTouched
from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import GlassView
from kiosk.ui.widgets.button import TouchButton, fit_words
from kiosk.ui.widgets.prose import heading

# About the width of a finger: what is smaller than this is not missed.
_SQUARE_MM = 16.0
_LEAST_SQUARES = 4
# Where the button stands, as shares of the height; it gives way once the other place is tried.
_HIGH, _LOW = 0.2, 0.66
_MIDDLE = 0.5


class GlassPage(Page):
    """Fills each square a finger comes to; the button moves off what is still to be tried."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view: GlassView | None = None
        self._from: QPointF | None = None
        self._title = heading(theme, "", self)
        self._title.set_centred(True)
        self._title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._done = TouchButton(theme, "", None, kind="primary")
        self._done.setParent(self)
        self._done.asked.connect(self.asked)

    def show_view(self, view: GlassView) -> None:
        """Show which squares have felt a finger."""
        if self._view is None or self._view.key != view.key:
            self._from = None
        self._view = view
        self._title.set_text(view.title)
        button = view.buttons[0]
        self._done.set_label(button.text, button.icon, button.verb)
        self.setAccessibleName(view.title)
        self._place()
        self.update()

    @property
    def grid(self) -> Grid:
        """The squares of this glass."""
        side = self.theme.px(_SQUARE_MM)
        across, down = (round(length / side) for length in (self.width(), self.height()))
        return Grid(max(_LEAST_SQUARES, across), max(_LEAST_SQUARES, down))

    def box(self, square: int) -> QRect:
        """Return the place of a square in px; squares count from the left in every language."""
        grid = self.grid
        row, column = divmod(square, grid.columns)
        left, right = (self.width() * one // grid.columns for one in (column, column + 1))
        top, bottom = (self.height() * one // grid.rows for one in (row, row + 1))
        return QRect(left, top, right - left, bottom - top)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fill the square under the finger."""
        self._from = event.position()
        self._touch(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Fill every square between the last place and this one: a quick finger leaps."""
        self._touch(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Begin a new stroke with the next finger."""
        self._touch(event.position())
        self._from = None

    def _touch(self, place: QPointF) -> None:
        start = self._from or place
        self._from = place
        far = (place - start).manhattanLength()
        steps = 1 + int(far / max(1, self.theme.px(_SQUARE_MM / 4)))
        found = (self._square(start + (place - start) * (one / steps)) for one in range(steps + 1))
        squares = frozenset(one for one in found if one is not None)
        if self._view is not None and not squares <= self._view.touched:
            self.asked.emit(say(GlassTouched, self.grid, squares))

    def _square(self, place: QPointF) -> int | None:
        if not self.rect().contains(place.toPoint()):
            return None
        grid = self.grid
        column = int(place.x()) * grid.columns // self.width()
        row = int(place.y()) * grid.rows // self.height()
        return row * grid.columns + column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        self._place()

    def _place(self) -> None:
        metrics = self.theme.metrics
        width = self.width() - 2 * metrics.margin
        fit_words((self._done,), width)
        size = self._done.sizeHint()
        high = self._title.heightForWidth(width)
        self._title.setGeometry(metrics.margin, self._at(_MIDDLE) - high // 2, width, high)
        left = (self.width() - size.width()) // 2
        spots = [QRect(left, self._at(one), size.width(), size.height()) for one in (_LOW, _HIGH)]
        free = (spot for spot in spots if self._is_tried(spot))
        self._done.setGeometry(next(free, spots[0]))
        for part in (self._title, self._done):
            part.show()

    def _at(self, share: float) -> int:
        return round(self.height() * share)

    def _is_tried(self, spot: QRect) -> bool:
        touched = self._view.touched if self._view is not None else frozenset()
        under = (one for one in range(self.grid.count) if self.box(one).intersects(spot))
        return all(one in touched for one in under)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the squares."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setPen(self.theme.colour("border"))
        for square in range(self.grid.count):
            felt = square in self._view.touched
            painter.setBrush(self.theme.colour("tint" if felt else "surface"))
            inner = QRectF(self.box(square)).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRect(inner)
            if felt:
                # A mark besides the colour, for themes without colours.
                painter.drawLine(inner.topLeft(), inner.bottomRight())
