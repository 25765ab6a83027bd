"""The system's default printer, without any dialog: a patient never sees one."""

from kiosk.domain.copy import CopyPaper
from kiosk.platform.printer import PrintFailed


class SystemPrinter:
    """Prints on the default printer; called from one worker thread.

    Qt hands the page to the spooler and deletes its own temporary file; nothing else is written.
    """

    def __init__(self, region: str = "") -> None:
        self._region = region

    def there(self) -> bool:
        """Say whether the system has a default printer that is not in error."""
        from kiosk.platform.print_queue import may_print

        # Qt's library is large, and with it comes all of CUPS and of its ciphers.
        if not may_print():
            return False
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        found = QPrinterInfo.defaultPrinter()
        return not found.isNull() and found.state() != QPrinter.PrinterState.Error

    def print_copy(self, paper: CopyPaper, *, large: bool) -> None:
        """Hand one copy to the spooler; raises PrintFailed."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from kiosk.ui.copy.sheet import page_layout, paint_copy
        from kiosk.ui.copy.words import DPI

        found = QPrinterInfo.defaultPrinter()
        # A page for a printer that stands still would wait in the spool, for anyone to find.
        if not self.there():
            raise PrintFailed("there is no printer at work; switch it on and try again")
        printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
        printer.setResolution(DPI)
        printer.setFullPage(True)
        printer.setPageLayout(page_layout(self._region))
        # The spooler shows the name of a job to others: it must not be about anyone.
        printer.setDocName("Anteroom")
        painted = paint_copy(printer, paper, large=large)
        if not painted or printer.printerState() == QPrinter.PrinterState.Error:
            raise PrintFailed(
                f"the printer {found.printerName()} did not take the page; look at its display"
            )

    def queue(self) -> str:
        """Return what the print system says of its default queue."""
        from kiosk.platform.print_queue import standing

        return standing()
