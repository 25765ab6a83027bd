"""One calm message in the middle of the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.pages.page import Page
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.screens import NoticeView
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.button import TouchButton, fit_words
from kiosk.ui.widgets.column import Stack, fitting_role, place_stack, stack_height
from kiosk.ui.widgets.keys import only_moves, sideways
from kiosk.ui.widgets.prose import Prose, heading
from kiosk.ui.widgets.ring import Ring
from kiosk.ui.widgets.water import paint_water

_WIDTH_MM = 150.0
_SMALL_WIDTH_MM = 190.0
_LARGE_WIDTH_MM = 200.0
# Seen from 1.5 m and more.
_LARGE_PICTURE_MM, _LARGE_SMALL_MM = 42.0, 24.0


class NoticePage(Page):
    """Countdown, curtain, saving, fault, hidden: a title, lines and a few buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view: NoticeView | None = None
        self._parts: list[QWidget] = []
        self._ring: Ring | None = None
        self._picture: QLabel | None = None

    def show_view(self, view: NoticeView) -> None:
        """Show a message; a countdown only moves its ring."""
        if self._view is not None and self._view.key == view.key and self._ring and view.ring:
            self._ring.show_left(*view.ring)
            self._view = view
            return
        self._view = view
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self._ring, self._picture = None, None
        self._build(view)
        for part in self._parts:
            part.setParent(self)
            part.show()
            if isinstance(part, TouchButton):
                part.asked.connect(self.asked)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let any key go on at a countdown; arrows move, so that its other way can be reached."""
        view = self._view
        if view is None or view.ring is None or not view.buttons or only_moves(event):
            super().keyPressEvent(event)
        elif onward := sideways(event, rtl=self.theme.rtl):
            self.focusNextPrevChild(onward > 0)
        else:
            self.asked.emit(view.buttons[0].verb)

    def _build(self, view: NoticeView) -> None:
        theme = self.theme
        if view.ring is not None:
            self._ring = Ring(theme)
            self._ring.show_left(*view.ring)
            self._parts.append(self._ring)
        elif view.icon:
            picture = QLabel()
            large = _LARGE_SMALL_MM if theme.metrics.small else _LARGE_PICTURE_MM
            side = theme.px(large if view.large else 18.0)
            picture.setPixmap(theme.icon(view.icon, "primary", side))
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._parts.append(picture)
            self._picture = picture
        if view.title:
            title = heading(theme, view.title)
            title.set_centred(True)
            self._parts.append(title)
        role = self._role(view)
        for line in view.lines:
            text = Prose(theme, role)
            text.set_text(line)
            text.set_centred(True)
            self._parts.append(text)
        for index, one in enumerate(view.buttons):
            kind = "primary" if index == 0 and view.primary else "plain"
            self._parts.append(TouchButton(theme, one.text, one.verb, kind=kind, icon=one.icon))
        if view.small:
            small = Prose(theme, "small", "ink2")
            small.set_text(view.small)
            small.set_centred(True)
            self._parts.append(small)

    def _role(self, view: NoticeView) -> str:
        theme = self.theme
        low = theme.metrics.small and not theme.metrics.portrait
        rows = min(1, len(view.buttons)) if low else len(view.buttons)
        taken = theme.px(36.0) + rows * (theme.metrics.main_target + theme.px(3.0))
        if view.small:
            taken += theme.px(14.0)
        room = max(0, self.height() - taken - theme.px(24.0))
        role = fitting_role(theme, view.lines, self._column(), room, theme.px(3.0))
        return "body" if role == "lead" else role

    def _column(self) -> int:
        metrics = self.theme.metrics
        wide = _SMALL_WIDTH_MM if metrics.small else _WIDTH_MM
        if metrics.size in ("L", "XL"):
            wide = max(wide, _LARGE_WIDTH_MM)
        return min(self.width() - 2 * metrics.margin, self.theme.px(wide))

    def spoken_parts(self) -> list[QWidget]:
        """Return the parts in reading order."""
        return list(self._parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        self._place()

    def _place(self) -> None:
        theme = self.theme
        width = self._column()
        left = (self.width() - width) // 2
        if self._view is not None and self._view.key == "hidden":
            _place_on_water(self._parts, QRect(left, 0, width, self.height()), theme)
            return
        buttons = [part for part in self._parts if isinstance(part, TouchButton)]
        fit_words(buttons, width)
        stack: Stack = [(part, theme.px(self._gap(part))) for part in self._parts]
        low = theme.metrics.small and not theme.metrics.portrait
        if low or stack_height(stack, width) > self.height():
            self._place_low(left, width)
            return
        place_stack(stack, QRect(left, 0, width, self.height()), centred=True)

    def _place_low(self, left: int, width: int) -> None:
        """On a low screen the buttons stand side by side under the words."""
        theme = self.theme
        buttons = [part for part in self._parts if isinstance(part, TouchButton)]
        stack: Stack = [
            (part, theme.px(2.6)) for part in self._parts if not isinstance(part, TouchButton)
        ]
        gap = theme.px(4.0)
        tall = theme.metrics.main_target if buttons else 0
        used = stack_height(stack, width) + gap + tall
        if used > self.height() and self._picture is not None:
            # The words say it all; the picture gives way.
            self._picture.hide()
            stack = [(part, between) for part, between in stack if part is not self._picture]
            used = stack_height(stack, width) + gap + tall
        below = place_stack(stack, QRect(left, max(0, (self.height() - used) // 2), width, 0))
        wide = (width - gap * (len(buttons) - 1)) // max(1, len(buttons))
        if not fit_words(buttons, wide):
            left, width = theme.metrics.margin, self.width() - 2 * theme.metrics.margin
            wide = (width - gap * (len(buttons) - 1)) // max(1, len(buttons))
            fit_words(buttons, wide)
        for index, button in enumerate(buttons):
            box = QRect(left + index * (wide + gap), below + gap, wide, tall)
            button.setGeometry(mirror(self, box))

    def _gap(self, part: QWidget) -> float:
        if self.theme.metrics.tight:
            return 2.6
        return 5.0 if isinstance(part, TouchButton | Prose) else 4.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hidden page shows the still water, so that nothing tells what lies beneath."""
        if self._view is not None and self._view.key == "hidden":
            paint_water(QPainter(self), self.theme, self.rect())


def _place_on_water(parts: Sequence[QWidget], box: QRect, theme: Theme) -> None:
    """Place few words and buttons no wider than they need, above the stones of the picture."""
    gap = theme.px(4.0)
    buttons = [part for part in parts if isinstance(part, TouchButton)]
    words: Stack = [(part, gap) for part in parts if not isinstance(part, TouchButton)]
    fit_words(buttons, box.width())
    wide = min(box.width(), max(button.sizeHint().width() for button in buttons))
    tall = theme.metrics.main_target
    used = stack_height(words, box.width()) + len(buttons) * (tall + gap)
    top = max(0, (box.height() * 4 // 5 - used) // 2)
    y = place_stack(words, QRect(box.left(), top, box.width(), 0)) + gap
    for button in buttons:
        button.setGeometry(box.center().x() - wide // 2, y, wide, tall)
        y += tall + gap
