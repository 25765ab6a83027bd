"""Lucide icons in any colour, drawn once per colour and size."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.errors import AnteroomError

# What points along the line of reading, or shows written lines. Round arrows, ticks and things
# are the same everywhere; the question mark of Arabic is turned round.
DIRECTED = frozenset(
    (
        *("arrow-left", "arrow-right", "chevron-left", "chevron-right"),
        *("circle-help", "message-circle-question", "delete", "file-text", "list", "log-out"),
    )
)


class IconMissingError(AnteroomError):
    """A bundled icon is not there."""


@dataclass(eq=False)
class IconShelf:
    """Keeps every icon drawn so far; holds nothing about a person."""

    drawn: dict[tuple[str, str, int, bool], QPixmap] = field(default_factory=dict)

    def pixmap(
        self, assets: Path, name: str, colour: str, side: int, *, mirrored: bool = False
    ) -> QPixmap:
        """Return an icon side px square; mirrored turns those round that point or are read.

        Raises IconMissingError.
        """
        turned = mirrored and name in DIRECTED
        key = (name, colour, side, turned)
        if key not in self.drawn:
            drawn = _draw(assets / "icons" / f"{name}.svg", colour, side)
            self.drawn[key] = drawn.transformed(QTransform.fromScale(-1, 1)) if turned else drawn
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
