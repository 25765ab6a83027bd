"""The patient's copy of the visit in front: made with the record, printed when asked, forgotten."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.domain.acknowledgement import Acknowledgement, CopyLine, Saved
from kiosk.platform.printer import Printer
from kiosk.ui.jobs import Jobs
from kiosk.ui.verbs import Command, say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import SavedView
from kiosk.ui.views.sheet import FootButton

if TYPE_CHECKING:
    from kiosk.domain.copy import CopyPaper


@dataclass(frozen=True, slots=True)
class PrintAsked(Command):
    """Print my copy, in usual or in large letters."""

    large: bool


class CopyDesk(QObject):
    """Printing has a thread of its own, so that a slow printer never holds up a record."""

    changed = Signal()

    def __init__(self, printer: Printer) -> None:
        super().__init__()
        self._printer = printer
        self._jobs = Jobs("printing")
        self._words: tuple[CopyLine, ...] = ()
        self._sheet: tuple[CopyLine, ...] = ()
        self._paper: CopyPaper | None = None
        self._language = ""
        self._there: bool | None = None
        self._state = ""
        self._visit = 0
        self.unprinted = 0
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)

    def prepare(self, showing: Showing, entry: Acknowledgement, letters: str) -> Acknowledgement:
        """Return the entry with the words of its copy; the record then proves them."""
        # Here and below, because Welcome does not wait for what is printed.
        from kiosk.ui.views.copy import copy_words
        from kiosk.ui.views.take_home import sheet_words

        self.forget()
        self._words = copy_words(showing, entry, letters)
        self._sheet = sheet_words(showing)
        self._language = showing.words.locale.tag
        self._jobs.submit("there", self._printer.there)
        return replace(entry, copy=self._words)

    def recorded(self, showing: Showing, saved: Saved) -> None:
        """Take the code that proves the words."""
        from kiosk.domain.copy import CopyPaper
        from kiosk.ui.views.copy import beside_code

        if self._words and saved.copy_code:
            beside = beside_code(showing.words, saved.check_code)
            self._paper = CopyPaper(
                self._words, self._language, saved.copy_code, beside, self._sheet
            )

    def forget(self) -> None:
        """Drop everything about the person."""
        self._words, self._sheet, self._paper, self._language = (), (), None, ""
        self._there, self._state = None, ""
        self._visit += 1

    def hear(self, asked: PrintAsked) -> None:
        """Print once."""
        if self._paper is None or not self._there or self._state:
            return
        work = partial(self._printer.print_copy, self._paper, large=asked.large)
        self._state = "printing"
        self._jobs.submit(f"print:{self._visit}", work)
        self.changed.emit()

    def dressed(self, view: SavedView, showing: Showing) -> SavedView:
        """Return the last page with the ways to print, or the line that there is none."""
        if self._paper is None or self._there is None:
            return view
        if not self._there:
            none = showing.t("There is no printer here. Write the number down, or ask our staff.")
            return replace(view, print_note=none)
        buttons = (
            FootButton(showing.t("Print my copy"), say(PrintAsked, False), "printer"),
            FootButton(showing.t("Print it large"), say(PrintAsked, True), "printer"),
        )
        notes = {
            "printing": showing.t("Your copy is being printed."),
            "done": showing.t("Your copy went to the printer. Please take it with you."),
            "failed": showing.t(
                "The printer did not work. Write the number down, or ask our staff."
            ),
        }
        if self._state:
            # One page for one person, and on small screens there is room for one or the other.
            return replace(view, print_note=notes[self._state])
        return replace(view, prints=buttons)

    def _done(self, name: str, result: object) -> None:
        if name == "there":
            self._there = result is True
        elif name == f"print:{self._visit}":
            self._state = "done"
        self.changed.emit()

    def _failed(self, name: str, _reason: str) -> None:
        if name == "there":
            self._there = False
        if name.startswith("print:"):
            # For staff: a number alone, also where the person has gone.
            self.unprinted += 1
        if name == f"print:{self._visit}":
            self._state = "failed"
        self.changed.emit()

    def close(self) -> None:
        """Finish what is on its way to the printer."""
        self._jobs.close()
