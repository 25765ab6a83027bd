"""anteroom content rollback: the pack before into use again."""

from argparse import Namespace

from kiosk.commands.content_install import noting, said_by, tell
from kiosk.commands.places import data_place
from kiosk.config import load_config
from kiosk.staff.content_install import roll_back


def run(args: Namespace) -> int:
    """Name the pack before as the one in use, and write a record of it."""
    config, data = load_config(args.config), data_place(args)
    said = said_by(args.staff, args.reason)
    done = roll_back(data, noting(data, config, said))
    tell(done, config, as_json=args.json)
    return 0
