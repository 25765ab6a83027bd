"""Rows about fingers: sizes, gaps, and where things stand. All lengths in mm."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget

from kiosk.ui.audit.fault import Fault
from kiosk.ui.blocks.build import RowGroup
from kiosk.ui.blocks.stage_panel import StagePanel
from kiosk.ui.shell import Shell
from kiosk.ui.theme.metrics import GAP_MM, MAIN_TARGET_MM, SMALL_MAIN_TARGET_MM, TARGET_MM
from kiosk.ui.views.screens import WelcomeView
from kiosk.ui.walk.audit import audit as layout_faults
from kiosk.ui.widgets.keypad import Keypad
from kiosk.ui.widgets.row import Row

_OUTCOME_GAP_MM = 5.0
_DIGIT_MM, _LETTER_MM, _LOW_LETTER_MM = 18.0, 16.0, 13.0
_LOW_PART = 0.35
# A pixel of rounding at each edge.
_ROUNDING_PX = 2


def seen(shell: Shell, kind: type[QWidget]) -> list[QWidget]:
    """Return the widgets of a kind that can be seen."""
    return [one for one in shell.findChildren(kind) if one.isVisible()]


def box(shell: Shell, widget: QWidget) -> QRect:
    """Return where a widget stands in the window, in px."""
    return QRect(widget.mapTo(shell, QPoint(0, 0)), widget.size())


def touch_faults(shell: Shell) -> Iterator[Fault]:
    """Yield what the page in front gets wrong."""
    yield from (Fault("A-13", what) for what in layout_faults(shell))
    yield from _sizes(shell)
    yield from _gaps(shell)
    yield from _outcomes(shell)
    yield from _way_on(shell)
    for area in seen(shell, QAbstractScrollArea):
        yield Fault("A-14", f"{type(area).__name__} scrolls")


def _sizes(shell: Shell) -> Iterator[Fault]:
    metrics = shell.theme.metrics
    main = SMALL_MAIN_TARGET_MM if metrics.tight else MAIN_TARGET_MM
    for button in seen(shell, QAbstractButton):
        high = (button.height() + _ROUNDING_PX) / metrics.px_per_mm
        wide = (button.width() + _ROUNDING_PX) / metrics.px_per_mm
        name = button.accessibleName()
        if min(high, wide) < TARGET_MM:
            yield Fault("A-01", f"{name!r} is {wide:.1f} x {high:.1f} mm")
        if (isinstance(button, Row) or button.parentWidget() is shell.foot) and high < main:
            yield Fault("A-02", f"{name!r} is {high:.1f} mm high")
        pad = button.parentWidget()
        if isinstance(pad, Keypad):
            least = _least_key(shell, pad)
            if min(high, wide) < least:
                yield Fault("A-03", f"key {name!r} is {wide:.1f} x {high:.1f} mm")


def _least_key(shell: Shell, pad: Keypad) -> float:
    """Return the least side of a key in mm; only staff meet letters, smaller on a low panel."""
    metrics = shell.theme.metrics
    if not pad.letters:
        return _DIGIT_MM
    return _LOW_LETTER_MM if metrics.small and not metrics.portrait else _LETTER_MM


def _gaps(shell: Shell) -> Iterator[Fault]:
    per_mm = shell.theme.metrics.px_per_mm
    boxes = [(one.accessibleName(), box(shell, one)) for one in seen(shell, QAbstractButton)]
    for (name, one), (other_name, other) in combinations(boxes, 2):
        gap = (_apart(one, other) + _ROUNDING_PX) / per_mm
        if gap < GAP_MM:
            yield Fault("A-04", f"{name!r} and {other_name!r} are {gap:.1f} mm apart")


def _apart(one: QRect, other: QRect) -> int:
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    return max(across, down)


def _outcomes(shell: Shell) -> Iterator[Fault]:
    """The doors are opposites: further apart, and of one size."""
    view = shell.view
    if view is None or view.key != "doors":
        return
    per_mm = shell.theme.metrics.px_per_mm
    for group in seen(shell, RowGroup):
        boxes = [box(shell, one) for one in group.findChildren(Row)]
        if len({(one.width(), one.height()) for one in boxes}) > 1:
            yield Fault("A-70", "the doors differ in size")
        for one, other in combinations(boxes, 2):
            gap = (_apart(one, other) + _ROUNDING_PX) / per_mm
            if gap < _OUTCOME_GAP_MM:
                yield Fault("A-04", f"two doors are {gap:.1f} mm apart")


def _way_on(shell: Shell) -> Iterator[Fault]:
    """What leads on stands low; the drawing's own buttons and Welcome's are no such thing."""
    if not shell.foot.isVisible() or isinstance(shell.view, WelcomeView):
        return
    top = shell.height() * (1 - _LOW_PART)
    for button in shell.foot.findChildren(QAbstractButton):
        if button.isVisible() and not isinstance(button.parentWidget(), StagePanel):
            place = box(shell, button)
            if place.center().y() < top:
                yield Fault("A-09", f"{button.accessibleName()!r} stands above the lowest part")
