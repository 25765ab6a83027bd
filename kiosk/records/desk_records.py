"""Records that a desk writes about a kiosk's visits, in a store of the desk's own.

A kiosk's chain has one writer, the kiosk. What is signed elsewhere goes into another chain under
another key, and names the visit by id and leaf, and the kiosk's signed head as it was seen.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from kiosk.records.database import DATABASE, last_row, row_at, row_of
from kiosk.records.entry import Clear, MalformedBodyError, parse_body
from kiosk.records.errors import RecordsError, StoreDamaged
from kiosk.records.faults import opening_error
from kiosk.records.links import RE_CONSENT, BadLinkError, Said
from kiosk.records.reading import open_readonly, store_file
from kiosk.records.store import Store, open_store

DESK_CREATED, DISCUSSED = "desk_created", "discussed"
DeskAct = Literal["cosign", "withdrawal", "re_consent", "discussed"]
Role = Literal["reception", "clinician", "admin"]
Capacity = Literal["decides", "supported", "representative", "not_now"]
ItemState = Literal["resolved", "carried"]
# The record that says whose store this is stands right behind the first, or a change of keys.
_LOOK_AT = 4
_KINDS: dict[DeskAct, tuple[Literal["cosign", "withdrawal", "audit"], str]] = {
    "cosign": ("cosign", "cosign"),
    "withdrawal": ("withdrawal", "withdrawal"),
    "re_consent": ("audit", RE_CONSENT),
    "discussed": ("audit", DISCUSSED),
}


class NotADeskError(RecordsError):
    """A folder holds the store of a kiosk where that of a desk is wanted, or the other way."""


@dataclass(frozen=True, slots=True)
class Target:
    """A visit in a kiosk's store; `leaf` is 64 hex letters."""

    id: str
    leaf: str

    def named(self) -> dict[str, str]:
        """Return it as the record holds it."""
        return {"id": self.id, "leaf": self.leaf}


@dataclass(frozen=True, slots=True)
class SignedHead:
    """The newest signature of a kiosk's store: over checkpoint and leaf, all in hex."""

    kiosk: str
    epoch: int
    size: int
    root: str
    leaf: str
    sig: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What a clinician found and spoke about; codes only, so that no patient's words are in it."""

    capacity: Capacity | None = None
    discussed: tuple[str, ...] = ()
    items: tuple[tuple[str, ItemState], ...] = ()

    def details(self) -> dict[str, Any]:
        """Return what of it there is, as the record holds it."""
        found: dict[str, Any] = {}
        if self.capacity:
            found["capacity"] = self.capacity
        if self.discussed:
            found["discussed"] = list(self.discussed)
        if self.items:
            found["items"] = [list(one) for one in self.items]
        return found


@dataclass(frozen=True, slots=True)
class DeskRecord:
    """One record to be written: what is done, about whom, by whom, and what was talked about."""

    act: DeskAct
    about: Target
    seen: SignedHead
    said: Said
    role: Role
    talk: Talk = Talk()
    later: Target | None = None


def open_desk(
    folder: Path,
    *,
    mode: str,
    app_version: str,
    now: Callable[[], datetime],
    recipients: Sequence[Path] = (),
) -> Store:
    """Open a desk's store, or make it; raises NotADeskError or what open_store raises."""
    fresh = not store_file(folder).exists() if folder.exists() else True
    if not fresh and not is_desk(folder) and _size(folder) > 1:
        raise NotADeskError(f"{folder}: holds a kiosk's own records; give the desk another folder")
    store = open_store(folder, mode=mode, app_version=app_version, now=now, recipients=recipients)
    try:
        # Also where a set-up was cut off right after the first record.
        if not is_desk(folder):
            store.append_event("service", DESK_CREATED)
    except BaseException:
        store.close()
        raise
    return store


def is_desk(data_or_store: Path) -> bool:
    """Tell whether a store is that of a desk; raises a RecordsError."""
    path = store_file(data_or_store)
    try:
        with open_readonly(path) as connection:
            bodies = connection.execute(
                "SELECT body FROM record ORDER BY seq LIMIT ?", (_LOOK_AT,)
            ).fetchall()
        clears = [parse_body(body) for (body,) in bodies]
    except (sqlite3.Error, OSError, MalformedBodyError) as error:
        raise opening_error(error, path) from error
    return any(one.fields.get("event") == DESK_CREATED for one in clears)


def _size(folder: Path) -> int:
    path = folder / DATABASE
    try:
        with open_readonly(path) as connection:
            return int(connection.execute("SELECT count(*) FROM record").fetchone()[0])
    except (sqlite3.Error, OSError) as error:
        raise opening_error(error, path) from error


def write(store: Store, record: DeskRecord) -> int:
    """Write one record and return its number; raises SaveFailed or BadLinkError."""
    if (record.later is not None) != (record.act == "re_consent"):
        raise BadLinkError("a later visit belongs to a re-consent, and to it alone")
    if record.later and record.later.id == record.about.id:
        raise BadLinkError("a visit cannot take its own place; give two receipts")
    kind, event = _KINDS[record.act]
    details: dict[str, Any] = {
        "by": record.said.staff,
        "why": record.said.reason,
        "role": record.role,
        **record.talk.details(),
        "head": asdict(record.seen),
    }
    if record.later:
        details["later"] = record.later.named()
    return store.append_event(kind, event, details, elsewhere=record.about.named())


def signed_head(data_or_store: Path) -> SignedHead:
    """Return the newest signature of a store; raises a RecordsError."""
    path = store_file(data_or_store)
    try:
        with open_readonly(path) as connection:
            row = last_row(connection)
            if row is None:
                raise StoreDamaged(f"{path}: holds no record; run 'records verify'")
            clear = parse_body(row.body)
    except (sqlite3.Error, OSError, MalformedBodyError) as error:
        raise opening_error(error, path) from error
    size, parts = row.seq + 1, (row.root.hex(), row.leaf.hex(), row.sig.hex())
    return SignedHead(clear.kiosk, clear.epoch, size, *parts)


def clear_at(data_or_store: Path, seq: int) -> Clear | None:
    """Return the clear part of one record; raises a RecordsError."""
    path = store_file(data_or_store)
    try:
        with open_readonly(path) as connection:
            row = row_at(connection, seq)
            return parse_body(row.body) if row else None
    except (sqlite3.Error, OSError, MalformedBodyError) as error:
        raise opening_error(error, path) from error


def still_as_seen(data_or_store: Path, target: Target) -> bool:
    """Tell whether a store holds a visit under this leaf; raises a RecordsError."""
    path = store_file(data_or_store)
    try:
        with open_readonly(path) as connection:
            row = row_of(connection, target.id)
            return row is not None and row.leaf.hex() == target.leaf
    except (sqlite3.Error, OSError) as error:
        raise opening_error(error, path) from error
