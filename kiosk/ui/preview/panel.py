"""The author's side of a preview: what to look at, every page, and every fault."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kiosk.content.problems import Problem
from kiosk.ui.preview.stops import Stop

WIDTH = 420
_POINTS = 11.0
_ROW_GAP = 3
_HELD = Qt.ItemDataRole.UserRole

# What can be chosen: its name, its label, and each value with the words for it.
Choice = tuple[str, str, tuple[tuple[str, str], ...]]


class AuthorPanel(QWidget):
    """chosen carries the name and the value of a choice; wanted a Stop; asked a Problem."""

    chosen = Signal(str, str)
    wanted = Signal(object)
    asked = Signal(object)

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        font = self.font()
        font.setPointSizeF(_POINTS)
        self.setFont(font)
        self._stops: tuple[Stop, ...] = ()
        self.status = _words("Reading the pack …")
        self._boxes: dict[str, QComboBox] = {}
        self.pages = _list("Every page of the pack")
        self.faults = _list("What the check has found")
        self.count = _words("Faults")
        self.pages.itemClicked.connect(partial(_send, self.wanted))
        self.pages.itemActivated.connect(partial(_send, self.wanted))
        self.faults.itemClicked.connect(partial(_send, self.asked))
        self.faults.itemActivated.connect(partial(_send, self.asked))
        form = QFormLayout()
        for name, label, values in choices:
            box = self._boxes[name] = QComboBox()
            box.setAccessibleName(label)
            form.addRow(label, box)
            self.offer(name, values)
            box.activated.connect(partial(self._picked, name))
        layout = QVBoxLayout(self)
        for one in (self.status, _words("A preview keeps nothing: no record is written.")):
            layout.addWidget(one)
        layout.addLayout(form)
        layout.addWidget(_words("Pages"))
        layout.addWidget(self.pages, 3)
        layout.addWidget(self.count)
        layout.addWidget(self.faults, 2)

    def offer(self, name: str, values: tuple[tuple[str, str], ...]) -> None:
        """Offer other values of a choice, and keep what is chosen if it is among them."""
        box = self._boxes[name]
        now = box.currentData()
        box.clear()
        for value, label in values:
            box.addItem(label, value)
        self.choose(name, now)

    def choose(self, name: str, value: str) -> None:
        """Show a value as chosen."""
        box = self._boxes[name]
        index = box.findData(value)
        if index >= 0:
            box.setCurrentIndex(index)

    def value(self, name: str) -> str:
        """Return what is chosen."""
        return str(self._boxes[name].currentData())

    def _picked(self, name: str, _index: int) -> None:
        self.chosen.emit(name, self.value(name))

    def show_pages(self, stops: tuple[Stop, ...]) -> None:
        """List every page; the list stays where it was scrolled to."""
        if stops == self._stops:
            return
        self._stops = stops
        place = self.pages.verticalScrollBar().value()
        self.pages.clear()
        stem = None
        for stop in stops:
            if stop.stem != stem:
                stem = stop.stem
                _head(self.pages, f"{stem}.md" if stem else "The kiosk's own pages")
            _add(self.pages, stop.title or stop.name, f"{stop.name}, line {stop.line}", stop)
        self.pages.verticalScrollBar().setValue(place)

    def mark_page(self, stop: Stop | None) -> None:
        """Mark the page that is in front."""
        rows = range(self.pages.count())
        row = next((row for row in rows if stop and _held(self.pages.item(row)) == stop), -1)
        if row != self.pages.currentRow():
            self.pages.setCurrentRow(row)

    def show_faults(self, problems: tuple[Problem, ...], root: str) -> None:
        """List what was found, errors first; root is left out of the files' names."""
        ordered = sorted(problems, key=_gravest_first)
        errors = sum(one.level == "error" for one in problems)
        self.count.setText(f"Errors: {errors}, warnings: {len(problems) - errors}")
        self.faults.clear()
        for one in ordered:
            place = f"{one.path.removeprefix(root).lstrip('/')}:{one.line}"
            text = f"{one.level.upper()}  {place}\n{one.message}"
            _add(self.faults, text, f"{place}: {one.message}", one)


def _gravest_first(one: Problem) -> tuple[bool, Problem]:
    return one.level != "error", one


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _list(name: str) -> QListWidget:
    found = QListWidget()
    found.setAccessibleName(name)
    found.setWordWrap(True)
    found.setSpacing(_ROW_GAP)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return found


def _add(found: QListWidget, text: str, tip: str, held: object) -> None:
    item = QListWidgetItem(text, found)
    item.setToolTip(tip)
    item.setData(_HELD, held)


def _head(found: QListWidget, text: str) -> None:
    item = QListWidgetItem(text, found)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = found.font()
    font.setBold(True)
    item.setFont(font)


def _held(item: QListWidgetItem) -> object:
    return item.data(_HELD)


def _send(told: SignalInstance, item: QListWidgetItem) -> None:
    told.emit(_held(item))
