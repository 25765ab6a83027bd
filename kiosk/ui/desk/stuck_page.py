"""Where people get stuck: a chart for a meeting, a table for the details, a file for authors."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.names import held_back, measures
from kiosk.staff.desk.stuck import LEAST, VISITS, Cell, totals
from kiosk.ui.desk.bars import Bar, BarChart

_MOST_BARS = 12
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class StuckPage(QWidget):
    """save asks for the file."""

    save = Signal()

    def __init__(self, words: Words, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._words, self._titles = words, titles
        self.cells: Sequence[Cell] = ()
        self.measure = QComboBox()
        self.measure.setAccessibleName(words.t("What is counted"))
        for one, says in measures(words).items():
            self.measure.addItem(says, one)
        self.language = QComboBox()
        self.language.setAccessibleName(words.t("Language"))
        self.chart = BarChart(words.t("Where people get stuck"))
        self.nothing = QLabel(
            words.t("There are too few visits to tell anything without telling of somebody.")
        )
        self.held_back = QLabel()
        for box in (self.measure, self.language):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.table = QTableView()
        self.table.setAccessibleName(words.t("Counts by days, language and place"))
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._model = _CellsModel(words, titles)
        self.table.setModel(self._model)
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self._lay_out()
        self.measure.currentIndexChanged.connect(self._show)
        self.language.currentIndexChanged.connect(self._show)

    def _lay_out(self) -> None:
        said = self._words
        rules = QLabel(
            said.t(
                "Counts of whole days with at least {visits} visits in a language; quieter days "
                "are put together. What would tell of fewer than {least} people is held back, so "
                "every sum reads “at least”.",
                visits=VISITS,
                least=LEAST,
            )
        )
        rules.setWordWrap(True)
        row = QHBoxLayout()
        for words, box in ((said.t("&Count"), self.measure), (said.t("&Language"), self.language)):
            label = QLabel(words)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        row.addStretch(1)
        keep = QPushButton(said.t("&Save as CSV …"))
        keep.clicked.connect(self._save)
        row.addWidget(keep)
        layout = QVBoxLayout(self)
        layout.addWidget(rules)
        layout.addLayout(row)
        layout.addWidget(self.chart)
        layout.addWidget(self.nothing)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.held_back)

    def _save(self) -> None:
        self.save.emit()

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Show these counts."""
        self.cells = cells
        now = self.language.currentData()
        self.language.blockSignals(True)
        self.language.clear()
        self.language.addItem(self._words.t("All languages"), "")
        for tag in sorted({one.language for one in cells}):
            self.language.addItem(tag, tag)
        self.language.setCurrentIndex(max(0, self.language.findData(now)))
        self.language.blockSignals(False)
        self._show()

    def _show(self, _index: int = 0) -> None:
        measure, tag = self.measure.currentData(), self.language.currentData()
        chosen = [
            one for one in self.cells if one.measure == measure and (not tag or one.language == tag)
        ]
        bars = [Bar(self._titles.get(name, name), n) for (_, name, _), n in totals(chosen).items()]
        self.chart.show_bars(tuple(bars[:_MOST_BARS]))
        self.nothing.setVisible(not bars)
        told = [one for one in chosen if one.shown is not None]
        self._model.show_cells(told)
        self.held_back.setText(
            self._words.n(
                "{hidden} of {count} count is held back ({why}).",
                "{hidden} of {count} counts are held back ({why}).",
                len(chosen),
                hidden=len(chosen) - len(told),
                why=held_back(self._words),
            )
        )
        self.table.resizeColumnsToContents()


class _CellsModel(QAbstractTableModel):
    def __init__(self, words: Words, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles, self._hidden = titles, held_back(words)
        self._heads = (
            words.t("From"),
            words.t("To"),
            words.t("Language"),
            words.t("What"),
            words.t("People"),
            words.t("Of"),
        )
        self._cells: Sequence[Cell] = ()

    def show_cells(self, cells: Sequence[Cell]) -> None:
        self.beginResetModel()
        self._cells = cells
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        one = self._cells[index.row()]
        what = self._titles.get(one.id, one.id)
        people = self._hidden if one.shown is None else str(one.shown)
        of = self._hidden if one.of is None else str(one.of)
        return (one.first, one.last, one.language, what, people, of)[index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if shown else None
