"""Small pictures of many pages on few large ones, for a person to skim."""

import re
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from kiosk.ui.theme.fonts import LATIN
from kiosk.ui.walk.shots import NoPictureError

_COLUMNS, _ROWS = 6, 6
_WIDE, _GAP, _WORDS = 380, 12, 26
_PLAIN = re.compile(r"[^A-Za-z0-9]+")


class ContactSheets:
    """Collects the pages of one look and writes a sheet whenever one is full."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, _PLAIN.sub("-", name)
        self._number = 0
        self._held: list[tuple[str, bool, QImage]] = []
        self.written: list[Path] = []

    def add(self, label: str, picture: QImage, *, faulty: bool) -> None:
        """Take one page; raises NoPictureError when a full sheet cannot be written."""
        small = picture.scaledToWidth(_WIDE, Qt.TransformationMode.SmoothTransformation)
        self._held.append((label, faulty, small))
        if len(self._held) == _COLUMNS * _ROWS:
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
        high = max(small.height() for _, _, small in self._held) + _WORDS
        rows = -(-len(self._held) // _COLUMNS)
        size = ((_WIDE + _GAP) * _COLUMNS + _GAP, (high + _GAP) * rows + _GAP)
        sheet = QImage(*size, QImage.Format.Format_RGB32)
        sheet.fill(QColor("#6b6b6b"))
        painter = QPainter(sheet)
        font = QFont(LATIN)
        font.setPixelSize(_WORDS * 6 // 10)
        painter.setFont(font)
        for index, (label, faulty, small) in enumerate(self._held):
            row, column = divmod(index, _COLUMNS)
            left, top = _GAP + column * (_WIDE + _GAP), _GAP + row * (high + _GAP)
            painter.setPen(QColor("#ffd24a" if faulty else "#ffffff"))
            words = QRect(left, top, _WIDE, _WORDS)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), label)
            painter.drawImage(left, top + _WORDS, small)
        painter.end()
        return sheet
