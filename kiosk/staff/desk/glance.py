"""A first look at a store before it is verified: the clear parts of its visits, newest first."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.acknowledgement import receipt_number
from kiosk.records.entry import MalformedBodyError, parse_body
from kiosk.records.person import KEPT
from kiosk.records.reading import open_readonly
from kiosk.staff.desk.register import Stands, VisitRow, searchable

# As many as a tall window shows, then the rest.
FIRST = 200
_ROWS = "SELECT seq, id, leaf, body FROM record ORDER BY seq DESC"


def glance(store: Path) -> Iterator[tuple[VisitRow, ...]]:
    """Yield the newest visits at once, then all of them; nothing where the store cannot be read.

    Nobody has checked them: they may be shown as that, and nothing of them be relied on. What is
    wrong with the store, the verification tells.
    """
    rows: list[VisitRow] = []
    try:
        for row in _visits(store):
            rows.append(row)
            if len(rows) == FIRST:
                yield tuple(rows)
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return
    yield tuple(rows)


def _visits(store: Path) -> Iterator[VisitRow]:
    with open_readonly(store) as connection:
        for seq, name, leaf, body in connection.execute(_ROWS):
            try:
                clear = parse_body(bytes(body))
            except MalformedBodyError:
                continue
            if clear.kind == "ack" or clear.fields.get("event") == KEPT:
                pack = clear.fields["pack"]
                receipt, leaf_hex = receipt_number(str(name)), bytes(leaf).hex()
                yield searchable(
                    VisitRow(
                        int(seq),
                        str(name),
                        leaf_hex,
                        receipt,
                        clear.day,
                        pack["locale"],
                        pack["version"],
                        Stands.UNCHECKED,
                    )
                )
