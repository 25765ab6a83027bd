"""What staff may see of the store: no answers, no door, no time of day."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from kiosk.domain.acknowledgement import receipt_number
from kiosk.records.entry import parse_body


@dataclass(frozen=True, slots=True)
class Head:
    """The signed state of the whole store; root is 64 hex letters."""

    size: int
    root: str
    check_code: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One record; `receipt` is that of the visit it is or refers to."""

    seq: int
    receipt: str
    day: str
    kind: str
    mode: str
    language: str | None
    pack_version: str | None


def newest(connection: sqlite3.Connection, limit: int, kinds: Sequence[str]) -> list[Summary]:
    """Return the newest records of some kinds; raises sqlite3.Error or MalformedBodyError."""
    found: list[Summary] = []
    rows = connection.execute("SELECT seq, body FROM record ORDER BY seq DESC")
    with closing(rows):
        for seq, body in rows:
            if len(found) >= limit:
                break
            summary = summary_of(seq, body)
            if summary.kind in kinds:
                found.append(summary)
    return found


def with_receipt(connection: sqlite3.Connection, letters: str, limit: int) -> list[Summary]:
    """Return visits whose receipt number holds some letters, newest first.

    The index over the ids is a tenth of the file, so all of it is read instead of the rows.
    """
    wanted = _plain(letters)
    query = "SELECT seq, id FROM record INDEXED BY sqlite_autoindex_record_1"
    ids = connection.execute(query).fetchall()
    numbers = sorted(
        (seq for seq, id_ in ids if wanted in _plain(receipt_number(id_))), reverse=True
    )
    found: list[Summary] = []
    for seq in numbers:
        if len(found) >= limit:
            break
        body = connection.execute("SELECT body FROM record WHERE seq = ?", (seq,)).fetchone()[0]
        summary = summary_of(seq, body)
        if summary.kind == "ack":
            found.append(summary)
    return found


def _plain(text: str) -> str:
    return "".join(text.split()).replace("-", "").upper()


def summary_of(seq: int, body: bytes) -> Summary:
    """Return the summary of one clear part; raises MalformedBodyError."""
    clear = parse_body(body)
    pack = clear.fields["pack"] or {}
    target = clear.fields.get("refers_to") or {"id": clear.id}
    return Summary(
        seq,
        receipt_number(target["id"]),
        clear.day,
        clear.kind,
        clear.mode,
        pack.get("locale"),
        pack.get("version"),
    )
