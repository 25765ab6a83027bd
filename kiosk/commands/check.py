"""anteroom check: whether this kiosk is ready for real visits."""

import json
import os
from argparse import Namespace
from dataclasses import asdict

from kiosk import __version__
from kiosk.commands.places import places
from kiosk.commands.progress import progress_bar
from kiosk.platform.clock import SystemClock
from kiosk.platform.paths import cache_folder
from kiosk.staff.readiness import Check, Site, is_ready, readiness


def run(args: Namespace) -> int:
    """Print every condition; exit code 0 only when all are met."""
    here = places(args)
    site = Site(here.config, here.data, here.content, SystemClock(), os.environ, cache_folder())
    with progress_bar("verifying records") as progress:
        checks = readiness(site, progress)
    ready = is_ready(checks)
    if args.json:
        found = {
            "ready": ready,
            "mode": here.config.mode,
            "version": __version__,
            "checks": [asdict(check) for check in checks],
        }
        print(json.dumps(found, indent=2))
    else:
        _print(checks, here.config.mode)
    return 0 if ready else 1


def _print(checks: tuple[Check, ...], mode: str) -> None:
    for check in checks:
        print(f"{'ok ' if check.ok else 'FIX'}  {check.name:<14} {check.what}")
        if not check.ok:
            print(f"{'':<20}{check.todo}")
        if check.note:
            print(f"{'':<20}{check.note}")
    missing = sum(not check.ok for check in checks)
    print()
    if mode == "demo":
        print("Runs as a demo: sample content, every record marked as a demo.")
    if missing:
        print(f"Not ready for real visits: {missing} of {len(checks)} conditions are not met.")
    else:
        print("Ready for real visits.")
