"""Nothing is ever clipped: what is too tall for the screen is split, then set smaller."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.ui.blocks.build import build_item
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import DayItem, GroupItem, Item, PanelItem, RowItem, TableItem

# Acceptance row A-10: no patient text below 0.72 of the chosen size.
_SMALLER = {
    "lead": "body",
    "body": "detail",
    "strong": "detail",
    "detail": "least",
    "row": "label",
    "label": "running",
}

Built = tuple[Item, QWidget]


def build_fitting(
    theme: Theme, items: Iterable[Item], width: int, room: int, alone: int
) -> list[Built]:
    """Return items and their widgets, none taller than room px as far as words allow.

    One sentence may be up to alone px tall: it then has a screen to itself. Things to press
    never leave their title.
    """
    found: list[Built] = []
    for item in items:
        widget = build_item(theme, item)
        tall, parts = widget.heightForWidth(width), _parts(item)
        most = room if len(parts) > 1 or isinstance(item, RowItem | GroupItem) else alone
        if tall <= most:
            found.append((item, widget))
            continue
        widget.deleteLater()
        if len(parts) > 1:
            found.extend(build_fitting(theme, parts, width, room, alone))
        else:
            found.append(_smaller(theme, item, width, most))
    return found


def _parts(item: Item) -> list[Item]:
    if isinstance(item, PanelItem) and len(item.texts) > 1:
        return [replace(item, texts=(text,)) for text in item.texts]
    if isinstance(item, DayItem) and len(item.stops) > 1:
        return [replace(item, stops=(stop,)) for stop in item.stops]
    if isinstance(item, TableItem) and len(item.cells) > 1:
        half = -(-len(item.cells) // 2)
        return [replace(item, cells=cells) for cells in (item.cells[:half], item.cells[half:])]
    if isinstance(item, GroupItem) and not item.together and len(item.rows) > 1:
        half = -(-len(item.rows) // 2)
        halves = (item.rows[:half], item.rows[half:])
        if half == 1:
            return [replace(item, rows=rows, columns=1, flat_columns=1) for rows in halves]
        return [replace(item, rows=rows) for rows in halves]
    return [item]


def _smaller(theme: Theme, item: Item, width: int, room: int) -> Built:
    if isinstance(item, GroupItem) and len(item.rows) == 1:
        item = replace(item, columns=1, flat_columns=1)
    while not isinstance(item, RowItem) and item.role in _SMALLER:
        item = replace(item, role=_SMALLER[item.role])
        widget = build_item(theme, item)
        if widget.heightForWidth(width) <= room:
            return item, widget
        widget.deleteLater()
    return item, build_item(theme, item)
