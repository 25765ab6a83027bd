"""Small pictures of many pages on few large ones, for a person to skim."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from kiosk.ui.theme.fonts import LATIN
from kiosk.ui.walk.shots import NoPictureError

_GAP = 12


@dataclass(frozen=True, slots=True)
class _Grid:
    """How many pictures of how many pixels stand on a sheet, with how tall a line above each."""

    columns: int
    rows: int
    wide: int
    words: int


_USUAL = _Grid(6, 6, 380, 26)
# A few sheets show a whole look: to see at a glance what is out of place.
_DENSE = _Grid(14, 10, 220, 18)
_PLAIN = re.compile(r"[^A-Za-z0-9]+")


class ContactSheets:
    """Collects the pages of one look and writes a sheet whenever one is full."""

    def __init__(self, folder: Path, name: str, *, dense: bool = False) -> None:
        self._grid = _DENSE if dense else _USUAL
        self._folder, self._name = folder, _PLAIN.sub("-", name)
        self._number = 0
        self._held: list[tuple[str, bool, QImage]] = []
        self.written: list[Path] = []

    def add(self, label: str, picture: QImage, *, faulty: bool) -> None:
        """Take one page; raises NoPictureError when a full sheet cannot be written."""
        small = picture.scaledToWidth(self._grid.wide, Qt.TransformationMode.SmoothTransformation)
        self._held.append((label, faulty, small))
        if len(self._held) == self._grid.columns * self._grid.rows:
            self.finish()

    def finish(self) -> None:
        """Write what is held, if anything; raises NoPictureError."""
        if not self._held:
            return
        self._number += 1
        file = self._folder / f"{self._name}-{self._number:02d}.png"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NoPictureError(f"{self._folder}: cannot be made ({error.strerror})") from error
        if not self._sheet().save(str(file)):
            raise NoPictureError(f"{file}: the picture cannot be written; is the disk full?")
        self.written.append(file)
        self._held = []

    def _sheet(self) -> QImage:
        grid = self._grid
        high = max(small.height() for _, _, small in self._held) + grid.words
        rows = -(-len(self._held) // grid.columns)
        size = ((grid.wide + _GAP) * grid.columns + _GAP, (high + _GAP) * rows + _GAP)
        sheet = QImage(*size, QImage.Format.Format_RGB32)
        sheet.fill(QColor("#6b6b6b"))
        painter = QPainter(sheet)
        font = QFont(LATIN)
        font.setPixelSize(grid.words * 6 // 10)
        painter.setFont(font)
        for index, (label, faulty, small) in enumerate(self._held):
            row, column = divmod(index, grid.columns)
            left, top = _GAP + column * (grid.wide + _GAP), _GAP + row * (high + _GAP)
            painter.setPen(QColor("#ffd24a" if faulty else "#ffffff"))
            words = QRect(left, top, grid.wide, grid.words)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), label)
            painter.drawImage(left, top + grid.words, small)
        painter.end()
        return sheet
