"""Where bars and page stand, so that somebody who sits reaches every control."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.badge_bar import BadgeBar
from kiosk.ui.widgets.bars import FootBar, StepBar, ToolBar, mirror
from kiosk.ui.widgets.prose import Prose

# The highest a control may stand above the floor (Section 508, 407.8; acceptance row A-08).
REACH_MM = 1219.0
# An upright screen of this height reaches out of reach wherever it may hang.
_TALL_MM = 450.0
# What stays free above, where the wish is all that is known; the height above the floor is not.
_FREE = 0.35
_ABOVE_TOOLS_MM, _ABOVE_TOOLS_SMALL_MM = 1.4, 1.0
# Between the tools and a foot that its buttons fill.
_BELOW_TOOLS_MM = 0.8
# The part of the foot that Back leaves on a page of keys.
_BESIDE_BACK = 0.78
_EDGE_MM, _EDGE_SMALL_MM = 3.0, 0.8


@dataclass(frozen=True, slots=True)
class Reach:
    """How high the lower edge of the screen hangs in mm, if known, and what the person wishes."""

    bottom_mm: float | None = None
    wished: bool = False

    def low(self, metrics: Metrics) -> bool:
        """Say whether the tools stand below the page, not above it."""
        return self.wished or _tall(metrics) or self._over_mm(metrics) > 0

    def free(self, metrics: Metrics) -> int:
        """Return how far from the top in px no control may stand."""
        over = self._over_mm(metrics)
        if over > 0:
            # A page needs some height, however badly a screen hangs.
            return min(metrics.px(over), metrics.height // 2)
        if self.wished and self.bottom_mm is None and _tall(metrics):
            return round(metrics.height * _FREE)
        return 0

    def _over_mm(self, metrics: Metrics) -> float:
        return 0.0 if self.bottom_mm is None else self.bottom_mm + metrics.height_mm - REACH_MM


def _tall(metrics: Metrics) -> bool:
    return metrics.portrait and metrics.height_mm > _TALL_MM


@dataclass(frozen=True, slots=True)
class Bars:
    """What stands round the page; strip is the line of a demo."""

    tools: ToolBar
    steps: StepBar
    foot: FootBar
    strip: Prose
    badge: BadgeBar


def stand(bars: Bars, window: QWidget, theme: Theme, reach: Reach) -> QRect:
    """Place the bars that are to be seen and return the box of the page."""
    metrics, wide = theme.metrics, window.width()
    low = reach.low(metrics)
    top, bottom, above = reach.free(metrics), window.height(), 0
    if low and not top:
        # No bar keeps the words away from the edge of the screen.
        top = theme.px(_EDGE_SMALL_MM if metrics.small else _EDGE_MM)
    if bars.strip.isVisibleTo(window):
        line = round(bars.strip.line_height() * 1.05)
        height = max(line, bars.strip.heightForWidth(wide))
        bottom -= height
        bars.strip.setGeometry(0, bottom, wide, height)
    if bars.foot.isVisibleTo(window):
        bottom -= metrics.foot_bar
        bars.foot.setGeometry(0, bottom, wide, metrics.foot_bar)
    if bars.tools.isVisibleTo(window):
        if low:
            # The buttons of this bar come nearer to its edge than those of the foot.
            bottom -= metrics.top_bar + _below_tools(theme)
            above = theme.px(_ABOVE_TOOLS_SMALL_MM if metrics.small else _ABOVE_TOOLS_MM)
        bars.tools.setGeometry(0, bottom if low else top, wide, metrics.top_bar)
        top += 0 if low else metrics.top_bar
    if bars.steps.isVisibleTo(window):
        least = theme.px(8.0 if metrics.small else 10.0)
        height = max(least, bars.steps.words.sizeHint().height() + 2)
        bars.steps.setGeometry(0, top, wide, height)
        top += height
    if bars.badge.isVisibleTo(window):
        top += _stand_badge(bars, window, top)
    return QRect(0, top, wide, bottom - above - top)


def _below_tools(theme: Theme) -> int:
    metrics = theme.metrics
    filled = metrics.small and not metrics.portrait and not metrics.tight
    return theme.px(_BELOW_TOOLS_MM) if filled else 0


def _stand_badge(bars: Bars, window: QWidget, top: int) -> int:
    """Place what waits for staff, above the page or beside Back; return the px it takes above."""
    wide, foot = window.width(), bars.foot.geometry()
    if not bars.badge.in_foot:
        height = bars.badge.high(wide)
        bars.badge.setGeometry(0, top, wide, height)
        return height
    room = round(wide * _BESIDE_BACK)
    height = min(bars.badge.high(room), foot.height())
    box = QRect(wide - room, foot.top() + (foot.height() - height) // 2, room, height)
    bars.badge.setGeometry(mirror(window, box))
    return 0
