"""Film a shift of ten visits, kiosk and desk, and time what a program can of B-01 to B-09.

    QT_QPA_PLATFORM=offscreen python benchmarks/shift.py --shots FOLDER

Taps and the machine's own time only: how long a person takes must be seen with people.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.visitor import turn_loop, until
from kiosk.app import application
from kiosk.commands.options import DeskOptions
from kiosk.config import Clinic as WordsOfClinic
from kiosk.config import HelpRules, RecordRules
from kiosk.desking import window_for
from kiosk.domain.staffing.roles import Role
from kiosk.domain.staffing.sealed_finding import Index, KeyState
from kiosk.ui import staff_verbs as sv
from kiosk.ui.desk.window import DeskWindow
from kiosk.ui.verbs import say
from kiosk.ui.walk.screen import Screen
from tests.ui.desk.clinic_day import PASSPHRASE, Clinic, Shift, clinic_at
from tests.ui.desk.desk_day import Desk
from tests.ui.desk.ten_visits import NONE_TODAY, hide_locked, ten_visits


class Film:
    """Pictures of what comes by, numbered."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, 0
        folder.mkdir(parents=True, exist_ok=True)

    def kiosk(self, screen: Screen, name: str) -> None:
        """Take the kiosk."""
        self.widget(screen.shell, name)

    def widget(self, widget: QWidget, name: str) -> None:
        """Take a window."""
        turn_loop()
        self._number += 1
        file = f"{self._number:03d}-{name.replace(':', '-')}.png"
        widget.grab().save(str(self._folder / file))


def come(ready: Callable[[], bool]) -> None:
    """Wait for a page."""
    until(ready, "the page")


