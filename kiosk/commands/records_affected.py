"""anteroom records affected: visits whose content has changed since."""

import hashlib
import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from kiosk.commands.opener import opener_for
from kiosk.commands.places import pack_folder
from kiosk.commands.progress import progress_bar
from kiosk.commands.records_verify import store_of
from kiosk.config import load_config
from kiosk.content.blocks import Check, Lesson, Pack
from kiosk.content.pack import load_pack
from kiosk.records.export.entries import verified
from kiosk.records.needs_look import Affected, PackState, PageState, affected, question


def run(args: Namespace) -> int:
    """List each visit with the pages that differ; exit code 1 when there are any."""
    now = pack_folder(args.content or load_config(args.config).content_dir)
    before = [pack_folder(folder) for folder in args.before]
    store = store_of(args)
    opener, is_demo = opener_for(args, store)
    packs = [_state(folder) for folder in (now, *before)]
    with progress_bar("verifying and comparing records") as progress:
        source = verified(store, opener, progress)
        found = affected(source.entries(), packs[0], packs[1:])
    if args.json:
        shown = {"pack": packs[0].id, "version": packs[0].version, "sha256": packs[0].sha256}
        print(json.dumps({**shown, "affected": [asdict(one) for one in found]}, indent=2))
    else:
        _print(found, packs[0], with_key=opener is not None, is_demo=is_demo)
    return 1 if found else 0


def _print(found: list[Affected], now: PackState, *, with_key: bool, is_demo: bool) -> None:
    for one in found:
        print(f"{one.receipt}  {one.day}  saw {one.pack_version} ({one.language})")
        for line in one.changed or (one.note,):
            print(f"    {line}")
    print(f"{len(found)} visits need another look at {now.id} {now.version}.")
    if is_demo:
        print("Opened with the demo key that lies in the data folder; real records need --key.")
    elif not with_key:
        print("Without --key every page of a visit's content counts as seen.")


def _state(folder: Path) -> PackState:
    pack = load_pack(folder)
    pages = {tag: dict(_pages(lesson, pack)) for tag, lesson in pack.lessons.items()}
    return PackState(pack.info.id, pack.info.version, pack.info.digest, pages)


def _pages(lesson: Lesson, pack: Pack) -> Iterator[tuple[str, PageState]]:
    for chapter in lesson.chapters:
        for page in chapter.pages:
            yield page.id, PageState(page.sha256, _stated(page.claims, pack))
    for check in lesson.checks:
        yield question(check.id), PageState(_digest(check), _stated(check.claims, pack))


def _stated(claims: Iterable[str], pack: Pack) -> dict[str, str]:
    return {one: pack.evidence[one].statement for one in claims if one in pack.evidence}


def _digest(check: Check) -> str:
    choices = [f"{choice.right} {choice.text}" for choice in check.choices]
    return hashlib.sha256("\n".join([check.question, *choices]).encode()).hexdigest()
