"""What somebody in front of the kiosk can see: the page, its words, its buttons."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.ui.blocks.breath import Breath
from kiosk.ui.blocks.stage_panel import StagePanel
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import View
from kiosk.ui.views.sheet import GroupItem, RowItem
from kiosk.ui.widgets.row import Row

# What is seen of a page: kind, words, place, and whether it is marked.
Print = tuple[tuple[str, str, tuple[int, int, int, int], bool], ...]


class NotThereError(Exception):
    """Something a page should offer is not on the screen."""


class GoneError(NotThereError):
    """A page was made anew while its button was being reached for."""


class Screen:
    """Looks at the window; changes nothing."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    @property
    def view(self) -> View:
        """What the window says it shows."""
        view = self.shell.view
        if view is None:
            raise NotThereError("the window shows no page")
        return view

    @property
    def key(self) -> str:
        """The name of the page and the number of its screen, from 0."""
        return f"{self.view.key}#{self.index}"

    @property
    def index(self) -> int:
        """The screen of the page in front, from 0."""
        page = self.shell.page
        return page.screen_index if page is not None else 0

    @property
    def count(self) -> int:
        """How many screens the page has."""
        page = self.shell.page
        return page.screen_count if page is not None else 1

    def box(self, widget: QWidget) -> QRect:
        """Return where a widget stands in the window, in px."""
        return QRect(widget.mapTo(self.shell, QPoint(0, 0)), widget.size())

    def buttons(self) -> list[QAbstractButton]:
        """Return every button that can be seen, in the order of its making."""
        found = self.shell.findChildren(QAbstractButton)
        return [one for one in found if one.isVisible()]

    def rows(self) -> list[Row]:
        """Return the rows that can be seen."""
        page = self.shell.page
        found = page.findChildren(Row) if page is not None else []
        return [one for one in found if one.isVisible()]

    def items(self) -> list[RowItem]:
        """Return all rows of the page, on whatever screen; a small one may show fewer words."""
        page = self.shell.page
        found: list[RowItem] = []
        for item, _ in page.items() if isinstance(page, SheetPage) else ():
            if isinstance(item, GroupItem):
                found.extend(item.rows)
            elif isinstance(item, RowItem):
                found.append(item)
        return found

    def button(self, name: str) -> QAbstractButton:
        """Return the button that is called so; raises NotThereError."""
        for one in self.buttons():
            if one.accessibleName() == name:
                return one
        raise NotThereError(f"no button {name!r} on page {self.key}")

    def prints(self) -> Print:
        """Return all that tells one page from another."""
        found = []
        for widget in self.shell.findChildren(QWidget):
            if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible():
                continue
            if isinstance(widget.parentWidget(), StagePanel | Breath):
                # Their buttons change their names while the drawing moves.
                continue
            marked = isinstance(widget, QAbstractButton) and widget.isChecked()
            box = self.box(widget)
            place = (box.x(), box.y(), box.width(), box.height())
            found.append((type(widget).__name__, widget.accessibleName(), place, marked))
        return tuple(sorted(found))

    def text(self, name: str) -> str:
        """Return the words of the label with this object name; raises NotThereError."""
        for label in self.shell.findChildren(QLabel, name):
            if label.isVisible():
                return label.text()
        raise NotThereError(f"no {name} on page {self.key}")
