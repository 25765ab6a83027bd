"""Papers as PDF files for staff, made by a command without any window."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QHashSeed
from PySide6.QtGui import QGuiApplication

from kiosk.domain.copy import CopyPaper
from kiosk.ui.copy.pdf import copy_pdf
from kiosk.ui.theme.fonts import load_fonts


@contextmanager
def without_window(assets: Path) -> Iterator[None]:
    """Have Qt and the fonts ready; raises FontsMissingError.

    The same papers then give the same bytes. Ends whatever screen Qt would have opened.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Else fonts come into a file in another order each time.
    QHashSeed.setDeterministicGlobalSeed()
    application = QGuiApplication(sys.argv[:1])
    try:
        load_fonts(assets)
        yield
    finally:
        application.shutdown()


def pdf_for_staff(paper: CopyPaper, assets: Path, *, region: str, large: bool) -> bytes:
    """Return one copy as a PDF; raises FontsMissingError."""
    with without_window(assets):
        return copy_pdf(paper, region=region, large=large)
