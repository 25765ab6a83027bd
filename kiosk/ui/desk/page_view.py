"""The hand-off on the screen: the lines of the paper, to be read, scrolled and copied."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.copy import CHOICE, ITEM, LABEL, NOTE, TITLE

# Against the system's own letter size.
_SIZES = {TITLE: 1.6, CHOICE: 1.25}
_BOLD = (TITLE, LABEL, CHOICE)


class PageView(QTextBrowser):
    """Shows one page of lines in the system's own font and colours."""

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self._empty = empty
        self.setAccessibleName(name)
        self.setPlaceholderText(empty)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(12)

    def show_lines(self, lines: Iterable[CopyLine]) -> None:
        """Show these lines from the top."""
        self.clear()
        cursor = QTextCursor(self.document())
        for number, (role, text) in enumerate(lines):
            block, letters = self._looks(role)
            if number:
                cursor.insertBlock(block, letters)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(letters)
            cursor.insertText(f"•  {text}" if role == ITEM else text, letters)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _looks(self, role: str) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setLayoutDirection(self.layoutDirection())
        points = self.font().pointSizeF()
        letters.setFontPointSize(points * _SIZES.get(role, 1.0))
        if role in _BOLD:
            letters.setFontWeight(QFont.Weight.DemiBold.value)
        block.setTopMargin(points * (1.1 if role == LABEL else 0.3))
        if role in (TITLE, LABEL):
            block.setHeadingLevel(1 if role == TITLE else 2)
        if role == ITEM:
            right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            (block.setRightMargin if right else block.setLeftMargin)(points * 1.4)
            block.setTextIndent(-points * 1.1)
        if role == NOTE:
            block.setBackground(self.palette().alternateBase())
        return block, letters
