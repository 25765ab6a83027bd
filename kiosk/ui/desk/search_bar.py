"""What is looked for: words, a door, a standing, some days."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.names import doors, standings
from kiosk.staff.desk.register import Wanted, standing_choices


class SearchBar(QWidget):
    """changed tells that something else is looked for; `today` gives the local day."""

    changed = Signal()

    def __init__(self, words: Words, today: date) -> None:
        super().__init__()
        self._today = today
        self.words = QLineEdit()
        self.words.setPlaceholderText(
            words.t("Receipt, reference or day, such as {day}", day=words.code("2026-11-21"))
        )
        self.words.setAccessibleName(words.t("Find by receipt, reference or day"))
        self.words.setClearButtonEnabled(True)
        every_door, named = words.t("Any door"), standings(words)
        self.door = _box(
            words.t("Door"),
            [(every_door, ""), *((name, code) for code, name in doors(words).items())],
        )
        stands = [(named[one], one) for one in standing_choices()]
        self.stands = _box(words.t("Standing"), [(words.t("Any standing"), ""), *stands])
        days = [(words.t("Any day"), None), (words.t("Today"), 0)]
        days += [(words.n("Last {count} day", "Last {count} days", n), n - 1) for n in (7, 30)]
        self.days = _box(words.t("Days"), days)
        row = QHBoxLayout(self)
        label = QLabel(words.t("&Find"))
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


def _box(name: str, choices: Sequence[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for words, value in choices:
        box.addItem(words, value)
    return box
