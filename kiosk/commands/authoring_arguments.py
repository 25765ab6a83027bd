"""The arguments of the commands that write content: preview, new, audio, reviews."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

from kiosk.commands.record_arguments import Add
from kiosk.ui.preview.devices import SCREENS
from kiosk.ui.theme.metrics import SIZES
from kiosk.ui.theme.palette import PALETTES


def add_authoring_commands(add: Add, size: Callable[[str], tuple[int, int]]) -> None:
    """Add the commands to the group; `size` reads WIDTHxHEIGHT."""
    for one in (_preview(add, size), _audio(add)):
        one.add_argument("--config", type=Path, metavar="FILE", help="settings file")
        one.add_argument(
            "folder", nargs="?", type=Path, metavar="DIR", help="the pack (default: the one in use)"
        )
    _new(add)
    _review(add)
    _vouch(add)


def _preview(add: Add, size: Callable[[str], tuple[int, int]]) -> ArgumentParser:
    preview = add(
        "preview",
        "content_preview",
        "show a pack as patients see it, changing as you save, with its faults beside it",
        "anteroom content preview content/ketamine --device 10tab --size XL",
    )
    preview.add_argument(
        "--windowed", type=size, metavar="WxH", help="room for the page, in pixels of your screen"
    )
    preview.add_argument(
        "--device", choices=tuple(SCREENS), default="15land", help="whose screen to show"
    )
    preview.add_argument("--size", choices=SIZES, default="M", help="text size")
    preview.add_argument("--theme", choices=tuple(PALETTES), default="light", help="colours")
    preview.add_argument("--lang", metavar="TAG", help="language (default: the pack's first)")
    preview.add_argument("--page", default="", metavar="NAME", help="start on this page")
    return preview


def _audio(add: Add) -> ArgumentParser:
    audio = add(
        "audio",
        "content_audio",
        "record a pack's sentences with any speech program; only those without a recording",
        "anteroom content audio my-pack --lang en --command 'espeak-ng -s 118 -v en -w {out}'",
    )
    audio.add_argument("--lang", required=True, metavar="TAG", help="the language to record")
    audio.add_argument(
        "--command",
        metavar="COMMAND",
        help="reads words on standard input, or in the file {text}, and writes the file {out}; "
        "without it, only say what is missing",
    )
    audio.add_argument("--voice", metavar="NAME", help="whose voice it is (default: the command)")
    audio.add_argument("--again", action="store_true", help="record every sentence anew")
    audio.add_argument(
        "--prune", action="store_true", help="delete recordings that no sentence needs"
    )
    return audio


def _new(add: Add) -> None:
    new = add(
        "new",
        "content_new",
        "make a pack for another treatment, with examples to write over",
        'anteroom content new my-pack --id my-pack --title "My treatment" --lang en --lang es',
    )
    new.add_argument("folder", type=Path, metavar="DIR", help="the new folder")
    new.add_argument("--id", required=True, metavar="ID", help="small letters, digits and -")
    new.add_argument("--title", required=True, type=_title, metavar="WORDS", help="its subject")
    new.add_argument(
        "--lang", action="append", metavar="TAG", help="a language, again for each (default: en)"
    )


def _title(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise ArgumentTypeError("the title is empty")
    return words


def _review(add: Add) -> None:
    review = add(
        "review-language",
        "content_review_language",
        "record who reviewed a language; any later edit of its words voids that",
        "anteroom content review-language content/ketamine --lang es --name Ruiz "
        "--qualification translator --date 2026-11-21",
    )
    review.add_argument("folder", type=Path, metavar="DIR", help="the pack")
    for option, metavar, says in (
        ("--lang", "TAG", "the language that was read in full"),
        ("--name", "N", "the reviewer's name"),
        ("--qualification", "Q", "what qualifies the reviewer"),
        ("--date", "D", "the day of the review, such as 2026-11-21"),
    ):
        review.add_argument(option, required=True, metavar=metavar, help=says)


def _vouch(add: Add) -> None:
    vouch = add(
        "vouch",
        "content_vouch",
        "lay each text in other words beside its claim, and record that both say the same",
        'anteroom content vouch content/ketamine --name "Ann Lee" --role nurse',
    )
    vouch.add_argument("folder", type=Path, metavar="DIR", help="the pack")
    vouch.add_argument("--name", metavar="NAME", help="who compares; without it, only list them")
    vouch.add_argument("--role", metavar="ROLE", help="what they are")
