"""What is looked for: words, a door, a standing, some days."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from kiosk.staff.desk.register import DOORS, Wanted, standing_choices

_DAYS = (("Any day", None), ("Today", 0), ("Last 7 days", 6), ("Last 30 days", 29))


class SearchBar(QWidget):
    """changed tells that something else is looked for; `today` gives the local day."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.words = QLineEdit()
        self.words.setPlaceholderText("Receipt, reference or day, such as 2026-11-21")
        self.words.setAccessibleName("Find by receipt, reference or day")
        self.words.setClearButtonEnabled(True)
        self.door = _box(
            "Door", (("Any door", ""), *((words, code) for code, words in DOORS.items()))
        )
        self.stands = _box(
            "Standing", (("Any standing", ""), *((one, one) for one in standing_choices()))
        )
        self.days = _box("Days", _DAYS)
        row = QHBoxLayout(self)
        label = QLabel("&Find")
        label.setBuddy(self.words)
        row.addWidget(label)
        row.addWidget(self.words, 1)
        for one in (self.door, self.stands, self.days):
            row.addWidget(one)
            one.currentIndexChanged.connect(self._say)
        self.words.textChanged.connect(self._say)

    def _say(self, _changed: object) -> None:
        self.changed.emit()

    def clear(self) -> None:
        """Look for everything again."""
        self.words.clear()
        for one in (self.door, self.stands, self.days):
            one.setCurrentIndex(0)

    def wanted(self) -> Wanted:
        """Return what is looked for now."""
        back = self.days.currentData()
        since = "" if back is None else (self._today - timedelta(days=back)).isoformat()
        return Wanted(self.words.text(), self.door.currentData(), self.stands.currentData(), since)


def _box(name: str, choices: tuple[tuple[str, object], ...]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for words, value in choices:
        box.addItem(words, value)
    return box
