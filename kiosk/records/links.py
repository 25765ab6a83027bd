"""Records about an earlier visit. Nothing stored is ever changed; a new record refers to it."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from kiosk.domain.acknowledgement import RECEIPT_ALPHABET, receipt_number
from kiosk.domain.errors import BadInputError
from kiosk.records.database import row_of
from kiosk.records.entry import MalformedBodyError, parse_body
from kiosk.records.errors import RecordsError
from kiosk.records.faults import opening_error
from kiosk.records.reading import open_readonly, store_file

RE_CONSENT = "re_consent"
STAFF_LETTERS, REASON_LETTERS = 64, 200
_RECEIPT = re.compile(f"[{RECEIPT_ALPHABET}]{{8}}")

LinkKind = Literal["void", "correction", "withdrawal", "cosign"]


class BadLinkError(BadInputError):
    """A receipt, a staff id or a reason that cannot be used."""


class NoSuchVisitError(RecordsError):
    """The store holds no visit with this receipt number."""


class AmbiguousReceiptError(RecordsError):
    """Two visits share a receipt number, so it names neither."""


class AlreadyVoidError(RecordsError):
    """The visit was declared void before."""


class Writer(Protocol):
    """The part of a store that links need."""

    def append_event(
        self,
        kind: Literal["void", "correction", "cosign", "withdrawal", "audit", "service"],
        event: str,
        details: Mapping[str, object] | None = None,
        *,
        about: str | None = None,
    ) -> int:
        """Write a record that is not a visit and return its number."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """Who asked for a record and why; raises BadLinkError."""

    staff: str
    reason: str

    def __post_init__(self) -> None:
        for name, text, longest in (
            ("staff id", self.staff, STAFF_LETTERS),
            ("reason", self.reason, REASON_LETTERS),
        ):
            if not text.strip() or not text.isprintable() or len(text) > longest:
                raise BadLinkError(
                    f"the {name} must be one line of 1 to {longest} letters, not {text[:20]!r}"
                )


@dataclass(frozen=True, slots=True)
class Visit:
    """A stored visit; `void` tells whether a record declares it void."""

    id: str
    leaf: str
    void: bool = False

    @property
    def receipt(self) -> str:
        """The receipt number, XXXX-XXXX."""
        return receipt_number(self.id)


def check_receipt(text: str) -> str:
    """Return a receipt as XXXX-XXXX, however it was typed; raises BadLinkError."""
    letters = "".join(text.split()).replace("-", "").upper()
    if not _RECEIPT.fullmatch(letters):
        raise BadLinkError(f"{text[:30]!r} is not a receipt number such as ACDE-FGHJ")
    return f"{letters[:4]}-{letters[4:]}"


def find_visit(data_or_store: Path, receipt: str) -> Visit:
    """Look a visit up by its receipt, XXXX-XXXX.

    Raises NoSuchVisitError, AmbiguousReceiptError or another RecordsError.
    """
    path = store_file(data_or_store)
    try:
        with open_readonly(path) as connection:
            found, voided = _with_receipt(connection, receipt), _voided(connection)
    except (sqlite3.Error, OSError, MalformedBodyError) as error:
        raise opening_error(error, path) from error
    if not found:
        raise NoSuchVisitError(f"there is no visit {receipt} in {path.parent}; see: records list")
    if len(found) > 1:
        raise AmbiguousReceiptError(f"{len(found)} visits have the receipt {receipt}; ask for help")
    return Visit(found[0].id, found[0].leaf, found[0].id in voided)


def _with_receipt(connection: sqlite3.Connection, receipt: str) -> list[Visit]:
    ids = [str(one) for (one,) in connection.execute("SELECT id FROM record")]
    rows = [row_of(connection, one) for one in ids if receipt_number(one) == receipt]
    visits = [row for row in rows if row and parse_body(row.body).kind == "ack"]
    return [Visit(row.id, row.leaf.hex()) for row in visits]


def _voided(connection: sqlite3.Connection) -> set[str]:
    # The word is only there to read few records; what it means is decided by the parsed field.
    query = "SELECT body FROM record WHERE instr(body, CAST('\"void\"' AS BLOB))"
    clear = [parse_body(body) for (body,) in connection.execute(query)]
    return {one.fields["refers_to"]["id"] for one in clear if one.kind == "void"}


def void(store: Writer, visit: Visit, said: Said) -> int:
    """Declare a visit void, such as one under the wrong reference; raises AlreadyVoidError."""
    if visit.void:
        raise AlreadyVoidError(f"{visit.receipt} was declared void before; nothing was written")
    return _link(store, "void", visit, said)


def correct(store: Writer, visit: Visit, said: Said) -> int:
    """Say what is wrong in the record of a visit; the reason holds the right fact."""
    return _link(store, "correction", visit, said)


def withdraw(store: Writer, visit: Visit, said: Said) -> int:
    """Record that the person takes back what they chose."""
    return _link(store, "withdrawal", visit, said)


def cosign(store: Writer, visit: Visit, said: Said) -> int:
    """Record that a clinician has talked with the person and stands by the record."""
    return _link(store, "cosign", visit, said)


def re_consent(store: Writer, earlier: Visit, later: Visit, said: Said) -> int:
    """Record that a later visit of the same person takes the place of an earlier one.

    Which visits these are is sealed: together they would tell how often a person came.
    """
    if earlier.id == later.id:
        raise BadLinkError("a visit cannot take its own place; give two receipts")
    if later.void:
        raise BadLinkError(f"{later.receipt} is void, so it cannot take another visit's place")
    target = {"id": later.id, "leaf": later.leaf}
    details = {"by": said.staff, "why": said.reason, "later": target}
    return store.append_event("audit", RE_CONSENT, details, about=earlier.id)


def _link(store: Writer, kind: LinkKind, visit: Visit, said: Said) -> int:
    details = {"by": said.staff, "why": said.reason}
    return store.append_event(kind, kind, details, about=visit.id)


LINKS: dict[str, Callable[[Writer, Visit, Said], int]] = {
    "void": void,
    "correction": correct,
    "withdrawal": withdraw,
    "cosign": cosign,
}
