"""The end of a visit: it is on disk, and this is how to find it again."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.pages.page import Page
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.screens import SavedView
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.column import Stack, fitting_role, place_stack, stack_height
from kiosk.ui.widgets.prose import Prose, heading
from kiosk.ui.widgets.receipt import ReceiptCard
from kiosk.ui.widgets.water import CROSSED_MM, paint_crossed

_WIDEST_MM = 340.0


class SavedPage(Page):
    """What was chosen, the receipt number, what happens next, and Finish."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view: SavedView | None = None
        self._parts: list[QWidget] = []
        self._side: list[QWidget] = []
        self._head: list[QWidget] = []
        self._done = QRect()

    def show_view(self, view: SavedView) -> None:
        """Show the end of a visit."""
        if view == self._view:
            return
        self._view = view
        for part in (*self._parts, *self._side):
            part.hide()
            part.deleteLater()
        theme = self.theme
        mark = QLabel()
        side = theme.px(14.0 if not theme.metrics.small else 9.0)
        mark.setPixmap(theme.icon("circle-check", "done", side))
        title = heading(theme, view.title)
        chosen = Prose(theme, "row")
        chosen.set_text(view.chosen)
        finish = TouchButton(
            theme, view.finish.text, view.finish.verb, kind="primary", icon=view.finish.icon
        )
        finish.asked.connect(self.asked)
        card = ReceiptCard(theme, view.receipt_title, view.receipt, view.check_code, view.spoken)
        self._side = [card, *self._printing(view), finish]
        head: list[QWidget] = [mark, title, chosen]
        role = self._role(view, head)
        if role == "least" or self._low():
            mark.hide()
            head = [title, chosen]
            role = self._role(view, head)
        lines = []
        for text in view.lines:
            line = Prose(theme, "body" if role == "lead" else role)
            line.set_text(text)
            lines.append(line)
        self._parts = [*head, *lines]
        self._head = head if self._low() else []
        for part in (*self._parts, *self._side):
            part.setParent(self)
            part.show()
        self._place()

    def _printing(self, view: SavedView) -> list[QWidget]:
        """Return the ways to print, or the line that says there is none."""
        parts: list[QWidget] = []
        for one in view.prints:
            button = TouchButton(self.theme, one.text, one.verb, icon=one.icon)
            button.asked.connect(self.asked)
            parts.append(button)
        if view.print_note:
            note = Prose(self.theme, "tool")
            note.set_text(view.print_note)
            parts.append(note)
        return parts

    def _low(self) -> bool:
        """Say whether every millimetre of height counts: then the head goes right across."""
        return self.theme.metrics.small and not self.theme.metrics.portrait

    def _margin(self) -> int:
        """Keep words and receipt within one look, however wide the screen."""
        metrics = self.theme.metrics
        widest = self.theme.px(_WIDEST_MM * metrics.growth)
        return max(metrics.margin, (self.width() - widest) // 2)

    def _words_width(self) -> int:
        full = self.width() - 2 * self._margin()
        return full if self.theme.metrics.portrait else full * 54 // 100

    def _role(self, view: SavedView, head: list[QWidget]) -> str:
        """Return the largest letters in which all lines fit below what stands above them."""
        theme, width = self.theme, self._words_width()
        gap = self._gap()
        taken = stack_height([(part, gap) for part in (*head, *self._side)], width)
        if not theme.metrics.portrait:
            across = self.width() - 2 * self._margin() if self._low() else width
            taken = stack_height([(part, gap) for part in head], across) + gap
        return fitting_role(theme, view.lines, width, self.height() - taken - gap, gap)

    def _gap(self) -> int:
        return self.theme.px(2.6 if self.theme.metrics.small else 5.0)

    def spoken_parts(self) -> list[QWidget]:
        """Return the parts in reading order."""
        return [*self._parts, *self._side]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        self._place()

    def _place(self) -> None:
        if self._view is None:
            return
        theme, margin = self.theme, self._margin()
        gap = self._gap()
        head: Stack = [(part, gap) for part in self._head]
        words: Stack = [(part, gap) for part in self._parts if part not in self._head]
        side: Stack = [(part, gap) for part in self._side]
        if theme.metrics.portrait:
            box = QRect(margin, 0, self._words_width(), self.height())
            place_stack([*words, *side], box, centred=True)
            return
        width = self._words_width()
        full = self.width() - 2 * margin
        rest = full - width - theme.px(12.0)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (
            (margin + rest + theme.px(12.0), margin)
            if rtl
            else (margin, margin + width + theme.px(12.0))
        )
        top = 0
        if head:
            below = max(stack_height(words, width), stack_height(side, rest))
            spare = self.height() - stack_height(head, full) - gap - below
            box = QRect(margin, max(0, spare // 3), full, self.height())
            top = place_stack(head, box) + gap
        under = self.height() - top - (max(0, spare // 3) if head else 0)
        place_stack(words, QRect(left, top, width, under), centred=True)
        place_stack(side, QRect(right, top, rest, under), centred=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the quiet green of a thing that is done."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self.theme.colour("done_ground"))
        shown = [one.geometry().bottom() for one in (*self._parts, *self._side) if one.isVisible()]
        if shown and self.height() - max(shown) >= self.theme.px(CROSSED_MM):
            paint_crossed(painter, self.theme, self.rect())
