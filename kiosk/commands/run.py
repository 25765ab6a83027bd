"""anteroom run: the kiosk itself."""

import os
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from kiosk import __version__
from kiosk.commands.options import RunOptions
from kiosk.commands.places import pack_folder, places
from kiosk.commands.window import window_part
from kiosk.i18n.locales import locale_for
from kiosk.platform.display import require_display
from kiosk.platform.paths import cache_folder
from kiosk.platform.picture_file import changed_at, picture_file


def run(args: Namespace) -> int:
    """Open the window and stay until it is closed."""
    here = places(args)
    options = RunOptions(
        config=here.config,
        data=here.data,
        content=pack_folder(here.content),
        windowed=args.windowed,
        language=None if args.lang is None else locale_for(args.lang).tag,
    )
    require_display(os.environ, sys.platform)
    if options.windowed is None:
        options = replace(options, picture=_picture(options))
    if options.picture is None or not options.picture.is_file():
        with window_part():
            from kiosk.app import main
        return main(options)
    return _with_picture(options, options.picture)


def _picture(options: RunOptions) -> Path:
    config = options.config
    changes = (changed_at(config.source), changed_at(options.content / "pack.toml"))
    return picture_file(
        cache_folder(), __version__, options.data, options.content, options.language, changes
    )


def _with_picture(options: RunOptions, picture: Path) -> int:
    """Show how Welcome looked last time, then load the kiosk behind it."""
    from kiosk.records.lock import require_alone

    require_alone(options.data)
    with window_part():
        from kiosk.ui.first_picture import FirstPicture

        first = FirstPicture(picture)
        from kiosk.app import main
    return main(options, first)
