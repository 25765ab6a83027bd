"""The system printer behind a Protocol; the one that prints lives with the window."""

from typing import Protocol

from kiosk.domain.copy import CopyPaper
from kiosk.domain.errors import AnteroomError


class PrintFailed(AnteroomError):  # noqa: N818  # named for what happened, as SaveFailed is
    """The printer did not take the page."""


class Printer(Protocol):
    """One printer, called from one worker thread."""

    def there(self) -> bool:
        """Say whether there is a printer now."""
        ...

    def print_copy(self, paper: CopyPaper, *, large: bool) -> None:
        """Hand one copy to the printer and leave nothing of it behind; raises PrintFailed."""
        ...

    def queue(self) -> str:
        """Return what the print system says of the queue, "" where it says nothing."""
        ...


class NoPrinter:
    """A kiosk without a printer."""

    def there(self) -> bool:
        """Say that there is none."""
        return False

    def print_copy(self, paper: CopyPaper, *, large: bool) -> None:
        """Refuse; raises PrintFailed."""
        del paper, large
        raise PrintFailed("there is no printer here; connect one and start the kiosk again")

    def queue(self) -> str:
        """Say nothing."""
        return ""
