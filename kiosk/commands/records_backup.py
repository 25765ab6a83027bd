"""anteroom records backup: a checked copy of the store for another disk."""

import json
from argparse import Namespace
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from kiosk.commands.places import UsageError, data_place
from kiosk.commands.progress import progress_bar
from kiosk.platform.clock import SystemClock
from kiosk.records.backup import back_up
from kiosk.staff.copies import note_copied
from kiosk.staff.record_reader import require_store


def run(args: Namespace) -> int:
    """Copy, verify and name the copy; exit code 1 when the store is not in order."""
    data, out = data_place(args), args.out
    require_store(data)
    folder, name = _place(out)
    with progress_bar("checking the copy") as progress:
        made = back_up(data, folder, name, progress)
    today = datetime.now().astimezone().date().isoformat()
    note_copied(data, today, SystemClock().utc(), made.head)
    if args.json:
        print(json.dumps({"file": str(made.path), **asdict(made.head)}, indent=2))
        return 0
    print(f"{made.path}: {made.head.size} records, checked")
    print(f"head        {made.head.size}:{made.head.root}")
    print(f"check code  {made.head.check_code}")
    print("The copy holds no key. Keep the private recipient key apart from it.")
    return 0


def _place(out: Path) -> tuple[Path, str | None]:
    """Return the folder to write into and the name of the file, None for one with its size."""
    try:
        if out.suffix != ".db" or out.is_dir():
            if out.exists() and not out.is_dir():
                raise UsageError(f"{out}: not a folder; name a folder, or a new file NAME.db")
            return out, None
        if out.exists():
            raise UsageError(f"{out}: is there already, and a backup is never written over")
        if not out.parent.is_dir():
            raise UsageError(f"{out.parent}: there is no such folder; check the name")
    except OSError as error:
        raise UsageError(f"{out}: cannot be looked at ({error.strerror})") from error
    return out.parent, out.name
