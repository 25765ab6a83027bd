"""The bars round every page: tools above, steps below them, the way on at the foot."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain import events as ev
from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import Verb, say
from kiosk.ui.views.sheet import FootButton, StepLine
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.prose import LONGEST, Prose
from kiosk.ui.widgets.stones import Stones

_NARROW_MARGIN_MM = 8.0
_TIGHT_MARGIN_MM = 3.0
_EDGES_MM = 1.0
# What a button of the foot says that turns to the next screen of the page.
_TURN = say(ev.Touched)


@dataclass(frozen=True, slots=True)
class Tool:
    """One button of the tool bar."""

    text: str
    icon: str
    verb: Verb
    kind: str = "quiet"
    short: str = ""


def mirror(widget: QWidget, box: QRect) -> QRect:
    """Return a box on the other side when the page reads from the right."""
    if widget.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return box
    return QRect(widget.width() - box.x() - box.width(), box.y(), box.width(), box.height())


class Bar(QWidget):
    """A strip in the surface colour with a hairline at one edge."""

    def __init__(self, theme: Theme, *, line_below: bool) -> None:
        super().__init__()
        self.theme = theme
        self._line_below = line_below

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("surface"))
        y = self.height() - 1 if self._line_below else 0
        painter.fillRect(0, y, self.width(), 1, self.theme.colour("hairline"))


class ToolBar(Bar):
    """Language, text size, questions and Hide; help always at the far end."""

    asked = Signal(object)

    def __init__(self, theme: Theme, tools: tuple[Tool, ...]) -> None:
        super().__init__(theme, line_below=True)
        self.buttons: list[TouchButton] = []
        for tool in tools:
            button = TouchButton(theme, tool.text, tool.verb, kind=tool.kind, icon=tool.icon)
            button.set_role("tool")
            button.setParent(self)
            button.asked.connect(self.asked)
            self.buttons.append(button)
        self._tools = list(tools)
        self._shown = list(self.buttons)

    def show_only(self, tool: int | None) -> None:
        """Show one tool alone, or all of them."""
        shown = self.buttons if tool is None else [self.buttons[tool]]
        if shown == self._shown:
            return
        self._shown = shown
        for button in self.buttons:
            button.setVisible(button in self._shown)
        self._place()

    def rename(self, index: int, tool: Tool) -> None:
        """Let a button say and do something else."""
        self._tools[index] = tool
        self.buttons[index].set_label(tool.text, tool.icon, tool.verb)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons; in a narrow bar the icons go above the words."""
        self._place()

    def _place(self) -> None:
        theme = self.theme
        margin = theme.metrics.margin - theme.px(2.5)
        gap = theme.px(2.6)
        shown = self._shown
        for stacked, role in ((False, "tool"), (True, "tool"), (True, "tight")):
            if role == "tight":
                # The longest words take the edges of the bar, too.
                margin = theme.px(_TIGHT_MARGIN_MM)
            for button, tool in zip(self.buttons, self._tools, strict=True):
                button.set_stacked(stacked)
                button.set_role(role)
                words = tool.short if stacked and tool.short else tool.text
                button.set_words(words, words)
            widths = [button.sizeHint().width() for button in shown]
            if sum(widths) + gap * len(widths) <= self.width() - 2 * margin:
                break
        height = min(self.height() - theme.px(3.0), theme.px(14.5))
        if stacked:
            # Even where another bar stands close below or above, targets keep apart.
            needed = max(button.words_size().height() for button in shown)
            height = max(needed, self.height() - theme.px(_EDGES_MM))
        y = (self.height() - height) // 2
        x = margin
        for button, width in zip(shown[:-1], widths, strict=False):
            button.setGeometry(mirror(self, QRect(x, y, width, height)))
            x += width + gap
        last = shown[-1]
        if len(shown) == 1:
            # Where it stands among the others.
            last.setGeometry(mirror(self, QRect(x, y, widths[0], height)))
            return
        right = self.width() - margin - widths[-1]
        last.setGeometry(mirror(self, QRect(right, y, widths[-1], height)))


