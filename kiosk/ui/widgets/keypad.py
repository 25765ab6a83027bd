"""Our own keys: numbers, or letters and numbers for staff."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import Command, Verb, say
from kiosk.ui.widgets.button import TouchButton

_DIGITS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "erase")
_PICTURES = (*"123456789", "", "erase", "")
_LETTERS = (*"1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-", "erase")
_KEY_MM = 20.0
_SMALL_KEY_MM = 18.0
_LETTER_MM = 16.0
_LOW_LETTER_MM = 13.0
_GAP_MM = 2.6
_NAME_PAD_MM = 4.0


class KeyPressed(Command):
    """A key of the pad; the page keeps what is typed."""


class Keypad(QWidget):
    """A pad of keys; pressed carries the character, or "" for erase."""

    pressed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        erase: str,
        *,
        letters: bool = False,
        pictures: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self.letters = letters
        self._pictures: list[TouchButton] = []
        self._keys: list[TouchButton | None] = []
        digits = _PICTURES if pictures else _DIGITS
        for key in _LETTERS if letters else digits:
            if not key:
                self._keys.append(None)
                continue
            verb = say(KeyPressed, "" if key == "erase" else key)
            label, icon, name = (key, "", key) if key != "erase" else ("", "delete", erase)
            if pictures and key != "erase":
                icon, name = pictures[int(key) - 1]
                label = name
            button = TouchButton(theme, label, verb, icon=icon)
            if pictures and key != "erase":
                button.set_stacked(True)
                self._pictures.append(button)
            button.setAccessibleName(name)
            button.setParent(self)
            button.asked.connect(self._say)
            self._keys.append(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _say(self, verb: Verb) -> None:
        self.pressed.emit(str(verb.values[0]))

    def _side(self) -> int:
        if self.letters:
            metrics = self._theme.metrics
            low = metrics.small and not metrics.portrait
            return self._theme.px(_LOW_LETTER_MM if low else _LETTER_MM)
        return self._theme.px(_SMALL_KEY_MM if self._theme.metrics.small else _KEY_MM)

    def _columns(self) -> int:
        if not self.letters:
            return 3
        metrics = self._theme.metrics
        step = self._side() + self._theme.px(_GAP_MM)
        return max(3, min(10, (metrics.width - 2 * metrics.margin) // step))

    def sizeHint(self) -> QSize:
        """Return the size of all keys in px."""
        columns, gap = self._columns(), self._theme.px(_GAP_MM)
        lines = -(-len(self._keys) // columns)
        step = self._side() + gap
        wide = self._side() * 5 // 4 if not self.letters else self._side()
        if self._pictures:
            wide = self._picture_wide()
        return QSize(columns * (wide + gap) - gap, lines * step - gap)

    def _picture_wide(self) -> int:
        """No wider than the names of the pictures need: the words beside the keys need the room."""
        metrics = QFontMetrics(self._theme.font("tool"))
        words = max(metrics.horizontalAdvance(one.text()) for one in self._pictures)
        return min(self._side() * 3 // 2, max(self._side(), words + self._theme.px(_NAME_PAD_MM)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the keys; digits never mirror."""
        columns, gap = self._columns(), self._theme.px(_GAP_MM)
        wide = (self.width() - gap * (columns - 1)) // columns
        keys = self._pictures or [one for one in self._keys if one is not None]
        roles = ("tool", "tight") if self._pictures else ("row", "label", "tool")
        _fit(keys, QSize(wide, self._side()), roles)
        for index, key in enumerate(self._keys):
            if key is not None:
                line, column = divmod(index, columns)
                y = line * (self._side() + gap)
                key.setGeometry(column * (wide + gap), y, wide, self._side())


def _fit(keys: Sequence[TouchButton], room: QSize, roles: Sequence[str]) -> None:
    """Set the keys as large as their room allows: some scripts have tall lines."""
    for role in roles:
        for key in keys:
            key.set_role(role)
        needed = [key.words_size() for key in keys]
        if all(one.boundedTo(room) == one for one in needed):
            return
