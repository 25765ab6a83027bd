"""Makes `python -m kiosk` the same as `anteroom`."""

import sys

from kiosk.platform.forgetful import start_forgetful


def main() -> int:
    """Run one command; the kiosk itself forgets what is freed."""
    words = sys.argv[1:]
    if not words or words[0] == "run" or words[0].startswith("-"):
        start_forgetful()
    from kiosk.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
