"""A paper before it is printed: the same painter makes preview, print and PDF."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QFileDialog, QMainWindow, QToolBar, QWidget

from kiosk.domain.copy import CopyPaper
from kiosk.platform.durable import write_new
from kiosk.ui.copy.pdf import papers_pdf
from kiosk.ui.copy.sheet import page_layout, paint_copies
from kiosk.ui.copy.words import DPI


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

    def __init__(self, parent: QWidget, printable: Printable, region: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(printable.title)
        self._printable, self._region = printable, region
        self._printer = printer_for(region)
        self.preview = QPrintPreviewWidget(self._printer)
        self.preview.setAccessibleName(f"Preview of {printable.title}")
        self.preview.paintRequested.connect(self.paint)
        self.setCentralWidget(self.preview)
        self.setMinimumSize(640, 560)
        bar = QToolBar("Paper")
        self.addToolBar(bar)
        for words, keys, slot in (
            ("&Print …", QKeySequence.StandardKey.Print, self.print_it),
            ("&Save as PDF …", QKeySequence.StandardKey.Save, self.choose_file),
            ("Zoom &in", QKeySequence.StandardKey.ZoomIn, self.preview.zoomIn),
            ("Zoom &out", QKeySequence.StandardKey.ZoomOut, self.preview.zoomOut),
            ("&Whole page", QKeySequence(Qt.Key.Key_F8), self.preview.fitInView),
            ("&Close", QKeySequence.StandardKey.Close, self.close),
        ):
            action = QAction(words, self)
            action.setShortcut(keys)
            action.triggered.connect(slot)
            bar.addAction(action)
        self.preview.fitInView()

    def paint(self, printer: QPrinter) -> None:
        """Paint the paper on a printer, or on the preview."""
        made = self._printable
        paint_copies(printer, (made.paper,), large=False, foot=made.foot, stamp=made.stamp)

    def print_it(self) -> None:
        """Ask which printer, and print."""
        dialog = QPrintDialog(self._printer, self)
        dialog.setModal(False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        dialog.show()

    def _print(self) -> None:
        self.paint(self._printer)
        failed = self._printer.printerState() == QPrinter.PrinterState.Error
        self.told.emit(
            "The printer did not take the page; look at its display."
            if failed
            else f"{self._printable.title} went to the printer."
        )

    def choose_file(self) -> None:
        """Ask where, and save."""
        chooser = QFileDialog(self, "Save as PDF", str(Path.home() / self._printable.file_name))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter("PDF (*.pdf)")
        chooser.setDefaultSuffix("pdf")
        chooser.setModal(False)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.save)
        chooser.show()

    def save(self, name: str) -> None:
        """Write the PDF, readable by this user alone."""
        path = Path(name)
        made = self._printable
        pdf = papers_pdf(
            (made.paper,), made.title, region=self._region, foot=made.foot, stamp=made.stamp
        )
        try:
            path.unlink(missing_ok=True)
            write_new(path, pdf)
        except OSError as error:
            self.told.emit(f"{path} cannot be written ({error.strerror}).")
            return
        self.told.emit(f"{path} is written. It tells what a person chose: keep it safe.")


def printer_for(region: str) -> QPrinter:
    """Return the default printer, set to the page this clinic uses."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(region))
    # The spooler shows the name of a job to others: it must not be about anyone.
    printer.setDocName("Anteroom")
    return printer
