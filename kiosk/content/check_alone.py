"""The content check as a program of its own, for who must not wait while it works.

python -m kiosk.content.check_alone DIR
"""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from kiosk.content.check import check_pack

_GIVE_WAY = 10


def main(folder: str) -> None:
    """Print the problems of a pack as JSON, giving way to all other work of the machine."""
    if hasattr(os, "nice"):
        os.nice(_GIVE_WAY)
    found = [asdict(one) for one in check_pack(Path(folder))]
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
