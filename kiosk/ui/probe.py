"""Looks at what only Qt knows of a machine; a program of its own, for Qt may end it.

    python -m kiosk.ui.probe

Prints one JSON object: version of Qt, platform, screens (pixels and millimetres as the display
reports them), names of printers and the default one.
"""

import json
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication


def look(app: QGuiApplication) -> dict[str, object]:
    """Return what is found."""
    screens = [
        {
            "px": [screen.size().width(), screen.size().height()],
            "mm": [round(screen.physicalSize().width()), round(screen.physicalSize().height())],
        }
        for screen in app.screens()
    ]
    return {
        "qt": qVersion(),
        "platform": app.platformName(),
        "screens": screens,
        "printers": QPrinterInfo.availablePrinterNames(),
        "printer": QPrinterInfo.defaultPrinterName(),
    }


def main() -> int:
    """Print what is found."""
    sys.stdout.write(json.dumps(look(QApplication(sys.argv[:1]))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
