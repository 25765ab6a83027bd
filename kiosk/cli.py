"""Arguments in, exit codes out: 0 in order, 1 found a problem, 2 bad usage."""

import argparse
import importlib
import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn, cast

from kiosk import __version__
from kiosk.commands.audit_arguments import add_audit
from kiosk.commands.content_arguments import add_content_commands
from kiosk.commands.desk_arguments import (
    add_desk,
    add_keys_protect,
    add_records_stuck,
    add_staff_add,
)
from kiosk.commands.record_arguments import add_record_commands
from kiosk.commands.setup_arguments import add_setup
from kiosk.domain.errors import AnteroomError

PROBLEM, USAGE, INTERRUPTED = 1, 2, 130
DOORS = ("ready", "questions", "no", "random")
INPUTS = ("touch", "keys", "audio")
_SIZE = re.compile(r"([1-9]\d{2,4})x([1-9]\d{2,4})", re.ASCII)
_SMALLEST_SIDE, _LONGEST_SIDE = 240, 16384
_MOST_SESSIONS = 1_000_000
_LARGEST_SEED = 2**63 - 1

Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse gives its type no public name


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        """Print one line and leave with exit code 2."""
        self.exit(USAGE, f"anteroom: {message}. See: {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; without a command, run the kiosk."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # A file name that the terminal cannot show must not end a command.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        words = _with_default(words)
        args = build_parser(words[0]).parse_args(words)
        command = importlib.import_module(f"kiosk.commands.{args.module}")
        code = cast("int", command.run(args))
        if sys.stdout is not None:  # a Windows program without a console has none
            sys.stdout.flush()
    except AnteroomError as error:
        return _say(error)
    except KeyboardInterrupt:
        print("anteroom: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has gone; keep the interpreter from writing to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEM
    return code


def build_parser(only: str = "") -> argparse.ArgumentParser:
    """Return the command line, or just the part for `only`; nothing heavy is imported for it."""
    parser = OneLineParser(
        prog="anteroom",
        description="A patient-education and consent kiosk. Without a command it runs the kiosk.",
        epilog="Example:\n  anteroom run --windowed 1280x800",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"anteroom {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    if only == "run":
        # The kiosk itself starts this way, and nobody waits for the other commands.
        _add_run(commands)
        return parser
    for add in (_add_run, _add_check, _add_content, _add_records, _add_keys, _add_staff):
        add(commands)
    add_setup(partial(_command, commands), _state)
    _add_walk(commands)
    _add_audit(commands)
    _add_bench(commands)
    add_desk(partial(_command, commands))
    return parser


def _with_default(words: list[str]) -> list[str]:
    alone = {"-h", "--help", "--version"}
    if not words or (words[0].startswith("-") and words[0] not in alone):
        return ["run", *words]
    return words


def _say(error: AnteroomError) -> int:
    from kiosk.commands.places import UsageError
    from kiosk.config import ConfigError
    from kiosk.i18n.locales import UnknownLanguageError

    print(f"anteroom: {' '.join(str(error).split())}", file=sys.stderr)
    return USAGE if isinstance(error, UsageError | ConfigError | UnknownLanguageError) else PROBLEM


def _command(
    commands: "Commands[OneLineParser]", name: str, module: str, says: str, example: str
) -> OneLineParser:
    """Add one command; `module` holds its `run(args) -> int`."""
    parser = commands.add_parser(
        name,
        help=says,
        description=says[0].upper() + says[1:] + ".",
        epilog=f"Example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(module=module)
    return parser


def _group(commands: "Commands[OneLineParser]", name: str, says: str) -> "Commands[OneLineParser]":
    parser = commands.add_parser(name, help=says, description=says[0].upper() + says[1:] + ".")
    return parser.add_subparsers(title="commands", metavar="COMMAND", required=True)


def _add_run(commands: "Commands[OneLineParser]") -> None:
    run = _command(
        commands, "run", "run", "run the kiosk", "anteroom run --windowed 1280x800 --lang es"
    )
    run.add_argument("--windowed", type=size, metavar="WxH", help="in a window of this many pixels")
    run.add_argument("--lang", metavar="TAG", help="start in this language")
    _state(run)
    _content(run)


def _add_check(commands: "Commands[OneLineParser]") -> None:
    check = _command(
        commands,
        "check",
        "check",
        "list every condition for real visits; exit 0 only if all are met",
        "anteroom check --report readiness.html",
    )
    check.add_argument(
        "--report", type=Path, metavar="FILE", help="also as a page to print; - shows only that"
    )
    _json(check)
    _state(check)
    _content(check)


def _add_content(commands: "Commands[OneLineParser]") -> None:
    # Here, because it names what the window offers, and the kiosk itself starts without it.
    from kiosk.commands.authoring_arguments import add_authoring_commands

    content = _group(commands, "content", "work on a content pack")
    check = _command(
        content,
        "check",
        "content_check",
        "list the faults of a pack as file:line: what. why. how to mend.; exit 1 on any error",
        "anteroom content check content/ketamine",
    )
    check.add_argument("--on", metavar="DAY", help="judge dates as of this day (default: today)")
    report = _command(
        content,
        "report",
        "content_report",
        "say item by item what of PEMAT-P, IPDAS and the CDC index a program could confirm",
        "anteroom content report content/ketamine",
    )
    for command in (check, report):
        command.add_argument(
            "folder",
            nargs="?",
            type=Path,
            metavar="DIR",
            help="the pack, a folder or a .zip file (default: the one in use)",
        )
        _json(command)
        _config(command)
    add_content_commands(partial(_command, content))
    add_authoring_commands(partial(_command, content), size)


def _add_records(commands: "Commands[OneLineParser]") -> None:
    records = _group(commands, "records", "look after the records")
    verify = _command(
        records,
        "verify",
        "records_verify",
        "walk the chain and name the first bad record; exit 1 if there is one",
        "anteroom records verify --against ABCDE-FGHIJ-KLMNO-PQRST",
    )
    verify.add_argument("--against", metavar="HEAD", help="a check code or SIZE:ROOT noted before")
    listing = _command(
        records,
        "list",
        "records_list",
        "list the newest records: receipt, day and kind, nothing about the person",
        "anteroom records list --limit 20",
    )
    listing.add_argument(
        "--limit", type=whole(1, 10**9), default=50, metavar="N", help="at most this many (50)"
    )
    show = _command(
        records,
        "show",
        "records_show",
        "show the clear part of one record",
        "anteroom records show ACDE-FGHJ",
    )
    show.add_argument("record", metavar="RECORD", help="a receipt number or a record number")
    for command in (verify, listing, show):
        _json(command)
        _state(command)
    _store(verify)
    _add_records_open(records)
    add_record_commands(partial(_command, records))
    add_records_stuck(partial(_command, records))


def _add_records_open(records: "Commands[OneLineParser]") -> None:
    opening = _command(
        records,
        "open",
        "records_open",
        "unseal records at the back office, one line of JSON each",
        "anteroom records open backup/records.db --key clinic.key",
    )
    opening.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="a private recipient key"
    )
    opening.add_argument(
        "--number", type=whole(0, 10**15), metavar="N", help="only the record of this number"
    )
    _state(opening)
    _store(opening)


def _add_keys(commands: "Commands[OneLineParser]") -> None:
    keys = _group(commands, "keys", "make keys to seal records to, and to approve content with")
    new = _command(
        keys,
        "new",
        "keys_new",
        "make a key pair for the back office: NAME.key and NAME.pub",
        "anteroom keys new clinic",
    )
    new.add_argument("name", type=Path, metavar="NAME", help="path of the two files, no ending")
    new.add_argument(
        "--no-passphrase", action="store_true", help="leave the private key unprotected"
    )
    approver = _command(
        keys,
        "approver",
        "keys_approver",
        "make a key pair to approve content with, in the form of minisign",
        "anteroom keys approver ann-lee",
    )
    approver.add_argument("name", type=Path, metavar="NAME", help="path of the files, no ending")
    _json(approver)
    add_keys_protect(partial(_command, keys))


def _add_staff(commands: "Commands[OneLineParser]") -> None:
    staff = _group(commands, "staff", "manage staff access")
    pin = _command(
        staff,
        "set-pin",
        "staff_set_pin",
        "set the staff PIN, asked for twice, or one line from standard input",
        "anteroom staff set-pin --data /var/lib/anteroom",
    )
    roles = ("reception", "clinician", "admin")
    pin.add_argument("--role", choices=roles, default="admin", help="whose PIN (default: admin)")
    _state(pin)
    add_staff_add(partial(_command, staff))


def _add_walk(commands: "Commands[OneLineParser]") -> None:
    walk = _command(
        commands,
        "walk",
        "walk",
        "drive the real window through whole visits",
        "anteroom walk --sessions 3 --door no --shots shots",
    )
    walk.add_argument("--sessions", type=whole(1, _MOST_SESSIONS), default=1, metavar="N")
    walk.add_argument(
        "--seed", type=whole(0, _LARGEST_SEED), default=0, metavar="S", help="same seed, same walk"
    )
    walk.add_argument("--door", choices=DOORS, default="random", help="the choice at the end")
    walk.add_argument("--input", choices=INPUTS, default="touch", help="how the kiosk is worked")
    walk.add_argument(
        "--shots", type=Path, metavar="DIR", help="save a picture of each screen here, once"
    )
    walk.add_argument(
        "--monkey", type=whole(1, 10**6), metavar="SECONDS", help="play at random for so long"
    )
    walk.add_argument("--size", type=size, metavar="WxH", help="window size in pixels")
    walk.add_argument(
        "--lang", metavar="TAG", help="in this language; en-XA and ar-XB are made up to find faults"
    )
    _json(walk)
    _state(walk, "default: a folder that is thrown away")
    _content(walk)


def _add_audit(commands: "Commands[OneLineParser]") -> None:
    audit = cast("OneLineParser", add_audit(partial(_command, commands)))
    _json(audit)
    _config(audit)
    _content(audit)


def _add_bench(commands: "Commands[OneLineParser]") -> None:
    bench = _command(
        commands,
        "bench",
        "bench",
        "measure start, memory, latency and saving beside their targets",
        "anteroom bench --quick --json",
    )
    amount = bench.add_mutually_exclusive_group()
    amount.add_argument(
        "--quick", action="store_true", help="few runs: a check, no figures to keep, none judged"
    )
    amount.add_argument("--full", action="store_true", help="2,000 visits for growth (an hour)")
    _json(bench)


def _config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings file")


def _state(parser: argparse.ArgumentParser, data: str = "default: from the settings") -> None:
    _config(parser)
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help=f"folder of records and keys ({data})"
    )


def _content(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, metavar="DIR", help="folder of the content pack")


def _store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "store", nargs="?", type=Path, metavar="STORE", help="a data folder or its records.db"
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for a monitor")


def size(text: str) -> tuple[int, int]:
    """Return a window size from WIDTHxHEIGHT in pixels."""
    found = _SIZE.fullmatch(text)
    sides = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(_SMALLEST_SIDE <= side <= _LONGEST_SIDE for side in sides):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a size; write WIDTHxHEIGHT in pixels, such as 1280x800"
        )
    return sides


def whole(low: int, high: int) -> Callable[[str], int]:
    """Return a converter of arguments to whole numbers between two bounds, both included."""

    def convert(text: str) -> int:
        # Twenty digits hold every bound; longer text would only cost time to convert.
        value = int(text) if re.fullmatch(r"[0-9]{1,20}", text) else -1
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(
                f"{text[:30]!r} is not a whole number from {low} to {high}"
            )
        return value

    return convert
