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

from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.names import door_of
from kiosk.staff.desk.people import Person
from kiosk.staff.desk.register import VisitRow


def acts(words: Words) -> dict[str, str]:
    """Return what the button says, by act."""
    return {
        "cosign": words.t("Co-sign"),
        "discussed": words.t("Save discussion"),
        "withdrawal": words.t("Record withdrawal"),
        "re_consent": words.t("Replace by a later visit"),
    }


def _means(words: Words) -> dict[str, str]:
    return {
        "cosign": words.t(
            "You have talked with this person and stand by what you recorded. It is not the "
            "consent itself: that is yours to obtain and to document."
        ),
        "discussed": words.t("The talk is kept. The visit stays as it is: not co-signed."),
        "withdrawal": words.t(
            "This person takes back what they chose. What was recorded stays; a new record says "
            "that it no longer holds."
        ),
        "re_consent": words.t(
            "A later visit of the same person takes the place of this one. Choose it below."
        ),
    }


def _nobody(words: Words) -> str:
    return words.t(
        "Nobody may do this here yet. Let somebody in first, in a terminal: {command}",
        command="anteroom staff add INITIALS --name NAME --role clinician",
    )


class SignDialog(QDialog):
    """entered carries the person, the PIN, the reason or "", and the later visit or None."""

    entered = Signal(object, str, str, object)

    def __init__(
        self,
        parent: QWidget,
        words: Words,
        act: str,
        row: VisitRow,
        people: Sequence[Person],
        later: Sequence[VisitRow] = (),
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(parent.layoutDirection())
        self.setWindowTitle(f"{acts(words)[act]}: {words.code(row.receipt)}")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.person = QComboBox()
        self.person.setAccessibleName(words.t("Who signs"))
        for one in people:
            self.person.addItem(str(one), one)
        self.later = QComboBox()
        self.later.setAccessibleName(words.t("The later visit"))
        for visit in later:
            told = (words.code(visit.receipt), words.code(visit.day), door_of(words, visit))
            self.later.addItem(" · ".join(told), visit)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setAccessibleName(words.t("Reason"))
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setAccessibleName(words.t("PIN"))
        form = QFormLayout()
        if act == "re_consent":
            form.addRow(words.t("&Later visit"), self.later)
        if act in ("withdrawal", "re_consent"):
            form.addRow(words.t("&Reason"), self.reason)
        form.addRow(words.t("&Who"), self.person)
        form.addRow(words.t("&PIN"), self.pin)
        layout = QVBoxLayout(self)
        layout.addWidget(_label(_means(words)[act] if people else _nobody(words)))
        layout.addLayout(form)
        layout.addWidget(self._buttons(words, act, people, later))
        self.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())
        # Where nothing is to be chosen, the PIN is all that is missing.
        first = self.pin if len(people) == 1 else self.person
        (first if act in ("cosign", "discussed") else self.reason).setFocus()

    def _buttons(
        self, words: Words, act: str, people: Sequence[Person], later: Sequence[VisitRow]
    ) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(acts(words)[act], QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setEnabled(bool(people) and (act != "re_consent" or bool(later)))
        buttons.addButton(words.t("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._enter)
        buttons.rejected.connect(self.reject)
        return buttons

    def _enter(self) -> None:
        pin = self.pin.text()
        if not pin:
            # An empty one is no try, and must not count as a wrong one.
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.pin.clear()
        self.entered.emit(
            self.person.currentData(), pin, self.reason.text(), self.later.currentData()
        )
        self.accept()

    def done(self, result: int) -> None:
        """Leave no PIN in the field, however the dialog ends."""
        self.pin.clear()
        super().done(result)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
