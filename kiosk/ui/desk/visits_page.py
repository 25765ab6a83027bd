"""The visits on the left, the one in front on the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.hand_off import HandOff
from kiosk.staff.desk.hand_off_paper import screen_lines
from kiosk.staff.desk.names import said_of
from kiosk.staff.desk.register import VisitRow, found
from kiosk.ui.desk.page_view import PageView
from kiosk.ui.desk.search_bar import SearchBar
from kiosk.ui.desk.talk_panel import TalkPanel
from kiosk.ui.desk.visits_model import VisitsModel


class VisitsPage(QWidget):
    """chosen carries the visit in front, None for none; shown how many are listed, and of all."""

    chosen = Signal(object)
    shown = Signal(int, int)

    def __init__(self, words: Words, today: date) -> None:
        super().__init__()
        self._rows: Sequence[VisitRow] = ()
        self._words = words
        self.search = SearchBar(words, today)
        self.model = VisitsModel(words)
        self.table = _table(words.t("Visits"))
        self.table.setModel(self.model)
        self.page = PageView(
            words.t("Hand-off"),
            words.t(
                "Choose a visit. With the key open, what the clinician needs to know stands here."
            ),
        )
        self.talk = TalkPanel(words)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.page, words.t("&Hand-off"))
        self.tabs.addTab(self.talk, words.t("&Talk and co-sign"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.tabs)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 4)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(split, 1)
        self.search.changed.connect(self.look)
        self.search.words.returnPressed.connect(self._to_table)
        self.table.selectionModel().currentRowChanged.connect(self._moved)

    def show_rows(self, rows: Sequence[VisitRow]) -> None:
        """List these visits and keep to the one in front, if it is still there."""
        before = self.visit()
        self._rows = rows
        self.look()
        if before is not None:
            self._go_to(before.id)

    def look(self) -> None:
        """List what is looked for."""
        before = self.visit()
        rows = found(self._rows, self.search.wanted(), self._said)
        self.model.show_rows(rows)
        self.shown.emit(len(rows), len(self._rows))
        if before is not None and self.model.line_of(before.id) >= 0:
            self._go_to(before.id)
        else:
            self.show_page(None)
            self.chosen.emit(None)

    def _said(self, row: VisitRow) -> str:
        return said_of(self._words, row)

    def forget(self) -> None:
        """Drop the page, and what was typed: it may be somebody's reference."""
        self.search.clear()
        self.show_page(None)

    def fit_columns(self) -> None:
        """Give each column the room of what it holds now."""
        self.table.resizeColumnsToContents()
        gap = 2 * self.fontMetrics().averageCharWidth()
        # The last one takes what is left; a width of its own would bring a bar to scroll with.
        for column in range(self.model.columnCount() - 1):
            self.table.setColumnWidth(column, self.table.columnWidth(column) + gap)

    def visit(self) -> VisitRow | None:
        """Return the visit in front."""
        return self.model.row(self.table.currentIndex().row())

    def later_than(self, row: VisitRow) -> list[VisitRow]:
        """Return the visits that may take another's place: with the same reference, newer."""
        newer = [one for one in self._rows if one.seq > row.seq]
        same = [one for one in newer if row.reference and one.reference == row.reference]
        return same or newer

    def show_page(self, page: HandOff | None) -> None:
        """Show the hand-off of the visit in front, or nothing."""
        self.page.show_lines(screen_lines(page) if page else ())
        self.talk.show_page(page)

    def _go_to(self, visit_id: str) -> None:
        line = self.model.line_of(visit_id)
        if line >= 0:
            self.table.setCurrentIndex(self.model.index(line, 0))

    def _to_table(self) -> None:
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.show_page(None)
        self.chosen.emit(self.model.row(now.row()))


def _table(name: str) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    # Tab goes on to the next part of the window; the arrows move in the table.
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    # As many lines as are seen: to measure a thousand holds the window up.
    header.setResizeContentsPrecision(0)
    return table
