"""The least a Qt program can show: one window, one colour, painted once."""

# ruff: noqa: INP001 -- benchmarks are scripts

import sys

from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QRasterWindow

COLOUR = "#0A3D46"


class BareWindow(QRasterWindow):
    """Fills itself with one colour."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 -- Qt's own signature
        """Paint."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), QColor(COLOUR))
        painter.end()


def main() -> int:
    """Show the window until the process is ended."""
    app = QGuiApplication(sys.argv[:1])
    window = BareWindow()
    window.resize(app.primaryScreen().size())
    window.showFullScreen()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
