"""Nothing is ever clipped: what is too tall for the screen is split, then set smaller."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.ui.blocks.build import build_item
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import GroupItem, Item, PanelItem, RowItem

# Acceptance row A-10: no patient text below 0.72 of the chosen size.
_SMALLER = {
    "lead": "body",
    "body": "detail",
    "strong": "detail",
    "detail": "small",
    "row": "label",
    "label": "tool",
}

Built = tuple[Item, QWidget]


def build_fitting(theme: Theme, items: Iterable[Item], width: int, room: int) -> list[Built]:
    """Return items and their widgets, none taller than room px as far as words allow."""
    found: list[Built] = []
    for item in items:
        widget = build_item(theme, item)
        if widget.heightForWidth(width) <= room:
            found.append((item, widget))
            continue
        parts = _parts(item)
        widget.deleteLater()
        if len(parts) > 1:
            found.extend(build_fitting(theme, parts, width, room))
        else:
            found.append(_smaller(theme, item, width, room))
    return found


def _parts(item: Item) -> list[Item]:
    if isinstance(item, PanelItem) and len(item.texts) > 1:
        return [replace(item, texts=(text,)) for text in item.texts]
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
