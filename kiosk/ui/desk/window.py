"""The desk's window: an ordinary one, with menus, a list, and what stands behind each line."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QWindow
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMainWindow,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.copy import CopyPaper
from kiosk.domain.errors import AnteroomError
from kiosk.platform.durable import write_new
from kiosk.platform.paths import assets_dir
from kiosk.staff.desk.desk import Ask, Reprint
from kiosk.staff.desk.faults import fault_words, reason_words
from kiosk.staff.desk.hand_off import HandOff
from kiosk.staff.desk.people import Person, act_of
from kiosk.staff.desk.register import Register, VisitRow
from kiosk.staff.desk.stuck import stuck_csv
from kiosk.staff.desk.talk import Form, lacking
from kiosk.ui.desk.board_place import BoardPlace
from kiosk.ui.desk.board_room import BoardRoom, silent_room
from kiosk.ui.desk.choosers import choose_csv, choose_folder, choose_store
from kiosk.ui.desk.hand_off_sheet import hand_off_paper
from kiosk.ui.desk.key_dialog import KeyDialog
from kiosk.ui.desk.menus import ACTS_ON_A_VISIT, add_menus
from kiosk.ui.desk.notice import Notice
from kiosk.ui.desk.paper_window import PaperWindow, Printable
from kiosk.ui.desk.room import DeskRoom
from kiosk.ui.desk.sign_dialog import SignDialog
from kiosk.ui.desk.stuck_page import StuckPage
from kiosk.ui.desk.visits_page import VisitsPage

if TYPE_CHECKING:
    from datetime import date

# Pixels that a window manager may put above a window.
TITLE_BAR = 40
_SIGNS_OF_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)
# Makes the lines that stand beside the code of a copy, from its language and check code.
Beside = Callable[[str, str], tuple[str, ...]]


class DeskWindow(QMainWindow):
    """Shows what the room carries, and asks the room for what staff want."""

    def __init__(
        self,
        room: DeskRoom,
        today: "date",
        titles: Mapping[str, str],
        beside: Beside,
        region: str = "",
        board: BoardRoom | None = None,
    ) -> None:
        super().__init__()
        self.words = room.words
        if self.words.locale.direction == "rtl":
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setWindowTitle(self.words.t("Anteroom desk"))
        self.room, self._beside, self._region = room, beside, region
        self._page: HandOff | None = None
        # What is to be said once the list is there again.
        self._news = ""
        self.visits = VisitsPage(self.words, today)
        self.stuck = StuckPage(self.words, titles)
        self.notice = Notice(self.words.t("Notice"))
        self.pages = QStackedWidget()
        self.board = BoardPlace(self, self.words, board or silent_room(), assets_dir())
        for one in (self.visits, self.stuck, self.board.page):
            self.pages.addWidget(one)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.board.top)
        layout.addWidget(self.notice)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        self._make_status_bar()
        self.actions_by_name = add_menus(self, self.words, self._slots())
        self._connect()
        self.tell(self.words.t("Open a kiosk’s data folder or a backup: Records, Open a folder."))
        self._tell_key()
        self._allow()
        self.visits.search.words.setFocus()

    def _make_status_bar(self) -> None:
        self.where, self.count, self.key_state = QLabel(), QLabel(), QLabel()
        self.where.setMargin(6)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.words.t("Progress"))
        self.bar.setMaximumWidth(200)
        self.bar.hide()
        for label in (self.where, self.count):
            self.statusBar().addWidget(label)
        if self.words.unreviewed:
            # Said in English too, for whoever is to judge the words.
            draft = QLabel(self.words.t("Unreviewed translation") + " · Unreviewed translation")
            self.statusBar().addPermanentWidget(draft)
        self.statusBar().addPermanentWidget(self.bar)
        self.statusBar().addPermanentWidget(self.key_state)

    def _slots(self) -> dict[str, Callable[..., None]]:
        acts = ("cosign", "discussed", "withdrawal", "re_consent")
        return {
            "open_folder": self._choose_folder,
            "open_file": self._choose_file,
            "reload": self.room.reload,
            "key": self.ask_key,
            "lock": self.room.lock,
            "quit": self._quit,
            "preview": self.print_hand_off,
            "reprint": self._reprint,
            **{act: partial(self.ask_to_sign, act) for act in acts},
            "find": self._find,
            "visits": self._show_visits,
            "talk": self._show_talk,
            "stuck": self.show_stuck,
            **self.board.slots(),
        }

    def _connect(self) -> None:
        room, visits = self.room, self.visits
        room.glimpsed.connect(self._glimpsed)
        room.listed.connect(self._listed)
        room.page.connect(self._show_page)
        room.paper.connect(self._show_copy)
        room.counted.connect(self.stuck.show_cells)
        room.signed.connect(self._signed)
        room.failed.connect(self.tell)
        room.busy.connect(self._busy)
        room.progress.connect(self._progress)
        room.locked.connect(self._locked)
        visits.chosen.connect(self._chosen)
        visits.shown.connect(self._counted)
        visits.talk.asked.connect(self.ask_to_sign)
        self.stuck.save.connect(self._choose_csv)
        self.board.wanted.connect(self._show_board)

    # What the room tells

    def _glimpsed(self, rows: tuple[VisitRow, ...]) -> None:
        self.visits.show_rows(rows)
        self.visits.fit_columns()
        self._allow()
        if rows:
            checking = self.words.t(
                "These lines are being checked. A visit opens when that is done."
            )
            self.tell(checking)

    def _listed(self, listed: Register) -> None:
        self.visits.show_rows(listed.rows)
        self.visits.fit_columns()
        self.where.setText(str(listed.path))
        self._tell_key()
        notes, words = [self._news], self.words
        self._news = ""
        if listed.mode == "demo":
            notes.append(words.t("Sample records. Not for patient care."))
        if listed.closed:
            notes.append(
                words.n(
                    "{count} visit is sealed to another key than this one.",
                    "{count} visits are sealed to another key than this one.",
                    listed.closed,
                )
            )
        elif not listed.with_key:
            notes.append(words.t("Doors and standing are sealed. Open the key: Ctrl+K."))
        self.tell(" ".join(one for one in notes if one))
        self._allow()

    def _show_page(self, page: HandOff, row: VisitRow) -> None:
        front = self.visits.visit()
        if front is not None and front.id == row.id:
            self._page = page
            self.visits.show_page(page)
            self._allow()

    def _show_copy(self, again: Reprint) -> None:
        beside = self._beside(again.language, again.check_code)
        paper = CopyPaper(again.words, again.language, again.code, beside)
        name = self.words.t("Patient’s copy, printed again")
        self._open_paper(Printable(paper, name, again.foot, "copy.pdf", "COPY"))

    def _signed(self, number: int) -> None:
        self._news = self.words.t("Signed: record {number} of this desk.", number=number)
        self.visits.tabs.setCurrentWidget(self.visits.page)

    def _busy(self, what: str) -> None:
        self.statusBar().showMessage(what)
        self.bar.setRange(0, 0)
        self.bar.setVisible(bool(what))

    def _progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _locked(self, why: str) -> None:
        """Take away whatever the key opened, papers and questions among it."""
        for one in (*self.findChildren(PaperWindow), *self.findChildren(QDialog)):
            one.close()
        self._page = None
        self.visits.forget()
        self.stuck.show_cells(())
        if self.pages.currentWidget() is not self.board.page:
            self._show_visits()
        self._tell_key()
        self.tell(why)
        self._allow()

    def tell(self, text: str) -> None:
        """Say one thing above everything else, or nothing."""
        self.notice.tell(text)

    def broke(self, reason: str) -> None:
        """Say that something failed which nobody here can mend."""
        self.tell(
            self.words.t(
                "A fault of the desk itself: {reason}. Close it and open it again.", reason=reason
            )
        )

    def _tell_key(self) -> None:
        has, words = self.room.desk.has_key, self.words
        open_now = words.t("Key open; locks after 5 minutes unused")
        self.key_state.setText(open_now if has else words.t("Key closed"))

    def _counted(self, shown: int, of: int) -> None:
        told = self.words.n(
            "{shown} of {count} visit", "{shown} of {count} visits", of, shown=shown
        )
        self.count.setText(told)

    def _allow(self) -> None:
        has_key = self.room.desk.has_key
        for act in ACTS_ON_A_VISIT:
            self.actions_by_name[act].setEnabled(has_key and self._page is not None)
        self.actions_by_name["lock"].setEnabled(has_key)
        self.actions_by_name["stuck"].setEnabled(has_key)

    # What staff want

    def _chosen(self, row: VisitRow | None) -> None:
        self._page = None
        self._allow()
        if row is not None:
            self.room.show(row)

    def ask_key(self) -> None:
        """Ask for the passphrase."""
        dialog = KeyDialog(self, self.words, self.room.key)
        dialog.entered.connect(self.room.open_key)
        self._open_dialog(dialog)

    def ask_to_sign(self, act: str) -> None:
        """Ask who signs, or say what is missing first."""
        row, page = self.visits.visit(), self._page
        if row is None or page is None:
            return
        lack = lacking(self.visits.talk.form(), page)
        if act == "cosign" and lack.code:
            self._show_talk()
            self.visits.talk.point_out()
            return
        try:
            people = self.room.desk.people.who_may(act_of(act))
        except AnteroomError as error:
            self.tell(fault_words(self.words, error))
            return
        later = self.visits.later_than(row) if act == "re_consent" else ()
        dialog = SignDialog(self, self.words, act, row, people, later)
        dialog.entered.connect(partial(self._sign, act, row))
        self._open_dialog(dialog)

    def _sign(
        self, act: str, row: VisitRow, person: Person, pin: str, reason: str, later: VisitRow | None
    ) -> None:
        full = act in ("cosign", "discussed")
        form = self.visits.talk.form() if full else Form(note=reason)
        replaced_by = later if act == "re_consent" else None
        self.room.sign(Ask(act_of(act), row, person, pin, form, replaced_by))

    def print_hand_off(self) -> None:
        """Show the hand-off as it will be printed."""
        if self._page is not None:
            receipt = self._page.receipt
            paper = hand_off_paper(self._page, self._region)
            foot = self.words.t(
                "Hand-off {receipt} · keep as safe as a patient file", receipt=receipt
            )
            title = self.words.t("Hand-off {receipt}", receipt=receipt)
            self._open_paper(Printable(paper, title, foot, f"{receipt}.pdf"))

    def _reprint(self) -> None:
        row = self.visits.visit()
        if row is not None:
            self.room.reprint(row)

    def show_stuck(self) -> None:
        """Show where people get stuck, counted anew."""
        self.pages.setCurrentWidget(self.stuck)
        self.room.count()

    def _show_board(self) -> None:
        self.pages.setCurrentWidget(self.board.page)

    def _show_visits(self) -> None:
        self.pages.setCurrentWidget(self.visits)
        self.visits.tabs.setCurrentWidget(self.visits.page)
        self.visits.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_talk(self) -> None:
        self.pages.setCurrentWidget(self.visits)
        self.visits.tabs.setCurrentWidget(self.visits.talk)
        self.visits.talk.begin()

    def _find(self) -> None:
        self.pages.setCurrentWidget(self.visits)
        self.visits.search.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.visits.search.words.selectAll()

    def _choose_folder(self) -> None:
        choose_folder(self, self.words, self.room.place, self._open_place)

    def _choose_file(self) -> None:
        choose_store(self, self.words, self.room.place, self._open_place)

    def _choose_csv(self) -> None:
        choose_csv(self, self.words, self.room.place, self.save_csv)

    def _open_place(self, name: str) -> None:
        self.room.open_place(Path(name))

    def save_csv(self, name: str) -> None:
        """Write the counts for authors."""
        path = Path(name)
        try:
            path.unlink(missing_ok=True)
            write_new(path, stuck_csv(self.stuck.cells).encode("utf-8-sig"))
        except OSError as error:
            why = {"path": path, "reason": reason_words(self.words, error)}
            self.tell(self.words.t("{path} cannot be written ({reason}).", **why))
            return
        self.tell(self.words.t("{path} is written.", path=path))

    def _open_paper(self, printable: Printable) -> None:
        window = PaperWindow(self, self.words, printable, self._region)
        window.told.connect(self.tell)
        room = self.screen().availableSize()
        window.resize(min(820, room.width()), min(900, room.height() - TITLE_BAR))
        window.show()
        self._watch(window)

    def _open_dialog(self, dialog: QDialog) -> None:
        dialog.show()
        self._watch(dialog)

    def _watch(self, widget: QWidget) -> None:
        """Count what is done in another window as use of the desk."""
        handle: QWindow | None = widget.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def watch_self(self) -> None:
        """Count what is done in this window as use of the desk; once it is shown."""
        self._watch(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note signs of life, and let them pass."""
        if event.type() in _SIGNS_OF_LIFE:
            self.room.used()
        return False

    def _quit(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget the key and finish the work under way."""
        self.room.close()
        self.board.room.close()
        event.accept()
