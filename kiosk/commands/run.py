"""anteroom run: the kiosk itself."""

import logging
import os
import sys
from argparse import Namespace

from kiosk.commands.places import pack_folder, places
from kiosk.commands.run_options import RunOptions
from kiosk.commands.window import window_part
from kiosk.domain.errors import AnteroomError
from kiosk.i18n.locales import locale_for
from kiosk.platform.display import has_display, require_display
from kiosk.platform.lockdown import shed

LOG = logging.getLogger("anteroom")
# Set by the locked session, where nobody sees what a program says on standard error.
SESSION = "ANTEROOM_SESSION"


def run(args: Namespace) -> int:
    """Open the window and stay until it is closed."""
    try:
        return _run(args)
    except AnteroomError as error:
        if os.environ.get(SESSION) != "locked" or not has_display(os.environ, sys.platform):
            raise
        reason = " ".join(str(error).split())
        # To the log at once: the page stays for a while.
        print(f"anteroom: {reason}", file=sys.stderr, flush=True)
        with window_part():
            from kiosk.app import stopped
        stopped(reason)
        return 1


def _run(args: Namespace) -> int:
    here = places(args)
    options = RunOptions(
        config=here.config,
        data=here.data,
        content=pack_folder(here.content),
        windowed=args.windowed,
        language=None if args.lang is None else locale_for(args.lang).tag,
    )
    if args.windowed is None and (foreign := shed(os.environ)):
        LOG.warning("not heeded in the environment: %s", ", ".join(foreign))
    require_display(os.environ, sys.platform)
    with window_part():
        from kiosk.app import main
    return main(options)
