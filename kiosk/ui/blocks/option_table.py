"""Options side by side: one cell for each, all of one size, in the order of the pack."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import Cell, TableItem
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.prose import Prose

# A cell narrower than this, in em of the body, breaks its words into too many lines.
_COLUMN_EM = 9.0
_MOST_COLUMNS = 4
TABLE_GAP_MM = 3.0
_PAD_MM, _RADIUS_MM, _LINE_MM = 3.0, 3.2, 0.35


class OptionName(Prose):
    """The name of an option: the head of its column to a screen reader."""


class OptionCell(QWidget):
    """What one option says; its accessible name tells the row, the column and the words."""

    def __init__(self, theme: Theme, cell: Cell, role: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(cell.name)
        self.option = OptionName(theme, "strong" if role == "body" else role, "primary")
        self.option.set_runs(((cell.option, "strong"),))
        self.text = Prose(theme, role)
        self.text.set_runs(cell.runs)
        # Said as the whole sentence, for which a pack may hold a recording.
        self.text.setAccessibleName(cell.said)
        for part in (self.option, self.text):
            part.setParent(self)

    def least_width(self) -> int:
        """Return the width in px below which a word would be cut."""
        pad = self._theme.px(_PAD_MM)
        return max(self.option.widest_word(), self.text.widest_word()) + 2 * pad

    def heightForWidth(self, width: int) -> int:
        """Return the exact height in px at a width."""
        return self.head(width) + self.body(width)

    def head(self, width: int) -> int:
        """Return the px that the option's name takes, with the space above it."""
        pad = self._theme.px(_PAD_MM)
        return pad // 2 + self.option.heightForWidth(width - 2 * pad)

    def body(self, width: int) -> int:
        """Return the px that the words take, with the space below them."""
        pad = self._theme.px(_PAD_MM)
        return self.text.heightForWidth(width - 2 * pad) + pad

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def place(self, head: int) -> None:
        """Set the words below names that take head px in this row of cells."""
        pad = self._theme.px(_PAD_MM)
        room = self.width() - 2 * pad
        option = QRect(pad, pad // 2, room, self.option.heightForWidth(room))
        text = QRect(pad, head, room, self.text.heightForWidth(room))
        self.option.setGeometry(mirror(self, option))
        self.text.setGeometry(mirror(self, text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the same for every option."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = max(1.0, _LINE_MM * self._theme.metrics.px_per_mm)
        painter.setPen(QPen(self._theme.colour("hairline"), line))
        painter.setBrush(self._theme.colour("surface"))
        box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        radius = self._theme.px(_RADIUS_MM)
        painter.drawRoundedRect(box, radius, radius)


class OptionTable(QWidget):
    """The cells, as many beside each other as stay easy to read."""

    def __init__(self, theme: Theme, item: TableItem) -> None:
        super().__init__()
        self._theme, self._columns = theme, item.columns
        self.setAccessibleName(item.name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.cells = [OptionCell(theme, cell, item.role) for cell in item.cells]
        for cell in self.cells:
            cell.setParent(self)

    def columns(self, width: int) -> int:
        """Return how many cells stand beside each other."""
        if self._columns:
            return self._columns
        em = self._theme.font("body").pixelSize()
        least = max(round(_COLUMN_EM * em), *(cell.least_width() for cell in self.cells))
        most = min(_MOST_COLUMNS, len(self.cells))
        fits = (one for one in (most, 3, 2) if one <= most and self._wide(width, one) >= least)
        return next((one for one in fits if len(self.cells) % one == 0), 1)

    def _gap(self) -> int:
        return self._theme.px(TABLE_GAP_MM)

    def _wide(self, width: int, columns: int) -> int:
        return (width - self._gap() * (columns - 1)) // columns

    def _tall(self, wide: int) -> tuple[int, int]:
        """Return the px of the tallest name, and those of the tallest words."""
        heads = (cell.head(wide) for cell in self.cells)
        return max(heads), max(cell.body(wide) for cell in self.cells)

    def heightForWidth(self, width: int) -> int:
        """Return the height in px at which every cell is as tall as the tallest."""
        columns = self.columns(width)
        lines = len(self.cells) // columns
        return sum(self._tall(self._wide(width, columns))) * lines + self._gap() * (lines - 1)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """Return a size at a comfortable width."""
        width = self._theme.metrics.column
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells from the reading side."""
        columns = self.columns(self.width())
        wide = self._wide(self.width(), columns)
        head, body = self._tall(wide)
        for index, cell in enumerate(self.cells):
            line, column = divmod(index, columns)
            left, top = column * (wide + self._gap()), line * (head + body + self._gap())
            cell.setGeometry(mirror(self, QRect(left, top, wide, head + body)))
            cell.place(head)
