"""A tinted box that sets sentences apart, named by a word and an icon."""

from PySide6.QtCore import QMargins, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.metrics import GAP_MM
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.button import BORDER_MM
from kiosk.ui.widgets.icon import Icon
from kiosk.ui.widgets.prose import Heading, Prose, Run
from kiosk.ui.widgets.telling import sentence, tells

# kind of panel -> ground, bar and title colour
_LOOKS = {
    "tint": ("tint", "primary"),
    "notice": ("notice_ground", "notice"),
    "done": ("done_ground", "done"),
    "help": ("surface", "help"),
    # The notice turned round; for a title alone.
    "loud": ("notice", "notice_ground"),
}
# What its edges take of its width, and of its height.
_NEAR_MM, _FAR_MM, _EDGE_MM = 5.0, 4.0, 3.5
_SLIM_EDGE_MM = 0.8
ASIDE_MM, ABOVE_MM = _NEAR_MM + _FAR_MM, 2 * _EDGE_MM


class Panel(QWidget):
    """A box with a bar at the reading side, a small title, and sentences."""

    def __init__(
        self, theme: Theme, title: str, icon: str, kind: str = "tint", *, slim: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._ground, self._bar = _LOOKS[kind]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pad = theme.px(_SLIM_EDGE_MM if slim else _EDGE_MM)
        near, far = theme.px(_NEAR_MM), theme.px(_FAR_MM)
        left, right = (far, near) if theme.rtl else (near, far)
        self._margins = QMargins(left, pad, right, pad)
        self._gap, self._beside = theme.px(0.5 if slim else 1.0), theme.px(2.0)
        self._title: Prose | None = None
        self._texts: list[Prose] = []
        if title:
            self._add_header(title, icon)

    def _add_header(self, title: str, icon: str) -> None:
        side = self._picture_side = round(self._theme.font("tool").pixelSize() * 1.1)
        self._picture = Icon(self._theme, icon, self._bar, side)
        self._picture.setParent(self)
        self._picture.setFixedSize(side, side)
        self._title = Heading(self._theme, "tool", self._bar)
        self._title.set_text(title)
        self._title.setParent(self)

    def add_text(self, runs: tuple[Run, ...], role: str = "body") -> None:
        """Add one sentence."""
        text = sentence(self._theme, runs, role)
        text.setParent(self)
        self._texts.append(text)
        if tells(runs):
            self._gap = self._theme.px(GAP_MM) + 1
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._place()

    def _heights(self, inner: int) -> list[int]:
        """Return the px of the title, if there is one, and of each sentence."""
        heights = [text.heightForWidth(inner) for text in self._texts]
        if self._title is not None:
            words = self._title.heightForWidth(inner - self._picture_side - self._beside)
            heights.insert(0, max(words, self._picture_side))
        return heights

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the sentences; a panel is no layout, for pages hold many."""
        self._place()

    def _place(self) -> None:
        box = self.rect().marginsRemoved(self._margins)
        heights, top = self._heights(box.width()), box.top()
        if self._title is not None:
            side, tall = self._picture_side, heights.pop(0)
            icon = QRect(0, top + (tall - side) // 2, side, side)
            words = QRect(side + self._beside, top, box.width() - side - self._beside, tall)
            for part, place in ((self._picture, icon), (self._title, words)):
                near = place.translated(self._near(), 0)
                part.setGeometry(mirror(self, near))
            top += tall + self._gap
        for text, tall in zip(self._texts, heights, strict=True):
            text.setGeometry(box.left(), top, box.width(), tall)
            top += tall + self._gap

    def _near(self) -> int:
        """Return the px at the reading side, where the bar is."""
        return self._margins.right() if self._theme.rtl else self._margins.left()

    def heightForWidth(self, width: int) -> int:
        """Return the exact height in px at a width."""
        margins = self._margins
        heights = self._heights(width - margins.left() - margins.right())
        gaps = self._gap * max(0, len(heights) - 1)
        return sum(heights) + gaps + margins.top() + margins.bottom()

    def hasHeightForWidth(self) -> bool:
        """A panel wraps."""
        return True

    def sizeHint(self) -> QSize:
        """Return a size at a comfortable width."""
        width = self._theme.metrics.column
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a small size; the paginator gives it what it needs."""
        return QSize(self._theme.px(20), self._theme.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._ground))
        radius, box = self._theme.px(1.6), QRectF(self.rect())
        if self._theme.palette.flat:
            # The ground alone would not set the box apart.
            edge = max(1.0, BORDER_MM * self._theme.metrics.px_per_mm)
            painter.setPen(QPen(self._theme.colour(self._bar), edge))
            box.adjust(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = max(2.0, 1.1 * self._theme.metrics.px_per_mm)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - bar if rtl else 0.0
        painter.setBrush(self._theme.colour(self._bar))
        painter.drawRoundedRect(QRectF(x, 0, bar, self.height()), bar / 2, bar / 2)
