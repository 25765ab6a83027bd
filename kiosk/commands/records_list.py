"""anteroom records list: what staff may see of the newest records."""

import json
from argparse import Namespace
from dataclasses import asdict
from itertools import islice

from kiosk.commands.places import data_place


def run(args: Namespace) -> int:
    """Print receipt, day, kind and mode of the newest records."""
    from kiosk.staff.record_reader import newest_first

    found = [
        asdict(record.summary) for record in islice(newest_first(data_place(args)), args.limit)
    ]
    if args.json:
        print(json.dumps({"records": found}, indent=2))
        return 0
    print(f"{'number':>8}  {'receipt':<9}  {'day':<10}  {'kind':<10}  mode")
    for one in found:
        print(
            f"{one['seq']:>8}  {one['receipt']:<9}  {one['day']:<10}  {one['kind']:<10}  "
            f"{one['mode']}"
        )
    return 0
