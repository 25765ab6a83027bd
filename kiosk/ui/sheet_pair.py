"""Two pages for sheets: one in front, and one that is laid out while the other is read."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.blocks.stage_panel import StagePanel
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import Sheet


class SheetPair:
    """Shows sheets in one theme; one that was prepared only has to come to the front."""

    def __init__(self, theme: Theme, content: Path, window: QWidget) -> None:
        self.pages = [SheetPage(theme, content) for _ in range(2)]
        for page in self.pages:
            page.setParent(window)
        self._ahead: Sheet | None = None

    def show(self, sheet: Sheet, box: QRect, screen: int) -> SheetPage:
        """Return the page that shows a sheet in a box, from a screen."""
        if screen == 0 and self._ahead == sheet and self.pages[1].geometry() == box:
            self.pages.reverse()
            self._ahead = None
            self.pages[0].begin()
        else:
            self.pages[0].show_sheet(sheet, screen, box)
        return self.pages[0]

    def prepare(self, sheet: Sheet) -> None:
        """Lay out the sheet that most likely comes next, where the one in front stands."""
        if sheet != self._ahead:
            self.pages[1].build(sheet, 0, self.pages[0].geometry())
            for drawing in self.pages[1].findChildren(StagePanel):
                drawing.lay_out()
            self._ahead = sheet
