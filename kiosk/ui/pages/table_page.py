"""A list of records for staff, a screenful at a time."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent

from kiosk.ui.pages.page import Page
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.screens import TableView
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.prose import heading

_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class TablePage(Page):
    """A plain table; More turns to the next screenful."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view: TableView | None = None
        self._title = heading(theme, "", self)
        self._first = 0

    def show_view(self, view: TableView) -> None:
        """Show a table from its first row."""
        if self._view is None or self._view.key != view.key:
            self._first = 0
        self._view = view
        self._title.set_text(view.title)
        rows = [
            view.comma.join(f"{name}: {cell}" for name, cell in zip(view.head, row, strict=True))
            for row in view.rows
        ] or [view.empty]
        spoken = ". ".join((*view.lines, *rows))
        self.setAccessibleName(f"{view.title}. {spoken}")
        self._place()
        self.update()

    def _line(self) -> int:
        return round(self.theme.font("detail").pixelSize() * 1.9)

    def _top(self) -> int:
        return self._under_title() + self._line() * (len(self._view.lines) if self._view else 0)

    def _under_title(self) -> int:
        return self._title.geometry().bottom() + self.theme.px(4.0)

    def rows_per_screen(self) -> int:
        """Return how many rows fit under the head."""
        free = self.height() - self._top() - self._line() * 2 - self.theme.px(3.0)
        return max(1, free // self._line())

    def turn(self, step: int) -> bool:
        """Turn to the next or previous screenful."""
        count = len(self._view.rows) if self._view else 0
        there = self._first + step * self.rows_per_screen()
        if not 0 <= there < max(1, count):
            return False
        self._first = there
        self.update()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the title again."""
        self._place()

    def _place(self) -> None:
        margin = self.theme.metrics.margin
        width = self.width() - 2 * margin
        height = self._title.heightForWidth(width)
        self._title.setGeometry(QRect(margin, self.theme.px(4.0), width, height))
        self._title.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint head and rows."""
        view = self._view
        if view is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        margin, line = self.theme.metrics.margin, self._line()
        width = self.width() - 2 * margin
        top = self._top()
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.colour("ink2"))
        for number, text in enumerate(view.lines):
            y = self._under_title() + number * line
            painter.drawText(margin, y, width, line, _FLAGS, text)
        if not view.rows:
            painter.drawText(margin, top, width, line, _FLAGS, view.empty)
            return
        self._paint_row(painter, view.head, top, width)
        painter.setFont(self.theme.font(self._role(width)))
        painter.setPen(self.theme.colour("ink"))
        last = self._first + self.rows_per_screen()
        for index, row in enumerate(view.rows[self._first : last], start=1):
            y = top + index * line
            painter.fillRect(margin, y, width, 1, self.theme.colour("hairline"))
            self._paint_row(painter, row, y, width)

    def _role(self, width: int) -> str:
        """Return the letters of the cells: smaller ones where the usual do not fit."""
        return "detail" if sum(self._needed("detail")) <= width else "small"

    def _needed(self, role: str) -> list[int]:
        view = self._view
        if view is None:
            return []
        columns = list(zip(*view.rows, strict=True)) or [()] * len(view.head)
        head, cell = (QFontMetrics(self.theme.font(one)) for one in ("small", role))
        return [
            max([head.horizontalAdvance(name), *map(cell.horizontalAdvance, cells)])
            for name, cells in zip(view.head, columns, strict=True)
        ]

    def _widths(self, width: int) -> list[int]:
        """Return column widths in px: what the words need, and an equal share of the rest."""
        needed = self._needed(self._role(width))
        spare = max(0, width - sum(needed)) // max(1, len(needed))
        return [one + spare for one in needed]

    def cut_cells(self) -> list[str]:
        """Return the cells whose words do not fit their column, and columns off the page."""
        view = self._view
        if view is None:
            return []
        room = self.width() - 2 * self.theme.metrics.margin
        widths = self._widths(room)
        if sum(widths) > room:
            return [f"the table is {sum(widths)} wide and has {room}"]
        return []

    def _paint_row(self, painter: QPainter, row: tuple[str, ...], y: int, width: int) -> None:
        x = self.theme.metrics.margin
        for text, wide in zip(row, self._widths(width), strict=True):
            box = mirror(self, QRect(x, y, wide, self._line()))
            painter.drawText(box, _FLAGS, text)
            x += wide
