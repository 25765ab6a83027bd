"""From an item of a view to the widget that shows it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.blocks.breath import Breath
from kiosk.ui.blocks.bullet import Bullet
from kiosk.ui.blocks.day import Day
from kiosk.ui.blocks.link import Link
from kiosk.ui.blocks.option_table import TABLE_GAP_MM, OptionTable
from kiosk.ui.blocks.ruler import CardRuler
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views import sheet as views
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.row import Row
from kiosk.ui.widgets.telling import sentence, tells

GROUP_GAP_MM = 5.0
# Between the lines of a list, and between its columns.
LINE_GAP_MM = 4.0


class RowGroup(QWidget):
    """Rows that stand together; all of one height, so that none looks more important."""

    asked = Signal(object)

    def __init__(self, theme: Theme, item: views.GroupItem) -> None:
        super().__init__()
        near = theme.metrics.tight or (item.fixed and theme.metrics.small)
        # What stands together are opposite outcomes: a slip must not reach the next (row A-04).
        near = near and not item.together
        self._gap = theme.px(2.6 if near else LINE_GAP_MM if item.fixed else GROUP_GAP_MM)
        self._most = _most_columns(theme, item)
        self._fixed, self._flows = item.fixed, item.flows
        # The same widths are asked for while a page is packed and placed; rows keep their words.
        self._chosen: dict[tuple[int, Qt.LayoutDirection], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.rows = [build_row(theme, one, item.role) for one in item.rows]
        for row in self.rows:
            row.setParent(self)
            row.asked.connect(self.asked)

    def columns(self, width: int) -> int:
        """At most as many columns as asked for: those that cut no word and stand lowest."""
        if self._fixed:
            return self._most
        asked = width, self.layoutDirection()
        if asked not in self._chosen:
            self._chosen[asked] = self._best(width)
        return self._chosen[asked]

    def _best(self, width: int) -> int:
        needed = max((row.least_width() for row in self.rows), default=1)
        wanted = [one for one in {self._most, 2, 1} if one <= self._most]
        fits = [one for one in wanted if self._wide(width, one) >= needed] or [1]
        return min(fits, key=partial(self._height_and_columns, width))

    def _height_and_columns(self, width: int, columns: int) -> tuple[int, int]:
        wide, starts = self._wide(width, columns), range(0, len(self.rows), columns)
        if self._flows:
            # Each line of a list is as tall as its own words.
            tall = sum(_tallest(self.rows[at : at + columns], wide) for at in starts)
        else:
            tall = _tallest(self.rows, wide) * len(starts)
        return tall + self._gap * max(0, len(starts) - 1), -columns

    def _wide(self, width: int, columns: int) -> int:
        return (width - self._gap * (columns - 1)) // columns

    def heightForWidth(self, width: int) -> int:
        """Return the height in px at which every row is as tall as the tallest."""
        return self._height_and_columns(width, self.columns(width))[0]

    def hasHeightForWidth(self) -> bool:
        """Rows wrap."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows from the reading side."""
        columns = self.columns(self.width())
        wide = self._wide(self.width(), columns)
        tall = _tallest(self.rows, wide)
        for index, row in enumerate(self.rows):
            line, column = divmod(index, columns)
            box = QRect(column * (wide + self._gap), line * (tall + self._gap), wide, tall)
            row.setGeometry(mirror(self, box))


def _tallest(rows: Sequence[Row], wide: int) -> int:
    return max((row.heightForWidth(wide) for row in rows), default=0)


def _most_columns(theme: Theme, item: views.GroupItem) -> int:
    """An upright screen has room below, and long words read better across its whole width."""
    metrics = theme.metrics
    if item.fixed:
        return item.columns
    if metrics.portrait:
        long = item.long or any(len(row.text) > views.LONG_ROW for row in item.rows)
        return 1 if long else min(2, item.columns)
    if metrics.small and item.flat_columns:
        return item.flat_columns
    return item.columns


def build_row(theme: Theme, item: views.RowItem, role: str = "row") -> Row:
    """Return the row of an item; role is that of its words."""
    look = theme.painted_as(item.palette) if item.palette else theme
    row = Row(look, item.text, item.verb, mark=item.mark, role=role)
    if item.detail:
        row.set_detail(item.detail)
    if item.mark in ("radio", "tick"):
        row.set_chosen(item.chosen)
    if item.end_icon:
        row.set_end_icon(item.end_icon)
    return row


# The widgets that take their item as it is.
_ALONE: dict[type, Callable[[Theme, Any], QWidget]] = {
    views.BulletItem: Bullet,
    views.RowItem: build_row,
    views.DayItem: Day,
    views.TableItem: OptionTable,
    views.RulerItem: CardRuler,
    views.BreathItem: Breath,
    views.LinkItem: Link,
}


def build_item(theme: Theme, item: views.Item) -> QWidget:
    """Return the widget of any item."""
    match item:
        case views.TextItem():
            return sentence(theme, item.runs, item.role, item.colour)
        case views.PanelItem():
            panel = Panel(theme, item.title, item.icon, item.kind, slim=item.slim)
            for runs in item.texts:
                panel.add_text(runs, item.role)
            return panel
        case views.GroupItem():
            return RowGroup(theme, item)
        case _:
            return _ALONE[type(item)](theme, item)


def gap_above(theme: Theme, item: views.Item, before: views.Item) -> int:
    """Return the space in px between two items: closer when they belong together."""
    gap = _usual_gap(theme, item, before)
    both = _tells(item) and _tells(before)
    # Two targets, though they are words.
    return max(gap, theme.px(2.6)) if both else gap


def _tells(item: views.Item) -> bool:
    return isinstance(item, views.TextItem | views.BulletItem) and tells(item.runs)


def _usual_gap(theme: Theme, item: views.Item, before: views.Item) -> int:
    if isinstance(item, views.RowItem | views.GroupItem):
        same = isinstance(before, views.RowItem | views.GroupItem)
        return theme.px(2.6 if theme.metrics.small else LINE_GAP_MM if same else 6.0)
    if isinstance(item, views.DayItem) and isinstance(before, views.DayItem):
        # The path goes on from one to the next.
        return 0
    if isinstance(item, views.TableItem) and isinstance(before, views.TableItem):
        return theme.px(TABLE_GAP_MM)
    if isinstance(item, views.BulletItem) and isinstance(before, views.BulletItem):
        return theme.px(1.8)
    if isinstance(item, views.LinkItem):
        # Words above it may be a target, too.
        return theme.px(2.6 if theme.metrics.small else 4.0)
    if isinstance(item, views.TextItem) and isinstance(before, views.TextItem):
        return max(theme.px(2.0 if theme.metrics.small else 4.0), theme.paragraph_gap)
    return theme.px(2.0 if theme.metrics.small else 4.0)
