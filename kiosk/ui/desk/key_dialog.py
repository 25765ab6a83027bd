"""The passphrase of the private key, asked for in the window and kept nowhere."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kiosk.i18n.catalogue import Words
from kiosk.ui.desk.choosers import choose_key


class KeyDialog(QDialog):
    """entered carries the file and the passphrase."""

    entered = Signal(object, str)

    def __init__(self, parent: QWidget, words: Words, key: Path | None) -> None:
        super().__init__(parent)
        self._words = words
        self.setLayoutDirection(parent.layoutDirection())
        self.setWindowTitle(words.t("Open the clinic’s key"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.file = QLineEdit(str(key or ""))
        self.file.setAccessibleName(words.t("Key file"))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(words.t("Passphrase"))
        choose = QPushButton(words.t("&Choose …"))
        choose.setAccessibleName(words.t("Choose the key file"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        place = QHBoxLayout()
        place.addWidget(self.file, 1)
        place.addWidget(choose)
        form = QFormLayout()
        form.addRow(words.t("&Key file"), place)
        form.addRow(words.t("&Passphrase"), self.passphrase)
        label = form.labelForField(place)
        if isinstance(label, QLabel):
            label.setBuddy(self.file)
        why = QLabel(
            words.t(
                "The key stays in memory only. It is forgotten when you lock the desk, close it, "
                "or leave it unused for five minutes."
            )
        )
        why.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(words.t("&Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(words.t("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._enter)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(why)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(40 * self.fontMetrics().averageCharWidth() + 160)
        (self.passphrase if key else self.file).setFocus()

    def _choose(self) -> None:
        choose_key(self, self._words, Path(self.file.text()).parent, self.file.setText)

    def _enter(self) -> None:
        file, passphrase = self.file.text().strip(), self.passphrase.text()
        self.passphrase.clear()
        if not file:
            self.file.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.entered.emit(Path(file), passphrase)
        self.accept()

    def done(self, result: int) -> None:
        """Leave no passphrase in the field, however the dialog ends."""
        self.passphrase.clear()
        super().done(result)
