"""The board: every kiosk of the clinic at a glance, to be read from a step back."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.board import BoardView
from kiosk.ui.desk.board_card import KioskCard
from kiosk.ui.desk.board_words import odd_of
from kiosk.ui.theme.icons import IconShelf

# Narrower than this the large words break into too many lines.
_CARD_WIDTH = 560


class BoardPage(QWidget):
    """answered carries a call that somebody has seen; choose asks for the folder."""

    answered = Signal(str)
    choose = Signal()

    def __init__(self, words: Words, assets: Path) -> None:
        super().__init__()
        self._words, self._assets, self._icons = words, assets, IconShelf()
        self._cards: dict[str, KioskCard] = {}
        self._columns = 0
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.odd = QLabel()
        self.open = QPushButton(words.t("&Choose the board folder …"))
        self.open.clicked.connect(self._choose)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setSpacing(12)
        self.area = QScrollArea()
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        row = QHBoxLayout()
        row.addWidget(self.nothing, 1)
        row.addWidget(self.open)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.odd)
        self.show_view(None)

    @property
    def cards(self) -> Mapping[str, KioskCard]:
        """The kiosks that are shown, by their ids."""
        return self._cards

    def show_view(self, view: BoardView | None) -> None:
        """Show the board as it is now, None where this desk has none."""
        words = self._words
        shown = view or BoardView()
        if [one.note.id for one in shown.rows] != list(self._cards):
            self._deal(shown)
        for one in shown.rows:
            self._cards[one.note.id].show_row(one)
        self.open.setVisible(view is None)
        self.nothing.setText(_nothing(words, view))
        self.nothing.setVisible(not shown.rows)
        self.odd.setText(odd_of(words, shown))
        self.odd.setVisible(bool(shown.odd))

    def _deal(self, view: BoardView) -> None:
        """Lay the cards out anew: a kiosk came, went, or has another name."""
        before, self._cards = self._cards, {}
        for one in view.rows:
            card = before.pop(one.note.id, None)
            if card is None:
                card = KioskCard(self._words, self._assets, self._icons)
                card.answered.connect(self.answered)
            self._cards[one.note.id] = card
        for gone in before.values():
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._columns = 0
        self._lay_out()

    def _lay_out(self) -> None:
        columns = max(1, self.area.viewport().width() // _CARD_WIDTH)
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, *divmod(at, columns))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        lines = -(-len(self._cards) // columns)
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)
        # Below the last line, so that few kiosks do not stretch.
        self._grid.setRowStretch(lines, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many columns as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def _choose(self) -> None:
        self.choose.emit()


def _nothing(words: Words, view: BoardView | None) -> str:
    if view is None:
        return words.t(
            "This desk has no board. Choose the folder that the kiosks write into "
            "(help.board_folder in their settings)."
        )
    if not view.fresh:
        return words.t("Looking into the board folder …")
    return words.t("No kiosk has written into the board folder yet.")
