"""The hand-off on paper is one page; a stamp does not touch what the code proves."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.copy import CopyPaper
from kiosk.platform import paths
from kiosk.staff.desk.hand_off import Around, HandOff, Item, hand_off
from kiosk.staff.desk.hand_off_paper import hand_off_lines
from kiosk.staff.desk.register import register
from kiosk.staff.desk.told import told_of
from kiosk.ui.copy.pdf import papers_pdf
from kiosk.ui.desk.paper_window import PaperWindow, Printable, printer_for
from kiosk.ui.theme.fonts import load_fonts
from tests.staff.desk.desks import kiosk_with, pack, visit


@pytest.fixture(autouse=True)
def _fonts() -> None:
    load_fonts(paths.assets_dir())


def fullest(tmp_path: Path) -> HandOff:
    """Return a page on which everything is marked, with the longest words of the pack."""
    ack = visit("s1", language="es")
    listed = register(kiosk_with(tmp_path / "kiosk", ack) / "records.db", None)
    around = Around("ABCDE-FGHIJ-KLMNO-PQRST")
    page = hand_off(listed.rows[0], told_of(ack), around, {pack().info.digest: pack()})
    titles = sorted((p.title for c in pack().lessons["en"].chapters for p in c.pages), key=len)
    ideas = [one.question for one in pack().lessons["en"].checks]
    unclear = tuple(Item(f"i{n}", text, text, page.unclear[0].note) for n, text in enumerate(ideas))
    marked = tuple(Item(f"p{n}", text, text) for n, text in enumerate(titles[-30:]))
    notes = ("The content this person read (0.1.0) is not at hand, so names stand for words.",)
    return replace(
        page, unclear=unclear, explained=unclear, questions=marked, warnings=marked, notes=notes
    )


@pytest.mark.parametrize("region", ["de", "us"])
def test_the_fullest_hand_off_is_one_page(tmp_path: Path, region: str) -> None:
    paper = CopyPaper(hand_off_lines(fullest(tmp_path)), "en", "")
    made = papers_pdf((paper,), "Hand-off", region=region, foot="Hand-off")
    assert len(re.findall(rb"/Type /Page\b", made)) == 1
    wide = {"de": b"595", "us": b"612"}[region]
    assert re.search(rb"/MediaBox \[0 0 " + wide, made)


def test_a_printer_gets_the_page_that_the_preview_shows(tmp_path: Path, qtbot: QtBot) -> None:
    paper = CopyPaper(hand_off_lines(fullest(tmp_path)), "en", "")
    parent = QWidget()
    qtbot.addWidget(parent)
    window = PaperWindow(parent, Printable(paper, "Hand-off", "Foot", "hand-off.pdf"), "de")
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
