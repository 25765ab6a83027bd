"""anteroom records export: records as files for other programs."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any, cast

from kiosk import __version__
from kiosk.commands.opener import opener_for
from kiosk.commands.places import UsageError
from kiosk.commands.progress import progress_bar
from kiosk.commands.records_verify import store_of
from kiosk.commands.window import window_part
from kiosk.config import load_config
from kiosk.domain.copy import CopyPaper
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.records.export.entries import Days, check_day
from kiosk.records.export.errors import (
    DeskNotHereError,
    ExportRangeError,
    ExportTargetError,
    KeyNeededError,
)
from kiosk.records.export.export import Request, export
from kiosk.records.export.manifest import Origin
from kiosk.records.export.papers import Paper, Printing
from kiosk.staff.copies import note_copied

# More files than this are not named on the screen.
_NAMED = 8
_USAGE = (DeskNotHereError, ExportRangeError, ExportTargetError, KeyNeededError)


def run(args: Namespace) -> int:
    """Write the folder and say what is in it."""
    try:
        days = Days(*(check_day(day) if day else None for day in (args.since, args.until)))
        store = store_of(args)
        opener, is_demo = opener_for(args, store)
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        origin = Origin(made_at, __version__, is_demo)
        making = _printing(args) if args.format == "pdf" and opener else nullcontext()
        with making as printing, progress_bar("verifying and writing records") as progress:
            request = Request(
                store, args.out, args.format, origin, days, opener, printing, args.desk
            )
            manifest = export(request, progress)
        note_copied(store.parent, datetime.now().astimezone().date().isoformat())
    except _USAGE as error:
        raise UsageError(str(error)) from error
    if args.json:
        print(json.dumps({"folder": str(args.out), **manifest}, indent=2))
    else:
        _print(args, manifest)
    return 0


@contextmanager
def _printing(args: Namespace) -> Iterator[Printing]:
    """Give what makes a PDF, while Qt is there without a window."""
    region = load_config(args.config).region
    with window_part():
        from kiosk.ui.copy.pdf import papers_pdf
        from kiosk.ui.copy.staff_file import without_window
        from kiosk.ui.views.copy import beside_code

    def made(papers: Sequence[Paper], title: str, foot: str) -> bytes:
        sheets = [
            CopyPaper(
                one.words,
                one.language,
                one.code,
                beside_code(words_for(one.language), one.check_code) if one.code else (),
            )
            for one in papers
        ]
        return papers_pdf(sheets, title, region=region, foot=foot)

    with without_window(paths.assets_dir()):
        yield made


def _print(args: Namespace, manifest: dict[str, Any]) -> None:
    sealed, head = manifest["sealed"], manifest["head"]
    print(f"{args.out}: {manifest['counts']['records']} records, {args.format}")
    files = cast("list[dict[str, object]]", manifest["files"])
    for file in files[-_NAMED:]:
        print(f"  {file['name']}  {file['rows']} rows")
    if len(files) > _NAMED:
        print(f"  and {len(files) - _NAMED} more, named in manifest.json")
    print(f"head        {head['size']}:{head['root']}")
    print(f"check code  {head['check_code']}")
    if sealed["demo_key"]:
        print("Opened with the demo key that lies in the data folder; real records need --key.")
    elif not sealed["included"]:
        print("Without --key only the clear part was written: no answers, no choices.")
    if sealed["not_for_this_key"]:
        print(f"{sealed['not_for_this_key']} records are sealed to other keys and stayed closed.")
    if sealed["included"]:
        print("This folder holds what patients said. Keep it as safe as a patient file.")
