"""How the words of a copy look: a text document, laid out for one device and one size."""

from dataclasses import dataclass

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
)

from kiosk.domain.copy import (
    CHOICE,
    ITEM,
    LABEL,
    LETTERS,
    NOTE,
    NUMBER,
    TITLE,
    VALUE,
    CopyPaper,
)
from kiosk.i18n.direction import from_the_left
from kiosk.i18n.locales import locale_for
from kiosk.ui.theme.fonts import family_for

# Dark on white and one light grey: the same on any office printer.
INK, SOFT, BAND = QColor("#10201f"), QColor("#3c4a4a"), QColor("#eef1f0")
# Every page is laid out at this resolution, whatever prints it.
DPI = 300
_ARABIC_LINES = 0.7
# Where a block keeps the role of its line.
ROLE = QTextFormat.Property.UserProperty.value
# Plain spaces: one of another width would bring a font of its own into the file.
_BULLET = "•  "
_BOLD, _PLAIN = QFont.Weight.DemiBold, QFont.Weight.Normal


@dataclass(frozen=True, slots=True)
class _Look:
    """Size against body text, weight, colour, and mm of space above, at body size 12 pt."""

    size: float
    weight: QFont.Weight
    colour: QColor
    above: float


_LOOKS = {
    TITLE: _Look(1.7, _BOLD, INK, 0.0),
    NOTE: _Look(1.0, _PLAIN, INK, 0.0),
    LABEL: _Look(0.84, _BOLD, SOFT, 4.6),
    VALUE: _Look(1.0, _PLAIN, INK, 0.6),
    NUMBER: _Look(1.6, _BOLD, INK, 0.2),
    CHOICE: _Look(1.25, _BOLD, INK, 0.3),
    ITEM: _Look(1.0, _PLAIN, INK, 0.6),
    LETTERS: _Look(1.0, _BOLD, INK, 0.6),
}


def is_rtl(language: str) -> bool:
    """Tell whether a copy is read from the right."""
    return locale_for(language).direction == "rtl"


def is_arabic(language: str) -> bool:
    """Tell whether a copy is in Arabic letters."""
    return locale_for(language).tag == "ar"


def font(language: str, points: float, weight: QFont.Weight = _PLAIN) -> QFont:
    """Return the bundled font of a language, for a page of DPI dots an inch."""
    made = QFont(family_for("arabic" if is_arabic(language) else "latin"))
    made.setPixelSize(round(points * DPI / 72))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setWeight(weight)
    return made


def closeness(language: str) -> float:
    """Return the part of its own line height that the font of a language needs."""
    # The Arabic font asks for twice its size; its letters need no more than that share of it.
    return _ARABIC_LINES if is_arabic(language) else 1.0


def set_lines(block: QTextBlockFormat, language: str) -> None:
    """Set the lines of a block as close as the letters of a language allow."""
    percent = 100.0 * closeness(language)
    block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)


def laid_out(paper: CopyPaper, body_points: float, page: QSizeF) -> QTextDocument:
    """Return the words, broken into lines; `page` is in dots."""
    document = QTextDocument()
    document.setDocumentMargin(0.0)
    document.setUndoRedoEnabled(False)
    option = QTextOption()
    right = is_rtl(paper.language)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    document.setDefaultTextOption(option)
    document.setDefaultFont(font(paper.language, body_points))
    # The layout knows no device, so a dot is a dot of the page and nothing is scaled behind it.
    # Gaps grow less than letters, so that large print keeps to its one page.
    mm = DPI / 25.4 * min(body_points, 13.0) / 12.0
    cursor = QTextCursor(document)
    for index, (role, text) in enumerate(paper.words):
        if role == NOTE and (index == 0 or paper.words[index - 1][0] != NOTE):
            cursor.insertFrame(_band(mm))
        elif index and role != NOTE and paper.words[index - 1][0] == NOTE:
            cursor = document.rootFrame().lastCursorPosition()
            _write(cursor, role, text, paper.language, body_points, mm, fresh=False)
            continue
        fresh = index > 0 and (role != NOTE or paper.words[index - 1][0] == NOTE)
        _write(cursor, role, text, paper.language, body_points, mm, fresh=fresh)
    document.setPageSize(page)
    return document


def _band(mm: float) -> QTextFrameFormat:
    form = QTextFrameFormat()
    form.setBackground(QBrush(BAND))
    form.setPadding(2.6 * mm)
    form.setTopMargin(2.6 * mm)
    form.setBottomMargin(4.0 * mm)
    form.setBorder(0.0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100.0))
    return form


def _write(
    cursor: QTextCursor,
    role: str,
    text: str,
    language: str,
    body_points: float,
    mm: float,
    *,
    fresh: bool,
) -> None:
    look = _LOOKS[role]
    block = QTextBlockFormat()
    block.setProperty(ROLE, role)
    block.setTopMargin(look.above * mm)
    rtl = is_rtl(language)
    set_lines(block, language)
    letters = font(language, body_points * look.size, look.weight)
    if role == ITEM:
        # As wide as the bullet, so that later lines begin below the first word.
        hanging = QFontMetricsF(letters).horizontalAdvance(_BULLET)
        (block.setRightMargin if rtl else block.setLeftMargin)(hanging)
        block.setTextIndent(-hanging)
        text = _BULLET + text
    if role in (NUMBER, LETTERS) and rtl:
        text = from_the_left(text)
    shape = QTextCharFormat()
    shape.setFont(letters)
    shape.setForeground(QBrush(look.colour))
    if fresh:
        cursor.insertBlock(block, shape)
    else:
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(shape)
    cursor.insertText(text, shape)
