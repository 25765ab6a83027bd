"""What a kiosk says of itself on the board besides how it stands."""

from collections.abc import Callable
from pathlib import Path

from kiosk.domain.board.notes import Waits
from kiosk.domain.errors import AnteroomError
from kiosk.records.keys import DEVICE_PUBLIC, key_id, load_device_public
from kiosk.staff.badges import unsaved
from kiosk.staff.copies import CopyWatch


def kiosk_id(data: Path) -> str:
    """Return the id under which the records know this kiosk, "" before it was set up."""
    try:
        return key_id(load_device_public(data / DEVICE_PUBLIC))
    except (AnteroomError, OSError):
        return ""


def waiting(data: Path, utc: Callable[[], str], copies: CopyWatch | None) -> tuple[Waits, Waits]:
    """Return the visits that could not be saved, and those nobody has copied yet."""
    uncopied = Waits() if copies is None else copies.look(utc())
    return unsaved(data, utc()), uncopied
