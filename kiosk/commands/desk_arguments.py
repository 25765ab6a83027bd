"""The arguments of the desk and of what belongs to it."""

from argparse import ArgumentParser
from pathlib import Path

from kiosk.commands.record_arguments import Add

# Named here as well as in kiosk.staff.desk.people, so that help costs no import of the records.
ROLES = ("reception", "clinician", "admin")


def add_desk(add: Add) -> None:
    """Add the desk."""
    desk = add(
        "desk",
        "desk",
        "the window for reception and clinicians: find, hand off, co-sign, reprint, see all kiosks",
        "anteroom desk --data /media/usb/anteroom --key clinic.key",
    )
    _config(desk)
    desk.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="a kiosk's data folder, a backup, or a folder of backups (default: the settings')",
    )
    desk.add_argument("--key", type=Path, metavar="FILE", help="the clinic's private key")
    _desk(desk)
    desk.add_argument(
        "--board",
        type=Path,
        metavar="DIR",
        help="show the board of all kiosks in this folder; needs no key and no records "
        "(default: help.board_folder)",
    )
    desk.add_argument("--lang", metavar="TAG", help="language (default: the system's)")
    desk.add_argument("--content", type=Path, metavar="DIR", help="folder of the content in use")


def add_staff_add(add: Add) -> None:
    """Add the command that makes a person of the desk."""
    person = add(
        "add",
        "staff_add",
        "let somebody sign at the desk; their PIN is asked for twice, or piped in as one line",
        "anteroom staff add AL --name 'Ann Lee' --role clinician",
    )
    person.add_argument("initials", metavar="INITIALS", help="what stands in the record")
    person.add_argument("--name", required=True, metavar="NAME", help="their name, for the desk")
    person.add_argument("--role", required=True, choices=ROLES, help="what they may do")
    _desk(person)


def add_keys_protect(add: Add) -> None:
    """Add the command that gives a key a passphrase."""
    protect = add(
        "protect",
        "keys_protect",
        "give a private recipient key that has no passphrase one",
        "anteroom keys protect clinic.key",
    )
    protect.add_argument("key", type=Path, metavar="FILE", help="the private key")


def add_records_stuck(add: Add) -> None:
    """Add the command that counts where people got stuck."""
    stuck = add(
        "stuck",
        "records_stuck",
        "count where people got stuck, by page, idea, language and day; nobody can be found in it",
        "anteroom records stuck --key clinic.key --csv stuck.csv",
    )
    stuck.add_argument("--key", type=Path, metavar="FILE", help="a private recipient key")
    stuck.add_argument("--csv", type=Path, metavar="FILE", help="write a new CSV file")
    _config(stuck)
    stuck.add_argument("--data", type=Path, metavar="DIR", help="folder of records and keys")
    stuck.add_argument("--json", action="store_true", help="print JSON for a monitor")
    stuck.add_argument(
        "store", nargs="?", type=Path, metavar="STORE", help="a data folder or its records.db"
    )


def _config(parser: ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings file")


def _desk(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--desk", type=Path, metavar="DIR", help="the desk's own folder: people, and what they sign"
    )
