"""Make docs/kiosk.png, the picture in the README, by walking through the real window.

A maintainer runs this by hand when the look changes:

    python packaging/make_picture.py
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "kiosk.png"
# How the medicine works, drawn: the page that tells most about the kiosk at one look.
PAGE = "page-medicine-0"
SIZE = "1600x900"
# A visitor may choose other letters, and then no picture is taken; the next one is asked.
SEEDS = range(1, 9)


def main() -> int:
    """Write the picture; exit code 1 when no walk came by the page."""
    parser = argparse.ArgumentParser(description="Make the picture in the README.")
    parser.add_argument("--page", default=PAGE, metavar="NAME", help=f"which page ({PAGE})")
    parser.add_argument("--to", type=Path, default=PICTURE, metavar="FILE", help="where to")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for seed in SEEDS:
            found = shot(Path(folder) / str(seed), seed, args.page)
            if found is not None:
                shutil.copyfile(found, args.to)
                print(f"{args.to}: {args.page} at {SIZE}")
                return 0
    print(f"make_picture: no walk came by {args.page}; see the names in --shots", file=sys.stderr)
    return 1


def shot(folder: Path, seed: int, page: str) -> Path | None:
    """Walk once and return the picture of a page, None when the walk did not come by."""
    command = [sys.executable, "-m", "kiosk", "walk", "--seed", str(seed), "--size", SIZE]
    # What the walk thinks of other pages is for the tests, not for the picture.
    subprocess.run([*command, "--shots", str(folder)], cwd=ROOT, check=False)
    return next(folder.glob(f"*-{page}.png"), None)


if __name__ == "__main__":
    sys.exit(main())
