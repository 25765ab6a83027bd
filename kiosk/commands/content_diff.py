"""anteroom content diff: what changed between two packs, in plain words."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kiosk.commands.places import pack_place
from kiosk.content.blocks import Pack, PackInfo
from kiosk.content.change import Change

if TYPE_CHECKING:
    from kiosk.content.vouched import Apart


def run(args: Namespace) -> int:
    """Print every difference by page and claim; exit code 0 whether or not there are any."""
    old, new = pack_place(args.old), pack_place(args.new)
    from kiosk.content.compare import compare
    from kiosk.content.edition import load_edition

    before, after = load_edition(old), load_edition(new)
    changes = compare(before, after)
    apart = _newly_apart(before.pack, after.pack)
    if args.json:
        found = {"old": _facts(before.pack.info), "new": _facts(after.pack.info)}
        told_of = [{"text": one.one.text, "claims": [c.id for c in one.claims]} for one in apart]
        listed = [asdict(one) for one in changes]
        print(json.dumps({**found, "changes": listed, "other_words": told_of}, indent=2))
        return 0
    print(f"from {_named(before.pack.info)}")
    print(f"to   {_named(after.pack.info)}")
    for line in told(changes):
        print(line)
    for line in _to_compare(apart):
        print(line)
    return 0


def _newly_apart(old: Pack, new: Pack) -> list["Apart"]:
    """The texts in other words than their claims that the old pack did not have so."""
    from kiosk.content.vouched import apart

    known = {one.seal for one in apart(old, old.info.checks)}
    return [one for one in apart(new, new.info.checks) if one.seal not in known]


def _to_compare(texts: list["Apart"]) -> Iterator[str]:
    if texts:
        yield "\nIn other words than their claims; read the two side by side:"
    for one in texts:
        yield f"  - {one.one.text}"
        yield from (f"      {claim.id} says: {claim.statement}" for claim in one.claims)


def told(changes: Sequence[Change]) -> Iterator[str]:
    """Yield what changed as lines for people, each page under its own heading."""
    heading = ""
    for one in changes:
        if _place(one) != heading:
            heading = _place(one)
            yield ""
            yield heading
        yield f"  - {one.said}"
        # The page says that a claim changed; how it changed stands once, under the whole pack.
        if one.kind == "claim" and one.page:
            continue
        if one.old:
            yield f"      was: {one.old}"
        if one.new:
            yield f"      now: {one.new}"
        if one.claims and one.page:
            yield f"      rests on: {', '.join(one.claims)}"
    pages = {(one.language, one.page) for one in changes if one.page}
    yield ""
    yield (
        f"{len(changes)} changes; pages and questions touched: {len(pages)}"
        if changes
        else "Nothing changed: the two packs are the same, byte for byte."
    )


def _place(change: Change) -> str:
    if not change.language:
        return "The whole pack"
    if not change.page:
        return f"{change.language}/{change.chapter or 'around the pages'}"
    chapter = f"{change.chapter}, " if change.chapter else ""
    return f"{change.language}/{chapter}{change.page}: {change.title}"


def _named(info: PackInfo) -> str:
    return f"{info.id} {info.version}, {info.digest[:12]}"


def _facts(info: PackInfo) -> dict[str, str]:
    return {"id": info.id, "version": info.version, "sha256": info.digest}
