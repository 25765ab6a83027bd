"""Measures the page in front: nothing cut, nothing covered, nothing too small to touch."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.ui.blocks.icon_array import IconArray
from kiosk.ui.pages.table_page import TablePage
from kiosk.ui.shell import Shell
from kiosk.ui.theme.metrics import GAP_MM, TARGET_MM
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.row import Row

# One pixel for rounding millimetres, and one for edges that share it.
_ROUNDING = 1


@dataclass(frozen=True)
class _Seen:
    """A widget that can be seen, and its box in the window."""

    widget: QWidget
    box: QRect

    @property
    def name(self) -> str:
        """A short name for a report."""
        text = self.widget.accessibleName()
        if not text and isinstance(self.widget, QLabel | QAbstractButton):
            text = self.widget.text()
        return f"{type(self.widget).__name__} {text[:40]!r}"

    @property
    def place(self) -> str:
        """The box as numbers."""
        return f"{self.box.width()}x{self.box.height()}+{self.box.x()}+{self.box.y()}"


def audit(shell: Shell) -> list[str]:
    """Return every layout fault of the page in front, each with its numbers in px."""
    seen = [
        _Seen(one, QRect(one.mapTo(shell, QPoint(0, 0)), one.size()))
        for one in shell.findChildren(QWidget)
        if one.isVisible() and not isinstance(one, FocusRing)
    ]
    found = [fault for one in seen for fault in _alone(shell, one)]
    found.extend(
        f"{one.name} is cut: {one.place}, needs {one.widget.plan().height:.0f} px of height"
        for one in seen
        if isinstance(one.widget, IconArray) and one.widget.is_cut()
    )
    found.extend(_overlaps(seen))
    found.extend(_targets(shell, seen))
    found.extend(_bars(shell))
    if isinstance(shell.page, TablePage):
        found.extend(shell.page.cut_cells())
    return found


def _alone(shell: Shell, one: _Seen) -> Iterator[str]:
    """Faults of one widget by itself: out of its place, or too small for its words."""
    widget, box = one.widget, one.box
    parent = widget.parentWidget()
    if not shell.rect().contains(box):
        yield f"{one.name} leaves the window: {one.place}"
    elif parent is not None and not parent.rect().contains(widget.geometry()):
        yield f"{one.name} leaves its {type(parent).__name__}: {one.place}"
    if widget.hasHeightForWidth() and not isinstance(widget, QAbstractButton):
        yield from _too_low(one, widget.heightForWidth(widget.width()))
    if isinstance(widget, Prose) and widget.width() < widget.widest_word():
        yield f"{one.name} is {widget.width()} wide, its longest word {widget.widest_word()}"
    if isinstance(widget, Row):
        yield from _too_low(one, widget.heightForWidth(widget.width()))
        if widget.width() < widget.least_width():
            yield f"{one.name} is {widget.width()} wide and needs {widget.least_width()}"
    if isinstance(widget, TouchButton):
        yield from _button(one, widget)


def _too_low(one: _Seen, needed: int) -> Iterator[str]:
    # A picture is drawn to fit whatever it gets; only words need their height.
    has_words = isinstance(one.widget, Row | Prose) or one.widget.findChild(Prose) is not None
    if has_words and one.widget.height() < needed - _ROUNDING:
        yield f"{one.name} is {one.widget.height()} high and needs {needed}"


def _button(one: _Seen, button: TouchButton) -> Iterator[str]:
    needed = button.words_size()
    if button.width() < needed.width() or button.height() < needed.height():
        yield (
            f"{one.name} is {button.width()}x{button.height()}, its words need "
            f"{needed.width()}x{needed.height()}"
        )


def _overlaps(seen: list[_Seen]) -> Iterator[str]:
    """Two things that show something must not lie on each other."""
    parents = {id(one.widget.parentWidget()) for one in seen}
    leaves = [one for one in seen if id(one.widget) not in parents and _shows(one.widget)]
    for one, other in combinations(leaves, 2):
        if one.box.intersects(other.box):
            yield f"{one.name} at {one.place} lies on {other.name} at {other.place}"


def _shows(widget: QWidget) -> bool:
    if isinstance(widget, Prose):
        return bool(widget.text())
    return widget.width() > 1 and widget.height() > 1


def _targets(shell: Shell, seen: list[_Seen]) -> Iterator[str]:
    """What can be touched is large enough, and far enough from the next."""
    metrics = shell.theme.metrics
    least = TARGET_MM * metrics.px_per_mm - _ROUNDING
    gap = GAP_MM * metrics.px_per_mm - _ROUNDING
    targets = [one for one in seen if isinstance(one.widget, QAbstractButton)]
    for one in targets:
        if min(one.box.width(), one.box.height()) < least:
            yield f"{one.name} is {one.place}; a target has {least:.0f} px at least"
    for one, other in combinations(targets, 2):
        apart = _apart(one.box, other.box)
        if apart < gap:
            yield f"{one.name} and {other.name} are {apart} px apart; {gap:.0f} at least"


def _apart(one: QRect, other: QRect) -> int:
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    return max(across, down)


def _bars(shell: Shell) -> Iterator[str]:
    page = shell.page
    if page is None:
        yield "no page is in front"
        return
    for bar in (shell.tool_bar, shell.steps, shell.foot, shell.strip):
        if bar.isVisible() and bar.geometry().intersects(page.geometry()):
            yield f"{type(page).__name__} lies under {type(bar).__name__}"
