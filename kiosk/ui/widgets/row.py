"""A full-width row to press: an answer, a door, a question, a setting."""

from PySide6.QtCore import QMargins, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import Verb
from kiosk.ui.widgets.button import Look, paint_box
from kiosk.ui.widgets.keys import taken_by
from kiosk.ui.widgets.prose import Prose

ROW = Look("surface", "ink", "primary")
CHOSEN = Look("tint", "ink", "primary", weight=2.0)
_MARK_MM = 6.5
# Less where few of the largest letters fit beside it.
_SIDE_MM, _TIGHT_SIDE_MM = 5.0, 2.7


class Row(QAbstractButton):
    """A row of wrapped words with a mark in front and, if given, an icon at the end."""

    asked = Signal(object)

    def __init__(
        self, theme: Theme, text: str, verb: Verb | None, *, mark: str = "", role: str = "row"
    ) -> None:
        super().__init__()
        self._theme = theme
        self._verb = verb
        self._mark = mark
        self._end_icon = ""
        self._chosen = False
        self._detail: Prose | None = None
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._label = Prose(theme, role)
        self._detail_role = {"tool": "small", "running": "least"}.get(role, "detail")
        self._label.set_text(text)
        self._take_in(self._label)
        self._margins = QMargins()
        self._set_margins()
        self.clicked.connect(self._say)

    def set_detail(self, text: str) -> None:
        """Add a smaller second text under the label."""
        detail = Prose(self._theme, self._detail_role, "ink2")
        detail.set_text(text)
        self._take_in(detail)
        self._detail = detail
        self.setAccessibleDescription(text)
        self._place_again()

    def _take_in(self, words: Prose) -> None:
        words.setParent(self)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_chosen(self, chosen: bool) -> None:
        """Show the row as marked: by fill and a tick, not by colour alone."""
        self._chosen = chosen
        self.setCheckable(True)
        self.setChecked(chosen)

    def nextCheckState(self) -> None:
        """Stay as the page says: what is chosen changes only when the page is shown again."""

    def set_end_icon(self, name: str) -> None:
        """Show an icon at the end of the row."""
        self._end_icon = name
        self._set_margins()

    def _set_margins(self) -> None:
        side = self._theme.px(self._side_mm)
        beside = self._theme.px(2.0 if self._theme.metrics.tight else 4.0)
        mark = self._mark_side() + beside if self._mark else 0
        end = self._mark_side() + self._theme.px(2.5) if self._end_icon else 0
        metrics = self._theme.metrics
        pad = self._theme.px(0.6 if metrics.tight else 1.1 if metrics.small else 1.5)
        left, right = (end, mark) if self._theme.rtl else (mark, end)
        self._margins = QMargins(side + left, pad, side + right, pad)
        self._place_again()

    def _place_again(self) -> None:
        """Place the words anew, once there is a size to place them in."""
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._place()

    def _place(self) -> None:
        """Set the words in the middle of the height; a row is no layout, for pages hold many."""
        box = self.rect().marginsRemoved(self._margins)
        parts = [self._label] if self._detail is None else [self._label, self._detail]
        heights = [one.heightForWidth(box.width()) for one in parts]
        top = box.top() + (box.height() - sum(heights)) // 2
        for part, height in zip(parts, heights, strict=True):
            part.setGeometry(QRect(box.left(), top, box.width(), height))
            top += height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words."""
        self._place()

    @property
    def _side_mm(self) -> float:
        return _TIGHT_SIDE_MM if self._theme.metrics.tight else _SIDE_MM

    def _mark_side(self) -> int:
        return self._theme.px(_MARK_MM)

    def heightForWidth(self, width: int) -> int:
        """Return the height in px that holds all words, at least a main target."""
        margins = self._margins
        inner = width - margins.left() - margins.right()
        words = self._label.heightForWidth(inner) + margins.top() + margins.bottom()
        if self._detail is not None:
            words += self._detail.heightForWidth(inner)
        return max(self._theme.metrics.main_target, words)

    def least_width(self) -> int:
        """Return the width in px below which a word would be cut."""
        margins = self._margins
        words = [self._label] if self._detail is None else [self._label, self._detail]
        widest = max(one.widest_word() for one in words)
        return widest + margins.left() + margins.right()

    def hasHeightForWidth(self) -> bool:
        """A row wraps."""
        return True

    def sizeHint(self) -> QSize:
        """Return the size with the label on one line."""
        margins = self._margins
        width = self._label.sizeHint().width() + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than a main target."""
        side = self._theme.metrics.main_target
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press like Space, and leave the arrows to the window."""
        if not taken_by(self, event):
            super().keyPressEvent(event)

    def _say(self) -> None:
        if self._verb is not None:
            self.asked.emit(self._verb)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the mark and the end icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = CHOSEN if self._chosen else ROW
        paint_box(painter, self._theme, QRectF(self.rect()), look, down=self.isDown())
        side, pad = self._mark_side(), self._theme.px(self._side_mm)
        if self._mark:
            self._paint_mark(
                painter, QRectF(self._start(pad, side), self._middle(side), side, side)
            )
        if self._end_icon:
            x = self._start(self.width() - pad - side, side)
            pixmap = self._theme.icon(self._end_icon, "primary", side)
            painter.drawPixmap(QPointF(x, self._middle(side)), pixmap)

    def _start(self, x: float, side: int) -> float:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - x - side if rtl else x

    def _middle(self, side: int) -> float:
        return (self.height() - side) / 2

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        if self._mark not in ("radio", "tick"):
            pixmap = self._theme.icon(self._mark, "primary", int(box.width()))
            painter.drawPixmap(box.topLeft(), pixmap)
            return
        edge = max(1.0, 0.55 * self._theme.metrics.px_per_mm)
        painter.setPen(QPen(self._theme.colour("primary"), edge))
        filled = self._chosen
        ground = self._theme.colour("primary") if filled else self._theme.colour("surface")
        painter.setBrush(ground)
        inner = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        if self._mark == "radio":
            painter.drawEllipse(inner)
        else:
            radius = 1.2 * self._theme.metrics.px_per_mm
            painter.drawRoundedRect(inner, radius, radius)
        if filled:
            side = int(box.width() * 0.7)
            off = (box.width() - side) / 2
            pixmap = self._theme.icon("check", "on_primary", side)
            painter.drawPixmap(box.topLeft() + QPointF(off, off), pixmap)
