"""anteroom content install: a signed pack into use."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from kiosk import __version__
from kiosk.commands.places import UsageError, not_a_file, pack_place
from kiosk.config import Config, load_config
from kiosk.platform.clock import SystemClock
from kiosk.records.links import BadLinkError, Said
from kiosk.records.store import open_store
from kiosk.staff.content_install import Done, Rules, install


def run(args: Namespace) -> int:
    """Judge, copy and name the pack that the kiosk shows from its next start on."""
    config = load_config(args.config)
    data = not_a_file(args.data or config.data_dir, "data folder")
    place = pack_place(args.pack)
    named = args.staff is not None and args.reason is not None
    if args.allow_older != named or (args.staff is None) != (args.reason is None):
        raise UsageError("--allow-older goes with --staff and --reason, and they with it alone")
    today = SystemClock().utc()[:10]
    rules = Rules(config.approvers, today, older=args.allow_older)
    said = said_by(args.staff, args.reason) if args.allow_older else None
    done = install(data, place, rules, noting(data, config, said))
    tell(done, config, as_json=args.json)
    return 0


def said_by(staff: str, reason: str) -> Said:
    """Return who asks and why; raises UsageError."""
    try:
        return Said(staff, reason)
    except BadLinkError as error:
        raise UsageError(str(error)) from error


def noting(data: Path, config: Config, said: Said | None) -> Callable[[str, str], None]:
    """Return what writes a record of a change of content; it needs the store to itself."""

    def note(event: str, what: str) -> None:
        store = open_store(data, mode=config.mode, app_version=__version__, now=_local_now)
        try:
            details = {"by": said.staff, "why": f"{what}: {said.reason}"} if said else {}
            store.append_event("audit", event, details)
        finally:
            store.close()

    return note


def tell(done: Done, config: Config, *, as_json: bool) -> None:
    """Print what is in use now."""
    if as_json:
        shown = {
            "now": asdict(done.now),
            "before": asdict(done.before) if done.before else None,
            "approvals": [asdict(one) for one in done.approvals.counted],
        }
        print(json.dumps(shown, indent=2))
        return
    if done.now == done.before:
        print(f"In use already: {done.now}.")
        return
    print(f"In use from the kiosk's next start on: {done.now}.")
    if done.approvals.counted:
        print(f"Signed by {done.approvals.signers}.")
    if done.before:
        print(f"Kept: {done.before}. To go back to it: anteroom content rollback")
    if config.content is not None:
        print(f"But the settings name {config.content} as content, so the kiosk shows that one.")
    else:
        print("Next: anteroom check")


def _local_now() -> datetime:
    return datetime.now().astimezone()
