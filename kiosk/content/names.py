"""Which file names a pack may hold, so that it means the same on every system."""

import re
from collections.abc import Iterable, Iterator

_PART = re.compile(r"\.?[A-Za-z0-9_][A-Za-z0-9_.~-]*")
_PORTS = (f"{port}{digit}" for port in ("com", "lpt") for digit in range(10))
_DEVICES = frozenset(("con", "prn", "aux", "nul", "clock$", *_PORTS))
_LONGEST_NAME, _DEEPEST = 200, 6


def name_fault(name: str) -> str:
    """Why a path inside a pack, written with `/`, cannot be used; "" when it can."""
    parts = name.split("/")
    if ".." in parts:
        return "This name leads out of the pack (..). Give the file a plain name inside it."
    if name.startswith("/") or ":" in name or "\\" in name:
        return "This name points to a place outside the pack. Give the file a plain name inside it."
    if len(name) > _LONGEST_NAME or len(parts) > _DEEPEST:
        return "This name is too long or too deep in folders. Use a shorter one."
    if not all(_PART.fullmatch(part) for part in parts) or name.endswith("."):
        return "This file name cannot be used. Use letters, digits, - and dots."
    if any(part.split(".")[0].lower() in _DEVICES for part in parts):
        return "On Windows this name means a device, not a file. Choose another name."
    return ""


def clashes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each file name that cannot stand beside another one on every system, and why."""
    seen: dict[str, tuple[str, bool]] = {}
    for name in names:
        parts = name.split("/")
        for depth in range(1, len(parts) + 1):
            here = ("/".join(parts[:depth]), depth < len(parts))
            other = seen.setdefault(here[0].casefold(), here)
            if other is here or (other == here and here[1]):
                continue
            if other[0] != here[0]:
                yield name, f"“{other[0]}” differs only in capital letters. Rename one of the two."
            elif other[1] != here[1]:
                yield name, f"“{other[0]}” is a file and a folder too. Rename one of the two."
            else:
                yield name, "This name stands twice. Remove one."
