"""A copy as PDF for staff, made by a command without any window."""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.domain.copy import CopyPaper
from kiosk.ui.copy.pdf import copy_pdf
from kiosk.ui.theme.fonts import load_fonts


def pdf_for_staff(paper: CopyPaper, assets: Path, *, region: str, large: bool) -> bytes:
    """Return the PDF; raises FontsMissingError. Ends whatever screen Qt would have opened."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    load_fonts(assets)
    made = copy_pdf(paper, region=region, large=large)
    application.shutdown()
    return made
