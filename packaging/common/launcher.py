"""Starts the Anteroom that lies in the folder app/ beside this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "app"))

from kiosk.__main__ import main  # found only now

if __name__ == "__main__":
    sys.exit(main())
