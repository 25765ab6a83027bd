"""The back office's half of a shift, in the desk's own window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.commands.options import DeskOptions
from kiosk.desking import window_for
from kiosk.staff.desk.people import People, Person
from kiosk.staff.desk.stuck import Cell
from kiosk.staff.pin import HashCost
from kiosk.ui.desk.key_dialog import KeyDialog
from kiosk.ui.desk.paper_window import PaperWindow
from kiosk.ui.desk.sign_dialog import SignDialog
from kiosk.ui.desk.window import DeskWindow
from tests.staff.set_clock import SetClock
from tests.ui.desk.clinic_day import PASSPHRASE, Clinic, Until

PIN = "274159"
_FILLED = ("Resolved", "Able to decide this now", "Side effects and serious risks")
LookDesk = Callable[[QWidget, str], None]


def unseen(_widget: QWidget, _name: str) -> None:
    """Nobody takes pictures."""


class Desk:
    """Somebody at the desk."""

    def __init__(self, clinic: Clinic, place: Path, until: Until, look: LookDesk = unseen) -> None:
        self.folder, self._until, self._look = clinic.home / "desk", until, look
        people = People(self.folder, SetClock(), HashCost(1, 64, 1))
        people.set_person(Person("AL", "Ann Lee", "clinician"), PIN)
        people.set_person(Person("RX", "Rex Moe", "reception"), PIN)
        options = DeskOptions(
            clinic.config, clinic.content, self.folder, place, clinic.key, language="en"
        )
        self.window: DeskWindow = window_for(options)
        self.window.resize(1280, 860)
        self.window.show()
        self._until(lambda: self.lines > 0)
        self._look(self.window, "desk-sealed")

    @property
    def lines(self) -> int:
        """How many visits are listed."""
        return self.window.visits.model.rowCount()

    def cells(self, column: int) -> list[str]:
        """Return a column of the list."""
        model = self.window.visits.model
        return [str(model.data(model.index(line, column))) for line in range(self.lines)]

    def open_key(self) -> None:
        """Type the passphrase."""
        self.window.ask_key()
        dialog = self.window.findChild(KeyDialog)
        assert dialog is not None
        self._look(dialog, "desk-passphrase")
        dialog.passphrase.setText(PASSPHRASE)
        dialog.go.click()
        self._until(lambda: "Sealed" not in self.cells(3))
        self._look(self.window, "desk-open")

    def find(self, words: str) -> str:
        """Type what is known and return the hand-off page of the newest that fits."""
        visits = self.window.visits
        visits.search.words.clear()
        QTest.keyClicks(visits.search.words, words)
        assert self.lines, words
        receipt = self.cells(0)[0]
        visits.table.setCurrentIndex(visits.model.index(0, 0))
        self._until(lambda: f"Hand-off {receipt}" in visits.page.toPlainText())
        self._look(self.window, f"desk-found-{words}")
        return visits.page.toPlainText()

    def sign(self, act: str, reason: str = "") -> str:
        """Do an act about the visit in front; returns what the desk says."""
        if act == "cosign":
            for words in _FILLED:
                for button in self.window.visits.talk.findChildren(QAbstractButton):
                    if button.text() == words and not button.isChecked():
                        button.click()
            self.window.actions_by_name["talk"].trigger()
            self._look(self.window, "desk-talk")
        self.window.ask_to_sign(act)
        dialog = self.window.findChild(SignDialog)
        assert dialog is not None, self.window.visits.talk.missing.text()
        dialog.pin.setText(PIN)
        dialog.reason.setText(reason)
        self._look(dialog, f"desk-{act}")
        self.window.notice.clear()
        dialog.go.click()
        self._until(lambda: self.window.notice.text().startswith("Signed"))
        # The list and the page are read once more.
        self._until(self.window.actions_by_name["preview"].isEnabled)
        self._look(self.window, f"desk-{act}-done")
        return self.window.notice.text()

    def print_hand_off(self, pdf: Path) -> bytes:
        """Save the hand-off page of the visit in front."""
        self.window.print_hand_off()
        paper = self.window.findChild(PaperWindow)
        assert paper is not None
        self._look(paper, "desk-paper")
        paper.save(str(pdf))
        paper.close()
        return pdf.read_bytes()

    def stuck(self) -> tuple[Cell, ...]:
        """Count where people got stuck."""
        counted: list[object] = []
        self.window.room.counted.connect(counted.append)
        self.window.show_stuck()
        self._until(lambda: bool(counted))
        self._look(self.window, "desk-stuck")
        return tuple(self.window.stuck.cells)

    def close(self) -> None:
        """Close the desk."""
        self.window.close()
        self.window.deleteLater()
