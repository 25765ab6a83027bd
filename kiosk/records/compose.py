"""Making one record: seal, hash, sign and MAC, with nothing written yet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from kiosk.domain.acknowledgement import PackRef
from kiosk.records.anchor import checkpoint
from kiosk.records.database import Row
from kiosk.records.entry import SUITE, VERSION, Kind, Mode, body_bytes, seal_context
from kiosk.records.keys import Device, Recipient
from kiosk.records.person import KEPT
from kiosk.records.ratchet import Ratchet
from kiosk.records.seal import EVENT_BLOCK, PERSON_BLOCK, seal
from kiosk.records.tree import Frontier, leaf_hash


@dataclass(frozen=True, slots=True)
class Site:
    """What stays the same from record to record."""

    device: Device
    epoch: int
    mode: Mode
    app_version: str
    recipients: tuple[Recipient, ...]
    random_bytes: Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Tip:
    """Where the chain stands: the next record goes on top of this."""

    frontier: Frontier
    prev: bytes
    latest_day: str
    ratchet: Ratchet


@dataclass(frozen=True, slots=True)
class Moment:
    """What the clear part may tell of time: the local day and whether the clock is sound."""

    day: str
    synced: bool | None
    went_back: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One record to be made; `person` is sealed, `extra` joins the clear part."""

    kind: Kind
    id: str
    moment: Moment
    pack: PackRef | None
    person: bytes
    extra: Mapping[str, Any]


def compose(site: Site, tip: Tip, draft: Draft) -> tuple[Row, Tip]:
    """Return the record that follows the tip, and the tip after it."""
    seq = tip.frontier.size
    context = seal_context(site.device.kiosk, site.epoch, seq, draft.id)
    # What a person did fills blocks of one size, whichever record holds it.
    personal = draft.kind == "ack" or draft.extra.get("event") == KEPT
    block = PERSON_BLOCK if personal else EVENT_BLOCK
    sealed = seal(draft.person, context, site.recipients, site.random_bytes, block)
    body = body_bytes(_clear_fields(site, tip, draft, seq, sealed))
    leaf = leaf_hash(body)
    frontier = tip.frontier.add(leaf)
    root = frontier.root()
    head = checkpoint(site.device.kiosk, site.epoch, frontier.size, root)
    signature = site.device.private.sign(head + leaf)
    row = Row(seq, draft.id, body, sealed, leaf, root, tip.ratchet.mac(leaf), signature)
    latest = max(tip.latest_day, draft.moment.day)
    return row, Tip(frontier, leaf, latest, tip.ratchet.next())


def _clear_fields(site: Site, tip: Tip, draft: Draft, seq: int, sealed: bytes) -> dict[str, object]:
    pack, moment = draft.pack, draft.moment
    return {
        "v": VERSION,
        "kind": draft.kind,
        "id": draft.id,
        "kiosk": site.device.kiosk,
        "epoch": site.epoch,
        "seq": seq,
        "prev": tip.prev.hex(),
        "day": moment.day,
        "app": {"version": site.app_version},
        "pack": pack
        and {
            "id": pack.id,
            "version": pack.version,
            "sha256": pack.sha256,
            "locale": pack.language,
        },
        "mode": site.mode,
        "sealed_sha256": sha256(sealed).hexdigest(),
        "suite": SUITE,
        "recipients": [recipient.id for recipient in site.recipients],
        "clock": {
            "synced": moment.synced,
            "went_back": moment.went_back or moment.day < tip.latest_day,
            "latest": max(tip.latest_day, moment.day),
        },
        **draft.extra,
    }
