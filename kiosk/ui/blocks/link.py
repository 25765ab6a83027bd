"""A small quiet button among the words of a page: it leads aside, never on."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.metrics import TARGET_MM
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import LinkItem
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.button import TouchButton, fit_words

_EDGE_MM = 2.5


class Link(QWidget):
    """The button at the reading side, as low as a target may be."""

    asked = Signal(object)

    def __init__(self, theme: Theme, item: LinkItem) -> None:
        super().__init__()
        self._theme, self._text = theme, item.text
        self._button = TouchButton(theme, item.text, item.verb, kind="quiet", icon=item.icon)
        self._button.set_role("tool")
        self._button.setParent(self)
        self._button.asked.connect(self.asked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """It is as low at every width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the px of a target, or of its letters where those are taller."""
        del width
        return max(self._theme.px(TARGET_MM) + 1, self._button.words_size().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the button."""
        self._button.set_words(self._text, self._text)
        if not fit_words((self._button,), self.width(), ("tool", "tight")):
            # The longest words in the largest letters: its picture stands for it, and its name.
            self._button.set_words("", self._text)
        words = self._button.words_size().width() + 2 * self._theme.px(_EDGE_MM)
        wide = max(words, self._theme.px(TARGET_MM) + 1)
        self._button.setGeometry(mirror(self, QRect(0, 0, wide, self.height())))
