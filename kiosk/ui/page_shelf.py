"""Builds pages when they are first needed, and in the largest size at which they fit."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.pages.page import Page, throw_away
from kiosk.ui.pages.welcome_page import WelcomePage
from kiosk.ui.theme.metrics import SIZES
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.screens import (
    GlassView,
    KeypadView,
    KeysView,
    NoticeView,
    SavedView,
    TableView,
    View,
    WelcomeView,
)
from kiosk.ui.views.sheet import Sheet

if TYPE_CHECKING:
    from kiosk.ui.sheet_pair import SheetPair


def _page_of(kind: type) -> Callable[[Theme], Page]:
    """Return what makes the page of a view; each is loaded when it is first needed."""
    if kind is WelcomeView:
        return WelcomePage
    return _other_pages()[kind]


@cache
def _other_pages() -> dict[type, Callable[[Theme], Page]]:
    from kiosk.ui.pages.glass_page import GlassPage
    from kiosk.ui.pages.keypad_page import KeypadPage
    from kiosk.ui.pages.keys_page import KeysPage
    from kiosk.ui.pages.notice_page import NoticePage
    from kiosk.ui.pages.saved_page import SavedPage
    from kiosk.ui.pages.table_page import TablePage

    return {
        NoticeView: NoticePage,
        KeypadView: KeypadPage,
        SavedView: SavedPage,
        TableView: TablePage,
        GlassView: GlassPage,
        KeysView: KeysPage,
    }


class PageShelf(QObject):
    """Keeps one page of each kind; asked and turned pass on what the pages say."""

    asked = Signal(object)
    turned = Signal()

    def __init__(self, window: QWidget, content: Path) -> None:
        super().__init__(window)
        self._window, self._content = window, content
        self._pages: dict[type, Page] = {}
        self._keys: dict[type, str] = {}
        self._sheets: SheetPair | None = None

    def show(self, view: View, theme: Theme, box: QRect, screen: int) -> Page:
        """Return the page that shows a view in a box; screen is where a sheet starts."""
        if isinstance(view, Sheet):
            return self._pair(theme).show(view, box, screen)
        kind = type(view)
        old = self._pages.get(kind)
        if old is not None and self._keys.get(kind) == view.key:
            _fill(old, view, box)
            if not old.overflows():
                return old
        return self._fitting(view, theme, box)

    def prepare(self, sheet: Sheet) -> None:
        """Lay out the sheet that most likely comes next, if one is in front."""
        if self._sheets is not None:
            self._sheets.prepare(sheet)

    def _pair(self, theme: Theme) -> "SheetPair":
        if self._sheets is None:
            from kiosk.ui.sheet_pair import SheetPair

            self._sheets = SheetPair(theme, self._content, self._window)
            for page in self._sheets.pages:
                page.asked.connect(self.asked)
                page.turned.connect(self.turned)
        return self._sheets

    def _fitting(self, view: View, theme: Theme, box: QRect) -> Page:
        """Pages of one screen cannot turn; where the words do not fit they are set smaller."""
        kind, metrics = type(view), theme.metrics
        old = self._pages.get(kind) if self._keys.get(kind) == view.key else None
        carried = old.carry() if old is not None else ""
        self._drop(kind)
        sizes = SIZES[SIZES.index(metrics.size) :: -1]
        held = [metrics.smaller(size) for size in sizes]
        # Small letters are a lesser evil than cut ones.
        loose = [metrics.smaller(size, strict=False) for size in sizes]
        last = replace(metrics, size=SIZES[0], chosen=metrics.size)
        for one in (*held, *loose, last):
            page = _page_of(kind)(replace(theme, metrics=one))
            self._keep(kind, page)
            _fill(page, view, box)
            if one is last or not page.overflows():
                break
            self._drop(kind)
        self._keys[kind] = view.key
        if carried:
            page.resume(carried)
        return page

    def _keep(self, kind: type, page: Page) -> None:
        page.setParent(self._window)
        page.asked.connect(self.asked)
        self._pages[kind] = page

    def _drop(self, kind: type) -> None:
        throw_away(self._pages.pop(kind, None))

    def clear(self) -> None:
        """Throw away every page with whatever it held of a person."""
        for kind in list(self._pages):
            self._drop(kind)
        throw_away(*(self._sheets.pages if self._sheets is not None else ()))
        self._sheets = None
        self._keys = {}


def _fill(page: Page, view: View, box: QRect) -> None:
    page.setGeometry(box)
    page.show_view(view)  # type: ignore[attr-defined]  # each page takes its own kind of view
