"""The board inside the desk's window: its page, the bar on top of every page, its menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.board import BoardView
from kiosk.ui.desk.board_card import DETAIL_POINTS
from kiosk.ui.desk.board_page import BoardPage
from kiosk.ui.desk.board_room import BoardRoom
from kiosk.ui.desk.board_words import fault_of
from kiosk.ui.desk.call_bar import CallBar
from kiosk.ui.desk.choosers import choose_folder
from kiosk.ui.desk.menus import SEEN_KEY
from kiosk.ui.desk.notice import Notice


class BoardPlace(QObject):
    """wanted says that the page is to be shown; needs no key and no records."""

    wanted = Signal()

    def __init__(self, window: QWidget, words: Words, room: BoardRoom, assets: Path) -> None:
        super().__init__(window)
        self._window, self._words, self.room = window, words, room
        self.page = BoardPage(words, assets)
        self.bar = CallBar(words, assets, SEEN_KEY)
        self.fault = Notice(words.t("What is wrong with the board"))
        large = self.fault.font()
        large.setPointSize(DETAIL_POINTS)
        self.fault.setFont(large)
        self.fault.hide()
        # Above every page: nobody looks at the board all day.
        self.top = QWidget()
        layout = QVBoxLayout(self.top)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.fault)
        room.on_screen = self._on_screen
        room.shown.connect(self._shown)
        room.called.connect(self._come_forward)
        self.page.answered.connect(room.answer)
        self.page.choose.connect(self._choose)
        self.bar.answered.connect(room.answer)

    def slots(self) -> dict[str, Callable[..., None]]:
        """Return what the menu of the board does."""
        return {
            "board": self.show_page,
            "seen": self.bar.answer,
            "mute": self.room.mute,
            "board_folder": self._choose,
        }

    def show_page(self) -> None:
        """Show the board, with the keys on it."""
        self.wanted.emit()
        first = next(iter(self.page.cards.values()), None)
        (first or self.page.open).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _shown(self, view: BoardView) -> None:
        self.bar.show_view(view)
        fault = fault_of(self._words, view)
        if fault != self.fault.text():
            self.fault.tell(fault)
        self.page.show_view(view)

    def _on_screen(self) -> bool:
        return self._window.isVisible() and not self._window.isMinimized()

    def _come_forward(self) -> None:
        """Come up from the task bar for a call, without taking the keyboard from anybody."""
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        QApplication.alert(self._window)

    def _choose(self) -> None:
        board = self.room.board
        place = board.folder if board is not None else None
        choose_folder(self._window, self._words, place, self._open)

    def _open(self, name: str) -> None:
        self.room.open_folder(Path(name))
        self.show_page()
