"""anteroom records new-epoch: close a store as it is and begin an empty one that names it."""

import json
import os
from argparse import Namespace
from datetime import datetime

from kiosk import __version__
from kiosk.commands.places import data_place
from kiosk.config import load_config
from kiosk.records.epoch import begin_epoch
from kiosk.records.keys import load_device_key
from kiosk.records.provision import Sources
from kiosk.staff.record_reader import require_store


def run(args: Namespace) -> int:
    """Close the store, begin the next and say where the old one lies."""
    data, config = data_place(args), load_config(args.config)
    require_store(data)
    made = begin_epoch(
        data,
        mode=config.mode,
        app_version=__version__,
        sources=Sources(_local_time, _unknown, os.urandom),
        new_key=args.new_key,
    )
    kiosk = load_device_key(data).kiosk
    if args.json:
        shown = {"epoch": made.number, "kiosk": kiosk, "closed": str(made.closed)}
        print(json.dumps(shown, indent=2))
    else:
        print(f"epoch       {made.number}")
        print(f"kiosk       {kiosk}")
        print(f"The closed store lies in {made.closed}; keep it with its last check code.")
    return 0


def _local_time() -> datetime:
    return datetime.now().astimezone()


def _unknown() -> bool | None:
    return None
