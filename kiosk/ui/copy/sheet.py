"""Copies painted on paper: the words, and below them the code that proves them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
    QTextDocument,
)
from shiboken6 import delete

from kiosk.domain.copy import ITEM, LABEL, TITLE, CopyPaper
from kiosk.ui.copy import pdf_tags
from kiosk.ui.copy.lines import joins, lines_in, paint_lines, paint_paragraph
from kiosk.ui.copy.pdf_tags import Part, Tags, part_of
from kiosk.ui.copy.qr import qr_squares
from kiosk.ui.copy.words import BAND, DPI, INK, ROLE, SOFT, closeness, font, is_rtl, laid_out

MARGIN_MM = 15.0
# A square of the code is then 0.45 and 0.40 mm wide, which a telephone reads at arm's length.
QR_MM, QR_LARGE_MM = 40.0, 36.0
GAP_MM = 4.0
# Points of the body text: what is wished for, and the least before a second page is taken.
USUAL, LARGE = (13.0, 9.5), (18.0, 14.0)
# Points of the lines beside the code: title, how to check, check code.
BESIDE = (11.5, 9.0, 9.0)
_CODE_POINTS = 5.6
_STEP = 0.5
_MM = DPI / 25.4
_TAGS = {TITLE: pdf_tags.TITLE, LABEL: pdf_tags.HEADING, ITEM: pdf_tags.ITEM}


def page_layout(region: str) -> QPageLayout:
    """Return Letter for the regions that use it, A4 for all others, without margins."""
    letter = region.lower().partition("-")[0] in {"us", "ca", "mx", "ph"}
    size = QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4
    none = QMarginsF(0.0, 0.0, 0.0, 0.0)
    return QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, none)


def paint_copy(device: QPagedPaintDevice, paper: CopyPaper, *, large: bool) -> bool:
    """Paint a copy, on one page unless it is very long, and the sheet to take home after it.

    False when the device refuses.
    """
    return paint_copies(device, (paper,), large=large)


def paint_copies(
    device: QPagedPaintDevice,
    papers: Sequence[CopyPaper],
    *,
    large: bool,
    tags: Tags | None = None,
    foot: str = "",
    stamp: str = "",
) -> bool:
    """Paint one after another, each from a new page on; False when the device refuses.

    `foot` and the number of the page stand at the bottom of each page, `stamp` at its top: beside
    the words, so that a code which proves the words still does.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    pages = _Pages(device, painter, tags, foot, stamp)
    pages.paint_edges()
    for number, sheet in enumerate(sheet for paper in papers for sheet in _sheets(paper)):
        if number:
            pages.turn()
        _Sheet(pages, sheet).paint(large=large)
    taken = painter.isActive() and pages.all_turned
    # It ends as it is deleted. The window's thread runs meanwhile; `end` would hold it up, for as
    # long as it takes to put the fonts into the file.
    delete(painter)
    return taken


def fits_one_page(paper: CopyPaper, region: str) -> bool:
    """Tell whether the words of a paper without a code fit on one page of a region's paper."""
    full = page_layout(region).fullRectPixels(DPI)
    margin = 2 * MARGIN_MM * _MM
    words = laid_out(paper, USUAL[-1], QSizeF(full.width() - margin, 1e7))
    return _last_height(words, 0.0) <= full.height() - margin


def _sheets(paper: CopyPaper) -> Iterator[CopyPaper]:
    yield paper
    if paper.sheet:
        yield CopyPaper(paper.sheet, paper.language, "")


@dataclass(slots=True)
class _Pages:
    """The pages of one file or print job, one after another."""

    device: QPagedPaintDevice
    painter: QPainter
    tags: Tags | None
    foot: str
    stamp: str = ""
    page: int = 1
    all_turned: bool = True

    @property
    def inner(self) -> QRectF:
        margin = MARGIN_MM * _MM
        width, height = self.device.width(), self.device.height()
        return QRectF(margin, margin, width - 2 * margin, height - 2 * margin)

    def turn(self) -> None:
        self.all_turned = self.device.newPage() and self.all_turned
        self.page += 1
        self.paint_edges()

    def paint_edges(self) -> None:
        inner = self.inner
        if self.stamp:
            box = QRectF(inner.left(), inner.top() - 8 * _MM, inner.width(), 7 * _MM)
            self._edge(self.stamp, box, font("en", 14.0, QFont.Weight.DemiBold))
        if self.foot:
            box = QRectF(inner.left(), inner.bottom() + 3.5 * _MM, inner.width(), 6 * _MM)
            language = "ar" if joins(self.foot) else "en"
            self._edge(f"{self.foot} · {self.page}", box, font(language, 8.0))

    def _edge(self, line: str, box: QRectF, letters: QFont) -> None:
        with part_of(self.tags, self.painter, Part(pdf_tags.ARTIFACT)):
            self.painter.setPen(SOFT)
            paint_paragraph(self.painter, line, box, letters, rtl=joins(line))


