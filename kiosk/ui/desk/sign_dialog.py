"""Who signs: a person of the desk and their own PIN."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kiosk.staff.desk.people import Person
from kiosk.staff.desk.register import VisitRow

WORDS = {
    "cosign": "Co-sign",
    "discussed": "Save discussion",
    "withdrawal": "Record withdrawal",
    "re_consent": "Replace by a later visit",
}
_MEANS = {
    "cosign": "You have talked with this person and stand by what you recorded. It is not the "
    "consent itself: that is yours to obtain and to document.",
    "discussed": "The talk is kept. The visit stays as it is: not co-signed.",
    "withdrawal": "This person takes back what they chose. What was recorded stays; a new record "
    "says that it no longer holds.",
    "re_consent": "A later visit of the same person takes the place of this one. Choose it below.",
}
_NOBODY = (
    "Nobody may do this here yet. Let somebody in first, in a terminal: "
    "anteroom staff add INITIALS --name NAME --role clinician"
)


class SignDialog(QDialog):
    """entered carries the person, the PIN, the reason or "", and the later visit or None."""

    entered = Signal(object, str, str, object)

    def __init__(
        self,
        parent: QWidget,
        act: str,
        row: VisitRow,
        people: Sequence[Person],
        later: Sequence[VisitRow] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{WORDS[act]}: {row.receipt}")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.person = QComboBox()
        self.person.setAccessibleName("Who signs")
        for one in people:
            self.person.addItem(str(one), one)
        self.later = QComboBox()
        self.later.setAccessibleName("The later visit")
        for visit in later:
            self.later.addItem(f"{visit.receipt}, {visit.day}, {visit.door_words}", visit)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setAccessibleName("Reason")
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setAccessibleName("PIN")
        form = QFormLayout()
        if act == "re_consent":
            form.addRow("&Later visit", self.later)
        if act in ("withdrawal", "re_consent"):
            form.addRow("&Reason", self.reason)
        form.addRow("&Who", self.person)
        form.addRow("&PIN", self.pin)
        layout = QVBoxLayout(self)
        layout.addWidget(_words(_MEANS[act] if people else _NOBODY))
        layout.addLayout(form)
        layout.addWidget(self._buttons(WORDS[act], act, people, later))
        self.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())
        (self.person if act in ("cosign", "discussed") else self.reason).setFocus()

    def _buttons(
        self, words: str, act: str, people: Sequence[Person], later: Sequence[VisitRow]
    ) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setEnabled(bool(people) and (act != "re_consent" or bool(later)))
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._enter)
        buttons.rejected.connect(self.reject)
        return buttons

    def _enter(self) -> None:
        pin = self.pin.text()
        self.pin.clear()
        self.entered.emit(
            self.person.currentData(), pin, self.reason.text(), self.later.currentData()
        )
        self.accept()

    def done(self, result: int) -> None:
        """Leave no PIN in the field, however the dialog ends."""
        self.pin.clear()
        super().done(result)


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
