"""The arguments of the audit."""

import argparse
from collections.abc import Callable
from pathlib import Path

_MOST_JOBS = 256
Add = Callable[[str, str, str, str], argparse.ArgumentParser]


def add_audit(add: Add) -> argparse.ArgumentParser:
    """Add the audit and return it for what all commands have."""
    audit = add(
        "audit",
        "audit",
        "measure every page against the acceptance rows; exit 1 on any fault",
        "anteroom audit --full --shots sheets",
    )
    audit.add_argument(
        "--full", action="store_true", help="every device, size, theme and language (long)"
    )
    for what, example in (
        ("devices", "T10,P24"),
        ("sizes", "L,XL"),
        ("themes", "light,yellow"),
        ("languages", "en,ar"),
    ):
        audit.add_argument(
            f"--{what}",
            type=_names,
            default=(),
            metavar="NAMES",
            help=f"of all looks only these {what}, as in {example}",
        )
    audit.add_argument(
        "--jobs",
        type=_jobs,
        default=0,
        metavar="N",
        help="how many processes share the looks (default: one a core)",
    )
    audit.add_argument("--shots", type=Path, metavar="DIR", help="write contact sheets here")
    return audit


def _names(text: str) -> tuple[str, ...]:
    names = tuple(one.strip() for one in text.split(","))
    if not all(names):
        raise argparse.ArgumentTypeError(f"{text!r} has an empty name between its commas")
    return names


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_JOBS):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {_MOST_JOBS}")
    return int(text)
