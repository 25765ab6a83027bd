"""anteroom walk: whole visits driven through the real window."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kiosk.commands.options import WalkOptions
from kiosk.commands.places import UsageError, not_a_file, pack_folder
from kiosk.commands.window import window_part
from kiosk.config import load_config
from kiosk.i18n.locales import locale_for
from kiosk.platform.display import has_display
from kiosk.staff.installed import content_in_use

if TYPE_CHECKING:
    from kiosk.ui.walk.outcome import VisitDone, WalkDone

_KIB = 1024


def run(args: Namespace) -> int:
    """Walk, print each visit and what was found; exit code 1 on any problem."""
    options = options_of(args)
    if not has_display(os.environ, sys.platform):
        # A walk needs no spectators.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if options.monkey is not None:
        from kiosk.commands.walk_monkey import play

        with _data(options) as data:
            return play(options, data)
    with window_part():
        from kiosk.app import application
        from kiosk.walking import walk
    with _data(options) as data:
        done = walk(application(), options, data, partial(_tell, as_json=options.json))
    _summary(done, options)
    return 1 if done.problems else 0


def options_of(args: Namespace) -> WalkOptions:
    """Return the walk that arguments and settings describe; raises UsageError."""
    config = load_config(args.config)
    if args.input == "audio" and args.shots is not None:
        raise UsageError("a walk by audio shows nothing; leave out --shots, or use --input keys")
    return WalkOptions(
        config=config,
        data=None if args.data is None else not_a_file(args.data, "data folder"),
        content=pack_folder(args.content or content_in_use(config, args.data or config.data_dir)),
        sessions=args.sessions,
        seed=args.seed,
        door=args.door,
        input=args.input,
        shots=None if args.shots is None else not_a_file(args.shots, "folder for pictures"),
        size=args.size,
        json=args.json,
        language=None if args.lang is None else locale_for(args.lang).tag,
        monkey=args.monkey,
    )


@contextmanager
def _data(options: WalkOptions) -> Iterator[Path]:
    if options.data is not None:
        yield options.data
        return
    with TemporaryDirectory(prefix="anteroom-walk-") as folder:
        yield Path(folder)


def _tell(visit: "VisitDone", *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"visit": asdict(visit)}), flush=True)
        return
    print(
        f"visit {visit.number:>4}  door {visit.door:<9}  {visit.pages:>3} pages  "
        f"{visit.seconds:>6.2f} s  receipt {visit.receipt or 'none'}",
        flush=True,
    )


def _summary(done: "WalkDone", options: WalkOptions) -> None:
    seconds = sum(visit.seconds for visit in done.visits)
    figures = {
        "visits": len(done.visits),
        "seconds": round(seconds, 2),
        "records_verified": done.verified,
        "layout_faults": len(done.layout_faults),
        "left_over_objects": len(done.left_over),
        "growth_bytes_per_visit": done.growth,
        "pictures": done.shots,
        "problems": list(done.problems),
    }
    if options.json:
        print(json.dumps({"summary": figures}))
    else:
        _print(done, seconds)
    if done.problems:
        print(f"anteroom: the walk found {len(done.problems)} problems", file=sys.stderr)


def _print(done: "WalkDone", seconds: float) -> None:
    growth = "not known" if done.growth is None else f"{done.growth / _KIB:.1f} KiB a visit"
    print(f"visits            {len(done.visits)} in {seconds:.1f} s")
    print(f"records verified  {done.verified}")
    print(f"layout faults     {len(done.layout_faults)}")
    print(f"objects left over {len(done.left_over)}")
    print(f"memory growth     {growth}")
    if done.shots:
        print(f"pictures          {done.shots}")
    for problem in done.problems:
        print(f"problem: {problem}")
