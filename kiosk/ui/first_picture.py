"""Welcome as it looked last time, on the screen while the kiosk loads behind it."""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QBackingStore, QImage, QPainter, QRegion, QWindow
from PySide6.QtWidgets import QApplication

_HEADER = struct.Struct(">4sII")
_MARK = b"AWP1"
_PIXEL_BYTES = 4


def as_bytes(image: QImage) -> bytes:
    """Return a picture as it is kept: its width and height, then its pixels."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return _HEADER.pack(_MARK, plain.width(), plain.height()) + bytes(plain.constBits())


def from_bytes(data: bytes) -> QImage | None:
    """Return a kept picture, or None when the bytes are not one; good while the bytes live."""
    if len(data) < _HEADER.size:
        return None
    mark, width, height = _HEADER.unpack_from(data)
    if mark != _MARK or len(data) != _HEADER.size + _PIXEL_BYTES * width * height:
        return None
    pixels = memoryview(data)[_HEADER.size :]
    return QImage(pixels, width, height, _PIXEL_BYTES * width, QImage.Format.Format_RGB32)


class FirstPicture:
    """The application object, and a window with the kept picture when it fits the screen.

    The window is painted before the event loop runs. Where a window manager holds it back
    the picture is not seen, and nothing else is lost.
    """

    def __init__(self, file: Path) -> None:
        self.app = QApplication(sys.argv[:1])
        self.app.setApplicationName("Anteroom")
        self._window: QWindow | None = None
        try:
            data = file.read_bytes()
        except OSError:
            return
        image = from_bytes(data)
        screen = self.app.primaryScreen()
        if image is not None and image.size() == screen.size() and screen.devicePixelRatio() == 1:
            self._show(image)

    def _show(self, image: QImage) -> None:
        window = QWindow()
        window.setGeometry(image.rect())
        window.showFullScreen()
        store = QBackingStore(window)
        store.resize(image.size())
        everywhere = QRegion(QRect(image.rect()))
        store.beginPaint(everywhere)
        painter = QPainter(store.paintDevice())
        painter.drawImage(0, 0, image)
        painter.end()
        store.endPaint()
        store.flush(everywhere)
        self._window, self._store = window, store

    def close(self) -> None:
        """Take the picture away; the kiosk stands in front of it."""
        if self._window is not None:
            self._window.close()
            self._window.destroy()
            self._window = None
            del self._store
