"""anteroom records open: the sealed part of records, at the back office."""

import json
import sqlite3
from argparse import Namespace

from kiosk.commands.opener import opener_from
from kiosk.commands.records_verify import store_of
from kiosk.domain.errors import AnteroomError
from kiosk.records.unseal import open_records


class OpenFailedError(AnteroomError):
    """The store cannot be read to its end."""


def run(args: Namespace) -> int:
    """Print each record, or one, as a line of JSON with its clear and its sealed part."""
    store = store_of(args)
    opener = opener_from(args.key)
    try:
        for record in open_records(store, opener):
            if args.number is None or record.clear.seq == args.number:
                shown = {"clear": record.clear.fields, "sealed": record.person}
                print(json.dumps(shown, ensure_ascii=False))
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise OpenFailedError(f"{store}: cannot be read ({error})") from error
    return 0
