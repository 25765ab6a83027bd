"""The stores that were closed before this one, and whether they are the ones it names."""

import re
from hashlib import file_digest
from pathlib import Path

from kiosk.records.database import DATABASE
from kiosk.records.entry import Clear

CLOSED = "closed"
# One line beside a store that was put aside: what was wrong with it.
WHY = "why.txt"


def closed_folders(data: Path, epoch: int) -> list[Path]:
    """Return the folders in which a store of an epoch was put aside."""
    name = re.compile(rf"epoch-{epoch}(-[0-9]+)?")
    return sorted(one for one in (data / CLOSED).glob("epoch-*") if name.fullmatch(one.name))


def put_aside(data: Path) -> dict[Path, str]:
    """Return the folders in which a damaged store still lies, and what was wrong with it."""
    found = sorted((data / CLOSED).glob(f"epoch-*/{WHY}"))
    return {path.parent: path.read_text("utf-8", "replace").strip() for path in found}


def check_link(data: Path, birth: Clear) -> list[str]:
    """Compare the closed store that record 0 names with the file that was put aside.

    Closed files may be kept elsewhere, so that none is there is no fault. Raises OSError.
    """
    continues = birth.fields.get("continues")
    if continues is None or continues["file_sha256"] is None:
        return []
    epoch = continues["epoch"]
    stores = [folder / DATABASE for folder in closed_folders(data, epoch)]
    found = {_digest(store) for store in stores if store.is_file()}
    if not found or continues["file_sha256"] in found:
        return []
    place = f"{CLOSED}/epoch-{epoch}/{DATABASE}"
    return [f"{place} is not the file that record 0 continues: changed or exchanged since"]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
