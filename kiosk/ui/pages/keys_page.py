"""Keys to press one by one; each is marked once it has answered."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.pages.page import Page
from kiosk.ui.staff_verbs import KeyTried
from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import KeysView
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.button import LOOKS, TouchButton, fit_words, paint_box
from kiosk.ui.widgets.column import Stack, fitting_role, place_stack, stack_height
from kiosk.ui.widgets.prose import Prose, heading

NAMES = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Tab: "tab",
}
_GAP_MM = 4.0
_COLUMNS, _ROWS = 4, 2


class KeyMarks(QWidget):
    """A box for each key, with a tick once it has answered."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._keys: tuple[tuple[str, str, bool], ...] = ()
        self._line = theme.px(13.0 if theme.metrics.small else 16.0)
        self.setMinimumHeight(_ROWS * self._line + (_ROWS - 1) * theme.px(_GAP_MM))

    def show_keys(self, keys: tuple[tuple[str, str, bool], ...], comma: str) -> None:
        """Show which keys have answered."""
        self._keys = keys
        told = (f"{word} \u2713" if answered else word for _, word, answered in keys)
        self.setAccessibleName(comma.join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes, and a tick in those that have answered."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, gap = self._theme, self._theme.px(_GAP_MM)
        wide = (self.width() - gap * (_COLUMNS - 1)) // _COLUMNS
        painter.setFont(theme.font("label"))
        for index, (_, word, answered) in enumerate(self._keys):
            row, column = divmod(index, _COLUMNS)
            box = QRect(column * (wide + gap), row * (self._line + gap), wide, self._line)
            box = mirror(self, box)
            look = LOOKS["primary" if answered else "plain"]
            paint_box(painter, theme, QRectF(box), look)
            painter.setPen(theme.colour(look.text))
            shown = f"\u2713 {word}" if answered else word
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


class KeysPage(Page):
    """Takes every key itself, so that none of them presses anything."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words: list[QWidget] = []
        self._marks = KeyMarks(theme)
        self._marks.setParent(self)
        self._done = TouchButton(theme, "", None)
        self._done.setParent(self)
        # A finger must not give it the keys, which are tried; a screen reader may.
        self._done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._done.asked.connect(self.asked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_view(self, view: KeysView) -> None:
        """Show which keys have answered."""
        for part in self._words:
            part.hide()
            part.deleteLater()
        self._words = [heading(self.theme, view.title)]
        room = max(0, self.height() - self.theme.px(30.0) - stack_height(self._fixed(), 0))
        role = fitting_role(self.theme, view.lines, self._box().width(), room, 0)
        for text in view.lines:
            line = Prose(self.theme, "body" if role == "lead" else role)
            line.set_text(text)
            self._words.append(line)
        for part in self._words:
            part.setParent(self)
        self._marks.show_keys(view.keys, view.comma)
        button = view.buttons[0]
        self._done.set_label(button.text, button.icon, button.verb)
        self.setAccessibleName(view.title)
        self._place()

    def focus_chain(self) -> list[QWidget]:
        """Return the page itself: it takes every key."""
        return [self]

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Move nowhere: Tab is one of the keys that are tried."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key that is tried; any other does what it does everywhere."""
        name = NAMES.get(Qt.Key(event.key()))
        if name is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.asked.emit(say(KeyTried, name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        self._place()

    def _fixed(self) -> Stack:
        gap = self.theme.px(_GAP_MM)
        return [(self._marks, gap), (self._done, gap)]

    def _box(self) -> QRect:
        margin = self.theme.metrics.margin
        return QRect(margin, 0, self.width() - 2 * margin, self.height())

    def _place(self) -> None:
        gap = self.theme.px(_GAP_MM)
        fit_words((self._done,), self._box().width())
        stack: Stack = [*((part, gap) for part in self._words), *self._fixed()]
        place_stack(stack, self._box(), centred=True)
