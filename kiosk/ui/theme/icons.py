"""Lucide icons in any colour, drawn once per colour and size."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.errors import AnteroomError


class IconMissingError(AnteroomError):
    """A bundled icon is not there."""


@dataclass(eq=False)
class IconShelf:
    """Keeps every icon drawn so far; holds nothing about a person."""

    drawn: dict[tuple[str, str, int], QPixmap] = field(default_factory=dict)

    def pixmap(self, assets: Path, name: str, colour: str, side: int) -> QPixmap:
        """Return an icon side px square; raises IconMissingError."""
        key = (name, colour, side)
        if key not in self.drawn:
            self.drawn[key] = _draw(assets / "icons" / f"{name}.svg", colour, side)
        return self.drawn[key]


def _draw(file: Path, colour: str, side: int) -> QPixmap:
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise IconMissingError(f"the icon {file} is missing. Install Anteroom again.") from error
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap
