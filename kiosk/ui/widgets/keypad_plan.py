"""Where the words, the places and the keys of a keypad page stand."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.button import TouchButton, fit_words
from kiosk.ui.widgets.column import Stack, place_stack, stack_height
from kiosk.ui.widgets.keypad import Keypad

_GUTTER_MM, _SMALL_GUTTER_MM = 16.0, 8.0
_WORDS_MM = 150.0
# Places and button above the letters on a low panel.
_LOW_LINE_MM = 15.0
# Three places in one line with the button.
_PLACES_MM = 42.0


class KeypadPlan:
    """Words beside the keys on a lying screen, above them on an upright one."""

    def __init__(
        self, page: QWidget, theme: Theme, keys: Keypad | None, *, letters: bool, few: bool = False
    ) -> None:
        self._page, self._theme, self._keys, self._letters = page, theme, keys, letters
        self._beside = not theme.metrics.portrait and not letters
        small = theme.metrics.small
        # Few places leave room beside them for the button, and so more height for the words.
        self.in_line = few and small and self._beside
        self._gutter = theme.px(_SMALL_GUTTER_MM if small else _GUTTER_MM)
        self.gap = theme.px(2.6 if small else 5.0)
        high = keys.sizeHint().height() if keys else 0
        # What the keys take of the height above the words' end.
        self.above = 0 if self._beside else high + self.gap
        self.words = self._words_box()

    def _words_box(self) -> QRect:
        page, theme = self._page, self._theme
        full = page.width() - 2 * theme.metrics.margin
        if not self._beside:
            return QRect(theme.metrics.margin, 0, full, page.height())
        keys = self._keys.sizeHint().width() if self._keys else 0
        gutter = self._gutter
        width = min(full - keys - gutter, theme.px(_WORDS_MM * theme.metrics.growth))
        left = (page.width() - width - keys - gutter) // 2
        return QRect(left, 0, width, page.height())

    def place(self, words: Sequence[QWidget], boxes: QWidget, done: TouchButton) -> None:
        """Place everything; the last two of the words are the places and the button."""
        if self._keys is None:
            return
        gap = self.gap
        stack: Stack = [(part, gap) for part in words]
        if self._beside:
            self._place_beside(stack[:-2] if self.in_line else stack, boxes, done)
        elif self._letters and not self._theme.metrics.portrait:
            self._place_letters(stack[:-2], boxes, done, gap)
        else:
            self._place_above(stack, gap)

    def _place_beside(self, stack: Stack, boxes: QWidget, done: TouchButton) -> None:
        if self._keys is None:
            return
        size = self._keys.sizeHint()
        y = (self._page.height() - size.height()) // 2
        x = self.words.right() + self._gutter
        keys = QRect(x, y, size.width(), size.height())
        words, gap = self.words, self.gap
        if self._page.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            keys, words = mirror(self._page, keys), mirror(self._page, words)
        self._keys.setGeometry(keys)
        if not self.in_line:
            place_stack(stack, words, centred=True)
            return
        tall = done.sizeHint().height()
        used = stack_height(stack, words.width()) + gap + tall
        line = place_stack(stack, words.adjusted(0, max(0, (words.height() - used) // 2), 0, 0))
        places = QRect(words.left(), line + gap, self._theme.px(_PLACES_MM), tall)
        press = places.adjusted(places.width() + gap, 0, 0, 0)
        press.setRight(words.right())
        fit_words((done,), press.width())
        if self._page.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            # Mirrored within the words' own box.
            places.moveRight(words.right())
            press.moveLeft(words.left())
        boxes.setGeometry(places)
        done.setGeometry(press)

    def _place_above(self, stack: Stack, gap: int) -> None:
        if self._keys is None:
            return
        size, box = self._keys.sizeHint(), QRect(self.words)
        used = stack_height(stack, box.width()) + gap * 2 + size.height()
        box.setTop(max(0, (self._page.height() - used) // 2))
        below = place_stack(stack, box) + gap * 2
        x = (self._page.width() - size.width()) // 2
        self._keys.setGeometry(x, below, size.width(), size.height())

    def _place_letters(self, stack: Stack, boxes: QWidget, done: QWidget, gap: int) -> None:
        """Put the places and the button in one line, to leave room for many keys."""
        if self._keys is None:
            return
        size, button, box = self._keys.sizeHint(), done.sizeHint(), QRect(self.words)
        # Only staff meet so many keys; with an error above them every millimetre counts.
        button.setHeight(min(button.height(), self._theme.px(_LOW_LINE_MM)))
        used = stack_height(stack, box.width()) + gap * 2 + button.height() + size.height()
        box.setTop(max(0, (self._page.height() - used) // 2))
        line = place_stack(stack, box) + gap
        wide = box.width() - button.width() - gap
        places = QRect(box.left(), line, wide, button.height())
        press = QRect(places.right() + gap, line, button.width(), button.height())
        boxes.setGeometry(mirror(self._page, places))
        done.setGeometry(mirror(self._page, press))
        x = (self._page.width() - size.width()) // 2
        self._keys.setGeometry(x, line + button.height() + gap, size.width(), size.height())
