"""The list of visits as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.names import door_of, language, standing_of
from kiosk.staff.desk.register import VisitRow

_DOOR, _STANDING = 2, 3
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class VisitsModel(QAbstractTableModel):
    """Shows some visits; what is shown is chosen elsewhere."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._columns = (
            words.t("Receipt"),
            words.t("Day"),
            words.t("Door"),
            words.t("Standing"),
            words.t("Reference"),
            words.t("Language"),
            words.t("Content"),
        )
        self._rows: Sequence[VisitRow] = ()

    def show_rows(self, rows: Sequence[VisitRow]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> VisitRow | None:
        """Return the visit on a line."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def line_of(self, visit_id: str) -> int:
        """Return the line of a visit, -1 when it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.id == visit_id), -1)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self._columns[index.column()]}: {self._cell(row, index.column())}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._columns[section] if shown else None

    def _cell(self, row: VisitRow, column: int) -> str:
        if column == _DOOR:
            return door_of(self._words, row)
        if column == _STANDING:
            return standing_of(self._words, row)
        plain = {
            0: row.receipt,
            1: row.day,
            4: row.reference or "–",
            5: language(self._words, row.language),
        }
        return plain.get(column, row.version)
