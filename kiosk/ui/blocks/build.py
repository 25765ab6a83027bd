"""From an item of a view to the widget that shows it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kiosk.ui.blocks.bullet import Bullet
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views import sheet as views
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.row import Row

GROUP_GAP_MM = 5.0


class RowGroup(QWidget):
    """Rows that stand together; all of one height, so that none looks more important."""

    asked = Signal(object)

    def __init__(self, theme: Theme, item: views.GroupItem) -> None:
        super().__init__()
        self._gap = theme.px(GROUP_GAP_MM if not theme.metrics.tight else 2.6)
        self._columns = item.columns
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._gap)
        self.rows = [build_row(theme, one) for one in item.rows]
        for index, row in enumerate(self.rows):
            row.asked.connect(self.asked)
            self._grid.addWidget(row, index // self._columns, index % self._columns)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        for line in range(-(-len(self.rows) // self._columns)):
            self._grid.setRowStretch(line, 1)

    def heightForWidth(self, width: int) -> int:
        """Return the height in px at which every row is as tall as the tallest."""
        inner = (width - self._gap * (self._columns - 1)) // self._columns
        tallest = max((row.heightForWidth(inner) for row in self.rows), default=0)
        lines = -(-len(self.rows) // self._columns)
        return tallest * lines + self._gap * max(0, lines - 1)

    def hasHeightForWidth(self) -> bool:
        """Rows wrap."""
        return True


def build_row(theme: Theme, item: views.RowItem) -> Row:
    """Return the row of an item."""
    row = Row(theme, item.text, item.verb, mark=item.mark)
    if item.detail:
        row.set_detail(item.detail)
    if item.mark in ("radio", "tick"):
        row.set_chosen(item.chosen)
    if item.end_icon:
        row.set_end_icon(item.end_icon)
    return row


def build_item(theme: Theme, item: views.Item) -> QWidget:
    """Return the widget of any item."""
    match item:
        case views.TextItem():
            text = Prose(theme, item.role, item.colour)
            text.set_runs(item.runs)
            return text
        case views.BulletItem():
            return Bullet(theme, item)
        case views.PanelItem():
            panel = Panel(theme, item.title, item.icon, item.kind)
            for runs in item.texts:
                panel.add_text(runs, item.role)
            return panel
        case views.RowItem():
            return build_row(theme, item)
        case views.GroupItem():
            return RowGroup(theme, item)


def gap_above(theme: Theme, item: views.Item, before: views.Item) -> int:
    """Return the space in px between two items: closer when they belong together."""
    if isinstance(item, views.RowItem | views.GroupItem):
        same = isinstance(before, views.RowItem | views.GroupItem)
        return theme.px(2.6 if theme.metrics.tight else 4.0 if same else 6.0)
    if isinstance(item, views.BulletItem) and isinstance(before, views.BulletItem):
        return theme.px(1.8)
    return theme.px(2.0 if theme.metrics.tight else 4.0)
