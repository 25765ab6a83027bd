"""One copy painted on paper: the words, and below them the code that proves them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from kiosk.domain.copy import CopyPaper
from kiosk.ui.copy.qr import qr_path
from kiosk.ui.copy.words import DPI, INK, SOFT, font, is_rtl, laid_out, set_lines

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
    mm = DPI / 25.4
    inner = QRectF(
        MARGIN_MM * mm,
        MARGIN_MM * mm,
        device.width() - 2 * MARGIN_MM * mm,
        device.height() - 2 * MARGIN_MM * mm,
    )
    side = (QR_LARGE_MM if large else QR_MM) * mm
    foot = side + GAP_MM * mm
    words = _fitting(paper, inner.size(), foot, LARGE if large else USUAL)
    painter = QPainter()
    if not painter.begin(device):
        return False
    turned = _paint_words(painter, words, inner, device.newPage)
    if _last_height(words, inner.height()) > inner.height() - foot:
        turned = device.newPage() and turned
    area = QRectF(inner.left(), inner.bottom() - side, inner.width(), side)
    _paint_proof(painter, paper, area, mm)
    if paper.sheet:
        turned = device.newPage() and turned
        home = _fitting(
            replace(paper, words=paper.sheet), inner.size(), 0.0, LARGE if large else USUAL
        )
        turned = _paint_words(painter, home, inner, device.newPage) and turned
    return painter.end() and turned


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


def _paint_words(
    painter: QPainter, words: QTextDocument, inner: QRectF, turn: Callable[[], bool]
) -> bool:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, INK)
    turned = True
    for page in range(words.pageCount()):
        if page:
            turned = turn() and turned
        painter.save()
        painter.translate(inner.left(), inner.top() - page * inner.height())
        # A line that only touches the next page must not be drawn there too.
        top = page * inner.height()
        context.clip = QRectF(0, top + 1, inner.width(), inner.height() - 2)
        painter.setClipRect(context.clip)
        words.documentLayout().draw(painter, context)
        painter.restore()
    return turned


def _paint_proof(painter: QPainter, paper: CopyPaper, area: QRectF, mm: float) -> None:
    right = is_rtl(paper.language)
    painter.setPen(QPen(SOFT, 0.25 * mm))
    line = area.top() - 1.5 * mm
    painter.drawLine(QPointF(area.left(), line), QPointF(area.right(), line))
    side = area.height()
    code_left = area.right() - side if right else area.left()
    painter.fillPath(
        qr_path(paper.code, QPointF(code_left, area.top()), side), Qt.GlobalColor.black
    )
    text_left = area.left() if right else area.left() + side + 2 * mm
    box = QRectF(text_left, area.top() + 2.5 * mm, area.width() - side - 2 * mm, side)
    for text, points in zip(paper.beside, BESIDE, strict=False):
        if text:
            box.setTop(_paragraph(painter, text, box, paper.language, points) + 1.2 * mm)
    _paragraph(painter, paper.code, box, "en", _CODE_POINTS)


def _paragraph(painter: QPainter, text: str, box: QRectF, language: str, points: float) -> float:
    """Paint text from the top of a box and return where it ends."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_rtl(language):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    words = QTextDocument()
    words.setDocumentMargin(0.0)
    words.setDefaultTextOption(option)
    words.setDefaultFont(font(language, points))
    cursor = QTextCursor(words)
    block = QTextBlockFormat()
    set_lines(block, language)
    cursor.setBlockFormat(block)
    cursor.insertText(text)
    words.setTextWidth(box.width())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, INK)
    painter.save()
    painter.translate(box.topLeft())
    words.documentLayout().draw(painter, context)
    painter.restore()
    return box.top() + words.size().height()
