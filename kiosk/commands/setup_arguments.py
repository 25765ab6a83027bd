"""The arguments of the first set-up of a kiosk."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

Add = Callable[[str, str, str, str], ArgumentParser]


def add_setup(add: Add, state: Callable[[ArgumentParser], None]) -> None:
    """Add the command `setup`; `state` adds the places of settings and data."""
    setup = add(
        "setup",
        "setup",
        "set a kiosk up: settings, staff PIN, keys and record store; asks where it can",
        "anteroom setup --region US --recipient clinic.pub --pin-file pin.txt --screen-mm 396",
    )
    setup.add_argument(
        "--answers", type=Path, metavar="FILE", help="these answers from a TOML file"
    )
    setup.add_argument("--mode", help="demo or production (production)")
    setup.add_argument("--region", metavar="XX", help="country of the crisis numbers, such as US")
    setup.add_argument("--language", metavar="TAG", help="the language each visit starts in")
    setup.add_argument("--screen-mm", metavar="MM", help="diagonal of the visible glass")
    setup.add_argument("--clinic-name", metavar="TEXT", help="shown on the first page")
    setup.add_argument("--help-text", metavar="TEXT", help="shown to a person who asks for help")
    setup.add_argument(
        "--approver", action="append", metavar="TEXT", help='"NAME; ROLE; KEY"; may be repeated'
    )
    setup.add_argument(
        "--recipient",
        action="append",
        type=Path,
        metavar="FILE",
        help="a public key records are sealed to (anteroom keys new); may be repeated",
    )
    setup.add_argument(
        "--pin-file", type=Path, metavar="FILE", help="a file whose first line is the staff PIN"
    )
    setup.add_argument("--printer", metavar="NAME", help="the print queue for patients' copies")
    setup.add_argument(
        "--no-questions", action="store_true", help="ask nothing, even on a terminal"
    )
    state(setup)
