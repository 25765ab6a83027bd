"""anteroom walk: whole visits driven through the real window."""

from argparse import Namespace

from kiosk.commands.options import WalkOptions
from kiosk.commands.places import not_a_file, pack_folder
from kiosk.commands.window import window_part
from kiosk.config import load_config


def run(args: Namespace) -> int:
    """Walk, and return what the walk found."""
    config = load_config(args.config)
    options = WalkOptions(
        config=config,
        data=None if args.data is None else not_a_file(args.data, "data folder"),
        content=pack_folder(args.content or config.content_dir),
        sessions=args.sessions,
        seed=args.seed,
        door=args.door,
        input=args.input,
        shots=None if args.shots is None else not_a_file(args.shots, "folder for pictures"),
        size=args.size,
        json=args.json,
    )
    with window_part():
        from kiosk.ui.walk import main
    return main(options)
