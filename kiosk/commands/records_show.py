"""anteroom records show: the clear part of one record."""

import json
import re
from argparse import Namespace

from kiosk.commands.places import UsageError, data_place
from kiosk.domain.acknowledgement import RECEIPT_ALPHABET
from kiosk.domain.errors import AnteroomError
from kiosk.staff.record_reader import ClearRecord, newest_first

_RECEIPT = re.compile(f"[{RECEIPT_ALPHABET}]{{4}}-?[{RECEIPT_ALPHABET}]{{4}}")


class NoSuchRecordError(AnteroomError):
    """The store holds no record of that number or receipt."""


def run(args: Namespace) -> int:
    """Print every clear field of the record of a visit, or of the record of a number."""
    wanted = str(args.record).upper()
    is_number = re.fullmatch(r"[0-9]{1,15}", wanted)
    if not is_number and not _RECEIPT.fullmatch(wanted):
        raise UsageError(
            f"{args.record[:30]!r} is neither a receipt such as ACDE-FGHJ nor a record number"
        )
    data = data_place(args)
    for record in newest_first(data):
        if is_number:
            hit = record.row.seq == int(wanted)
        else:
            hit = record.clear.kind == "ack" and _letters(record.summary.receipt) == _letters(
                wanted
            )
        if hit:
            _print(record, as_json=args.json)
            return 0
    raise NoSuchRecordError(
        f"there is no record {args.record} in {data}; see: anteroom records list"
    )


def _letters(receipt: str) -> str:
    return receipt.replace("-", "")


def _print(record: ClearRecord, *, as_json: bool) -> None:
    around: dict[str, object] = {
        "number": record.row.seq,
        "receipt": record.summary.receipt,
        "check_code": record.check_code,
        "leaf": record.row.leaf.hex(),
        "sealed_bytes": len(record.row.sealed),
    }
    clear: dict[str, object] = record.clear.fields
    if as_json:
        print(json.dumps({**around, "clear": clear}, indent=2))
        return
    for name, value in {**around, **clear}.items():
        text = value if isinstance(value, str | int) else json.dumps(value)
        print(f"{name:<14} {text}")
