"""The page most of the journey is made of: a title, items, and at times a picture."""

import math
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.blocks.build import RowGroup
from kiosk.ui.blocks.fit import Built
from kiosk.ui.blocks.icon_array import IconArray
from kiosk.ui.blocks.link import Link
from kiosk.ui.blocks.picture import build_picture
from kiosk.ui.blocks.stage_panel import StagePanel
from kiosk.ui.pages.packing import NEAR_FOOT_MM, NOTHING, pack
from kiosk.ui.pages.page import Page, throw_away
from kiosk.ui.pages.share import OPENING, RUNNING, TITLE, UNTITLED, Room
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.widgets.place_plan import SHARES, PlacePlan
from kiosk.ui.widgets.prose import Prose, heading
from kiosk.ui.widgets.row import Row
from kiosk.ui.widgets.telling import let_tell
from kiosk.ui.widgets.water import SHORE, STONES, paint_shore, paint_water

# As part of a page's height: how far the water reaches above its shore.
_WAVE = 0.03
# Items that ask for something.
_PRESSED = (Row, RowGroup, Link)


class SheetPage(Page):
    """Shows a sheet, packed into as many screens as its words need."""

    turned = Signal()

    def __init__(self, theme: Theme, content: Path) -> None:
        super().__init__(theme)
        self._content = content
        self.sheet: Sheet | None = None
        self._title: Prose | None = None
        self._packed = NOTHING
        self._plan: PlacePlan | None = None
        self._picture: QWidget | None = None
        self._packed_for = QSize()

    @property
    def screen_count(self) -> int:
        """How many screens the sheet takes; a picture that stands alone counts as one."""
        return len(self._packed.shares.screens)

    def show_sheet(self, sheet: Sheet, screen: int = 0, box: QRect | None = None) -> None:
        """Show another sheet from a screen, or the same one changed, keeping what is in front."""
        same = self.sheet is not None and self.sheet.key == sheet.key
        self.build(sheet, self.screen_index if same else screen, box)
        if not same:
            self.begin()

    def build(self, sheet: Sheet, screen: int = 0, box: QRect | None = None) -> None:
        """Set up a sheet, seen or not; nothing moves yet."""
        self._clear()
        if box is not None:
            self.setGeometry(box)
        self.sheet = sheet
        self._title = heading(self.theme, sheet.title, self)
        if sheet.picture is not None:
            self._picture = build_picture(self.theme, sheet.picture, self._content)
            self._picture.setParent(self)
        self._pack()
        self._place(screen)

    def begin(self) -> None:
        """Let the picture move, now that the page has come."""
        if isinstance(self._picture, StagePanel):
            self._picture.begin()

    def _clear(self) -> None:
        throw_away(self._title, self._picture, *(one for _, one in self._packed.items))
        self.sheet, self._title, self._picture, self._packed = None, None, None, NOTHING

    def items(self) -> list[Built]:
        """Return the items as they were built, with their widgets."""
        return list(self._packed.items)

    def spoken_parts(self) -> list[QWidget]:
        """Return title and items; the picture comes after the words that lead up to it."""
        parts = [one for _, one in self._packed.items]
        if self._picture is not None:
            rows = (at for at, one in enumerate(parts) if isinstance(one, _PRESSED))
            parts.insert(next(rows, len(parts)), self._picture)
        return [self._title, *parts] if self._title is not None else parts

    def turn(self, step: int) -> bool:
        """Turn to another screen of this sheet; False when there is none."""
        there = self.screen_index + step
        if not 0 <= there < self.screen_count:
            return False
        self._place(there)
        self.turned.emit()
        return True

    def resizeEvent(self, event: object) -> None:
        """Pack again when the room changes; a page that was hidden is told late, and again."""
        if self.sheet is not None and self.size() != self._packed_for:
            self.show_sheet(self.sheet)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a quiet shore, or, where there is room below the words, the stones of the way."""
        sheet, theme = self.sheet, self.theme
        if self._picture is not None or sheet is None:
            return
        shown = [one.geometry().bottom() for _, one in self._packed.items if one.isVisible()]
        roomy = theme.metrics.portrait or not theme.metrics.small
        free = roomy and max(shown, default=0) < self.height() * (SHORE - _WAVE)
        if free and sheet.step is not None and not theme.metrics.low:
            reached = sheet.step.step * STONES // sheet.step.of
            paint_water(QPainter(self), theme, self.rect(), reached=reached)
        else:
            paint_shore(QPainter(self), theme, self.rect())

    def _pack(self) -> None:
        """Build the items for the room there is, and share them out among screens."""
        sheet, title = self.sheet, self._title
        self._packed_for, self._plan, self._packed = self.size(), None, NOTHING
        if sheet is None or title is None or self.height() < self.theme.px(20):
            return
        for most in SHARES:
            self._packed.forget()
            plan = self._plan = PlacePlan(self.theme, self, sheet, self._picture, most=most)
            room = Room(plan.room, *(self._under_title(plan, role) for role in (TITLE, RUNNING)))
            self._packed = pack(self, sheet, plan.width, room, picture_first=plan.picture_alone)
            if not plan.crowds(smaller=self._packed.sets_smaller(sheet.items)):
                break
        for _, widget in self._packed.items:
            if isinstance(widget, _PRESSED):
                widget.asked.connect(self.asked)
            let_tell(widget, sheet.tells, self.asked)

    def _under_title(self, plan: PlacePlan, role: str) -> int:
        """Set the title in a role and return the px it takes with the space under it."""
        if self._title is None or not role:
            return 0
        self._title.set_role(role)
        metrics = self.theme.metrics
        gap = self.theme.px(1.0 if metrics.tight else 2.0 if metrics.small else 4.0)
        return self._title.heightForWidth(plan.width) + gap

    def _place(self, wanted: int) -> None:
        plan, title = self._plan, self._title
        if plan is None or title is None:
            return
        at = self.screen_index = min(max(0, wanted), self.screen_count - 1)
        alone = plan.picture_alone and at == 0
        words = self._packed.words(at)
        role = self._packed.shares.title_role(at, words)
        role = _giving_way(role, self._picture if alone else None, plan, self._under_title)
        under = self._under_title(plan, role)
        shown = self._packed.shown(at, plan.room - under - words - self.theme.px(NEAR_FOOT_MM))
        used = under + self._packed.tall(shown)
        opening = (plan.room - used) // 3 if role == OPENING else 0
        top = plan.top + max(opening, plan.lowered(used))
        self._place_picture(plan, under, top, alone=alone)
        title.setGeometry(plan.left, top, plan.width, title.heightForWidth(plan.width))
        title.setVisible(bool(role))
        top += under
        for index, (_, widget) in enumerate(self._packed.items):
            if index in shown:
                top += self._packed.gaps[index] if index != shown[0] else 0
                # Placed before it is shown, or Qt would ask for its size on one line first.
                widget.setGeometry(plan.left, top, plan.width, self._packed.heights[index])
                top += self._packed.heights[index]
                _let_keys_reach(widget, alone=not role)
            widget.setVisible(index in shown)

    def _place_picture(self, plan: PlacePlan, title: int, first: int, *, alone: bool) -> None:
        if self._picture is None:
            return
        apart = (plan.left, plan.top + title, plan.width, plan.room - title)
        self._picture.setVisible(alone or not plan.picture_alone)
        self._picture.setGeometry(*(apart if plan.picture_alone else plan.picture))
        _stand_level(self._picture, self.theme, first - plan.top)


def _giving_way(
    role: str, picture: QWidget | None, plan: PlacePlan, under: Callable[[PlacePlan, str], int]
) -> str:
    """Return how the title stands above people that stand alone: as large as they let it."""
    if not isinstance(picture, IconArray):
        return role
    ways = (role, RUNNING, UNTITLED)
    fits = (one for one in ways if picture.fits(plan.width, plan.room - under(plan, one)))
    return next(fits, role)


def _stand_level(picture: QWidget, theme: Theme, lower: int) -> None:
    """Set people as much lower as the words beside them, as far as that leaves them their size."""
    if isinstance(picture, IconArray) and not theme.metrics.portrait:
        free = max(0, picture.height() - math.ceil(picture.plan().height))
        picture.setGeometry(picture.geometry().adjusted(0, min(free, lower), 0, 0))


def _let_keys_reach(widget: QWidget, *, alone: bool) -> None:
    """Where the title gave way to a sentence, keys and screen readers start at the sentence."""
    words = widget if isinstance(widget, Prose) else widget.findChild(Prose)
    if isinstance(words, Prose):
        words.setFocusPolicy(Qt.FocusPolicy.TabFocus if alone else Qt.FocusPolicy.NoFocus)
