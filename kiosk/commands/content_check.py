"""anteroom content check: what is wrong with a content pack."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict

from kiosk.commands.places import pack_folder
from kiosk.config import load_config
from kiosk.staff.installed import content_in_use


def run(args: Namespace) -> int:
    """Print `path:line: message` for every fault; exit code 1 on any error, warnings aside."""
    from kiosk.content.check import check_pack
    from kiosk.content.reviews import languages_of, state_of

    config = load_config(args.config)
    folder = pack_folder(args.folder or content_in_use(config, config.data_dir))
    problems = check_pack(folder)
    errors = sum(problem.level == "error" for problem in problems)
    languages = languages_of(folder)
    if args.json:
        found = {"folder": str(folder), "ok": not errors, "problems": [asdict(p) for p in problems]}
        found["languages"] = {
            one.tag: {**asdict(one), "reviewed": one.reviewed} for one in languages
        }
        print(json.dumps(found, indent=2))
    else:
        for problem in problems:
            print(problem)
        for language in languages:
            print(state_of(language))
        _sum_up(str(folder), errors, len(problems) - errors)
    return 1 if errors else 0


def _sum_up(folder: str, errors: int, warnings: int) -> None:
    if errors:
        print(f"anteroom: {folder}: errors: {errors}, warnings: {warnings}", file=sys.stderr)
    else:
        print(f"{folder}: in order, warnings: {warnings}")
