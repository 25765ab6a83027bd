"""anteroom content review-language: write down who reviewed a language of a pack."""

import contextlib
import os
import shutil
import tomllib
from argparse import Namespace
from datetime import date
from pathlib import Path

from kiosk.commands.places import UsageError, pack_folder
from kiosk.domain.errors import AnteroomError
from kiosk.platform.clock import SystemClock


class NotWrittenError(AnteroomError):
    """The record of a review cannot be put into pack.toml."""


def run(args: Namespace) -> int:
    """Record a review of the words as they are now; every later edit of them voids it."""
    from kiosk.content.pack import load_pack
    from kiosk.content.reviews import Review, with_review
    from kiosk.i18n.catalogue import interface_digest

    folder = pack_folder(args.folder)
    known = {one.tag: one for one in load_pack(folder).info.languages}
    if args.lang not in known:
        raise UsageError(f"the pack has no language {args.lang!r}, only {', '.join(known)}")
    review = Review(
        _words(args.name, "--name"),
        _words(args.qualification, "--qualification"),
        _day(args.date),
        known[args.lang].words,
        interface_digest(args.lang),
    )
    path = folder / "pack.toml"
    _replace(path, with_review(path.read_text(encoding="utf-8"), args.lang, review))
    print(f"{path}: {args.lang} was reviewed by {review.reviewer}, {review.qualification}")
    print(
        "This stands for every word of the language as it is now, on the pages and on the kiosk's "
        "own buttons. A later edit voids it. Approvals must be given again."
    )
    return 0


def _words(text: str, option: str) -> str:
    from kiosk.content.plain_text import text_fault

    words = " ".join(text.split())
    if not any(letter.isalpha() for letter in words):
        raise UsageError(f"{option} must be words, such as a name")
    fault = text_fault(words)
    if fault:
        raise UsageError(f"{option}: {fault}")
    return words


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--date {text!r} is not a date such as 2026-11-21") from error
    if day.isoformat() > SystemClock().utc()[:10]:
        raise UsageError(f"--date {text} has not come yet; give the day the review was done")
    return day.isoformat()


def _replace(path: Path, text: str) -> None:
    """Put a new pack.toml in place of the old, whole or not at all."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        tomllib.loads(text)
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(path, draft)
        draft.replace(path)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise NotWrittenError(f"{path}: the review cannot be written ({error})") from error
