"""anteroom desk: the window for reception and clinicians."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from kiosk.commands.options import DeskOptions
from kiosk.commands.places import UsageError, not_a_file, places
from kiosk.commands.window import window_part
from kiosk.i18n.locales import locale_for
from kiosk.platform import paths
from kiosk.platform.display import require_display
from kiosk.records.database import DATABASE


def run(args: Namespace) -> int:
    """Open the window and stay until it is closed."""
    given, args.data = args.data, None
    if given is not None and not given.exists():
        raise UsageError(f"{given}: there is no such file or folder; check the name")
    if args.key is not None:
        _require_readable(args.key)
    found = places(args)
    board = args.board or found.config.help.board_folder
    usual = found.data if (found.data / DATABASE).is_file() else None
    options = DeskOptions(
        config=found.config,
        content=found.content,
        desk=not_a_file(args.desk or paths.desk_folder(), "desk's folder"),
        place=given or usual,
        key=args.key,
        language=locale_for(args.lang).tag if args.lang else None,
        board=board,
        board_first=args.board is not None or (board is not None and not (given or usual)),
    )
    require_display(os.environ, sys.platform)
    with window_part():
        from kiosk.desking import main
    return main(options)


def _require_readable(key: Path) -> None:
    """Raise UsageError for a key that is not there, before a window asks for its passphrase."""
    try:
        with key.open("rb"):
            return
    except OSError as error:
        raise UsageError(
            f"{key}: the key cannot be read ({error.strerror}); check the name"
        ) from error
