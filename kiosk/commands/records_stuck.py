"""anteroom records stuck: where people got stuck, for those who write the content."""

import json
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from kiosk.commands.opener import opener_for
from kiosk.commands.places import UsageError
from kiosk.commands.progress import progress_bar
from kiosk.commands.records_verify import store_of
from kiosk.platform.durable import write_new
from kiosk.records.export.entries import verified
from kiosk.staff.desk.stuck import WORDS, Cell, seen_in, stuck_cells, stuck_csv, totals

_LINES = 20


def run(args: Namespace) -> int:
    """Count and print the largest, or write them all."""
    store = store_of(args)
    opener, _ = opener_for(args, store)
    if opener is None:
        raise UsageError("answers are sealed; name the private recipient key with --key FILE")
    with progress_bar("verifying and counting records") as progress:
        source = verified(store, opener, progress)
        cells = stuck_cells(one for one in map(seen_in, source.entries()) if one)
    if args.csv is not None:
        _write(args.csv, stuck_csv(cells))
    if args.json:
        print(json.dumps({"cells": [asdict(one) for one in cells]}, indent=2))
    else:
        _print(cells)
        if args.csv is not None:
            print(f"{args.csv}: {len(cells)} rows")
    return 0


def _print(cells: list[Cell]) -> None:
    sums = totals(cells)
    for (kind, name, measure), people in list(sums.items())[:_LINES]:
        print(f"{people:>8}  {kind} {name}: {WORDS[measure]}")
    if not sums:
        print("There are too few visits to tell anything without telling of somebody.")
    else:
        print("At least so many people: small numbers are held back, so sums are too low.")


def _write(path: Path, text: str) -> None:
    try:
        write_new(path, text.encode("utf-8-sig"))
    except FileExistsError as error:
        raise UsageError(f"{path}: is there already; name another file with --csv") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