class StepBar(QWidget):
    """Step N of M with its stones, and the screens of a long page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.stones = Stones(theme)
        self.stones.setParent(self)
        self.words = Prose(theme, "small", "ink2")
        self.words.use_full_width()
        self.words.setParent(self)
        self._line: StepLine | None = None
        self._texts: tuple[str, ...] = ()
        self._widths: dict[str, int] = {}

    def show_step(self, line: StepLine | None, page_words: str) -> None:
        """Show the step, or nothing; page_words say which screen of a long page this is."""
        self.setVisible(line is not None)
        if line is not None:
            texts = [f"{one} {page_words}".strip() for one in (line.text, line.short)]
            texts = [one for one in texts if len(one) <= LONGEST]
            # Where words are long and letters large, one line holds only what matters most.
            wanted = (*texts, page_words or line.short)
            same = (line, wanted) == (self._line, self._texts)
            self._line, self._texts = line, wanted
            if not same:
                self._place()
        self._line = line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place stones and words."""
        self._place()

    def _place(self) -> None:
        if self._line is None:
            return
        theme = self.theme
        margin, gap = theme.metrics.margin, theme.px(4.0)
        room = self.width() - 2 * margin
        # The words say it all: stones shrink and give way first, then the minutes.
        beside = (text for text in self._texts[:-1] if self._fit_stones(room - gap, text))
        words = next(beside, None)
        with_stones = words is not None
        if words is None:
            fits = (text for text in self._texts if self._wide(text) <= room)
            words = next(fits, self._texts[-1])
        if words != self.words.text():
            self.words.set_text(words)
        self.stones.setVisible(with_stones)
        left = margin
        if with_stones:
            size = self.stones.sizeHint()
            y = (self.height() - size.height()) // 2
            box = QRect(margin, y, size.width(), size.height())
            self.stones.setGeometry(mirror(self, box))
            left = margin + size.width() + gap
        rest = self.width() - left - margin
        height = self.words.heightForWidth(rest)
        box = QRect(left, (self.height() - height) // 2, rest, height)
        self.words.setGeometry(mirror(self, box))

    def _wide(self, text: str) -> int:
        """Return the px of a text on one line; pages have the same few again and again."""
        if text not in self._widths:
            self.words.set_text(text)
            self._widths[text] = self.words.sizeHint().width()
        return self._widths[text]

    def _fit_stones(self, room: int, text: str) -> bool:
        if self._line is None:
            return False
        words = self._wide(text)
        for shrink in (1.0, 0.8, 0.62):
            self.stones.show_step(self._line.step, self._line.of, text, shrink)
            if self.stones.sizeHint().width() + words <= room:
                return True
        return False


class FootBar(Bar):
    """Back, a thing to mark, and the way on; always in the same three places."""

    asked = Signal(object)
    turned = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, line_below=False)
        self.back_button = TouchButton(theme, "", None, icon="arrow-left")
        self.middle_button = TouchButton(theme, "", None)
        self.onward_button = TouchButton(theme, "", None, kind="primary", icon="arrow-right")
        self.turning_button = self.onward_button
        self._labels: dict[TouchButton, tuple[str, str]] = {}
        for button in self.buttons:
            button.setParent(self)
            button.hide()
        self.back_button.clicked.connect(self.back)
        self.middle_button.asked.connect(self._say)
        self.onward_button.asked.connect(self._say)

    @property
    def buttons(self) -> tuple[TouchButton, ...]:
        """The three buttons in reading order."""
        return self.back_button, self.middle_button, self.onward_button

    def show_buttons(
        self,
        back: FootButton | None,
        middle: FootButton | None,
        onward: FootButton | None,
        *,
        aside: bool = False,
    ) -> None:
        """Show what this page offers; a missing button leaves its place empty.

        The way on turns the page, or says what it says on the last screen; with `aside` the one
        in the middle does, and the way on says at once what it says.
        """
        quiet = onward is not None and onward.quiet
        self.onward_button.set_kind("plain" if quiet else "primary")
        self.turning_button = self.middle_button if aside else self.onward_button
        for button, what, arrow in (
            (self.back_button, back, "arrow-left"),
            (self.middle_button, middle, ""),
            (self.onward_button, onward, "arrow-right"),
        ):
            button.setVisible(what is not None)
            if what is None:
                # A hidden button must not keep what the last person could press.
                button.set_label("", "", None)
                self._labels.pop(button, None)
            else:
                verb = what.verb if what.quiet or button is not self.turning_button else _TURN
                said = None if button is self.back_button else verb
                button.set_label(what.text, what.icon or arrow, said)
                self._labels[button] = (what.text, what.short or what.text)
        self._place()

    def _say(self, verb: Verb) -> None:
        # Known by itself and not by what it says: a page may say the same.
        if verb is _TURN:
            self.turned.emit()
        else:
            self.asked.emit(verb)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons."""
        self._place()

    def _place(self) -> None:
        theme, margin = self.theme, self.theme.metrics.margin
        height = min(theme.metrics.main_target, self.height() - theme.px(2.0))
        y = (self.height() - height) // 2
        gap = theme.px(3.0)
        widths = self._fitting_widths(self.width() - 2 * margin, gap)
        if sum(widths) + self._gaps(widths, gap) > self.width() - 2 * margin:
            # The last resort for the longest words: the sides give way.
            margin = theme.px(_NARROW_MARGIN_MM)
        x_on = self.width() - margin - widths[2]
        middle = (self.width() - widths[1]) // 2
        middle = max(margin + widths[0] + gap, min(middle, x_on - gap - widths[1]))
        for button, x, width in zip(self.buttons, (margin, middle, x_on), widths, strict=True):
            if width:
                button.setGeometry(mirror(self, QRect(x, y, width, height)))

    def _fitting_widths(self, room: int, gap: int) -> list[int]:
        """Return widths in px; in a narrow foot the words get shorter, then smaller."""
        widths: list[int] = []
        for role, short in (("row", 0), ("label", 0), ("label", 1), ("tool", 1), ("tight", 1)):
            for button, labels in self._labels.items():
                button.set_role(role)
                button.set_words(labels[short], labels[0])
            widths = [b.sizeHint().width() if b.isVisibleTo(self) else 0 for b in self.buttons]
            if sum(widths) + self._gaps(widths, gap) <= room:
                break
        return widths

    def _gaps(self, widths: list[int], gap: int) -> int:
        return gap * max(0, sum(1 for one in widths if one) - 1)
