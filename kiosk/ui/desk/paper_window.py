"""A paper before it is printed: the same painter makes preview, print and PDF."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from kiosk.domain.copy import CopyPaper
from kiosk.i18n.catalogue import Words
from kiosk.platform.durable import write_new
from kiosk.staff.desk.faults import reason_words
from kiosk.ui.copy.pdf import papers_pdf
from kiosk.ui.copy.sheet import page_layout, paint_copies
from kiosk.ui.copy.words import DPI
from kiosk.ui.desk.choosers import choose_pdf


@dataclass(frozen=True, slots=True)
class Printable:
    """A paper, its title, the line at its foot, the name of a file for it, and a stamp or ""."""

    paper: CopyPaper
    title: str
    foot: str
    file_name: str
    stamp: str = ""


class PaperWindow(QMainWindow):
    """Shows one paper; told carries a line for the desk's window."""

    told = Signal(str)

    def __init__(self, parent: QWidget, words: Words, printable: Printable, region: str) -> None:
        super().__init__(parent)
        self._words = words
        self.setLayoutDirection(parent.layoutDirection())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(printable.title)
        self._printable, self._region = printable, region
        self._printer = printer_for(region)
        self.preview = QPrintPreviewWidget(self._printer)
        self.preview.setAccessibleName(words.t("Preview of {title}", title=printable.title))
        self.preview.paintRequested.connect(self.paint)
        self.setCentralWidget(self.preview)
        self.setMinimumSize(640, 560)
        bar = QToolBar(words.t("Paper"))
        self.addToolBar(bar)
        for says, keys, slot in (
            (words.t("&Print …"), QKeySequence.StandardKey.Print, self.print_it),
            (words.t("&Save as PDF …"), QKeySequence.StandardKey.Save, self.choose_file),
            (words.t("Zoom &in"), QKeySequence.StandardKey.ZoomIn, self.preview.zoomIn),
            (words.t("Zoom &out"), QKeySequence.StandardKey.ZoomOut, self.preview.zoomOut),
            (words.t("&Whole page"), QKeySequence(Qt.Key.Key_F8), self.preview.fitInView),
            (words.t("&Close"), QKeySequence.StandardKey.Close, self.close),
        ):
            action = QAction(says, self)
            action.setShortcut(keys)
            action.triggered.connect(slot)
            bar.addAction(action)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.close)
        # It covers the window that is told, too.
        self.told.connect(self.statusBar().showMessage)
        self.preview.fitInView()

    def paint(self, printer: QPrinter) -> None:
        """Paint the paper on a printer, or on the preview."""
        made = self._printable
        paint_copies(printer, (made.paper,), large=False, foot=made.foot, stamp=made.stamp)

    def print_it(self) -> None:
        """Ask which printer, and print; without any, say what else can be done."""
        if not QPrinterInfo.availablePrinterNames():
            words = self._words
            self.told.emit(
                words.t("This computer has no printer. Save the page as a PDF, or ask IT for one.")
            )
            return
        dialog = QPrintDialog(self._printer, self)
        dialog.setModal(False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        dialog.show()

    def _print(self) -> None:
        self.paint(self._printer)
        failed = self._printer.printerState() == QPrinter.PrinterState.Error
        words, title = self._words, self._printable.title
        self.told.emit(
            words.t("The printer did not take the page; look at its display.")
            if failed
            else words.t("{title} went to the printer.", title=title)
        )

    def choose_file(self) -> None:
        """Ask where, and save."""
        choose_pdf(self, self._words, self._printable.file_name, self.save)

    def save(self, name: str) -> None:
        """Write the PDF, readable by this user alone."""
        path, words = Path(name), self._words
        made = self._printable
        pdf = papers_pdf(
            (made.paper,), made.title, region=self._region, foot=made.foot, stamp=made.stamp
        )
        try:
            path.unlink(missing_ok=True)
            write_new(path, pdf)
        except OSError as error:
            self.told.emit(
                words.t(
                    "{path} cannot be written ({reason}).",
                    path=path,
                    reason=reason_words(words, error),
                )
            )
            return
        told = words.t("{path} is written. It tells what a person chose: keep it safe.", path=path)
        self.told.emit(told)


def printer_for(region: str) -> QPrinter:
    """Return the default printer, set to the page this clinic uses."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(region))
    # The spooler shows the name of a job to others: it must not be about anyone.
    printer.setDocName("Anteroom")
    return printer
