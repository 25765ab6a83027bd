"""A whole visit ends with a copy that can be printed, and with nothing left of it."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from kiosk.content.pack import load_pack
from kiosk.domain.acknowledgement import Acknowledgement, Door, Saved
from kiosk.domain.copy import CopyPaper, copy_text
from kiosk.domain.session import new_session
from kiosk.platform.printer import PrintFailed
from kiosk.ui.copy_desk import CopyDesk, PrintAsked
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import SavedView
from kiosk.ui.views.sheet import FootButton
from tests.house.source import ROOT
from tests.records.visits import visit

SESSION = "5f1d9be2c0a44f7c9a52f0f3b6de8a11"


class FakePrinter:
    """A printer that waits until it may print."""

    def __init__(self, *, there: bool = True, fails: bool = False) -> None:
        self.is_there, self.fails = there, fails
        self.go = threading.Event()
        self.printed: list[tuple[CopyPaper, bool]] = []

    def there(self) -> bool:
        return self.is_there

    def queue(self) -> str:
        return ""

    def print_copy(self, paper: CopyPaper, *, large: bool) -> None:
        assert self.go.wait(20)
        if self.fails:
            raise PrintFailed("out of paper")
        self.printed.append((paper, large))


@pytest.fixture(scope="module")
def showing() -> Showing:
    pack = load_pack(ROOT / "content/ketamine")
    presenter = Presenter(pack, None, ("en",), "Clinic")
    return presenter.showing(new_session(plan_of(pack, "en", mode="demo")), 0.0)


def entry(showing: Showing, door: Door = Door.QUESTIONS) -> Acknowledgement:
    faq = next(c for c in showing.lesson.chapters if c.id == showing.lesson.faq_id)
    return visit(SESSION, door, tuple(page.id for page in faq.pages[:2]))


def view() -> SavedView:
    finish = FootButton("Finish", say(PrintAsked, False))
    return SavedView("Saved", "You chose", "Receipt", "ABCD", "A B", "", (), finish)


def desk_with(qtbot: QtBot, showing: Showing, printer: FakePrinter) -> CopyDesk:
    desk = CopyDesk(printer)
    with qtbot.waitSignal(desk.changed):
        desk.prepare(showing, entry(showing), "ACDE-FGHJ-KMNP-QRTV-WXY3")
    desk.recorded(showing, Saved(SESSION, "ABCD", "CHECK", "ANTEROOM:1:AAAA:"))
    return desk


@pytest.mark.parametrize("door", list(Door))
def test_the_words_say_all_that_a_copy_must_say(showing: Showing, door: Door, qtbot: QtBot) -> None:
    desk = CopyDesk(FakePrinter())
    with qtbot.waitSignal(desk.changed):
        made = desk.prepare(showing, entry(showing, door), "ACDE-FGHJ-KMNP-QRTV-WXY3")
    text = copy_text(made.copy)
    pages = [page.title for page in map(showing.page, made.flags) if page]
    doors = {"ready": "I am ready to go on", "questions": "I have questions first"}
    assert len(pages) == 2
    for fact in (
        *pages,
        doors.get(door, "I do not want this"),
        "not consent to treatment",
        "Not for patient care",
        "You can change your mind",
        showing.pack.info.version,
        showing.day(showing.pack.info.sources_date),
        "on November 21, 2026",
        "I went through this information",
    ):
        assert fact in text
    assert text.endswith("ACDE-FGHJ-KMNP-QRTV-WXY3\n")
    desk.close()


def test_without_a_printer_the_page_says_so_and_offers_none(qtbot: QtBot, showing: Showing) -> None:
    desk = desk_with(qtbot, showing, FakePrinter(there=False))
    shown = desk.dressed(view(), showing)
    assert shown.prints == ()
    assert "no printer here" in shown.print_note
    desk.close()


@pytest.mark.parametrize("large", [False, True])
def test_a_press_prints_once_and_says_when_it_is_done(
    qtbot: QtBot, showing: Showing, large: bool
) -> None:
    printer = FakePrinter()
    desk = desk_with(qtbot, showing, printer)
    assert [one.text for one in desk.dressed(view(), showing).prints] == [
        "Print my copy",
        "Print it large",
    ]
    desk.hear(PrintAsked(large))
    desk.hear(PrintAsked(large))
    assert "is being printed" in desk.dressed(view(), showing).print_note
    with qtbot.waitSignal(desk.changed):
        printer.go.set()
    assert "went to the printer" in desk.dressed(view(), showing).print_note
    assert [asked for _, asked in printer.printed] == [large]
    assert printer.printed[0][0].code == "ANTEROOM:1:AAAA:"
    desk.close()


def test_a_printer_that_fails_is_said_plainly(qtbot: QtBot, showing: Showing) -> None:
    printer = FakePrinter(fails=True)
    desk = desk_with(qtbot, showing, printer)
    desk.hear(PrintAsked(False))
    with qtbot.waitSignal(desk.changed):
        printer.go.set()
    shown = desk.dressed(view(), showing)
    assert "did not work" in shown.print_note
    assert desk.unprinted == 1
    assert shown.prints == ()
    desk.close()


def test_after_the_visit_nothing_of_it_is_left_or_printed(qtbot: QtBot, showing: Showing) -> None:
    printer = FakePrinter()
    desk = desk_with(qtbot, showing, printer)
    desk.forget()
    desk.hear(PrintAsked(False))
    printer.go.set()
    desk.close()
    assert printer.printed == []
    assert desk.dressed(view(), showing) == view()


def test_a_late_answer_of_the_printer_says_nothing_to_the_next_person(
    qtbot: QtBot, showing: Showing
) -> None:
    printer = FakePrinter()
    desk = desk_with(qtbot, showing, printer)
    desk.hear(PrintAsked(False))
    desk.forget()
    with qtbot.waitSignals([desk.changed, desk.changed]):
        printer.go.set()
        desk.prepare(showing, entry(showing), "ACDE-FGHJ-KMNP-QRTV-WXY3")
    desk.recorded(showing, Saved(SESSION, "ABCD", "CHECK", "ANTEROOM:1:BBBB:"))
    assert desk.dressed(view(), showing).print_note == ""
    desk.close()


def test_the_next_copy_starts_afresh_even_if_nobody_said_finish(
    qtbot: QtBot, showing: Showing
) -> None:
    printer = FakePrinter()
    printer.go.set()
    desk = desk_with(qtbot, showing, printer)
    with qtbot.waitSignals([desk.changed, desk.changed]):
        desk.hear(PrintAsked(False))
    with qtbot.waitSignal(desk.changed):
        desk.prepare(showing, entry(showing), "ACDE-FGHJ-KMNP-QRTV-WXY3")
    assert desk.dressed(view(), showing) == view()
    desk.recorded(showing, Saved(SESSION, "ABCD", "CHECK", "ANTEROOM:1:BBBB:"))
    assert len(desk.dressed(view(), showing).prints) == 2
    desk.close()


def test_what_is_printed_holds_the_sheet_to_take_home_and_forgets_it(
    qtbot: QtBot, showing: Showing
) -> None:
    printer = FakePrinter()
    printer.go.set()
    desk = desk_with(qtbot, showing, printer)
    with qtbot.waitSignals([desk.changed, desk.changed]):
        desk.hear(PrintAsked(large=False))
    sheet = copy_text(printer.printed[0][0].sheet)
    assert "Do not drive until the next day" in sheet
    assert SESSION not in sheet
    desk.forget()
    desk.recorded(showing, Saved(SESSION, "ABCD", "CHECK", "ANTEROOM:1:AAAA:"))
    assert desk.dressed(view(), showing) == view()
    desk.close()
