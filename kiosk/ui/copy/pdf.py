"""A copy as a PDF file."""

import hashlib
from collections.abc import Sequence
from uuid import UUID
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUuid
from PySide6.QtGui import QPdfWriter

from kiosk.domain.copy import CopyPaper, copy_text
from kiosk.ui.copy.pdf_tags import Tags, finished
from kiosk.ui.copy.sheet import page_layout, paint_copies
from kiosk.ui.copy.words import DPI

_DESCRIPTION = """<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end='r'?>"""
BEGIN, END = "ANTEROOM COPY BEGIN\n", "ANTEROOM COPY END\n"


def copy_pdf(paper: CopyPaper, *, region: str = "", large: bool = False) -> bytes:
    """Return a PDF with selectable text, embedded fonts, tags, a title and its language.

    The words and the code are in it once more as a plain text attachment, so that the page that
    checks a copy can read the file itself.
    """
    return papers_pdf((paper,), paper.words[0][1], region=region, large=large)


def papers_pdf(
    papers: Sequence[CopyPaper],
    title: str,
    *,
    region: str = "",
    large: bool = False,
    foot: str = "",
    stamp: str = "",
) -> bytes:
    """Return one PDF of several papers, with nothing in it that only one moment or place has."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageLayout(page_layout(region))
    writer.setTitle(title)
    writer.setCreator("Anteroom")
    texts = [copy_text(paper.words) + paper.code for paper in papers]
    sheets = [copy_text(paper.sheet) for paper in papers]
    told = (title, foot, *texts, *sheets, *((stamp,) if stamp else ()))
    digest = hashlib.sha256("\0".join(told).encode()).digest()
    writer.setDocumentId(QUuid(str(UUID(bytes=digest[:16], version=5))))
    # Qt's own description holds the moment; what is in it stands elsewhere in the file.
    about = _DESCRIPTION.format(title=escape(title), language=escape(papers[0].language))
    writer.setDocumentXmpMetadata(QByteArray(about.encode()))
    for paper, text in zip(papers, texts, strict=True):
        if paper.code:
            attached = f"{BEGIN}{text}\n{END}".encode()
            writer.addFileAttachment("anteroom-copy.txt", attached, "text/plain")
    tags = Tags()
    paint_copies(writer, papers, large=large, tags=tags, foot=foot, stamp=stamp)
    buffer.close()
    return finished(bytes(buffer.data().data()), tags, papers[0].language)
