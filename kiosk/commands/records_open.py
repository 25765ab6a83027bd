"""anteroom records open: the sealed part of records, at the back office."""

import json
import sqlite3
import sys
from argparse import Namespace
from dataclasses import dataclass, field

from kiosk.commands.opener import opener_from
from kiosk.commands.records_verify import store_of
from kiosk.domain.errors import AnteroomError
from kiosk.records.errors import CannotUnseal, OtherKey
from kiosk.records.unseal import OpenedRecord, open_each


class OpenFailedError(AnteroomError):
    """The store cannot be read to its end."""


def run(args: Namespace) -> int:
    """Print each record, or one, as a line of JSON with its clear and its sealed part.

    What was sealed to other keys, before or after this one was in use, is counted.
    """
    store = store_of(args)
    opener = opener_from(args.key)
    told = _Told()
    try:
        for number, record in open_each(store, opener):
            if args.number is None or number == args.number:
                told.tell(record)
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise OpenFailedError(f"{store}: cannot be read ({error})") from error
    return told.end()


@dataclass(slots=True)
class _Told:
    """What came of the records so far."""

    opened: int = 0
    damaged: int = 0
    other: list[OtherKey] = field(default_factory=list)

    def tell(self, record: OpenedRecord | CannotUnseal) -> None:
        if isinstance(record, OpenedRecord):
            self.opened += 1
            shown = {"clear": record.clear.fields, "sealed": record.person}
            print(json.dumps(shown, ensure_ascii=False))
        elif isinstance(record, OtherKey):
            self.other.append(record)
        else:
            self.damaged += 1
            print(f"anteroom: {record}", file=sys.stderr)

    def end(self) -> int:
        if self.other and not self.opened:
            raise self.other[0]
        if self.other:
            print(f"{len(self.other)} records are sealed to other keys.", file=sys.stderr)
        return 1 if self.damaged else 0
