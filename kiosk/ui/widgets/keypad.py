"""Our own keys: numbers; letters and numbers for staff; all that a passphrase may hold."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.i18n.direction import from_the_left
from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import Command, Verb, say
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.key_layers import ERASE, KEYS, SHIFT, SIGNS, SPACE, Layers

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
        cased: Sequence[str] = (),
        secret: bool = False,
    ) -> None:
        """`cased` names the keys for a space, capitals and signs, where all letters are needed.

        The keys of what is secret do not look pressed: only the places tell that one was.
        """
        super().__init__()
        self._theme = theme
        self.letters, self._secret = letters, secret
        self._layers = Layers() if cased else None
        self._pictures: list[TouchButton] = []
        self._keys: list[TouchButton | None] = []
        looks = {ERASE: ("", "delete", erase), **_looks(cased)}
        looks |= {str(n): (name, icon, name) for n, (icon, name) in enumerate(pictures, start=1)}
        for key in _keys(letters=letters, pictures=bool(pictures), cased=bool(cased)):
            button = self._button(key, looks.get(key, (key, "", key))) if key else None
            if button is not None and pictures and key != ERASE:
                button.set_stacked(True)
                self._pictures.append(button)
            self._keys.append(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _button(self, key: str, look: tuple[str, str, str]) -> TouchButton:
        label, icon, name = look
        button = TouchButton(self._theme, label, say(KeyPressed, key), icon=icon)
        button.setAccessibleName(name)
        button.set_discreet(self._secret)
        button.setParent(self)
        button.asked.connect(self._say)
        return button

    def _say(self, verb: Verb) -> None:
        key, layers = str(verb.values[0]), self._layers
        if layers is None or key == ERASE:
            self.pressed.emit("" if key == ERASE else key)
        elif key in (SHIFT, SIGNS):
            layers.turn(key)
            self._show_layer(layers)
        else:
            self.pressed.emit(layers.letter(key))

    def _show_layer(self, layers: Layers) -> None:
        for key, button in zip(KEYS, self._keys, strict=True):
            if button is not None and key not in (SPACE, SHIFT, SIGNS, ERASE):
                letter = layers.letter(key)
                # A bracket that stands alone would be turned round among Arabic.
                button.set_words(from_the_left(letter), letter)
                button.update()
        self._place()

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
        """Place the keys again."""
        self._place()

    def _place(self) -> None:
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


def _keys(*, letters: bool, pictures: bool, cased: bool) -> Sequence[str]:
    if cased:
        return KEYS
    if letters:
        return _LETTERS
    return _PICTURES if pictures else _DIGITS


def _looks(cased: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """Return label, icon and name of the keys for a space, capitals and signs."""
    looks = {SPACE: ("", "space"), SHIFT: ("", "arrow-big-up"), SIGNS: ("#?", "")}
    named = zip(looks.items(), cased, strict=False)
    # A name holds what is seen, for whoever says what they see.
    return {
        key: (label, icon, f"{name} {label}" if label else name)
        for (key, (label, icon)), name in named
    }
