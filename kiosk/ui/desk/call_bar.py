"""The call for help that waits longest, on top of whatever page the desk shows."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from kiosk.i18n.catalogue import Words
from kiosk.i18n.direction import line_of
from kiosk.staff.desk.board import BoardView
from kiosk.ui.desk.board_words import how_long, name_of
from kiosk.ui.theme.icons import IconShelf

_POINTS, _ICON = 18, 40


class CallBar(QFrame):
    """answered carries the call that somebody has seen."""

    answered = Signal(str)

    def __init__(self, words: Words, assets: Path, keys: str) -> None:
        super().__init__()
        self._words, self._assets = words, assets
        self._call = self._told = ""
        self.setFrameShape(QFrame.Shape.Box)
        self.setLineWidth(3)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Highlight)
        self._icon, self.words = QLabel(), QLabel()
        font = self.words.font()
        font.setPointSize(_POINTS)
        font.setBold(True)
        self.words.setFont(font)
        self.words.setWordWrap(True)
        self.words.setForegroundRole(QPalette.ColorRole.HighlightedText)
        self.seen = QPushButton(words.t("Seen ({keys})", keys=keys))
        self.seen.setFont(font)
        self.seen.clicked.connect(self.answer)
        layout = QHBoxLayout(self)
        layout.addWidget(self._icon)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.seen)
        self.hide()

    def show_view(self, view: BoardView) -> None:
        """Show the call that waits longest, or nothing."""
        calls, words = view.calls, self._words
        if not calls:
            self._call = self._told = ""
            self.hide()
            return
        first = calls[0]
        told = words.t("Help is wanted: {name}", name=name_of(words, first))
        if len(calls) > 1:
            more = words.n("and {count} more", "and {count} more", len(calls) - 1)
            told = f"{told} ({more})"
        long = how_long(words, first.seconds)
        text = words.t("{step}, {long}", step=told, long=long)
        self.words.setText(line_of(text, rtl=self.isRightToLeft()))
        if first.note.call != self._call:
            self._call = first.note.call
            self._picture()
        if told != self._told:
            self._told = told
            self.setAccessibleName(told)
            self._announce(told)
        self.show()

    def _picture(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.HighlightedText).name()
        self._icon.setPixmap(IconShelf().pixmap(self._assets, "hand", colour, _ICON))

    def _announce(self, told: str) -> None:
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, told)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def answer(self) -> None:
        """Say that the call in front was seen."""
        if self._call:
            self.answered.emit(self._call)