class _Sheet:
    """One copy on the pages that it takes."""

    def __init__(self, pages: _Pages, paper: CopyPaper) -> None:
        self._pages, self._paper = pages, paper
        self._painter = pages.painter

    def paint(self, *, large: bool) -> None:
        inner = self._pages.inner
        side = (QR_LARGE_MM if large else QR_MM) * _MM
        foot = side + GAP_MM * _MM if self._paper.code else 0.0
        words = _fitting(self._paper, inner.size(), foot, LARGE if large else USUAL)
        self._paint_words(words)
        if not self._paper.code:
            return
        if _last_height(words, inner.height()) > inner.height() - foot:
            self._pages.turn()
        self._paint_proof(QRectF(inner.left(), inner.bottom() - side, inner.width(), side))

    def _part(self, tag: str, text: str) -> Part:
        return Part(tag, "", self._paper.language, text if joins(text) else "")

    def _paint_words(self, words: QTextDocument) -> None:
        for page in range(words.pageCount()):
            if page:
                self._pages.turn()
            inner = self._pages.inner
            self._painter.save()
            self._painter.translate(inner.left(), inner.top() - page * inner.height())
            # A line that only touches the next page must not be drawn there too.
            top = page * inner.height()
            window = QRectF(0, top + 1, inner.width(), inner.height() - 2)
            self._painter.setClipRect(window)
            self._paint_bands(words, window)
            self._paint_blocks(words, window)
            self._painter.restore()

    def _paint_bands(self, words: QTextDocument, window: QRectF) -> None:
        layout = words.documentLayout()
        for frame in words.rootFrame().childFrames():
            form = frame.frameFormat()
            whole = layout.frameBoundingRect(frame)
            band = whole.adjusted(0, form.topMargin(), 0, -form.bottomMargin())
            if band.intersects(window):
                with part_of(self._pages.tags, self._painter, Part(pdf_tags.ARTIFACT)):
                    self._painter.fillRect(band, BAND)

    def _paint_blocks(self, words: QTextDocument, window: QRectF) -> None:
        layout = words.documentLayout()
        self._painter.setPen(INK)
        block = words.begin()
        while block.isValid():
            at = layout.blockBoundingRect(block).topLeft()
            lines = lines_in(block.layout(), at, window)
            if block.text() and lines:
                tag = _TAGS.get(block.blockFormat().property(ROLE), pdf_tags.PARAGRAPH)
                with part_of(self._pages.tags, self._painter, self._part(tag, block.text())):
                    self._painter.setFont(block.charFormat().font())
                    paint_lines(self._painter, block.text(), lines, at, self._pages.tags)
            block = block.next()

    def _paint_proof(self, area: QRectF) -> None:
        painter, paper, tags = self._painter, self._paper, self._pages.tags
        right, side = is_rtl(paper.language), area.height()
        with part_of(tags, painter, Part(pdf_tags.ARTIFACT)):
            painter.setPen(QPen(SOFT, 0.25 * _MM))
            line = area.top() - 1.5 * _MM
            painter.drawLine(QPointF(area.left(), line), QPointF(area.right(), line))
        text_left = area.left() if right else area.left() + side + 2 * _MM
        width = area.width() - side - 2 * _MM
        box = QRectF(text_left, area.top() + 2.5 * _MM, width, side)
        for number, (text, points) in enumerate(zip(paper.beside, BESIDE, strict=False)):
            if text:
                tag = pdf_tags.PARAGRAPH if number else pdf_tags.HEADING
                with part_of(tags, painter, self._part(tag, text)):
                    painter.setPen(INK)
                    letters = font(paper.language, points)
                    close = closeness(paper.language)
                    end = paint_paragraph(
                        painter, text, box, letters, rtl=right, close=close, tags=tags
                    )
                    box.setTop(end + 1.2 * _MM)
        # The letters are in the picture for a listener: nobody wants 600 of them read aloud.
        alt = paper.beside[0] if paper.beside else paper.words[0][1]
        with part_of(tags, painter, Part(pdf_tags.FIGURE, alt, paper.language)):
            at = QPointF(area.right() - side if right else area.left(), area.top())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.GlobalColor.black)
            painter.drawRects(qr_squares(paper.code, at, side))
            painter.setPen(INK)
            paint_paragraph(painter, paper.code, box, font("en", _CODE_POINTS))


def _fitting(
    paper: CopyPaper,
    inner: QSizeF,
    foot: float,
    sizes: tuple[float, float],
) -> QTextDocument:
    """Return the words at the largest size that leaves room for the code on the same page."""
    points, least = sizes
    while True:
        words = laid_out(paper, points, QSizeF(inner.width(), 1e7))
        if _last_height(words, 0.0) <= inner.height() - foot:
            return words
        if points <= least:
            words.setPageSize(inner)
            return words
        points -= _STEP


def _last_height(words: QTextDocument, page: float) -> float:
    """Return how far the words reach down the last page."""
    layout = words.documentLayout()
    bottom = layout.blockBoundingRect(words.lastBlock()).bottom()
    return bottom - (words.pageCount() - 1) * page
