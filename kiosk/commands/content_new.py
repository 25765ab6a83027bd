"""anteroom content new: an empty pack for another treatment."""

from argparse import Namespace
from datetime import date

from kiosk.commands.places import UsageError, not_a_file
from kiosk.content.starter import NewPackError, new_pack
from kiosk.i18n.locales import locale_for


def run(args: Namespace) -> int:
    """Write the pack and say what to do next; nothing that exists is ever written over."""
    folder = not_a_file(args.folder, "folder of the new pack")
    locales = [locale_for(tag) for tag in dict.fromkeys(args.lang or ["en"])]
    invented = [one.tag for one in locales if one.pseudo]
    if invented:
        raise UsageError(f"{invented[0]} is a language for tests; a pack cannot be written in it")
    try:
        files = new_pack(
            folder,
            name=args.id,
            title=args.title,
            languages={one.tag: one.name for one in locales},
            today=date.today(),  # noqa: DTZ011  # the day on the author's own calendar
        )
    except NewPackError as error:
        raise UsageError(str(error)) from error
    for file in files:
        print(folder / file)
    print(f"Next: read {folder / 'README.md'}, then: anteroom content preview {folder}")
    return 0
