"""The hand-off on paper is one page; a stamp does not touch what the code proves."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.content.blocks import Page
from kiosk.domain.copy import CopyPaper
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.staff.desk.hand_off import Around, HandOff, Item, hand_off
from kiosk.staff.desk.hand_off_paper import hand_off_lines
from kiosk.staff.desk.named import named_on
from kiosk.staff.desk.register import register
from kiosk.staff.desk.told import told_of
from kiosk.ui.copy.pdf import papers_pdf
from kiosk.ui.desk.hand_off_sheet import hand_off_paper
from kiosk.ui.desk.paper_window import PaperWindow, Printable, printer_for
from kiosk.ui.theme.fonts import load_fonts
from tests.staff.desk.desks import kiosk_with, pack, visit

# Lines that always stand on the page: what is chosen, what is told, and one of each kind.
FEWEST = 24


@pytest.fixture(autouse=True)
def _fonts() -> None:
    load_fonts(paths.assets_dir())


def fullest(tmp_path: Path, language: str = "es", tag: str = "en") -> HandOff:
    """Return a page on which everything is marked, with the longest words of the pack."""
    ack = visit("s1", language=language)
    listed = register(kiosk_with(tmp_path / "kiosk", ack) / "records.db", None)
    around = Around("ABCDE-FGHIJ-KLMNO-PQRST")
    packs = {pack().info.digest: pack()}
    page = hand_off(listed.rows[0], told_of(ack), around, packs, words_for(tag))
    lesson, own = pack().lessons[tag], pack().lessons[language]
    titles = {one.id: one.title for chapter in own.chapters for one in chapter.pages}
    longest = sorted((p for c in lesson.chapters for p in c.pages), key=_letters)[-30:]
    unclear = tuple(
        Item(f"i{n}", one.question, other.question, page.unclear[0].note, "Spanish")
        for n, (one, other) in enumerate(zip(lesson.checks, own.checks, strict=True))
    )
    marked = tuple(Item(one.id, one.title, titles[one.id], tongue="Spanish") for one in longest)
    named = sorted(((len(named_on(p)), p) for c in lesson.chapters for p in c.pages), key=_first)
    warned = tuple(
        Item(one.id, one.title, titles[one.id], f"the page names: {named_on(one)}", "Spanish")
        for _, one in reversed(named[-15:])
    )
    since = (
        "Co-signed on 2026-11-21 by AL (clinician). " + "A long note of a clinician. " * 7,
    ) * 9
    notes = ("The content this person read (0.1.0) is not at hand, so names stand for words.",)
    return replace(
        page,
        unclear=unclear,
        explained=unclear,
        questions=marked[:15],
        lines=marked[:24],
        warnings=warned,
        earlier=marked,
        since=since,
        notes=notes,
    )


def _first(pair: tuple[int, Page]) -> int:
    return pair[0]


def _letters(page: Page) -> int:
    return len(page.title)


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
@pytest.mark.parametrize("language", ["es", "ar"])
@pytest.mark.parametrize("region", ["de", "us"])
def test_the_fullest_hand_off_is_one_page(
    tmp_path: Path, region: str, language: str, tag: str
) -> None:
    paper = hand_off_paper(fullest(tmp_path, language, tag), region)
    assert len(paper.words) > FEWEST
    made = papers_pdf((paper,), "Hand-off", region=region, foot="Hand-off")
    assert len(re.findall(rb"/Type /Page\b", made)) == 1
    wide = {"de": b"595", "us": b"612"}[region]
    assert re.search(rb"/MediaBox \[0 0 " + wide, made)


def test_without_a_printer_the_desk_says_what_else_can_be_done(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    paper = CopyPaper(hand_off_lines(fullest(tmp_path)), "en", "")
    parent = QWidget()
    qtbot.addWidget(parent)
    printable = Printable(paper, "Hand-off", "Foot", "hand-off.pdf")
    window = PaperWindow(parent, words_for("es"), printable, "de")
    told: list[str] = []
    window.told.connect(told.append)
    window.print_it()
    assert window.findChild(QPrintDialog) is None
    (words,) = told
    assert words.startswith("Este ordenador no tiene impresora. Guarde la página como PDF")
    assert window.statusBar().currentMessage() == words


def test_escape_closes_a_paper(tmp_path: Path, qtbot: QtBot) -> None:
    paper = CopyPaper(hand_off_lines(fullest(tmp_path)), "en", "")
    parent = QWidget()
    qtbot.addWidget(parent)
    window = PaperWindow(parent, words_for("en"), Printable(paper, "Hand-off", "Foot", "a.pdf"), "")
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(window.destroyed):
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_a_printer_gets_the_page_that_the_preview_shows(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", partial(list, ("Office",)))
    paper = CopyPaper(hand_off_lines(fullest(tmp_path)), "en", "")
    parent = QWidget()
    qtbot.addWidget(parent)
    window = PaperWindow(
        parent, words_for("en"), Printable(paper, "Hand-off", "Foot", "hand-off.pdf"), "de"
    )
    window.show()
    window.print_it()
    dialog = window.findChild(QPrintDialog)
    assert dialog is not None
    assert not dialog.isModal()
    dialog.close()
    printer = printer_for("de")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    window.paint(printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b", printed)) == 1


def test_a_stamp_changes_the_page_and_not_the_words() -> None:
    paper = CopyPaper(visit("s1").copy, "en", "ANTEROOM:1:ABC:")
    plain, stamped = (papers_pdf((paper,), "Copy", stamp=stamp) for stamp in ("", "COPY"))
    assert plain != stamped
    assert papers_pdf((paper,), "Copy", stamp="COPY") == stamped
