"""The list of visits as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from kiosk.staff.desk.register import VisitRow

COLUMNS = ("Receipt", "Day", "Door", "Standing", "Reference", "Language", "Content")
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class VisitsModel(QAbstractTableModel):
    """Shows some visits; what is shown is chosen elsewhere."""

    def __init__(self) -> None:
        super().__init__()
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
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row)[index.column()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{COLUMNS[index.column()]}: {_cells(row)[index.column()]}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if shown else None


def _cells(row: VisitRow) -> tuple[str, ...]:
    reference = row.reference or "–"
    return (
        row.receipt,
        row.day,
        row.door_words,
        row.standing_words,
        reference,
        row.language,
        row.version,
    )
