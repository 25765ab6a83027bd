"""The button that ends typing, and says what is missing to whoever presses it too early."""

from collections.abc import Sequence

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import TouchButton, fit_words


class DoneButton(TouchButton):
    """Never disabled: with too little typed it says in its own place how much is to come."""

    def __init__(self, theme: Theme, text: str, missing: Sequence[str], *, kind: str) -> None:
        """Take its words, and what it says for each number of missing signs, from one on."""
        super().__init__(theme, text, None, kind=kind, icon="check")
        self._own, self._missing = text, missing
        self._usual = self.role

    def ends(self, typed: int, least: int) -> bool:
        """Return whether enough is typed; if not, tell how much is missing."""
        left = least - typed
        if left > 0 and left <= len(self._missing):
            if self.text() == self._own:
                self._usual = self.role
            self.set_words(self._missing[left - 1], self._missing[left - 1])
            fit_words((self,), self.width())
        return left <= 0

    def rest(self) -> None:
        """Show its own words again: somebody has typed on."""
        if self.text() != self._own:
            self.set_words(self._own, self._own)
            self.set_role(self._usual)
