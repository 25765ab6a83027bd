"""anteroom content vouch: a person says that a text and its claim say the same."""

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kiosk.commands.content_review_language import words_of_option
from kiosk.commands.places import UsageError, pack_folder
from kiosk.commands.rewritten import rewrite
from kiosk.platform.clock import SystemClock

if TYPE_CHECKING:
    from kiosk.content.vouched import Apart

_ASKED = "Does it say what the claim says, no more and no less? [y]es, [n]o, [q]uit: "


def run(args: Namespace) -> int:
    """Show each text beside its claims and write down every yes; exit 1 when some are left."""
    from kiosk.content.check import examine

    if bool(args.name) != bool(args.role):
        raise UsageError("--name and --role are given together, or neither, to list the texts")
    folder = pack_folder(args.folder)
    checked = examine(folder)
    path = folder / "evidence.toml"
    if args.name:
        by = f"{words_of_option(args.name, '--name')}, {words_of_option(args.role, '--role')}"
        said = list(_agreed(checked.unvouched))
        if said:
            rewrite(path, path.read_text(encoding="utf-8") + "".join(_entries(said, by)))
        print(f"{path}: written down: {len(said)}, by {by}")
    else:
        said = []
        for one in checked.unvouched:
            print("\n".join(_shown(one)))
    left = len(checked.unvouched) - len(said)
    print(f"texts in other words than their claims that nobody has compared: {left}")
    return 1 if left else 0


def _shown(one: "Apart") -> Iterator[str]:
    yield f"\n{one.one.stem}.md:{one.one.line}"
    yield f"  patients read:  {one.one.text}"
    for claim in one.claims:
        yield f"  {claim.id} says: {claim.statement}"


def _agreed(texts: Iterable["Apart"]) -> Iterator["Apart"]:
    """Ask about one text after the other; what is answered so far counts when somebody quits."""
    for one in texts:
        print("\n".join(_shown(one)))
        try:
            answer = input(_ASKED).strip().casefold()[:1]
        except EOFError:
            return
        if answer == "q":
            return
        if answer == "y":
            yield one


def _entries(said: list["Apart"], by: str) -> Iterator[str]:
    today = SystemClock().utc()[:10]
    for one in said:
        text, name = (json.dumps(words, ensure_ascii=False) for words in (one.one.text, by))
        yield f'\n[[vouched]]\ntext = {text}\nby = {name}\non = {today}\nseal = "{one.seal}"\n'
