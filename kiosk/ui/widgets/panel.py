"""A tinted box that sets sentences apart, named by a word and an icon."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import BORDER_MM
from kiosk.ui.widgets.prose import Heading, Prose, Run

# kind of panel -> ground, bar and title colour
_LOOKS = {
    "tint": ("tint", "primary"),
    "notice": ("notice_ground", "notice"),
    "done": ("done_ground", "done"),
    "help": ("surface", "help"),
}
# What its edges take of its width, and of its height.
_NEAR_MM, _FAR_MM, _EDGE_MM = 5.0, 4.0, 3.5
ASIDE_MM, ABOVE_MM = _NEAR_MM + _FAR_MM, 2 * _EDGE_MM


class Panel(QWidget):
    """A box with a bar at the reading side, a small title, and sentences."""

    def __init__(self, theme: Theme, title: str, icon: str, kind: str = "tint") -> None:
        super().__init__()
        self._theme = theme
        self._ground, self._bar = _LOOKS[kind]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._box = QVBoxLayout(self)
        pad = theme.px(_EDGE_MM)
        near, far = theme.px(_NEAR_MM), theme.px(_FAR_MM)
        left, right = (far, near) if theme.rtl else (near, far)
        self._box.setContentsMargins(left, pad, right, pad)
        self._box.setSpacing(theme.px(1.0))
        self._title: Prose | None = None
        if title:
            self._box.addLayout(self._header(title, icon))
        self._texts: list[Prose] = []

    def _header(self, title: str, icon: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(2.0))
        self._title = Heading(self._theme, "tool", self._bar)
        self._title.set_text(title)
        side = round(self._theme.font("tool").pixelSize() * 1.1)
        picture = QLabel()
        picture.setFixedSize(side, side)
        picture.setPixmap(self._theme.icon(icon, self._bar, side))
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._title, 1)
        self._picture_side = side
        return line

    def add_text(self, runs: tuple[Run, ...], role: str = "body") -> None:
        """Add one sentence."""
        text = Prose(self._theme, role)
        text.set_runs(runs)
        self._texts.append(text)
        self._box.addWidget(text)

    def heightForWidth(self, width: int) -> int:
        """Return the exact height in px at a width."""
        margins = self._box.contentsMargins()
        inner = width - margins.left() - margins.right()
        heights = [text.heightForWidth(inner) for text in self._texts]
        if self._title is not None:
            title_width = inner - self._picture_side - self._theme.px(2.0)
            heights.insert(0, max(self._title.heightForWidth(title_width), self._picture_side))
        gaps = self._box.spacing() * max(0, len(heights) - 1)
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
