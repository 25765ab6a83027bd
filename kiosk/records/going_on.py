"""Whether the kiosk may put a damaged store aside by itself, and what is wrong with that store."""

from pathlib import Path

from kiosk.records.closed import CLOSED, put_aside
from kiosk.records.epoch import epoch_of
from kiosk.records.errors import BadKey, CannotGoOn, StillSound, StoreDamaged
from kiosk.records.keys import DEVICE_KEY, DEVICE_PUBLIC, load_device_key, load_device_public
from kiosk.records.ratchet import load as load_ratchet
from kiosk.records.verify import Report

# Damaged stores that may lie here before the kiosk stops and asks for help with the disk.
MOST_ASIDE = 5


def why_aside(data: Path, found: str, report: Report) -> str:
    """Return in one line what is wrong with a store that may be put aside.

    `found` is what opening it said, "" where only the whole check can tell. Raises StillSound,
    BadKey, or CannotGoOn where a new store would hide a fault or be as damaged as the old one.
    """
    if report.ok and not found:
        raise StillSound(f"{data}: the store is in order")
    if report.elsewhere is not None:
        raise CannotGoOn(f"{data}: {report.elsewhere.what}. {_KEEP}")
    _require_pair(data)
    _require_progress(data, report)
    if not report.problems:
        return found
    first = report.problems[0]
    return first.what if first.seq is None else f"record {first.seq}: {first.what}"


def _require_pair(data: Path) -> None:
    """Refuse to sign on with a key that the kiosk did not begin with."""
    try:
        public = load_device_public(data / DEVICE_PUBLIC)
    except BadKey:
        # Lost or torn: the first record of the next store will hold the key.
        return
    if load_device_key(data).public != public:
        raise CannotGoOn(
            f"{data}: the store is damaged, and {DEVICE_KEY} and {DEVICE_PUBLIC} are no pair: the "
            f"signing key was swapped. {_KEEP}"
        )


def _require_progress(data: Path, report: Report) -> None:
    """Stop a loop: each store but the first must have held a visit, and only a few may lie here."""
    lying = len(put_aside(data))
    if lying >= MOST_ASIDE:
        raise CannotGoOn(
            f"{data}: the record store is damaged, and {lying} damaged ones lie in {data / CLOSED} "
            "already. Move them to the back office and have the disk of this machine looked at"
        )
    if epoch_of(data) > 1 and max(report.size, _counted(data)) <= 1:
        raise CannotGoOn(
            f"{data}: a new record store was damaged before it held a visit. Have the disk of this "
            "machine looked at, then run: anteroom records new-epoch"
        )


def _counted(data: Path) -> int:
    try:
        return load_ratchet(data).seq
    except StoreDamaged:
        return 0


_KEEP = "Keep the data folder as it is and run: anteroom records verify"
