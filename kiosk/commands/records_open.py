"""anteroom records open: the sealed part of records, at the back office."""

import json
import sqlite3
from argparse import Namespace
from pathlib import Path

from kiosk.commands.places import UsageError
from kiosk.commands.records_verify import store_of
from kiosk.commands.secrets_in import ask
from kiosk.domain.errors import AnteroomError
from kiosk.records.unseal import Opener, load_opener, open_records

_LARGEST_KEY = 64 * 1024


class OpenFailedError(AnteroomError):
    """The store cannot be read to its end."""


def run(args: Namespace) -> int:
    """Print each record, or one, as a line of JSON with its clear and its sealed part."""
    store = store_of(args)
    opener = _opener(args.key)
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


def _opener(path: Path) -> Opener:
    try:
        with path.open("rb") as stream:
            locked = b"ENCRYPTED" in stream.read(_LARGEST_KEY)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    passphrase = ask(f"Passphrase of {path.name}: ").encode() if locked else None
    return load_opener(path, passphrase)
