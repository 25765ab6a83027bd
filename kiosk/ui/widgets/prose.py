"""Wrapped text with our own leading, measured exactly so that nothing is ever clipped."""

import operator
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme

Run = tuple[str, str]
_STYLED = ("strong", "term", "word")
# Titles and the words of rows are short and bold: their lines stand closer.
_TITLES = ("hero", "title", "display", "running", "row", "label")
# Longer lines are hard to follow back (acceptance row A-15): about so wide, and never more letters.
_LONGEST_EM, _LONGEST_CENTRED_EM = 31.0, 28.0
LONGEST = 70


class Prose(QLabel):
    """One piece of text; a label, so that assistive tools read it as one."""

    def __init__(self, theme: Theme, role: str = "body", colour: str = "ink") -> None:
        super().__init__()
        self._theme = theme
        self._colour = colour
        self._runs: tuple[Run, ...] = ()
        self._centred = False
        self._full_width = False
        # The letters that are being read aloud: first, and how many.
        self._lit = (0, 0)
        # Asked for at the same few widths again and again while a page is packed and painted.
        self._kept: dict[tuple[str, int, Qt.LayoutDirection], tuple[QTextLayout, int]] = {}
        self.set_role(role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_role(self, role: str) -> None:
        """Set the words in another role of the theme."""
        self._role = role
        metrics = self._theme.metrics
        leading = metrics.title_leading if role in _TITLES else metrics.leading
        self._line_height = self._theme.font(role).pixelSize() * leading
        self.update()

    def set_text(self, text: str) -> None:
        """Show plain text."""
        self.set_runs(((text, "plain"),))

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show runs of (text, style); style is plain, strong, term or word."""
        self._runs = tuple(runs)
        self._kept.clear()
        text = "".join(part for part, _ in self._runs)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_centred(self, centred: bool) -> None:
        """Centre the lines."""
        self._centred = centred
        self._kept.clear()

    def use_full_width(self) -> None:
        """Let lines be as long as there is room: for one line in a bar, which is not read on."""
        self._full_width = True
        self._kept.clear()

    def set_lit(self, start: int, length: int) -> None:
        """Tint the letters that are being read aloud; none, with a length of 0."""
        self._lit = (start, length)
        self.update()

    @property
    def lit(self) -> str:
        """The words that are being read aloud."""
        start, length = self._lit
        return self.text()[start : start + length]

    def lit_box(self) -> QRect:
        """Return the box in px round the letters that are being read aloud."""
        found = QRectF()
        for one in self.letter_lines(*self._lit):
            found = found.united(one)
        return found.toAlignedRect()

    def words_box(self) -> QRect:
        """Return the box in px round the letters themselves, which leave room in its own."""
        layout, height = self._lay_out(self.width())
        metrics, text, found = QFontMetricsF(layout.font()), self.text(), QRectF()
        for line in (layout.lineAt(index) for index in range(layout.lineCount())):
            wide = line.naturalTextRect()
            words = text[line.textStart() : line.textStart() + line.textLength()]
            high = metrics.tightBoundingRect(words)
            top = line.y() + line.ascent() + high.top()
            found = found.united(QRectF(wide.x(), top, wide.width(), high.height()))
        top = (self.height() - height) / 2 if self._centred else 0.0
        return found.translated(0.0, top).toAlignedRect()

    def letter_lines(self, start: int, length: int) -> list[QRectF]:
        """Return the boxes in px round some letters, one for each line they stand on."""
        layout, height = self._lay_out(self.width())
        top = (self.height() - height) / 2 if self._centred else 0.0
        found = []
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            low = max(start, line.textStart())
            high = min(start + length, line.textStart() + line.textLength())
            if low < high:
                ends = (line.cursorToX(at)[0] for at in (low, high))  # type: ignore[index]  # a pair, whatever its stub says
                left, right = sorted(ends)
                found.append(QRectF(left, line.y() + top, right - left, line.height()))
        return found

    def line_height(self) -> float:
        """Baseline to baseline in px."""
        return self._line_height

    @property
    def role(self) -> str:
        """The role of the theme it is set in."""
        return self._role

    @property
    def look(self) -> tuple[str, str, str]:
        """The palette, role and colour it is painted in."""
        return self._theme.palette.name, self._role, self._theme.colour(self._colour).name()

    def font_px(self) -> int:
        """Return the size of its letters in px."""
        return self._theme.font(self._role).pixelSize()

    def lines(self) -> list[str]:
        """Return the words of each line at the present width."""
        layout, _ = self._lay_out(self.width())
        placed = (layout.lineAt(index) for index in range(layout.lineCount()))
        text = self.text()
        return [text[one.textStart() : one.textStart() + one.textLength()] for one in placed]

    def heightForWidth(self, width: int) -> int:
        """Return the exact height in px at a width."""
        return self._lay_out(width)[1]

    def hasHeightForWidth(self) -> bool:
        """Text always needs a width first."""
        return True

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        layout, height = self._lay_out(1_000_000)
        return QSize(int(layout.maximumWidth()) + 2, height)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the longest word."""
        layout, height = self._lay_out(1_000_000)
        return QSize(int(layout.minimumWidth()) + 1, height)

    def widest_word(self) -> int:
        """Return the width in px below which a word would be cut."""
        return int(self._lay_out(1_000_000)[0].minimumWidth()) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        if self._lit[1] and not self._theme.palette.flat:
            for one in self.letter_lines(*self._lit):
                painter.fillRect(one, self._theme.colour("pressed"))
        painter.setPen(self._theme.colour(self._colour))
        layout, height = self._lay_out(self.width())
        top = (self.height() - height) / 2 if self._centred else 0.0
        layout.draw(painter, QPointF(0, top))

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        way = self.layoutDirection()
        key = self._role, width, way
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self._fresh_layout(width, way)
        return kept

    def _fresh_layout(self, width: int, way: Qt.LayoutDirection) -> tuple[QTextLayout, int]:
        font = self._theme.font(self._role)
        layout = QTextLayout(self.text(), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setTextDirection(way)
        option.setAlignment(self._alignment(way))
        layout.setTextOption(option)
        layout.setFormats(self._formats(font))
        longest = _LONGEST_CENTRED_EM if self._centred else _LONGEST_EM
        most = width if self._full_width else min(width, round(font.pixelSize() * longest))
        right = way == Qt.LayoutDirection.RightToLeft and not self._centred
        left = (width - most) // 2 if self._centred else (width - most) * right
        return layout, self._place_lines(layout, left, most)

    def _alignment(self, way: Qt.LayoutDirection) -> Qt.AlignmentFlag:
        # A text layout, unlike a painter, takes left for left in every language.
        if self._centred:
            return Qt.AlignmentFlag.AlignHCenter
        rtl = way == Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft

    def _place_lines(self, layout: QTextLayout, left: int, most: int) -> int:
        """Break the words into lines of at most `most` px; return how far down they reach."""
        text, high = layout.text(), self.line_height()
        layout.beginLayout()
        top = self._theme.headroom(self._role, text)
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            wide = self._break(line, text, most)
            # Half of the leading above and below, so that one line sits centred in its box.
            words = text[line.textStart() : line.textStart() + line.textLength()]
            above = (high - line.height()) / 2 - self._theme.lift(self._role, words)
            line.setPosition(QPointF(left + self._aside(most - wide), top + above))
            top += high
        layout.endLayout()
        return int(top + 0.999)

    def _break(self, line: QTextLine, text: str, most: int) -> int:
        """Give a line its width in px: `most`, or less where it would hold too many letters."""
        wide = max(1, most)
        line.setLineWidth(wide)
        end = line.textStart() + LONGEST
        words = text[line.textStart() : line.textStart() + line.textLength()].rstrip()
        if len(words) > LONGEST and not self._full_width:
            ends = (line.cursorToX(at)[0] for at in (line.textStart(), end))  # type: ignore[index]  # a pair, whatever its stub says
            wide = max(1, int(abs(operator.sub(*ends))))
            line.setLineWidth(wide)
        return wide

    def _aside(self, spare: int) -> int:
        """Return how far in px a line moves that is narrower, to stand as the others do."""
        if self._centred:
            return spare // 2
        return spare if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0

    def _formats(self, font: QFont) -> list[QTextLayout.FormatRange]:
        found = []
        start = 0
        for text, style in self._runs:
            if style in _STYLED:
                one = QTextLayout.FormatRange()
                one.start, one.length = start, len(text)
                one.format = _format(style)
                found.append(one)
            start += len(text)
        return found


def _format(style: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold if style == "strong" else QFont.Weight.DemiBold)
    return look


class Heading(Prose):
    """Words that screen readers know as a heading."""


def heading(theme: Theme, text: str, parent: QWidget | None = None, role: str = "title") -> Heading:
    """Return a page title that can take focus when a page opens."""
    title = Heading(theme, role)
    title.set_text(text)
    title.setObjectName("title")
    title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if parent is not None:
        title.setParent(parent)
    return title