class Table:
    """Rows of what was measured beside what is asked."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def timed(self, name: str, asked: str, work: Callable[[], int | None]) -> None:
        """Do something; it returns how many taps it took, if it counts them."""
        began = time.perf_counter()
        taps = work()
        seconds = time.perf_counter() - began
        told = f"{taps} taps, " if taps is not None else ""
        self.rows.append((name, asked, f"{told}{seconds:.2f} s"))

    def print(self) -> None:
        """Print it."""
        for name, asked, found in self.rows:
            print(f"{name:<44}{asked:<36}{found}")


class AtTheKiosk:
    """What staff do at the kiosk; each returns how many taps it took."""

    def __init__(self, shift: Shift, receipt: str) -> None:
        self._shift, self._letters = shift, receipt.replace("-", "")[-4:]
        self._receipt = receipt

    def _pressed(self, *names: str, until: str) -> int:
        self._shift.taps = 0
        for one in names:
            self._shift.press(one)
        self._shift.until(until)
        return self._shift.taps

    def start(self) -> int:
        """Start a usual visit; the PIN is not counted."""
        self._shift.taps = -2
        self._shift.prepare("T-1", NONE_TODAY)
        return self._shift.taps

    def reset(self) -> int:
        """Take it off the screen."""
        return self._pressed("Reset now", "Erase it", until="welcome")

    def seen(self) -> int:
        """Answer the sign for help."""
        self._shift.press("Show that I want help")
        self._shift.until("calling")
        return self._pressed("Staff: seen", until="help-seen")

    def found(self) -> int:
        """Find a record by the end of its receipt number."""
        self._shift.taps = 0
        self._shift.press("Find a record")
        self._shift.press("By receipt number")
        self._shift.type(self._letters)
        self._shift.until("staff-record")
        return self._shift.taps

    def today(self) -> int:
        """Find the newest record of today; the copy is then one tap away, with the key."""
        self._shift.taps = 0
        self._shift.press("Find a record")
        self._shift.press("Today")
        self._shift.until("staff-found")
        self._shift.press(self._receipt)
        self._shift.until("staff-record")
        return self._shift.taps

    def reprint(self) -> int:
        """Ask for the copy; where no printer is, that is said."""
        self._shift.taps = 0
        self._shift.press("Print the copy again")
        self._shift.until("staff-passphrase")
        return self._shift.taps

    def by_code(self) -> int:
        """Find a record by its code, from the passphrase of the key on."""
        self._shift.taps = 0
        self._shift.press("Find a record")
        self._shift.press("By code or choice")
        self._shift.until("staff-sealed")
        until(self._locked, "the key")
        self._shift.press("Type the passphrase")
        # Typed at once: how fast a person types is not measured here.
        self._shift.kiosk.driver.hear(say(sv.IndexPassphrase, PASSPHRASE))
        until(self._open, "the opened records")
        self._shift.press("By code")
        self._shift.type("K-9")
        self._shift.until("staff-record")
        return self._shift.taps

    def _locked(self) -> bool:
        return self._index().state is KeyState.LOCKED

    def _open(self) -> bool:
        return self._index().whole and self._index().state is KeyState.OPEN

    def _index(self) -> Index:
        desk = self._shift.kiosk.driver.staff.desk
        return desk.index if desk is not None else Index()

    def preset(self) -> int:
        """Start a visit in Spanish; another language stays one tap away."""
        self._shift.taps = -2
        self._shift.prepare("T-2", NONE_TODAY, "Language", "Español")
        offered = [one.text() for one in self._shift.screen.rows()]
        if "English" not in offered:
            raise AssertionError(f"only {offered} can be chosen")
        return self._shift.taps

    def steps(self) -> int:
        """Look how far a hidden visit is, at none of its answers, and have the person show it."""
        shift = self._shift
        shift.to_doors()
        shift.until("doors")
        hide_locked(shift)
        shift.enter()
        shift.taps = 0
        shift.press("How far this visit is")
        shift.until("staff-steps")
        taps, told = shift.taps, str(shift.screen.view)
        if "here now" not in told or "I do not want this" in told:
            raise AssertionError(told)
        shift.onward()
        shift.until("hidden-ready")
        shift.press("Show my page")
        shift.until("doors")
        return taps

    def clean(self) -> int:
        """Shut the screen for half a minute."""
        return self._pressed("Clean the screen", until="staff-clean")

    def cleaned(self) -> None:
        """Wait until it opens."""
        self._shift.clock.pass_time(31.0)
        self._shift.kiosk.driver.tick()
        self._shift.until("staff-menu")


def leave(shift: Shift) -> None:
    """Leave the staff pages from wherever somebody is."""
    shift.kiosk.driver.hear(say(sv.LeaveDesk))
    shift.until("welcome")


def kiosk_rows(shift: Shift, table: Table, receipt: str) -> None:
    """Time what staff do at the kiosk."""
    staff = AtTheKiosk(shift, receipt)
    table.timed("B-01 start a visit", "6 taps, 20 s", staff.start)
    shift.help()
    table.timed("B-02 help wanted, acknowledged", "1 tap, seen in 2 s", staff.seen)
    shift.press("Go on")
    shift.until("help")
    shift.enter(Role.RECEPTION)
    table.timed("B-03 reset, to a clean Welcome", "2 taps, 2.0 s", staff.reset)
    shift.enter()
    table.timed("B-06 find by 4 letters, of 10", "15 s, keys not counted", staff.found)
    shift.onward()
    shift.until("staff-menu")
    table.timed("B-05 today's record, before the copy", "3 of 4 taps", staff.today)
    table.timed("B-05 print the copy again", "the 4th tap; then the passphrase", staff.reprint)
    leave(shift)
    shift.enter()
    table.timed("B-06 find by code, with the locked key", "15 s", staff.by_code)
    leave(shift)
    shift.prepare("T-3", NONE_TODAY)
    table.timed("B-08 steps of a hidden visit", "no answer; shown by its person", staff.steps)
    shift.enter()
    staff.reset()
    table.timed("B-07 start in Spanish, language still open", "change is visible", staff.preset)
    shift.enter()
    staff.reset()
    shift.enter()
    table.timed("B-09 clean mode begins", "from the menu", staff.clean)
    table.timed("B-09 clean mode ends, clock put on", "after 30 s", staff.cleaned)
    shift.close()


class AtTheBoard:
    """A kiosk and a desk that share a folder, and a kiosk with a stick to copy to."""

    def __init__(self, clinic: Clinic, app: QApplication, film: Film) -> None:
        folder, stick = clinic.home / "board", clinic.home / "stick" / "kiosk"
        for one in (folder, stick):
            one.mkdir(parents=True)
        rules = HelpRules(board_folder=folder, board_name="Window")
        clinic.config = replace(
            clinic.config,
            help=rules,
            records=RecordRules(copy_folder=stick),
            clinic=WordsOfClinic(help_text="The desk is left of the door."),
        )
        self._film = film
        self.shift = Shift(clinic, app, come, film.kiosk)
        options = DeskOptions(
            clinic.config,
            clinic.content,
            clinic.home / "desk",
            language="en",
            board=folder,
            board_first=True,
        )
        self.desk: DeskWindow = window_for(options)
        self.desk.board.room.mute(muted=True)
        self.desk.resize(1280, 860)
        self.desk.show()
        self._shown("Free")
        self.shift.help()

    def _shown(self, words: str) -> None:
        page = self.desk.board.page

        def ready() -> bool:
            # The kiosk's clock is set by hand, and its signs of life go by it.
            self.shift.clock.pass_time(0.1)
            return any(one.state.text() == words for one in page.cards.values())

        come(ready)
        self._film.widget(self.desk, f"board-{words.partition(':')[0]}")

    def call(self) -> int:
        """Call, until the person reads that it was sent."""
        self.shift.taps = 0
        self.shift.press("Call the desk")
        self.shift.until("calling:sent")
        self._shown("Help is wanted")
        return self.shift.taps

    def seen(self) -> int:
        """Press once at the desk, until the person reads it."""
        self.desk.actions_by_name["seen"].trigger()
        self.shift.until("help-seen")
        return 1

    def went(self) -> None:
        """Take the picture of what reminds the desk to go there."""
        self._shown("Seen: go there")

    def copied(self) -> int:
        """Copy what no backup holds, from the staff pages on."""
        self.shift.taps = 0
        self.shift.press("Copy the records now")
        come(lambda: "copied and checked" in str(self.shift.screen.view))
        self._film.kiosk(self.shift.screen, "copied")
        return self.shift.taps

    def close(self) -> None:
        """End both."""
        self.desk.close()
        self.desk.deleteLater()
        self.shift.close()


def board_rows(clinic: Clinic, app: QApplication, table: Table, film: Film) -> None:
    """Time a call to the desk, and a copy of the records."""
    at = AtTheBoard(clinic, app, film)
    table.timed("B-02 call, until it is sent", "2 taps with Get help", at.call)
    table.timed("B-02 seen at the desk, until read", "1 press, 2 s", at.seen)
    at.went()
    at.shift.press("Go on")
    at.shift.until("help")
    at.shift.enter()
    come(lambda: "not copied yet" in str(at.shift.screen.view))
    film.kiosk(at.shift.screen, "not-copied")
    table.timed("B-04 copy what waits", "2 taps", at.copied)
    at.close()


def desk_rows(clinic: Clinic, table: Table, film: Film, receipts: dict[str, str]) -> None:
    """Time what is done at the desk, and take its pictures."""
    stick = clinic.home / "stick" / "anteroom"
    made = clinic.run("records", "backup", "--data", clinic.data, "--out", stick)
    print(made.out.strip() or made.err.strip())
    desk = Desk(clinic, stick, come, film.widget)
    table.timed("desk: open the key", "-", desk.open_key)

    def found() -> None:
        desk.find(receipts["K-2"])

    table.timed("B-06 desk: find and read a hand-off", "15 s", found)
    desk.sign("withdrawal", "Changed her mind")
    desk.find(receipts["K-9"])
    desk.sign("cosign")
    desk.print_hand_off(clinic.home / "hand-off.pdf")
    desk.find(receipts["K-1"])
    desk.sign("re_consent", "Came again")
    desk.find("K-4")
    desk.stuck()
    desk.close()


def main() -> int:
    """Run the shift, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shots", type=Path, required=True, metavar="DIR")
    options = parser.parse_args()
    # The kiosk asks whether there is a screen to draw on.
    os.environ.setdefault("DISPLAY", ":0")
    app, film, table = application(), Film(options.shots), Table()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        clinic = clinic_at(Path(folder))
        done = ten_visits(clinic, app, come, film.kiosk, whole=True)
        print(f"receipts: {done.receipts}")
        print(clinic.run("records", "verify", "--data", clinic.data).out.splitlines()[-1])
        rules = replace(clinic.config.staff, key_folder=clinic.home)
        clinic.config = replace(clinic.config, staff=rules)
        shift = Shift(clinic, app, come, film.kiosk)
        kiosk_rows(shift, table, done.receipts["K-9"])
        board_rows(clinic, app, table, film)
        desk_rows(clinic, table, film, done.receipts)
    table.print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
