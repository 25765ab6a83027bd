"""What a desk's own store says about the visits of a kiosk, checked against the kiosk's store."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kiosk.records.desk_records import DISCUSSED, NotADeskError, is_desk
from kiosk.records.errors import RecordsError
from kiosk.records.export.entries import Entry, Source, verified
from kiosk.records.export.standing import is_link
from kiosk.records.unseal import Opener


class DeskMismatchError(RecordsError):
    """A clinician signed something that the kiosk's store no longer holds as it was."""


def joined(source: Source, desk: Path, opener: Opener) -> Source:
    """Return the source with the desk's records about its visits; raises what `about` raises."""
    # What is sealed does not matter here, and opening it is what takes time.
    held = Held(source.path, replace(source, opener=None).entries())
    return replace(source, elsewhere=about(held, desk, opener))


def about(held: "Held", desk: Path, opener: Opener) -> tuple[Entry, ...]:
    """Return what a desk's own store says about the visits of a kiosk.

    Records about other kiosks, or about other parts of this one, are left out. Raises
    NotADeskError, StoreNotInOrderError, or DeskMismatchError where a visit, or the head that was
    signed with it, is not there.
    """
    if not is_desk(desk):
        raise NotADeskError(f"{desk}: not the store of a desk, but of a kiosk; see docs/desk.md")
    return tuple(one for one in verified(desk, opener, None).entries() if held.concerns(one))


class Held:
    """What a kiosk's store holds, nothing sealed among it: a leaf by id, a root by size."""

    def __init__(self, path: Path, entries: Iterable[Entry]) -> None:
        self._path = path
        self._leaves: dict[str, str] = {}
        self._roots: list[str] = []
        self._origin: tuple[str, int] = ("", 0)
        for entry in entries:
            self._origin = entry.clear.kiosk, entry.clear.epoch
            self._leaves[entry.row.id] = entry.row.leaf.hex()
            self._roots.append(entry.row.root.hex())

    def concerns(self, entry: Entry) -> bool:
        """Tell whether a desk's record is about this store; raises DeskMismatchError."""
        head = ((entry.person or {}).get("details") or {}).get("head")
        if not head or (head["kiosk"], head["epoch"]) != self._origin:
            return False
        if head["size"] > len(self._roots) or self._roots[head["size"] - 1] != head["root"]:
            raise DeskMismatchError(
                f"{self._path}: the desk's record {entry.row.seq} saw {head['size']} records with "
                "another content; this copy is older, was cut off or was changed. Use a newer copy"
            )
        for target in _named(entry):
            if self._leaves.get(target["id"]) != target["leaf"]:
                raise DeskMismatchError(
                    f"{self._path}: the desk's record {entry.row.seq} is about a visit that is "
                    "not here as it was signed; run 'records verify'"
                )
        return is_link(entry) or entry.clear.fields.get("event") == DISCUSSED


def _named(entry: Entry) -> Iterator[dict[str, str]]:
    if entry.target:
        yield entry.target
    later = ((entry.person or {}).get("details") or {}).get("later")
    if later:
        yield later
