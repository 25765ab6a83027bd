"""Finding a record at the kiosk and printing its copy once more."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.copy import CopyPaper
from kiosk.domain.desk import DeskScreen, RecordRow
from kiosk.domain.staffing.finding import RecordLook, Wanted
from kiosk.domain.staffing.roles import Act, Role
from kiosk.platform.printer import PrintFailed
from kiosk.ui import staff_verbs as sv
from kiosk.ui.driver import Outside
from kiosk.ui.views.sheet import GroupItem, Sheet
from tests.ui.stand_ins import HeldRecorder, Person, SpoiltError

ROW = RecordRow("ACDE-FGHJ", "2026-11-28", "saved", "demo", "en", 7)
LOOK = RecordLook(
    number=7,
    receipt="ACDE-FGHJ",
    day="2026-11-28",
    state="saved",
    demo=True,
    language="en",
    version="0.1.0",
    check_code="AAAAB-FDMRP",
    sound=True,
    copied=True,
    openable=True,
)


class Tray:
    """A printer that keeps what it was given, or refuses."""

    def __init__(self) -> None:
        self.papers: list[CopyPaper] = []
        self.jammed = False

    def there(self) -> bool:
        return True

    def queue(self) -> str:
        return ""

    def print_copy(self, paper: CopyPaper, *, large: bool) -> None:
        assert not large
        if self.jammed:
            raise PrintFailed("the tray is empty")
        self.papers.append(paper)


@pytest.fixture
def tray() -> Tray:
    return Tray()


@pytest.fixture
def beyond(beyond: Outside, tray: Tray) -> Outside:
    return replace(beyond, printer=tray)


@pytest.fixture
def desk(person: Person) -> Person:
    """Staff at the open menu of a kiosk with a printer; nobody has set a PIN."""
    person.call_staff()
    return person


def test_the_last_letters_lead_straight_to_the_one_record_in_three_taps(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.rows, recorder.looks = (ROW,), (LOOK,)
    desk.do(sv.DeskGo, DeskScreen.FIND)
    desk.do(sv.DeskGo, DeskScreen.RECEIPT)
    desk.do(sv.FindReceipt, "FGHJ")
    qtbot.waitUntil(lambda: desk.key == "staff-record")
    assert recorder.wanted == [Wanted(letters="FGHJ")]
    assert "ACDE-FGHJ" in str(desk.view)
    assert "signature hold" in str(desk.view)


def test_a_day_lists_its_records_and_one_press_opens_one(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.rows, recorder.looks = (ROW, replace(ROW, number=8)), (LOOK,)
    desk.do(sv.DeskGo, DeskScreen.DAY)
    desk.do(sv.FindDay, "20261128")
    qtbot.waitUntil(lambda: desk.key == "staff-found")
    assert recorder.wanted == [Wanted(day="2026-11-28")]
    desk.do(sv.LookAt, 7)
    qtbot.waitUntil(lambda: desk.key == "staff-record")


def test_what_cannot_be_a_receipt_is_said_on_the_page(desk: Person) -> None:
    desk.do(sv.DeskGo, DeskScreen.RECEIPT)
    desk.do(sv.FindReceipt, "0000")
    assert desk.key == "staff-receipt"
    assert "4 to 8 of these" in str(desk.view)


def press(desk: Person, words: str) -> None:
    items = desk.view.items if isinstance(desk.view, Sheet) else ()
    rows = [row for item in items if isinstance(item, GroupItem) for row in item.rows]
    verb = next(row.verb for row in rows if row.text == words)
    assert verb is not None
    desk.driver.hear(verb)


def opened(desk: Person, recorder: HeldRecorder, qtbot: QtBot, look: RecordLook) -> None:
    recorder.rows, recorder.looks = (ROW,), (look,)
    desk.do(sv.DeskGo, DeskScreen.RECEIPT)
    desk.do(sv.FindReceipt, "FGHJ")
    qtbot.waitUntil(lambda: desk.key == "staff-record")


def test_with_the_key_the_copy_is_printed_once_marked_and_written_down(
    desk: Person, recorder: HeldRecorder, tray: Tray, qtbot: QtBot
) -> None:
    opened(desk, recorder, qtbot, LOOK)
    desk.do(sv.PrintAgain)
    desk.do(sv.PrintAgain)
    qtbot.waitUntil(lambda: "went to the printer" in str(desk.view))
    (paper,) = tray.papers
    assert paper.words == (("title", "Copy of 7"),)
    assert paper.beside[0].startswith("COPY, printed again by staff.")
    assert "Check code: AAAAB-FDMRP" in paper.beside
    qtbot.waitUntil(lambda: (Act.REPRINT, Role.ADMIN) in recorder.acts)


def test_a_printer_that_fails_is_said_and_no_reprint_is_written_down(
    desk: Person, recorder: HeldRecorder, tray: Tray, qtbot: QtBot
) -> None:
    tray.jammed = True
    opened(desk, recorder, qtbot, LOOK)
    desk.do(sv.PrintAgain)
    qtbot.waitUntil(lambda: "The printer did not take it" in str(desk.view))
    assert "the tray is empty" in str(desk.view)
    assert Act.REPRINT not in [act for act, _ in recorder.acts]
    tray.jammed = False
    press(desk, "Print the copy again")
    qtbot.waitUntil(lambda: "went to the printer" in str(desk.view))
    qtbot.waitUntil(lambda: (Act.REPRINT, Role.ADMIN) in recorder.acts)
    assert "Print the copy again" not in str(desk.view)


def test_a_copy_that_cannot_be_opened_says_why(
    desk: Person, recorder: HeldRecorder, tray: Tray, qtbot: QtBot
) -> None:
    opened(desk, recorder, qtbot, LOOK)
    recorder.trouble = SpoiltError("the key was taken out")
    desk.do(sv.PrintAgain)
    qtbot.waitUntil(lambda: "the key was taken out" in str(desk.view))
    assert tray.papers == []


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (replace(LOOK, openable=False), "Print the copy at the back office"),
        (replace(LOOK, copied=False), "no copy to print"),
        (replace(LOOK, sound=False), "This record was changed"),
    ],
)
def test_where_nothing_can_be_printed_the_page_says_what_to_do_instead(
    desk: Person,
    recorder: HeldRecorder,
    qtbot: QtBot,
    look: RecordLook,
    words: str,
) -> None:
    opened(desk, recorder, qtbot, look)
    assert words in str(desk.view)
    assert "Print the copy again" not in str(desk.view)


LOCKED = replace(LOOK, openable=False, locked=True)


def to_passphrase(desk: Person, recorder: HeldRecorder, qtbot: QtBot) -> None:
    recorder.passphrase = "Oak river 9!"
    opened(desk, recorder, qtbot, LOCKED)
    press(desk, "Print the copy again")
    assert desk.key == "staff-passphrase"


def test_the_passphrase_of_the_key_prints_one_copy_and_the_next_asks_again(
    desk: Person, recorder: HeldRecorder, tray: Tray, qtbot: QtBot
) -> None:
    to_passphrase(desk, recorder, qtbot)
    tray.jammed = True
    desk.do(sv.PassphraseTyped, "Oak river 9!")
    qtbot.waitUntil(lambda: "The printer did not take it" in str(desk.view))
    tray.jammed = False
    press(desk, "Print the copy again")
    assert desk.key == "staff-passphrase"
    desk.do(sv.PassphraseTyped, "Oak river 9!")
    qtbot.waitUntil(lambda: "went to the printer" in str(desk.view))
    assert len(tray.papers) == 1
    qtbot.waitUntil(lambda: (Act.REPRINT, Role.ADMIN) in recorder.acts)


def test_a_wrong_passphrase_is_told_in_one_sentence_and_each_pause_is_longer(
    desk: Person, recorder: HeldRecorder, tray: Tray, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    to_passphrase(desk, recorder, qtbot)
    desk.do(sv.PassphraseTyped, "oak river")
    qtbot.waitUntil(lambda: "Wrong passphrase. Next try in 5 seconds" in str(desk.view))
    # Who leaves and comes back has to wait as well, and the right one is not even tried.
    desk.do(sv.DeskGo, DeskScreen.RECORD)
    desk.do(sv.DeskGo, DeskScreen.UNLOCK)
    desk.do(sv.PassphraseTyped, "Oak river 9!")
    assert "Too early. Next try in 5 seconds" in str(desk.view)
    desk.clock.pass_time(5.0)
    desk.do(sv.PassphraseTyped, "oak river")
    qtbot.waitUntil(lambda: "Next try in 10 seconds" in str(desk.view))
    assert recorder.passphrases == ["oak river", "oak river"]
    assert tray.papers == []
    assert caplog.messages == []


def test_a_key_that_opens_but_not_this_record_is_told(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    to_passphrase(desk, recorder, qtbot)
    recorder.trouble = SpoiltError("no key for this record lies here")
    desk.do(sv.PassphraseTyped, "Oak river 9!")
    qtbot.waitUntil(lambda: "No copy was made: no key for this record" in str(desk.view))


def test_a_passphrase_is_in_no_repr() -> None:
    assert "oak" not in repr(sv.PassphraseTyped("oak"))
