"""anteroom bench: the figures of the kiosk beside their targets."""

import importlib
import importlib.util
import sys
from argparse import Namespace
from pathlib import Path
from typing import cast

import kiosk
from kiosk.commands.window import window_part
from kiosk.domain.errors import AnteroomError

ROOT = Path(kiosk.__file__).resolve().parents[1]


class NoBenchmarksError(AnteroomError):
    """The benchmarks do not ship with an installed kiosk."""


def run(args: Namespace) -> int:
    """Measure and print; raises NoBenchmarksError outside a source tree."""
    if not (ROOT / "benchmarks" / "figures.py").is_file():
        raise NoBenchmarksError(
            "bench runs from a source tree, and this is an installed kiosk. "
            "Get the source and run: python3 -m kiosk bench"
        )
    if importlib.util.find_spec("PySide6") is None:
        with window_part():
            importlib.import_module("PySide6")
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    figures = importlib.import_module("benchmarks.figures")
    return cast("int", figures.main(quick=args.quick, as_json=args.json, full=args.full))
