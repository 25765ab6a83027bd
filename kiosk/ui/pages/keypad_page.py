"""A page to type a number on: a visit code, a PIN, a reference; or a passphrase."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.hiding import LOCK_LENGTH, PICTURES
from kiosk.ui.pages.page import Page, throw_away
from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import KeypadView
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.code_boxes import CodeBoxes
from kiosk.ui.widgets.column import Stack, fitting_role, stack_height
from kiosk.ui.widgets.done_button import DoneButton
from kiosk.ui.widgets.error_panel import error_panel
from kiosk.ui.widgets.keypad import Keypad
from kiosk.ui.widgets.keypad_plan import KeypadPlan
from kiosk.ui.widgets.prose import Prose, heading
from kiosk.ui.widgets.space_key import SpaceKey

# The edge of the bar below is lower than what targets keep apart.
_ABOVE_BAR_MM = 2.2


class KeypadPage(Page):
    """Title, what to type, the places, the keys; what is typed is kept nowhere else."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view: KeypadView | None = None
        self._typed, self._tried, self._secret = "", "", False
        self._space = SpaceKey(self)
        self._space.typed.connect(self._type)
        self._words: list[QWidget] = []
        self._keys: Keypad | None = None

    def show_view(self, view: KeypadView) -> None:
        """Show the page; a number that is not known stays, to be mended, and a secret does not."""
        if view == self._view:
            return
        same = self._view is not None and self._view.key == view.key
        self._typed = self.carry() if same and not view.hidden else ""
        self._tried = self._tried if same else ""
        self._view, self._secret = view, view.hidden
        if same:
            # Else Qt would hand the keys to the next key of the pad, and that would be heard.
            self.window().setFocus()
        throw_away(*self._words, self._keys)
        theme = self.theme
        self._keys = _keys_of(theme, view)
        self._keys.pressed.connect(self._type)
        places = min(view.most, 12)
        self._boxes = CodeBoxes(
            theme, places, hidden=view.hidden, icons=[icon for icon, _ in view.pictures]
        )
        self._done = _done_of(theme, view)
        self._done.clicked.connect(self._finish)
        self._words = [heading(theme, view.title)]
        self._words = self._wrong(view) if view.error else [*self._words, *self._lines(view)]
        self._words.extend((self._boxes, self._done))
        # In the order in which keys reach them: the title first, and what is typed before the end.
        for part in (*self._words[:-1], self._keys, self._done):
            part.setParent(self)
            part.show()
        if view.cased:
            self._space.watch(self.findChildren(TouchButton))
        self._show_typed()
        self._place()

    def _wrong(self, view: KeypadView) -> list[QWidget]:
        """Return title and fault; where a low panel has room for one of the two, the fault."""
        low = self.theme.metrics.small and not self.theme.metrics.portrait
        panel = error_panel(self.theme, view.error, *self._room())
        if not (low and (view.letters or self.theme.metrics.smallest or panel.smallest)):
            return [*self._words, panel]
        throw_away(panel, self._words.pop())
        return [error_panel(self.theme, view.error, *self._room())]

    def carry(self) -> str:
        """Return what a page made anew in another size is to show as typed."""
        return "" if self._secret else self._tried or self._typed

    def resume(self, carried: str) -> None:
        """Show what was typed before the page was made anew."""
        self._typed = carried
        self._show_typed()

    def _lines(self, view: KeypadView) -> list[Prose]:
        theme, texts = self.theme, view.lines
        if view.letters and theme.metrics.small:
            return []
        if theme.metrics.small and not theme.metrics.portrait:
            # One paragraph takes fewer lines than two, and so its letters can be larger.
            texts = (" ".join(texts),)
        room, width = self._room()
        role = fitting_role(theme, texts, width, room, self._plan().gap)
        lines = []
        for text in texts:
            line = Prose(theme, "body" if role == "lead" else role)
            line.set_text(text)
            lines.append(line)
        return lines

    def _room(self) -> tuple[int, int]:
        """Return the height and width in px that title, places, button and keys leave."""
        plan = self._plan()
        last = (self._done,) if plan.in_line else (self._boxes, self._done)
        others: Stack = [(part, plan.gap) for part in (*self._words, *last)]
        taken = stack_height(others, plan.words.width()) + plan.gap + plan.above
        return self.height() - taken, plan.words.width()

    def _type(self, key: str) -> None:
        view = self._view
        if view is None:
            return
        if not key:
            self._typed = self._typed[:-1]
        elif view.pictures and key not in PICTURES:
            return
        elif len(self._typed) < view.most:
            self._typed += key
        self._show_typed()

    def _show_typed(self) -> None:
        self._done.rest()
        self._boxes.show_typed(self._typed[-12:], _spoken(self._typed, self._view))

    def _finish(self) -> None:
        view = self._view
        if view is None or not self._done.ends(len(self._typed), view.least):
            return
        typed, self._typed = self._typed, ""
        self._tried = "" if view.hidden else typed
        self._show_typed()
        self.asked.emit(say(view.command, typed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take typed characters from a keypad or keyboard, too."""
        text = typed_by(event, self._view)
        if text:
            self._type(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self._type("")
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing secret of what was typed on a page that is left, nor what staff typed."""
        self._tried = ""
        if self._secret or (self._view is not None and not self._view.tools):
            self._typed = ""
            self._boxes.show_typed("", "")

    def spoken_parts(self) -> list[QWidget]:
        """Return the parts in reading order."""
        return [*self._words, *([self._keys] if self._keys else [])]

    def overflows(self) -> bool:
        """Say whether the words reach over the edge, or the button is too near to the bar below."""
        lowest = self.height() - self.theme.px(_ABOVE_BAR_MM)
        return super().overflows() or self._done.geometry().bottom() > lowest

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        self._place()

    def _plan(self) -> KeypadPlan:
        letters = self._view is not None and self._view.letters
        few = self._view is not None and self._view.most <= LOCK_LENGTH
        return KeypadPlan(self, self.theme, self._keys, letters=letters, few=few)

    def _place(self) -> None:
        if self._view is not None:
            self._plan().place(self._words, self._boxes, self._done)


def typed_by(event: QKeyEvent, view: KeypadView | None) -> str:
    """Return what a key of a keyboard types on a page, "" where it types nothing there."""
    text = event.text()
    if view is not None and view.cased:
        return text if text.isprintable() else ""
    text, letters = text.upper(), view is not None and view.letters
    fits = text.isascii() and (text.isdigit() or (letters and (text.isalpha() or text == "-")))
    return text if fits else ""


def _done_of(theme: Theme, view: KeypadView) -> DoneButton:
    """Return the button that ends typing: loud, unless the foot has a way on that is."""
    loud = view.skip is None or view.skip.quiet
    return DoneButton(theme, view.done, view.missing, kind="primary" if loud else "plain")


def _keys_of(theme: Theme, view: KeypadView) -> Keypad:
    return Keypad(
        theme,
        view.erase,
        letters=view.letters,
        pictures=view.pictures,
        cased=view.cased,
        secret=view.hidden,
    )


def _spoken(typed: str, view: KeypadView | None) -> str:
    """Return how what was typed is said: a secret as dots alone."""
    if view is None or view.hidden:
        return "\u2022" * len(typed)
    if view.pictures:
        return view.comma.join(view.pictures[int(one) - 1][1] for one in typed)
    return " ".join(typed)
