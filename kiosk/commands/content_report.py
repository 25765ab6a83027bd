"""anteroom content report: what a program could confirm, and what people must judge."""

import json
from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from kiosk.commands.content_check import day, named_pack

if TYPE_CHECKING:
    from kiosk.content.report import Line

_NO_SCORE = (
    "No score: PEMAT-P and the CDC index are scored by trained people, IPDAS by its assessors. "
    "confirmed: a program settled it. part: a program saw a sign of it. person: people must judge."
)
_WIDTH = len("not applicable")


def run(args: Namespace) -> int:
    """Print one line for each item; exit 1 when the pack cannot be read."""
    from kiosk.content.check import examine
    from kiosk.content.report import report

    place = named_pack(args)
    checked = examine(place, day(None))
    lines = report(checked)
    if args.json:
        items = [asdict(line) for line in lines]
        print(json.dumps({"folder": str(place), "note": _NO_SCORE, "items": items}, indent=2))
    else:
        _print(lines)
    return 0 if lines else 1


def _print(lines: tuple["Line", ...]) -> None:
    standard = ""
    for line in lines:
        if line.standard != standard:
            standard = line.standard
            print(f"\n{standard}")
        print(f"  {line.id:6} {line.state:{_WIDTH}}  {line.words}")
        if line.found:
            print(f"{'':9}{'':{_WIDTH}}  found: {line.found}")
        if line.judge and line.state != "not applicable":
            print(f"{'':9}{'':{_WIDTH}}  for a person: {line.judge}")
    print(f"\n{_NO_SCORE}")
