"""Which store a folder or a file brings: a kiosk's data folder, or a copy on a stick."""

from pathlib import Path

from kiosk.domain.errors import BadInputError
from kiosk.records.database import DATABASE
from kiosk.records.keys import DEMO_KEY


class NoRecordsHereError(BadInputError):
    """A place that was named holds no store, or more than one."""


class NoSuchPlaceError(NoRecordsHereError):
    """There is no such file or folder."""


def store_in(place: Path) -> Path:
    """Return the file of a store, given it, its folder, or a folder of backups.

    Of several backups of one kiosk the longest is taken: their names begin with the size.
    Raises NoRecordsHereError.
    """
    if place.is_file():
        return place
    if not place.is_dir():
        raise NoSuchPlaceError(f"{place}: there is no such file or folder; check the name")
    own = place / DATABASE
    if own.is_file():
        return own
    copies = sorted(place.glob("*.db"), key=_size)
    if not copies:
        raise NoRecordsHereError(
            f"{place}: holds no records; choose a kiosk's data folder, or a backup such as "
            "records-120-….db"
        )
    unnamed = [one.name for one in copies if not _size(one)[0]]
    if len(copies) > 1 and unnamed:
        raise NoRecordsHereError(
            f"{place}: holds {len(copies)} stores ({unnamed[0]} among them); open one of the files"
        )
    return copies[-1]


def _size(path: Path) -> tuple[int, str]:
    parts = path.stem.split("-")
    known = len(parts) > 1 and parts[0] == "records" and parts[1].isdigit()
    return (int(parts[1]) if known else 0), path.name


def demo_key_beside(store: Path) -> Path | None:
    """Return the key that opens a demo's records, if it lies there."""
    key = store.parent / DEMO_KEY
    return key if key.is_file() else None
