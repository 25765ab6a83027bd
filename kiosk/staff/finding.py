"""Finding a visit at the kiosk, seeing what stands in the clear, printing its copy once more."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.copy import CopyPaper
from kiosk.domain.desk import RecordRow
from kiosk.domain.errors import AnteroomError
from kiosk.domain.staffing.finding import RecordLook, Wanted
from kiosk.records.anchor import check_code
from kiosk.records.copy_code import copy_code
from kiosk.records.entry import parse_body
from kiosk.records.errors import BadKey
from kiosk.records.summary import summary_of

if TYPE_CHECKING:
    from kiosk.records.database import Row
    from kiosk.records.search import Found
    from kiosk.records.store import Store
    from kiosk.records.unseal import Opener

MOST_FOUND = 60
# A folder full of files is no place for a key; more than these are not looked at.
MOST_KEYS = 8
_LARGEST_KEY = 64 * 1024
_NO_KEY = "no key for this record lies here; print it at the back office"


class NoReprintError(AnteroomError):
    """The copy cannot be printed here."""


def found(wanted: Wanted, store: "Store") -> tuple[RecordRow, ...]:
    """Return the visits that fit, newest first."""
    return rows_of(store.visits(wanted, MOST_FOUND))


def rows_of(visits: Iterable["Found"]) -> tuple[RecordRow, ...]:
    """Return visits as staff see them."""
    return tuple(
        RecordRow(
            one.receipt,
            one.day,
            state.value,
            "demo" if one.mode == "demo" else "",
            one.language or "",
            one.seq,
        )
        for one, state in visits
    )


def look_at(keys: Sequence[Path], number: int, store: "Store") -> RecordLook | None:
    """Return what may be seen of a record, and whether its copy can be printed here."""
    read = store.row(number)
    if read is None:
        return None
    row, sound = read
    summary, clear = summary_of(row.seq, row.body), parse_body(row.body)
    same = store.visits(Wanted(letters=summary.receipt.replace("-", "")), MOST_FOUND)
    state = next((state.value for one, state in same if one.seq == number), clear.kind)
    fitting = _fitting(keys, clear.recipients)
    return RecordLook(
        number=number,
        receipt=summary.receipt,
        day=summary.day,
        state=state,
        demo=summary.mode == "demo",
        language=summary.language or "",
        version=summary.pack_version or "",
        check_code=check_code(row.seq + 1, row.root),
        sound=sound,
        copied="copy_sha256" in clear.fields,
        openable=fitting is not None,
        locked=any(is_locked(key) for key in keys),
    )


def paper(keys: Sequence[Path], number: int, store: "Store") -> CopyPaper:
    """Return the copy with the exact words and code of its day; raises NoReprintError."""
    row = _sound(number, store)
    opener = _fitting(keys, parse_body(row.body).recipients)
    if opener is None:
        raise NoReprintError(_NO_KEY)
    return _paper(row, opener, store)


def paper_under(
    keys: Sequence[Path], number: int, passphrase: str, store: "Store"
) -> CopyPaper | None:
    """Return the copy as `paper` does, None where the passphrase opens no key.

    The key is let go of when this returns. Raises NoReprintError where it opens one of another
    clinic.
    """
    from kiosk.records.unseal import load_opener

    row, opened = _sound(number, store), False
    for path in filter(is_locked, keys):
        with suppress(BadKey, OSError):
            opener = load_opener(path, passphrase.encode())
            opened = True
            if opener.id in parse_body(row.body).recipients:
                return _paper(row, opener, store)
    if opened:
        raise NoReprintError(_NO_KEY)
    return None


def _sound(number: int, store: "Store") -> "Row":
    read = store.row(number)
    if read is None or not read[1]:
        raise NoReprintError(_NO_KEY)
    return read[0]


def _paper(row: "Row", opener: "Opener", store: "Store") -> CopyPaper:
    from kiosk.records.unseal import open_row

    visit = open_row(row, opener).acknowledgement()
    if not visit.copy:
        raise NoReprintError("this visit was recorded without a copy")
    return CopyPaper(visit.copy, visit.pack.language, copy_code(store.public_key, row))


def _fitting(keys: Sequence[Path], recipients: Sequence[str]) -> "Opener | None":
    """Return the first key that opens a record; one that cannot be used is passed over."""
    from kiosk.records.unseal import load_opener

    for path in keys:
        if is_locked(path):
            continue
        with suppress(BadKey, OSError):
            opener = load_opener(path)
            if opener.id in recipients:
                return opener
    return None


def is_locked(path: Path) -> bool:
    """Tell whether a key asks for a passphrase; one that cannot be read does not."""
    try:
        with path.open("rb") as stream:
            return b"ENCRYPTED" in stream.read(_LARGEST_KEY)
    except OSError:
        return False
