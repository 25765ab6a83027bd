"""anteroom audit: every page on every device, size, theme and language, row by row."""

import json
import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.commands.options import AuditOptions
from kiosk.commands.places import UsageError, not_a_file, pack_folder
from kiosk.commands.progress import progress_bar
from kiosk.commands.window import window_part
from kiosk.config import load_config

if TYPE_CHECKING:
    from kiosk.auditing import Audited
    from kiosk.ui.audit.tally import Tally

_SHOWN = 5


def run(args: Namespace) -> int:
    """Print each acceptance row with what was found; exit code 1 on any fault."""
    config = load_config(args.config)
    options = AuditOptions(
        config=config,
        content=pack_folder(args.content or config.content_dir),
        full=args.full,
        shots=None if args.shots is None else not_a_file(args.shots, "folder for pictures"),
        devices=args.devices,
        sizes=args.sizes,
        themes=args.themes,
        languages=args.languages,
        jobs=args.jobs,
    )
    # Pages are measured, not shown to anybody.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with window_part():
        from kiosk.app import application
        from kiosk.auditing import audit
        from kiosk.ui.audit.looks import UnknownLookError
    app = application()
    try:
        with progress_bar("measuring") as tell:
            done = audit(options, tell)
    except UnknownLookError as error:
        raise UsageError(str(error)) from error
    del app
    if args.json:
        print(json.dumps(_as_json(done), indent=2))
    else:
        _print(done.tally)
    if done.tally.faults:
        count = sum(done.tally.counts.values())
        print(f"anteroom: {count} faults were measured", file=sys.stderr)
    if done.tally.lost:
        print(f"anteroom: {_lost(done.tally.lost)}", file=sys.stderr)
    return 0 if done.tally.holds else 1


def _lost(looks: list[str]) -> str:
    count = f"{len(looks)} looks" if len(looks) > 1 else "one look"
    return f"a worker ended by itself; {count} from {looks[0]} on not measured (see --jobs 1)"


def _verdicts(done: "Tally") -> list[tuple[str, str, str]]:
    from kiosk.ui.audit.table import AUDIT, PERSON, ROWS

    found, counts = [], done.counts
    for row in ROWS:
        if counts[row.id]:
            verdict = f"FAILS {counts[row.id]} times"
        elif row.by == AUDIT:
            verdict = "holds"
        else:
            verdict = row.state if row.by == PERSON else f"held by {row.by.partition('::')[0]}"
        found.append((row.id, verdict, f"{row.asks} ({row.less})" if row.less else row.asks))
    return found


def _print(done: "Tally") -> None:
    for name, verdict, asks in _verdicts(done):
        print(f"{name:<6} {verdict:<44} {asks}")
        for where in done.faults.get(name, [])[:_SHOWN]:
            print(f"       {where}")
    sheets = sum(map(len, done.sheets.values()))
    print(f"{done.screens} screens in {len(done.covered)} looks; contact sheets: {sheets}")


def _as_json(audited: "Audited") -> dict[str, object]:
    """Return what was found; what `left` names in every part of a matrix, no part has measured."""
    done = audited.tally
    rows = [
        {"row": name, "verdict": verdict, "asks": asks, "faults": done.faults.get(name, [])}
        for name, verdict, asks in _verdicts(done)
    ]
    covered = set(done.covered)
    return {
        "version": __version__,
        "pack": audited.pack,
        "looks": len(done.covered),
        "screens": done.screens,
        "rows": rows,
        "covered": done.covered,
        "lost": done.lost,
        "matrix": len(audited.matrix),
        "left": [name for name in audited.matrix if name not in covered],
        "sheets": [file for some in done.sheets.values() for file in some],
    }
