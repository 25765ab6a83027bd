"""anteroom content review-language: write down who reviewed a language of a pack."""

from argparse import Namespace
from datetime import date

from kiosk.commands.places import UsageError, pack_folder
from kiosk.commands.rewritten import rewrite
from kiosk.platform.clock import SystemClock


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
        words_of_option(args.name, "--name"),
        words_of_option(args.qualification, "--qualification"),
        _day(args.date),
        known[args.lang].words,
        interface_digest(args.lang),
    )
    path = folder / "pack.toml"
    rewrite(path, with_review(path.read_text(encoding="utf-8"), args.lang, review))
    print(f"{path}: {args.lang} was reviewed by {review.reviewer}, {review.qualification}")
    print(
        "This stands for every word of the language as it is now, on the pages and on the kiosk's "
        "own buttons. A later edit voids it. Approvals must be given again."
    )
    return 0


def words_of_option(text: str, option: str) -> str:
    """The words of an option that names a person; raises UsageError."""
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
