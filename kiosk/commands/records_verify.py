"""anteroom records verify: whether every record is whole, signed and in its place."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from kiosk.commands.places import UsageError, data_place
from kiosk.commands.progress import progress_bar
from kiosk.domain.errors import BadInputError
from kiosk.records.anchor import parse_anchor
from kiosk.records.verify import Report, verify
from kiosk.staff.record_reader import require_store


def run(args: Namespace) -> int:
    """Print size, head and check code, or the first bad record; exit code 1 if there is one."""
    store = store_of(args)
    if args.against is not None:
        _require_anchor(args.against)
    with progress_bar("verifying records") as progress:
        report = verify(store, against=args.against, progress=progress)
    if args.json:
        print(json.dumps({"store": str(store), **asdict(report)}, indent=2))
    else:
        _print(report, store)
    return 0 if report.ok else 1


def store_of(args: Namespace) -> Path:
    """Return the store file that STORE or --data names.

    Raises UsageError for a place that does not exist, NoStoreError for a folder without a store.
    """
    if args.store is not None and args.data is not None:
        raise UsageError("give either STORE or --data, not both")
    place = data_place(args) if args.store is None else args.store
    if not place.exists():
        raise UsageError(f"{place}: there is no such file or folder; check the name")
    return require_store(place)


def _require_anchor(text: str) -> None:
    try:
        parse_anchor(text)
    except BadInputError as error:
        raise UsageError(str(error)) from error


def _print(report: Report, store: Path) -> None:
    if report.head is not None:
        print(f"records     {report.size}")
        print(f"head        {report.size}:{report.head.root}")
        print(f"check code  {report.head.check_code}")
    for note in report.notes:
        print(f"note        {note}")
    if report.ok:
        print("All records are whole, signed and in their places.")
        return
    for problem in report.problems:
        place = store if problem.seq is None else f"{store}: record {problem.seq}"
        print(f"{place}: {problem.what}")
    print(f"anteroom: {store}: not in order; the first fault is above", file=sys.stderr)
