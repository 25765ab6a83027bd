"""The conditions about this machine."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from kiosk.domain.errors import AnteroomError
from kiosk.platform.paths import assets_dir
from kiosk.records.space import MINIMUM_FREE, free_space
from kiosk.staff.readiness import Check

_FONTS = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "NotoSans-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
)
_MEGABYTE = 1024 * 1024


def data_folder(data: Path) -> Check:
    """Check by writing that the data folder takes files; a missing one is not made here."""
    todo = f"Give the kiosk's user its own folder {data}, or name another one in the settings."
    if data.is_dir():
        fault = _write_fault(data)
        what = str(data) if fault is None else f"{data} cannot be written ({fault})"
        return Check("data-folder", fault is None, what, todo)
    parent = _nearest(data)
    if parent.is_dir() and os.access(parent, os.W_OK):
        return Check("data-folder", ok=True, what=f"{data} is made when the kiosk starts")
    return Check("data-folder", ok=False, what=f"{data} cannot be made in {parent}", todo=todo)


def disk(data: Path, swaps: Path = Path("/proc/swaps")) -> Check:
    """Check that there is room for records, and remark on swap space."""
    todo = f"Free some space on the disk that holds {data}."
    try:
        free = free_space(_nearest(data))
    except AnteroomError as error:
        return Check("disk", ok=False, what=str(error), todo=todo)
    what = f"{free // _MEGABYTE} MB free, {MINIMUM_FREE // _MEGABYTE} MB needed"
    return Check("disk", free >= MINIMUM_FREE, what, todo, _swap_note(swaps))


def _swap_note(swaps: Path) -> str:
    """Say where memory may be written to; swap inside memory or on an encrypted device is fine."""
    try:
        lines = swaps.read_text("utf-8", "replace").splitlines()[1:]
    except OSError:
        return ""
    places = [line.split()[0] for line in lines if line.split()]
    open_ones = [place for place in places if not place.startswith(("/dev/zram", "/dev/dm-"))]
    if not open_ones:
        return ""
    return (
        f"Memory of a visit may be written to {', '.join(open_ones)}: turn swap off or encrypt it."
    )


def fonts() -> Check:
    """Check that the bundled fonts are there, since no other font has the measured sizes."""
    todo = "Install Anteroom again."
    try:
        folder = assets_dir() / "fonts"
    except AnteroomError as error:
        return Check("fonts", ok=False, what=str(error), todo=todo)
    missing = [name for name in _FONTS if not (folder / name).is_file()]
    what = f"missing: {', '.join(missing)}" if missing else "the bundled fonts are there"
    return Check("fonts", not missing, what, todo)


def _nearest(place: Path) -> Path:
    """Return the first folder upwards that exists."""
    absolute = place.absolute()
    return next(one for one in (absolute, *absolute.parents) if one.exists())


def _write_fault(folder: Path) -> str | None:
    probe = folder / f".probe-{secrets.token_hex(4)}"
    try:
        probe.touch(mode=0o600, exist_ok=False)
        probe.unlink()
    except OSError as error:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
        return error.strerror or str(error)
    return None
