"""anteroom audit: every page on every device, size, theme and language, row by row."""

import json
import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from kiosk.commands.options import AuditOptions
from kiosk.commands.places import not_a_file, pack_folder
from kiosk.commands.progress import progress_bar
from kiosk.commands.window import window_part
from kiosk.config import load_config

if TYPE_CHECKING:
    from kiosk.auditing import AuditDone

_SHOWN = 5


def run(args: Namespace) -> int:
    """Print each acceptance row with what was found; exit code 1 on any fault."""
    config = load_config(args.config)
    options = AuditOptions(
        config=config,
        content=pack_folder(args.content or config.content_dir),
        full=args.full,
        shots=None if args.shots is None else not_a_file(args.shots, "folder for pictures"),
    )
    # Pages are measured, not shown to anybody.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with window_part():
        from kiosk.app import application
        from kiosk.auditing import audit
    app = application()
    with progress_bar("measuring") as tell:
        done = audit(options, tell)
    del app
    if args.json:
        print(json.dumps(_as_json(done), indent=2))
    else:
        _print(done)
    if done.counts:
        print(f"anteroom: {sum(done.counts.values())} faults were measured", file=sys.stderr)
    return 1 if done.counts else 0


def _verdicts(done: "AuditDone") -> list[tuple[str, str, str]]:
    from kiosk.ui.audit.table import AUDIT, PERSON, ROWS

    found = []
    for row in ROWS:
        if done.counts[row.id]:
            verdict = f"FAILS {done.counts[row.id]} times"
        elif row.by == AUDIT:
            verdict = "holds"
        else:
            verdict = row.state if row.by == PERSON else f"held by {row.by.partition('::')[0]}"
        found.append((row.id, verdict, f"{row.asks} ({row.less})" if row.less else row.asks))
    return found


def _print(done: "AuditDone") -> None:
    for name, verdict, asks in _verdicts(done):
        print(f"{name:<6} {verdict:<44} {asks}")
        for where in done.faults.get(name, [])[:_SHOWN]:
            print(f"       {where}")
    print(f"{done.screens} screens in {done.looks} looks; contact sheets: {len(done.sheets)}")


def _as_json(done: "AuditDone") -> dict[str, object]:
    rows = [
        {"row": name, "verdict": verdict, "asks": asks, "faults": done.faults.get(name, [])}
        for name, verdict, asks in _verdicts(done)
    ]
    return {"looks": done.looks, "screens": done.screens, "rows": rows, "sheets": done.sheets}
