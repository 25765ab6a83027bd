"""Measured stacking: widgets one under another, each exactly as tall as its words."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.prose import Prose

Stack = Sequence[tuple[QWidget, int]]


def height_of(widget: QWidget, width: int) -> int:
    """Return the height in px a widget needs at a width."""
    if widget.hasHeightForWidth():
        return max(widget.minimumHeight(), widget.heightForWidth(width))
    return max(widget.minimumHeight(), widget.sizeHint().height())


def stack_height(stack: Stack, width: int) -> int:
    """Return the height in px of a stack; the first gap does not count."""
    used = sum(height_of(widget, width) for widget, _ in stack)
    return used + sum(gap for _, gap in stack[1:])


def place_stack(stack: Stack, box: QRect, *, centred: bool = False) -> int:
    """Place a stack in a box from its top, or in its middle; return the px below it."""
    top = box.top()
    if centred:
        top += max(0, (box.height() - stack_height(stack, box.width())) // 2)
    for index, (widget, gap) in enumerate(stack):
        top += gap if index else 0
        height = height_of(widget, box.width())
        widget.setGeometry(box.left(), top, box.width(), height)
        widget.show()
        top += height
    return top


def fitting_role(theme: Theme, texts: Iterable[str], width: int, room: int, gap: int) -> str:
    """Return the largest text role in which all texts fit the room, at least 0.72 of the body."""
    wanted = [text for text in texts if text]
    for role in ("lead", "body", "detail"):
        used = 0
        for text in wanted:
            probe = Prose(theme, role)
            probe.set_text(text)
            used += probe.heightForWidth(width) + gap
        if used <= room:
            return role
    return "least"
