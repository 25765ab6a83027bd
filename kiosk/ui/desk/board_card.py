"""One kiosk on the board: an icon, large words, and what else is to be known."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton

from kiosk.domain.board.standing import State
from kiosk.i18n.catalogue import Words
from kiosk.i18n.direction import line_of
from kiosk.staff.desk.board import BoardRow
from kiosk.ui.desk.board_words import detail_of, icon_of, name_of, state_of, waits_of
from kiosk.ui.theme.icons import IconShelf

# Capitals of nine millimetres on a screen of 96 dots per inch: 20 minutes of arc at 1.5 m.
STATE_POINTS, NAME_POINTS, DETAIL_POINTS = 36, 20, 15
ICON_SIDE = 72
_CALL_LINE, _LINE, _FOCUS_LINE = 8, 2, 3
_URGENT = (State.HELP, State.FAULT)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class KioskCard(QFrame):
    """answered carries the call that somebody has seen."""

    answered = Signal(str)

    def __init__(self, words: Words, assets: Path, icons: IconShelf) -> None:
        super().__init__()
        self._words, self._assets, self._icons = words, assets, icons
        self._row: BoardRow | None = None
        self._look: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.icon = QLabel()
        self.name, self.state = _label(NAME_POINTS, bold=True), _label(STATE_POINTS, bold=True)
        self.detail, self.waits = _label(DETAIL_POINTS), _label(DETAIL_POINTS, bold=True)
        self.seen = QPushButton(words.t("Seen"))
        large = self.seen.font()
        large.setPointSize(NAME_POINTS)
        self.seen.setFont(large)
        self.seen.clicked.connect(self._answer)
        layout = QGridLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setHorizontalSpacing(18)
        layout.addWidget(self.icon, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.name, 0, 1)
        layout.addWidget(self.seen, 0, 2, 2, 1)
        layout.addWidget(self.state, 1, 1)
        layout.addWidget(self.detail, 2, 1, 1, 2)
        layout.addWidget(self.waits, 3, 1, 1, 2)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(4, 1)

    def show_row(self, row: BoardRow) -> None:
        """Show how this kiosk stands now."""
        self._row = row
        words = self._words
        state, waits = state_of(words, row), "\n".join(waits_of(words, row))
        self.detail.setText(self._line(detail_of(words, row)))
        look = (name_of(words, row), state, waits, row.calls, icon_of(row), self.palette())
        if look == self._look:
            return
        self._look = look
        self.name.setText(self._line(name_of(words, row)))
        self.state.setText(state)
        self.waits.setText(self._line(waits))
        self.waits.setVisible(bool(waits))
        self.seen.setVisible(row.calls)
        self.seen.setAccessibleName(words.t("{name}: seen", name=name_of(words, row)))
        said = (name_of(words, row), state, detail_of(words, row), waits)
        self.setAccessibleName(". ".join(one for one in said if one))
        self._dress(row)

    def _line(self, text: str) -> str:
        return line_of(text, rtl=self.isRightToLeft())

    def _dress(self, row: BoardRow) -> None:
        """Let what needs somebody stand out: by a thick frame and turned colours, not by those."""
        urgent = row.lost or row.note.standing.state in _URGENT
        self.setLineWidth(_CALL_LINE if row.calls else 2 * _LINE if urgent else _LINE)
        ground = QPalette.ColorRole.Highlight if row.calls else QPalette.ColorRole.Base
        ink = QPalette.ColorRole.HighlightedText if row.calls else QPalette.ColorRole.Text
        self.setBackgroundRole(ground)
        for label in (self.name, self.state, self.detail, self.waits):
            label.setForegroundRole(ink)
        colour = self.palette().color(ink).name()
        picture = self._icons.pixmap(
            self._assets, icon_of(row), colour, ICON_SIDE, mirrored=self.isRightToLeft()
        )
        self.icon.setPixmap(picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and where the keys are."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            pen = QPen(self.palette().color(self.name.foregroundRole()), _FOCUS_LINE)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            inset = _CALL_LINE + _FOCUS_LINE
            painter.drawRect(self.rect().adjusted(inset, inset, -inset, -inset))

    def _answer(self) -> None:
        if self._row is not None and self._row.calls:
            self.answered.emit(self._row.note.call)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the call of the card that the keys have reached."""
        if event.key() in _ENTER:
            self._answer()
        else:
            super().keyPressEvent(event)


def _label(points: int, *, bold: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    font = label.font()
    font.setPointSize(points)
    font.setBold(bold)
    label.setFont(font)
    return label
