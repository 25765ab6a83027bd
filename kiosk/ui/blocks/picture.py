"""The picture of a page: a drawing we know, a file of the pack, or two groups of people."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.blocks.icon_array import IconArray, IconArrayLook, PeopleGroup
from kiosk.ui.blocks.stage_panel import StagePanel
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import ArrayItem, Picture


def build_picture(theme: Theme, item: Picture, content: Path) -> QWidget:
    """Return the widget of a picture; content is the folder of the pack."""
    if isinstance(item, ArrayItem):
        return _array(theme, item)
    if item.scene:
        return StagePanel(theme, item)
    return FilePicture(theme, content / item.file, item.description)


class FilePicture(QWidget):
    """A drawing that ships with the pack, on a card."""

    def __init__(self, theme: Theme, file: Path, description: str) -> None:
        super().__init__()
        self._theme = theme
        self._renderer = QSvgRenderer(str(file))
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.setAccessibleName(description)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height in px that keeps the drawing's shape."""
        size = self._renderer.defaultSize()
        return width * size.height() // max(1, size.width())

    def hasHeightForWidth(self) -> bool:
        """A drawing keeps its shape."""
        return True

    def sizeHint(self) -> QSize:
        """Return the drawing's own size."""
        return self._renderer.defaultSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and the drawing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface"))
        radius = self._theme.px(3.2)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        pad = self._theme.px(4.0)
        self._renderer.render(painter, QRectF(self.rect()).adjusted(pad, pad, -pad, -pad))


def _array(theme: Theme, item: ArrayItem) -> IconArray:
    palette = theme.palette
    look = IconArrayLook(
        px_per_mm=theme.metrics.px_per_mm,
        number_px=theme.font("title").pixelSize(),
        label_px=theme.font("detail").pixelSize(),
        ink=palette.ink,
        label=palette.ink2,
        filled=palette.primary,
        outline=palette.border,
        family=theme.font("body").family(),
    )
    groups = [
        PeopleGroup(count, number, label)
        for count, number, label in zip(item.counts, item.numbers, item.labels, strict=True)
    ]
    return IconArray(groups[0], groups[1], item.spoken, look)
