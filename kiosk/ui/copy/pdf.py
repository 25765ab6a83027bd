"""A copy as a PDF file."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from kiosk.domain.copy import CopyPaper
from kiosk.ui.copy.sheet import ProofWords, page_layout, paint_copy

_DPI = 300


def copy_pdf(
    paper: CopyPaper, proof: ProofWords, *, region: str = "", large: bool = False
) -> bytes:
    """Return a PDF with selectable text, embedded fonts, a title and its language."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(page_layout(region))
    writer.setTitle(paper.words[0][1])
    writer.setCreator("Anteroom")
    paint_copy(writer, paper, proof, large=large)
    buffer.close()
    return buffer.data().data()
