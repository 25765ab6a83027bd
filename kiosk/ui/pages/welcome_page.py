"""The page that waits: one should want to touch it from three metres away."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.pages.page import Page
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.screens import WelcomeView
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.column import Stack, place_stack, stack_height
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.prose import Prose, heading
from kiosk.ui.widgets.water import paint_water


class WelcomePage(Page):
    """Title, one large Start, languages, and the quiet ways to staff and help."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view: WelcomeView | None = None
        self._parts: list[QWidget] = []

    def show_view(self, view: WelcomeView) -> None:
        """Show Welcome."""
        if view == self._view:
            return
        self._view = view
        for part in self._parts:
            part.hide()
            part.deleteLater()
        theme = self.theme
        self._title = heading(theme, view.title, self)
        self._lead = Prose(theme, "lead", "ink2")
        self._lead.set_text(view.lead)
        self._start = TouchButton(
            theme, view.start.text, view.start.verb, kind="primary", icon=view.start.icon
        )
        self._notes = [Note(theme, icon, text) for icon, text in view.notes]
        self._languages = []
        for one in view.languages:
            icon = "check" if one.chosen else ""
            self._languages.append(TouchButton(theme, one.text, one.verb, icon=icon))
        self._staff = TouchButton(
            theme, view.staff.text, view.staff.verb, kind="quiet", icon=view.staff.icon
        )
        self._help = TouchButton(
            theme, view.help.text, view.help.verb, kind="help", icon=view.help.icon
        )
        self._staff.set_role("tool")
        self._help.set_role("tool")
        self._parts = [
            self._title,
            self._lead,
            self._start,
            *self._languages,
            *self._notes,
            self._staff,
            self._help,
        ]
        for part in self._parts:
            part.setParent(self)
            part.show()
            if isinstance(part, TouchButton):
                part.asked.connect(self.asked)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        self._place()

    def _place(self) -> None:
        if self._view is None:
            return
        theme, metrics = self.theme, self.theme.metrics
        margin = metrics.margin
        corner = theme.px(4.0)
        size = self._help.sizeHint()
        height = theme.px(14.5)
        x = self.width() - margin - size.width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._help.setGeometry(margin if rtl else x, corner, size.width(), height)
        staff = self._staff.sizeHint().width()
        near = margin - theme.px(2.5)
        x = self.width() - near - staff if rtl else near
        self._staff.setGeometry(x, corner, staff, height)
        width = min(self.width() - 2 * margin, theme.px(190.0))
        box = QRect((self.width() - width) // 2, 0, width, self.height())
        top = corner + height + theme.px(3.0)
        stack = self._stack(width, self.height() - top - theme.px(4.0))
        free = self.height() - top - stack_height(stack, width) - self._row_height()
        start = top + max(0, free * 2 // 5)
        below = place_stack(stack, QRect(box.left(), start, width, 0))
        self._place_row(box.left(), below + theme.px(5.0))

    def _stack(self, width: int, room: int) -> Stack:
        """Everything in the middle; the small notes give way first on a small panel."""
        theme = self.theme
        gap = theme.px(6.0)
        self._start.setFixedHeight(theme.px(26.0 if not theme.metrics.small else 20.0))
        full: list[tuple[QWidget, int]] = [
            (self._title, 0),
            (self._lead, theme.px(3.0)),
            (self._start, theme.px(8.0)),
        ]
        notes = [(note, gap if not i else theme.px(2.5)) for i, note in enumerate(self._notes)]
        for count in range(len(notes), -1, -1):
            for note, _ in notes[count:]:
                note.hide()
            stack = full + notes[:count]
            if stack_height(stack, width) + self._row_height() <= room:
                return stack
        return full[:1] + full[2:] if self._lead.hide() is None else full

    def _row_height(self) -> int:
        if len(self._languages) < 2:
            return 0
        return self.theme.metrics.main_target + self.theme.px(5.0)

    def _place_row(self, left: int, top: int) -> None:
        if len(self._languages) < 2:
            for button in self._languages:
                button.hide()
            return
        for button in self._languages:
            size = button.sizeHint()
            button.setGeometry(left, top, size.width(), size.height())
            left += size.width() + self.theme.px(3.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint still water and the stepping stones."""
        painter = QPainter(self)
        paint_water(painter, self.theme, self.rect())
