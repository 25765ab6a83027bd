"""How far away from a control its focus ring may stand: never off the glass, never on words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.telling import WordSpot


def ring_margins(window: QWidget, box: QRect, away: int, thick: int, pad: int) -> QMargins:
    """Return how far in px the outer edge of the ring stands from a box, on each side.

    `away` is wished between box and ring; words and the edge of the window take from it, a
    neighbour only what lies more than `pad` within its edge, where its words may be.
    """
    most = away + thick
    reach = box.adjusted(-most, -most, most, most)
    left = top = right = bottom = most
    for one in _in_the_way(window, pad):
        if not one.intersects(reach) or one.intersects(box):
            continue
        if one.right() < box.left():
            left = min(left, box.left() - one.right() - 1)
        elif one.left() > box.right():
            right = min(right, one.left() - box.right() - 1)
        elif one.bottom() < box.top():
            top = min(top, box.top() - one.bottom() - 1)
        else:
            bottom = min(bottom, one.top() - box.bottom() - 1)
    # What stands crowded keeps a ring of the whole thickness, half on its own edge.
    sides = (max(thick - pad, one) for one in (left, top, right, bottom))
    edges = (
        box.left(),
        box.top(),
        window.width() - 1 - box.right(),
        window.height() - 1 - box.bottom(),
    )
    return QMargins(*(min(side, edge) for side, edge in zip(sides, edges, strict=True)))


def box_in(window: QWidget, widget: QWidget) -> QRect:
    """Return where a widget stands in a window, in px."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def union_of(window: QWidget, widgets: Sequence[QWidget]) -> QRect:
    """Return the box round all the widgets, or the letters of words, in px of the window."""
    box = QRect()
    for one in widgets:
        box = box.united(_seen_box(window, one))
    return box


def _seen_box(window: QWidget, widget: QWidget) -> QRect:
    # Round one word the ring would lie on the next: it goes round the sentence.
    widget = (isinstance(widget, WordSpot) and widget.parentWidget()) or widget
    box = box_in(window, widget)
    return widget.words_box().translated(box.topLeft()) if isinstance(widget, Prose) else box


def _in_the_way(window: QWidget, pad: int) -> Iterator[QRect]:
    """Yield what must stay readable: words, drawings, and the inside of each button."""
    for one in window.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, WordSpot):
            continue
        box = _seen_box(window, one)
        if isinstance(one, Prose):
            yield box
        elif isinstance(one, QAbstractButton):
            yield box.adjusted(pad, pad, -pad, -pad)
        elif not _holds_others(one) and not _lies_over(one):
            yield box


def _holds_others(widget: QWidget) -> bool:
    return any(isinstance(one, QWidget) for one in widget.children())


def _lies_over(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
