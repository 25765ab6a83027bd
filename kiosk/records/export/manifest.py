"""What an export holds and what it was made from, as one file beside the others."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from kiosk.records.anchor import checkpoint
from kiosk.records.database import Row
from kiosk.records.export.entries import Days, Entry, Source
from kiosk.records.export.folder import Unfinished

MANIFEST = "manifest.json"
FORM = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made an export and when; `made_at` is RFC 3339 with an offset."""

    made_at: str
    tool_version: str
    demo_key: bool = False


@dataclass(slots=True)
class Tally:
    """What went past on the way into the files."""

    kiosk: str = ""
    epoch: int = 0
    mode: str = ""
    device_key: str = ""
    newest: Row | None = None
    records: int = 0
    opened: int = 0
    not_for_this_key: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    extra: dict[str, object] = field(default_factory=dict)

    def counted(self, source: Source, days: Days) -> Iterator[Entry]:
        """Yield the records of some days and count them."""
        for entry in self.all_of(source):
            if days.hold(entry.clear.day):
                self.count(entry, keyed=source.opener is not None)
                yield entry

    def all_of(self, source: Source) -> Iterator[Entry]:
        """Yield every record and note from the first whose they are."""
        for entry in source.entries():
            if entry.row.seq == 0:
                self._note_first(entry)
            self.newest = entry.row
            yield entry

    def _note_first(self, entry: Entry) -> None:
        self.kiosk, self.epoch, self.mode = entry.clear.kiosk, entry.clear.epoch, entry.clear.mode
        self.device_key = entry.clear.fields.get("device_key", "")

    def count(self, entry: Entry, *, keyed: bool) -> None:
        """Count one record that goes into the files."""
        self.records += 1
        self.kinds[entry.clear.kind] += 1
        self.opened += entry.person is not None
        self.not_for_this_key += keyed and entry.person is None


def _signed(tally: Tally) -> dict[str, str] | None:
    """Return what was signed last, so that the head can be checked with the device key alone."""
    newest = tally.newest
    if newest is None:
        return None
    return {
        "checkpoint": checkpoint(tally.kiosk, tally.epoch, newest.seq + 1, newest.root).decode(),
        "leaf": newest.leaf.hex(),
        "sig": newest.sig.hex(),
    }


def write_manifest(
    folder: Unfinished, form: str, source: Source, days: Days, tally: Tally, origin: Origin
) -> dict[str, object]:
    """Write manifest.json as the last file and return what stands in it."""
    opener = source.opener
    fields: dict[str, object] = {
        "anteroom_export": FORM,
        "format": form,
        "made_at": origin.made_at,
        "tool": {"name": "anteroom", "version": origin.tool_version},
        "kiosk": tally.kiosk,
        "epoch": tally.epoch,
        "mode": tally.mode,
        "device_key": tally.device_key,
        "head": asdict(source.head),
        "signed_head": _signed(tally),
        "not_verified": list(source.notes),
        "days": asdict(days),
        "counts": {"records": tally.records, "kinds": dict(sorted(tally.kinds.items()))},
        "sealed": {
            "included": opener is not None,
            "key": opener.id if opener else None,
            "demo_key": origin.demo_key,
            "opened": tally.opened,
            "not_for_this_key": tally.not_for_this_key,
        },
        **tally.extra,
        "files": [asdict(one) for one in folder.written],
    }
    with folder.file(MANIFEST) as file:
        file.line(json.dumps(fields, indent=2))
    return fields
