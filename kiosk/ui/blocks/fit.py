"""Nothing is ever clipped: what is too tall for the screen is split, then set smaller."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kiosk.ui.blocks.build import RowGroup, build_item
from kiosk.ui.blocks.option_table import OptionTable
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import (
    DayItem,
    GroupItem,
    Item,
    LinkItem,
    PanelItem,
    RowItem,
    TableItem,
)

# Acceptance row A-10: no patient text below 0.72 of the chosen size.
_SMALLER = {
    "lead": "body",
    "body": "detail",
    "strong": "detail",
    "detail": "least",
    "row": "label",
    "label": "running",
}

_T = TypeVar("_T")
Built = tuple[Item, QWidget]


def build_fitting(
    theme: Theme, items: Iterable[Item], width: int, room: int, alone: int
) -> list[Built]:
    """Return items and their widgets, none taller than room px as far as words allow.

    One sentence may be up to alone px tall: it then has a screen to itself. Things to press
    never leave their title. Lists come line by line, so that they fill every screen.
    """
    found: list[Built] = []
    for item in items:
        widget = build_item(theme, item)
        tall = widget.heightForWidth(width)
        flows = isinstance(item, GroupItem) and item.flows
        if tall <= min(room, alone) and not flows:
            # Nearly always; to part it would be work for nothing.
            found.append((item, widget))
            continue
        parts = _parts(item, widget, width)
        most = room if len(parts) > 1 or isinstance(item, RowItem | GroupItem) else alone
        if tall <= most and not flows:
            found.append((item, widget))
            continue
        widget.deleteLater()
        if len(parts) > 1 or flows:
            found.extend(build_fitting(theme, parts, width, room, alone))
        else:
            found.append(_smaller(theme, item, width, most))
    return found


def _parts(item: Item, widget: QWidget, width: int) -> list[Item]:
    if isinstance(item, PanelItem) and len(item.texts) > 1:
        return [replace(item, texts=(text,)) for text in item.texts]
    if isinstance(item, DayItem) and len(item.stops) > 1:
        return [replace(item, stops=(stop,)) for stop in item.stops]
    if isinstance(widget, OptionTable) and isinstance(item, TableItem) and len(item.cells) > 1:
        columns = widget.columns(width)
        columns = columns if columns < len(item.cells) else 1
        return [replace(item, cells=line, columns=columns) for line in _lines(item.cells, columns)]
    if isinstance(widget, RowGroup) and isinstance(item, GroupItem) and not item.together:
        columns = widget.columns(width)
        # A line that is too tall by itself is parted, too.
        columns = 1 if item.fixed or (columns >= len(item.rows) and not item.flows) else columns
        part = replace(item, columns=columns, fixed=True, flows=False)
        return [replace(part, rows=line) for line in _lines(item.rows, columns)]
    return [item]


def _lines(some: tuple[_T, ...], columns: int) -> list[tuple[_T, ...]]:
    return [some[at : at + columns] for at in range(0, len(some), columns)]


def _smaller(theme: Theme, item: Item, width: int, room: int) -> Built:
    if isinstance(item, GroupItem) and len(item.rows) == 1:
        item = replace(item, columns=1, flat_columns=1)
    while not isinstance(item, RowItem | LinkItem) and item.role in _SMALLER:
        item = replace(item, role=_SMALLER[item.role])
        widget = build_item(theme, item)
        if widget.heightForWidth(width) <= room:
            return item, widget
        widget.deleteLater()
    return item, build_item(theme, item)
