"""anteroom content preview: the kiosk on a pack that is being written."""

import os
import sys
from argparse import Namespace

from kiosk.commands.options import PreviewOptions
from kiosk.commands.places import pack_folder
from kiosk.commands.window import window_part
from kiosk.config import load_config
from kiosk.i18n.locales import locale_for
from kiosk.platform.display import require_display


def run(args: Namespace) -> int:
    """Open the window and stay until it is closed."""
    config = load_config(args.config)
    options = PreviewOptions(
        config=config,
        content=pack_folder(args.folder or config.content_dir),
        device=args.device,
        size=args.size,
        theme=args.theme,
        language=None if args.lang is None else locale_for(args.lang).tag,
        page=args.page,
        windowed=args.windowed,
    )
    require_display(os.environ, sys.platform)
    with window_part():
        from kiosk.previewing import main
    return main(options)
