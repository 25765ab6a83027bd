"""A copy as a PDF file."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from kiosk.domain.copy import CopyPaper, copy_text
from kiosk.ui.copy.pdf_language import with_language
from kiosk.ui.copy.sheet import page_layout, paint_copy
from kiosk.ui.copy.words import DPI

BEGIN, END = "ANTEROOM COPY BEGIN\n", "ANTEROOM COPY END\n"


def copy_pdf(paper: CopyPaper, *, region: str = "", large: bool = False) -> bytes:
    """Return a PDF with selectable text, embedded fonts, a title and its language.

    The words and the code are in it once more as a plain text attachment, so that the page that
    checks a copy can read the file itself.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageLayout(page_layout(region))
    writer.setTitle(paper.words[0][1])
    writer.setCreator("Anteroom")
    text = BEGIN + copy_text(paper.words) + paper.code + "\n" + END
    writer.addFileAttachment("anteroom-copy.txt", text.encode(), "text/plain")
    paint_copy(writer, paper, large=large)
    buffer.close()
    return with_language(bytes(buffer.data().data()), paper.language)
