"""The page that waits: one should want to touch it from three metres away."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.pages.page import Page
from kiosk.ui.theme.metrics import GAP_MM
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.screens import WelcomeView
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.column import Stack, place_stack, stack_height
from kiosk.ui.widgets.language_tiles import LanguageTiles
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.prose import Prose, heading
from kiosk.ui.widgets.water import SHORE, paint_water

_WIDE_MM, _START_MM = 250.0, 32.0
# The title may take one part in this of the room above the water.
_TITLE_SHARE = 3


class WelcomePage(Page):
    """Title, one large Start, languages, and the quiet ways to staff and help."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view: WelcomeView | None = None
        self._parts: list[QWidget] = []
        self._notes: list[Note] = []
        self._flooded = False

    def show_view(self, view: WelcomeView) -> None:
        """Show Welcome."""
        if view == self._view:
            return
        self._view = view
        for part in self._parts:
            part.hide()
            part.deleteLater()
        theme = self.theme
        self._title = heading(theme, view.title, self, "display")
        self._lead = Prose(theme, "lead", "ink2")
        self._lead.set_text(view.lead)
        self._clinic = Prose(theme, "tool", "ink2")
        self._clinic.set_text(view.clinic)
        self._start = TouchButton(
            theme, view.start.text, view.start.verb, kind="primary", icon=view.start.icon
        )
        self._notes = [Note(theme, icon, text) for icon, text in view.notes]
        self._tiles = LanguageTiles(theme, view.languages, view.hears)
        self._staff = TouchButton(
            theme, view.staff.text, view.staff.verb, kind="quiet", icon=view.staff.icon
        )
        self._start.set_role("start")
        self._staff.set_role("tool")
        self._parts = [
            self._clinic,
            self._title,
            self._lead,
            self._start,
            *self._tiles.buttons,
            *self._notes,
            self._staff,
        ]
        for part in self._parts:
            part.setParent(self)
            part.show()
            if isinstance(part, TouchButton):
                part.asked.connect(self.asked)
        self._place()

    def spoken_parts(self) -> list[QWidget]:
        """Return the parts in reading order."""
        return list(self._parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        self._place()

    def _place(self) -> None:
        if self._view is None:
            return
        theme, metrics = self.theme, self.theme.metrics
        width = min(self.width() - 2 * metrics.margin, theme.px(_WIDE_MM))
        left = (self.width() - width) // 2
        shore = round(self.height() * SHORE) - theme.px(2.0)
        stack, row = self._stack(width, shore, width), width
        self._flooded = bool(self._notes) and self._notes[0] not in [part for part, _ in stack]
        if self._flooded:
            # Rather than leave out the way without a kiosk, large words stand over the water.
            shore = self.height() - theme.px(4.0)
            # Down there the languages stand beside the button of staff.
            row -= self._staff.sizeHint().width() + theme.px(GAP_MM)
            stack = self._stack(width, shore, row)
        used = stack_height(stack, width) + self._tiles.height(row)
        below = place_stack(stack, QRect(left, max(0, (shore - used) // 2), width, 0))
        self._tiles.place(self, left, below + theme.px(5.0), row)
        size = self._staff.sizeHint()
        near = metrics.margin - theme.px(2.5)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = near if rtl else self.width() - near - size.width()
        height = theme.px(14.5)
        y = self.height() - height - theme.px(GAP_MM)
        self._staff.setGeometry(x, y, size.width(), height)

    def _stack(self, width: int, room: int, row: int) -> Stack:
        """Everything above the water; the small notes give way first on a small panel.

        `row` is the width in px that the languages have.
        """
        theme = self.theme
        small = theme.metrics.small
        least = theme.px(20.0 if small else _START_MM)
        self._start.setMinimumHeight(max(least, self._start.words_size().height()))
        self._title.set_role("hero")
        if self._title.heightForWidth(width) > room // _TITLE_SHARE:
            self._title.set_role("display")
        lead: list[tuple[QWidget, int]] = [(self._lead, theme.px(2.5))]
        title: list[tuple[QWidget, int]] = [(self._title, theme.px(1.5))]
        if self._view is not None and self._view.clinic:
            title.insert(0, (self._clinic, 0))
        start: list[tuple[QWidget, int]] = [(self._start, theme.px(4.0 if small else 9.0))]
        notes = [(note, theme.px(7.0 if not i else 2.0)) for i, note in enumerate(self._notes)]
        plans = [[*title, *lead, *start, *notes[:count]] for count in range(len(notes), 0, -1)]
        close = [(note, theme.px(2.0 if theme.metrics.tight else 4.0)) for note in self._notes[:1]]
        plans += [
            [*title, *lead, *start, *close],
            [*title, *start, *close],
            [*title[-1:], *start, *close],
            [*title, *start],
        ]
        room -= self._tiles.height(row)
        fits = (one for one in plans if stack_height(one, width) <= room)
        chosen = next(fits, plans[-1])
        shown = {part for part, _ in chosen}
        for part in (self._clinic, self._lead, *self._notes):
            part.setVisible(part in shown)
        return chosen

    def overflows(self) -> bool:
        """Say whether anything is cut, or the way without a kiosk had to be left out."""
        left_out = bool(self._notes) and not self._notes[0].isVisibleTo(self)
        return super().overflows() or left_out

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint still water and the stepping stones."""
        painter = QPainter(self)
        # Where words stand over the water, stones would peep out between them.
        paint_water(painter, self.theme, self.rect(), stones=not self._flooded)
