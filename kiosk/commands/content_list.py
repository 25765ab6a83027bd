"""anteroom content list: the packs that were installed here."""

import json
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from kiosk.commands.places import UsageError, data_place
from kiosk.staff.content_install import find_shown, is_whole
from kiosk.staff.installed import Installed, Shelf, packs_folder, read_shelf


def run(args: Namespace) -> int:
    """Print each pack, oldest first; exit code 1 when the bytes of one were altered."""
    data = data_place(args)
    if args.sha256 is not None:
        if not args.sha256.strip():
            raise UsageError("--sha256 is empty; give the digest that the record names")
        print(find_shown(data, args.sha256.strip().lower()))
        return 0
    shelf = read_shelf(data)
    altered = [one for one in shelf.kept if not is_whole(data, one)]
    if args.json:
        packs = [
            {
                **asdict(one),
                "path": str(packs_folder(data) / one.folder),
                "in_use": one == shelf.current,
                "whole": one not in altered,
            }
            for one in shelf.kept
        ]
        print(json.dumps({"packs": packs}, indent=2))
    else:
        _print(shelf, altered, data)
    return 1 if altered else 0


def _print(shelf: Shelf, altered: list[Installed], data: Path) -> None:
    for one in shelf.kept:
        mark = "in use" if one == shelf.current else "before" if one == shelf.before else ""
        state = "ALTERED" if one in altered else ""
        print(f"{mark:<7} {one.id} {one.version:<8} installed {one.on}  {state}".rstrip())
        print(f"        {one.sha256}")
        print(f"        {packs_folder(data) / one.folder}")
    if not shelf.kept:
        print(
            "Nothing was installed here, so the kiosk shows what its settings name or what ships."
        )
