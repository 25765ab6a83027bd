"""The receipt number, large enough to copy from a step away."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Look, paint_box
from kiosk.ui.widgets.prose import Prose


class ReceiptCard(QWidget):
    """A card with the receipt number and the check code under it."""

    def __init__(self, theme: Theme, title: str, receipt: str, code: str, spoken: str) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._box = QVBoxLayout(self)
        pad = theme.px(6.0 if not theme.metrics.small else 3.5)
        self._box.setContentsMargins(pad, pad, pad, pad)
        self._box.setSpacing(theme.px(2.0))
        self._texts: list[Prose] = []
        self._add(title, "tool", "ink2")
        number = self._add(receipt, "title", "ink")
        number.setAccessibleName(spoken)
        number.setObjectName("receipt")
        # Codes read from the left, whatever stands around them.
        number.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if code:
            self._add(code, "small", "ink2").setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _add(self, text: str, role: str, colour: str) -> Prose:
        prose = Prose(self._theme, role, colour)
        prose.set_text(text)
        prose.set_centred(True)
        self._texts.append(prose)
        self._box.addWidget(prose)
        return prose

    def heightForWidth(self, width: int) -> int:
        """Return the exact height in px at a width."""
        margins = self._box.contentsMargins()
        inner = width - margins.left() - margins.right()
        used = sum(text.heightForWidth(inner) for text in self._texts)
        gaps = self._box.spacing() * (len(self._texts) - 1)
        return used + gaps + margins.top() + margins.bottom()

    def hasHeightForWidth(self) -> bool:
        """A card wraps."""
        return True

    def sizeHint(self) -> QSize:
        """Return a usual size in px."""
        return QSize(self._theme.px(90), self.heightForWidth(self._theme.px(90)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, self._theme, QRectF(self.rect()), Look("surface", "ink", "done"))
