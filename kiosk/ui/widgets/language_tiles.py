"""The languages of Welcome, each in its own name, and beside each what lets it be heard."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.metrics import GAP_MM
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import FootButton
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.button import TouchButton

Pair = tuple[TouchButton, TouchButton]
_HEAR_MM, _APART_MM, _ABOVE_MM = 13.0, 5.0, 5.0
_AROUND_ICON_MM = 3.0
# Role and edges in mm: first edges give way, then letters, and at last the row becomes two.
_LOOKS = (("row", 6.0), ("row", 3.0), ("label", 3.0), ("tool", 3.0))


class LanguageTiles:
    """Places the tiles in a row; where there is one language only, there is nothing to choose."""

    def __init__(
        self, theme: Theme, names: Sequence[FootButton], hears: Sequence[FootButton]
    ) -> None:
        self._theme = theme
        self._edge_mm = _LOOKS[0][1]
        self.pairs: list[Pair] = []
        for name, hear in zip(names, hears, strict=True):
            icon = "check" if name.chosen else ""
            tile = TouchButton(theme, name.text, name.verb, icon=icon)
            sound = TouchButton(theme, "", hear.verb, icon=hear.icon)
            sound.setAccessibleName(hear.text)
            self.pairs.append((tile, sound))

    @property
    def buttons(self) -> list[TouchButton]:
        """All of them in reading order; each sound follows the name of its language."""
        return [one for pair in self.pairs for one in pair]

    def height(self, width: int) -> int:
        """Return the px they take at a width, with the space above them."""
        lines = self._lines(width)
        return sum(self._tall() + self._theme.px(_ABOVE_MM) for _ in lines)

    def place(self, page: QWidget, left: int, top: int, width: int) -> None:
        """Place them from a corner."""
        lines = self._lines(width)
        for button in self.buttons:
            button.setVisible(bool(lines))
        gap = self._theme.px(GAP_MM)
        for line in lines:
            x, tall = left, self._tall()
            for tile, hear in line:
                wide, sound = self._tile(tile), self._sound(hear)
                tile.setGeometry(mirror(page, QRect(x, top, wide, tall)))
                hear.setGeometry(mirror(page, QRect(x + wide + gap, top, sound, tall)))
                x += self._wide((tile, hear)) + self._apart(width)
            top += tall + self._theme.px(_ABOVE_MM)

    def _tall(self) -> int:
        return self._theme.metrics.main_target

    def _apart(self, width: int) -> int:
        """Return the px between two languages: what belongs together stands closer."""
        used = sum(self._wide(pair) for pair in self.pairs)
        gaps = max(1, len(self.pairs) - 1)
        least, most = self._theme.px(GAP_MM), self._theme.px(_APART_MM)
        return max(least, min(most, (width - used) // gaps))

    def _wide(self, pair: Pair) -> int:
        return self._tile(pair[0]) + self._theme.px(GAP_MM) + self._sound(pair[1])

    def _sound(self, hear: TouchButton) -> int:
        icon = hear.words_size().width() + self._theme.px(_AROUND_ICON_MM)
        return max(icon, self._theme.px(_HEAR_MM))

    def _tile(self, tile: TouchButton) -> int:
        """Return the px of a tile; narrower edges leave room for larger names."""
        words = tile.words_size().width() + 2 * self._theme.px(self._edge_mm)
        return max(words, self._tall())

    def _lines(self, width: int) -> list[list[Pair]]:
        if len(self.pairs) < 2:
            return []
        gap = self._theme.px(GAP_MM)
        for role, self._edge_mm in _LOOKS:
            for button in self.buttons:
                button.set_role(role)
            if sum(self._wide(pair) + gap for pair in self.pairs) - gap <= width:
                return [self.pairs]
        lines: list[list[Pair]] = [[]]
        for pair in self.pairs:
            used = sum(self._wide(one) + gap for one in lines[-1])
            if lines[-1] and used + self._wide(pair) > width:
                lines.append([])
            lines[-1].append(pair)
        return lines
