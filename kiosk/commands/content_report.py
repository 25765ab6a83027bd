"""anteroom content report: what a program could confirm, and what people must judge."""

import json
from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from kiosk.commands.content_check import day, named_pack

if TYPE_CHECKING:
    from kiosk.content.check import Checked
    from kiosk.content.report import Line
    from kiosk.content.vouched import Apart

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
        apart = [_apart(one) for one in checked.unvouched]
        found = {"folder": str(place), "note": _NO_SCORE, "items": items, "unvouched": apart}
        print(json.dumps(found, indent=2))
    else:
        _print(lines)
        _print_apart(checked)
    return 0 if lines else 1


def _apart(one: "Apart") -> dict[str, object]:
    claims = {claim.id: claim.statement for claim in one.claims}
    return {"file": one.one.stem, "line": one.one.line, "text": one.one.text, "claims": claims}


def _print_apart(checked: "Checked") -> None:
    """The texts that only a person can compare with their claims."""
    print("\nIn other words than their claims, for a person to compare (anteroom content vouch)")
    for one in checked.unvouched:
        print(f"  {one.one.stem}.md:{one.one.line}  {one.one.text}")
        for claim in one.claims:
            print(f"        {claim.id}: {claim.statement}")
    print(f"  texts: {len(checked.unvouched)}")


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
