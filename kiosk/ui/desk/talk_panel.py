"""What came of the talk: every item settled, capacity, what was discussed, a short note."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.codes import LONGEST_NOTE
from kiosk.staff.desk.hand_off import HandOff, Item
from kiosk.staff.desk.hand_off_paper import line
from kiosk.staff.desk.names import capacity, discussed, lack, states
from kiosk.staff.desk.talk import Form, form_of, lacking

_BY_KEYS = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class TalkPanel(QWidget):
    """asked carries what is to be written: cosign, discussed, withdrawal or re_consent."""

    asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._page: HandOff | None = None
        self._items: dict[str, QButtonGroup] = {}
        self._capacity = QButtonGroup(self)
        self._discussed: dict[str, QCheckBox] = {}
        self.note = QLineEdit()
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        self.missing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.missing.setTextInteractionFlags(_BY_KEYS)
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QScrollArea.Shape.NoFrame)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.missing)
        layout.addLayout(self._buttons())
        self.show_page(None)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for act, words, says in (
            ("cosign", self._words.t("&Co-sign …"), self._words.t("Co-sign this visit")),
            (
                "discussed",
                self._words.t("Save &discussion …"),
                self._words.t("Save the discussion without a co-signature"),
            ),
        ):
            button = QPushButton(words)
            button.setAccessibleName(says)
            button.clicked.connect(partial(self._ask, act))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _ask(self, act: str, *_clicked: bool) -> None:
        self.asked.emit(act)

    def show_page(self, page: HandOff | None) -> None:
        """Offer an empty form for a visit, or none."""
        self._page = page
        self._items, self._discussed = {}, {}
        self._capacity = QButtonGroup(self)
        self.note = QLineEdit()
        inner = QWidget()
        layout = QVBoxLayout(inner)
        if page is None:
            layout.addWidget(QLabel(self._words.t("Choose a visit, with the key open.")))
        else:
            layout.addWidget(self._items_box(page))
            layout.addWidget(self._capacity_box())
            layout.addWidget(self._discussed_box())
            layout.addWidget(self._note_box())
        layout.addStretch(1)
        self._body.setWidget(inner)
        self.tell()

    def _items_box(self, page: HandOff) -> QGroupBox:
        box = QGroupBox(self._words.t("Each item: resolved now, or carried forward"))
        layout = QVBoxLayout(box)
        for item in page.items:
            layout.addWidget(self._item(item))
        if not page.items:
            layout.addWidget(
                QLabel(self._words.t("Nothing was marked, and nothing stayed unclear."))
            )
        return box

    def _item(self, item: Item) -> QWidget:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 4)
        words = QLabel(line(item))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        layout.addWidget(words)
        row, group = QHBoxLayout(), QButtonGroup(self)
        for state, says in states(self._words).items():
            button = QRadioButton(says)
            button.setAccessibleName(f"{item.text}: {says}")
            button.setProperty("code", state)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        group.buttonToggled.connect(self._changed)
        self._items[item.key] = group
        return whole

    def _capacity_box(self) -> QGroupBox:
        box = QGroupBox(self._words.t("Capacity, as you judge it"))
        layout = QVBoxLayout(box)
        for code, words in capacity(self._words).items():
            button = QRadioButton(words)
            button.setProperty("code", code)
            self._capacity.addButton(button)
            layout.addWidget(button)
        self._capacity.buttonToggled.connect(self._changed)
        return box

    def _discussed_box(self) -> QGroupBox:
        box = QGroupBox(self._words.t("Discussed"))
        layout = QVBoxLayout(box)
        for code, words in discussed(self._words).items():
            tick = self._discussed[code] = QCheckBox(words)
            tick.toggled.connect(self._changed)
            layout.addWidget(tick)
        return box

    def _note_box(self) -> QGroupBox:
        box = QGroupBox(self._words.t("Short note (sealed)"))
        layout = QVBoxLayout(box)
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(
            self._words.t("No name, no date of birth: the record is about this visit already")
        )
        self.note.setAccessibleName(self._words.t("Short note"))
        layout.addWidget(self.note)
        return box

    def _changed(self, *_what: object) -> None:
        self.tell()

    def form(self) -> Form:
        """Return what is filled in."""
        settled = [(key, _code(group)) for key, group in self._items.items()]
        discussed = [code for code, tick in self._discussed.items() if tick.isChecked()]
        return form_of(settled, _code(self._capacity), discussed, self.note.text())

    def begin(self) -> None:
        """Put the keys on the first thing to fill in."""
        first = next(iter(self._body.findChildren(QAbstractButton)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def point_out(self) -> None:
        """Put the keys on what is missing; a screen reader says with it what that is."""
        first = self._first_missing()
        if first is None:
            return
        first.setAccessibleDescription(self.missing.text())
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._body.ensureWidgetVisible(first)

    def _first_missing(self) -> QAbstractButton | None:
        """Return the first button that would settle what a co-signature still needs."""
        what = lacking(self.form(), self._page).code if self._page else ""
        open_items = (group for group in self._items.values() if group.checkedButton() is None)
        if what == "items":
            return _first(next(open_items).buttons())
        if what in ("capacity", "not_now"):
            return self._capacity.checkedButton() or _first(self._capacity.buttons())
        return _first(list(self._discussed.values())) if what == "discussed" else None

    def tell(self) -> None:
        """Say what a co-signature still needs; the button works all the same and says it too."""
        what = lack(self._words, lacking(self.form(), self._page)) if self._page else ""
        for button in self._body.findChildren(QAbstractButton):
            button.setAccessibleDescription("")
        self.missing.setText(what)
        self.missing.setVisible(bool(what))


def _code(group: QButtonGroup) -> str:
    """Return the code of the button that is on, "" for none."""
    button = group.checkedButton()
    return str(button.property("code")) if button else ""


def _first(buttons: Sequence[QAbstractButton]) -> QAbstractButton | None:
    return buttons[0] if buttons else None
