"""The page most of the journey is made of: a title, items, and at times a picture."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.blocks.build import build_item, gap_above
from kiosk.ui.blocks.picture import build_picture
from kiosk.ui.pages.page import Page
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.widgets.paginate import paginate
from kiosk.ui.widgets.place_plan import PlacePlan
from kiosk.ui.widgets.prose import Prose, heading
from kiosk.ui.widgets.water import paint_shore


class SheetPage(Page):
    """Shows a sheet, packed into as many screens as its words need."""

    turned = Signal()

    def __init__(self, theme: Theme, content: Path) -> None:
        super().__init__(theme)
        self._content = content
        self._sheet: Sheet | None = None
        self._title: Prose | None = None
        self._items: list[QWidget] = []
        self._picture: QWidget | None = None
        self._screens: list[range] = [range(0)]
        self.screen_index = 0

    @property
    def screen_count(self) -> int:
        """How many screens the sheet takes; a picture that stands alone counts as one."""
        return len(self._screens)

    def show_sheet(self, sheet: Sheet, *, at_end: bool = False) -> None:
        """Show another sheet, or the same one changed, keeping the screen in front."""
        same = self._sheet is not None and self._sheet.key == sheet.key
        self._clear()
        self._sheet = sheet
        self._title = heading(self.theme, sheet.title, self)
        self._items = [build_item(self.theme, item) for item in sheet.items]
        for widget in self._items:
            widget.setParent(self)
            if hasattr(widget, "asked"):
                widget.asked.connect(self.asked)
        if sheet.picture is not None:
            self._picture = build_picture(self.theme, sheet.picture, self._content)
            self._picture.setParent(self)
        wanted = self.screen_index if same else (10**6 if at_end else 0)
        self._lay_out(wanted)

    def _clear(self) -> None:
        for widget in (self._title, self._picture, *self._items):
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._title, self._picture, self._items = None, None, []

    def turn(self, step: int) -> bool:
        """Turn to another screen of this sheet; False when there is none."""
        there = self.screen_index + step
        if not 0 <= there < self.screen_count:
            return False
        self._lay_out(there)
        self.turned.emit()
        return True

    def resizeEvent(self, event: object) -> None:
        """Pack again when the room changes."""
        if self._sheet is not None:
            self._lay_out(self.screen_index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a quiet shore under pages that have no picture of their own."""
        if self._picture is None:
            paint_shore(QPainter(self), self.theme, self.rect())

    def _lay_out(self, wanted: int) -> None:
        sheet, title = self._sheet, self._title
        if sheet is None or title is None or self.height() < self.theme.px(20):
            return
        plan = PlacePlan(self.theme, self, sheet, self._picture)
        gaps = [0] + [
            gap_above(self.theme, item, before)
            for before, item in zip(sheet.items, sheet.items[1:], strict=False)
        ]
        title_height = title.heightForWidth(plan.width)
        title_gap = self.theme.px(2.0 if self.theme.metrics.small else 4.0)
        heights = [widget.heightForWidth(plan.width) for widget in self._items]
        room = plan.room - title_height - title_gap
        self._screens = paginate(heights, gaps, room)
        if plan.picture_alone:
            self._screens.insert(0, range(0))
        self.screen_index = min(max(0, wanted), self.screen_count - 1)
        shown = self._screens[self.screen_index]
        alone = plan.picture_alone and self.screen_index == 0
        self._place_picture(plan, title_height + title_gap, alone=alone)
        used = title_height + title_gap + sum(heights[i] for i in shown)
        used += sum(gaps[i] for i in shown if i != shown.start)
        top = plan.top + plan.lowered(used)
        title.setGeometry(plan.left, top, plan.width, title_height)
        title.show()
        self._place_items(plan, shown, heights, gaps, top + title_height + title_gap)

    def _place_items(
        self, plan: PlacePlan, shown: range, heights: list[int], gaps: list[int], top: int
    ) -> None:
        for index, widget in enumerate(self._items):
            if index not in shown:
                widget.hide()
                continue
            top += gaps[index] if index != shown.start else 0
            widget.setGeometry(plan.left, top, plan.width, heights[index])
            widget.show()
            top += heights[index]

    def _place_picture(self, plan: PlacePlan, title: int, *, alone: bool) -> None:
        if self._picture is None:
            return
        if plan.picture_alone:
            self._picture.setVisible(alone)
            box = (plan.left, plan.top + title, plan.width, plan.room - title)
        else:
            self._picture.show()
            box = plan.picture
        self._picture.setGeometry(*box)
