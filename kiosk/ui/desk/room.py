"""What the desk's window asks for, done away from its thread; answers come as signals."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.i18n.catalogue import Words, words_for
from kiosk.i18n.locales import SOURCE_TAG
from kiosk.staff.desk.desk import Ask, Desk, Reprint
from kiosk.staff.desk.faults import in_words
from kiosk.staff.desk.hand_off import HandOff
from kiosk.staff.desk.register import Register, VisitRow, sealed_again
from kiosk.ui.jobs import Jobs

# Without a key or a touch for so long the private key is forgotten.
IDLE_MS = 5 * 60 * 1000


class DeskRoom(QObject):
    """Carries the open records; after a lock nothing that was sealed is kept or shown."""

    glimpsed = Signal(object)
    listed = Signal(object)
    page = Signal(object, object)
    paper = Signal(object)
    counted = Signal(object)
    signed = Signal(int)
    failed = Signal(str)
    busy = Signal(str)
    progress = Signal(int, int)
    locked = Signal(str)

    def __init__(self, desk: Desk, words: Words | None = None) -> None:
        """Take the desk, and the words of the language it is worked in."""
        super().__init__()
        self.desk = desk
        self.words = words or words_for(SOURCE_TAG)
        self._says = {
            "load": self.words.t("Checking and opening the records …"),
            "key": self.words.t("Opening the key …"),
            "sign": self.words.t("Writing the record …"),
            "stuck": self.words.t("Counting …"),
        }
        self.place: Path | None = None
        self.key: Path | None = None
        self.open: Register | None = None
        self._row: VisitRow | None = None
        # What was asked for before a lock must not be shown after it.
        self._turn = 0
        self._jobs = Jobs("desk")
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._idled)

    def open_place(self, place: Path) -> None:
        """List the records of a folder or a backup as they are, then verified."""
        self.place, self.open = place, None
        self.glimpsed.emit(())
        self.reload()

    def reload(self) -> None:
        """List the same records again, with whatever was signed since."""
        if self.place is not None:
            # What is listed already has been checked, and is not replaced by what is not.
            glimpsed = None if self.open else partial(self._glimpse, self._turn)
            work = partial(self.desk.load, self.place, self.progress.emit, glimpsed)
            self._ask("load", work)

    def _glimpse(self, turn: int, rows: tuple[VisitRow, ...]) -> None:
        if turn == self._turn:
            self.glimpsed.emit(rows)

    def open_key(self, key: Path, passphrase: str) -> None:
        """Take the private key into memory and list the records once more."""
        self.key = key
        self._ask("key", partial(self.desk.use_key, key, passphrase))

    def show(self, row: VisitRow) -> None:
        """Read the hand-off of a visit."""
        self._row = row
        if self.open is not None and self.open.with_key:
            self._ask("page", partial(self.desk.hand_off, self.open, row, self.words))

    def reprint(self, row: VisitRow) -> None:
        """Read the patient's copy of a visit."""
        if self.open is not None:
            self._ask("paper", partial(self.desk.reprint, self.open, row))

    def count(self) -> None:
        """Count where people got stuck."""
        if self.open is not None:
            self._ask("stuck", partial(self.desk.stuck, self.open))

    def sign(self, ask: Ask) -> None:
        """Write one record about a visit."""
        if self.open is not None:
            self._ask("sign", partial(self.desk.sign, self.open, ask))

    def lock(self) -> None:
        """Forget the key and everything that it opened."""
        self._lock(self.words.t("Locked. Open the key to go on."))

    def _idled(self) -> None:
        why = self.words.t("Locked after five minutes without use. Open the key to go on.")
        self._lock(why)

    def _lock(self, why: str) -> None:
        self._idle.stop()
        self.desk.forget()
        self._turn += 1
        self._row = None
        if self.open is not None:
            self.open = sealed_again(self.open)
            self.listed.emit(self.open)
        self.locked.emit(why)

    def used(self) -> None:
        """Somebody is here: wait again before locking."""
        if self.desk.has_key:
            self._idle.start()

    def _ask(self, what: str, work: Callable[[], object]) -> None:
        if what in self._says:
            self.busy.emit(self._says[what])
        self._jobs.submit(f"{what}:{self._turn}", partial(in_words, self.words, work))

    def _done(self, name: str, result: object) -> None:
        what, _, turn = name.partition(":")
        if turn != str(self._turn):
            # A key that was being opened when the desk was locked must not stay open.
            self.desk.forget()
            return
        self.busy.emit("")
        tell = {
            "load": self._loaded,
            "key": self._key_opened,
            "page": self._page_read,
            "paper": self._paper_read,
            "stuck": self.counted.emit,
            "sign": self._signed,
        }
        tell[what](result)

    def _failed(self, name: str, reason: str) -> None:
        what, _, turn = name.partition(":")
        if turn == str(self._turn):
            self.busy.emit("")
            if what == "load" and self.open is None:
                # What was not found in order is not left on the screen.
                self.glimpsed.emit(())
            self.failed.emit(f"{reason[:1].upper()}{reason[1:]}")

    def _loaded(self, result: object) -> None:
        if isinstance(result, Register):
            self.open = result
            self.used()
            self.listed.emit(result)

    def _key_opened(self, _result: object) -> None:
        self.used()
        self.reload()

    def _page_read(self, result: object) -> None:
        # Only the newest wish counts when somebody runs down the list.
        if isinstance(result, HandOff) and self._row and self._row.receipt == result.receipt:
            self.page.emit(result, self._row)

    def _paper_read(self, result: object) -> None:
        if isinstance(result, Reprint):
            self.paper.emit(result)
        else:
            why = self.words.t("This visit was recorded without a copy for the person.")
            self.failed.emit(why)

    def _signed(self, result: object) -> None:
        if isinstance(result, int):
            self.signed.emit(result)
        if self.open is not None:
            self._ask("load", partial(self.desk.refresh, self.open))

    def close(self) -> None:
        """Forget the key and finish what is under way."""
        self._turn += 1
        self.desk.forget()
        self._jobs.close()
