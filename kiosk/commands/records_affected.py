"""anteroom records affected: visits whose content has changed since."""

import json
from argparse import Namespace
from dataclasses import asdict

from kiosk.commands.opener import opener_for
from kiosk.commands.places import pack_place
from kiosk.commands.progress import progress_bar
from kiosk.commands.records_verify import store_of
from kiosk.config import load_config
from kiosk.content.blocks import PackInfo
from kiosk.content.edition import load_edition
from kiosk.records.export.entries import verified
from kiosk.records.needs_look import Affected, affected
from kiosk.staff.content_changes import changed_since, pack_now
from kiosk.staff.installed import content_in_use, kept_packs


def run(args: Namespace) -> int:
    """List each visit with the pages that differ; exit code 1 when there are any."""
    config = load_config(args.config)
    data = args.data or config.data_dir
    place = pack_place(args.content or content_in_use(config, data))
    before = [pack_place(one) for one in args.before]
    store = store_of(args)
    opener, is_demo = opener_for(args, store)
    now = load_edition(place)
    # Every pack that was installed here is at hand, so only others need --before.
    since = dict(changed_since(load_edition(one), now) for one in (*kept_packs(data), *before))
    with progress_bar("verifying and comparing records") as progress:
        source = verified(store, opener, progress)
        found = affected(source.entries(), pack_now(now.pack), since)
    info = now.pack.info
    if args.json:
        shown = {"pack": info.id, "version": info.version, "sha256": info.digest}
        print(json.dumps({**shown, "affected": [asdict(one) for one in found]}, indent=2))
    else:
        _print(found, info, with_key=opener is not None, is_demo=is_demo)
    return 1 if found else 0


def _print(found: list[Affected], now: PackInfo, *, with_key: bool, is_demo: bool) -> None:
    for one in found:
        print(f"{one.receipt}  {one.day}  saw {one.pack_version} ({one.language})")
        for line in one.changed or (one.note,):
            print(f"    {line}")
    print(f"{len(found)} visits need another look at {now.id} {now.version}.")
    if is_demo:
        print("Opened with the demo key that lies in the data folder; real records need --key.")
    elif not with_key:
        print("Without --key every page of a visit's content counts as seen.")
