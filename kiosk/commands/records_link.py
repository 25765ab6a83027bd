"""anteroom records link: a new record about an earlier visit."""

import json
from argparse import Namespace
from datetime import datetime

from kiosk import __version__
from kiosk.commands.places import UsageError, data_place
from kiosk.config import load_config
from kiosk.records import links
from kiosk.records.store import Store, open_store
from kiosk.staff.record_reader import require_store


def run(args: Namespace) -> int:
    """Check the words, write the record and print its number and the new head."""
    try:
        said = links.Said(args.staff, args.reason)
        receipts = [links.check_receipt(one) for one in (args.receipt, args.by) if one is not None]
    except links.BadLinkError as error:
        raise UsageError(str(error)) from error
    if (args.by is not None) != (args.kind == "reconsent"):
        raise UsageError("--by names the later visit of --kind reconsent, and goes with it alone")
    data, config = data_place(args), load_config(args.config)
    require_store(data)
    store = open_store(
        data,
        mode=config.mode,
        app_version=__version__,
        now=_local_time,
    )
    try:
        visits = [links.find_visit(data, receipt) for receipt in receipts]
        number = _write(store, args.kind, visits, said)
        head = store.head()
    finally:
        store.close()
    if args.json:
        shown = {"number": number, "kind": args.kind, "receipt": visits[0].receipt}
        print(json.dumps({**shown, "check_code": head.check_code}, indent=2))
    else:
        print(f"Record {number}: {args.kind} of {visits[0].receipt}")
        print(f"check code  {head.check_code}")
    return 0


def _write(store: Store, kind: str, visits: list[links.Visit], said: links.Said) -> int:
    if kind == "reconsent":
        return links.re_consent(store, visits[0], visits[1], said)
    return links.LINKS[kind](store, visits[0], said)


def _local_time() -> datetime:
    return datetime.now().astimezone()
