"""JSON Lines: every record with the exact bytes that were signed."""

from collections.abc import Iterable

from kiosk.records.export.entries import Entry, compact
from kiosk.records.export.folder import Unfinished

RECORDS = "records.jsonl"


def write(folder: Unfinished, entries: Iterable[Entry]) -> None:
    """Write one line per record.

    `body` is the text whose ASCII bytes were hashed, so that leaf and signature of a line
    can be checked with the device key of the manifest and nothing else.
    """
    with folder.file(RECORDS) as file:
        for entry in entries:
            row = entry.row
            file.line(
                compact(
                    {
                        "seq": row.seq,
                        "receipt": entry.receipt if entry.clear.kind == "ack" else None,
                        "check_code": entry.check_code,
                        "leaf": row.leaf.hex(),
                        "root": row.root.hex(),
                        "mac": row.mac.hex(),
                        "sig": row.sig.hex(),
                        "body": row.body.decode("ascii"),
                        "clear": entry.clear.fields,
                        "sealed": entry.person,
                    }
                )
            )
