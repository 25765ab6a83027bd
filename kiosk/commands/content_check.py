"""anteroom content check: what is wrong with a content pack."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.places import UsageError, pack_place
from kiosk.config import load_config
from kiosk.staff.installed import content_in_use

if TYPE_CHECKING:
    from kiosk.content.check import Checked


def run(args: Namespace) -> int:
    """Print `path:line: what. why. how to mend.` for every fault; exit 1 on any error."""
    from kiosk.content.check import examine
    from kiosk.content.reviews import state_of

    place = named_pack(args)
    found = examine(place, day(args.on))
    warnings = len(found.problems) - found.errors
    if args.json:
        print(json.dumps(_as_json(place, found), indent=2))
    else:
        for problem in found.problems:
            print(problem)
        for language in found.languages:
            print(state_of(language))
        _say_reading(found)
        _say_wording(found)
        _sum_up(str(place), found.errors, warnings)
    return 1 if found.errors else 0


def named_pack(args: Namespace) -> Path:
    """The pack's folder or .zip file that a command names, else the one in use."""
    config = load_config(args.config)
    return pack_place(args.folder or content_in_use(config, config.data_dir))


def day(text: str | None) -> date:
    """The day on which dates are judged; raises UsageError for what is no date."""
    try:
        return date.fromisoformat(text) if text else datetime.now(UTC).date()
    except ValueError as error:
        raise UsageError(f"--on {text}: not a day; write it like 2026-11-21") from error


def _as_json(place: Path, found: "Checked") -> dict[str, object]:
    return {
        "folder": str(place),
        "ok": not found.errors,
        "problems": [problem.as_json() for problem in found.problems],
        "readings": [asdict(one) for one in found.readings],
        "short": [asdict(one) for one in found.short],
        "exempt": list(found.exempt),
        "unvouched": [
            {"path": f"{one.one.stem}.md", "line": one.one.line, "text": one.one.text}
            for one in found.unvouched
        ],
        "languages": {
            one.tag: {**asdict(one), "reviewed": one.reviewed} for one in found.languages
        },
    }


def _say_reading(found: "Checked") -> None:
    """How hard each chapter is to read, and the words that were not counted."""
    for one in found.readings:
        where = f"reading: {one.language}/{one.chapter}"
        if one.figure is None:
            print(f"{where}: not measured; no formula is agreed for this language")
        else:
            print(
                f"{where}: {one.measure} {one.figure}, limit {one.limit} "
                f"({one.with_exempt} with the exempt words)"
            )
    for way in found.short:
        name = way.route or "way not known"
        print(
            f"short way: {way.language}/{name}: {way.minutes:.1f} minutes to read, "
            f"all pages {way.of:.1f}"
        )
    if found.exempt:
        print(f"exempt from the reading measure: {', '.join(found.exempt)}")


def _say_wording(found: "Checked") -> None:
    """How many texts wait for a person to compare them with their claims."""
    if found.unvouched:
        print(
            f"in other words than their claims, and compared by nobody: {len(found.unvouched)} "
            "(anteroom content vouch shows them)"
        )


def _sum_up(folder: str, errors: int, warnings: int) -> None:
    if errors:
        print(f"anteroom: {folder}: errors: {errors}, warnings: {warnings}", file=sys.stderr)
    else:
        print(f"{folder}: in order, warnings: {warnings}")
