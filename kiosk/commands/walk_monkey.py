"""anteroom walk --monkey: an hour of anything at all, on a kiosk in full screen."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.options import WalkOptions
from kiosk.commands.window import window_part

if TYPE_CHECKING:
    from kiosk.ui.walk.monkey import MonkeyDone

_KIB = 1024


def play(options: WalkOptions, data: Path) -> int:
    """Let the monkey play and print what was found; exit code 1 on any problem."""
    with window_part():
        from kiosk.app import application
        from kiosk.monkeying import monkey
    done = monkey(application(), options, data)
    if options.json:
        print(json.dumps(asdict(done)))
    else:
        _print(done)
    if done.problems:
        print(f"anteroom: the monkey found {len(done.problems)} problems", file=sys.stderr)
    return 1 if done.problems else 0


def _print(done: "MonkeyDone") -> None:
    growth = "not known" if done.growth is None else f"{done.growth / _KIB:.0f} KiB"
    print(f"simulated time    {done.seconds:.0f} s")
    print(f"events            {done.events}")
    for kind, count in done.kinds.items():
        print(f"  {kind:<28} {count:>6}")
    print(f"pages reached     {len(done.pages)}")
    print(f"visits            {done.visits}, {len(done.finished)} of them recorded")
    print(f"ways to Welcome   {done.homes}")
    print(f"memory growth     {growth}, {done.python_objects} Python objects")
    for problem in done.problems:
        print(f"problem: {problem}")
