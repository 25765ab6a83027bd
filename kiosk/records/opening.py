"""Opening an existing store: cheap checks that do not grow with the number of records."""

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kiosk.records import ratchet
from kiosk.records.anchor import checkpoint
from kiosk.records.compose import Tip
from kiosk.records.database import (
    DATABASE,
    SCHEMA_VERSION,
    Row,
    check_schema,
    connect,
    last_row,
    load_frontier,
    row_at,
)
from kiosk.records.entry import Clear, MalformedBodyError, parse_body
from kiosk.records.errors import StoreDamaged, WrongMode
from kiosk.records.faults import opening_error, reason_of
from kiosk.records.forms import bring_up
from kiosk.records.keys import Device, load_device_key
from kiosk.records.ratchet import Ratchet
from kiosk.records.space import drop_ballast
from kiosk.records.tree import leaf_hash


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store: its connection, keys and where the chain stands."""

    connection: sqlite3.Connection
    device: Device
    epoch: int
    tip: Tip
    recipients: tuple[str, ...]


def open_existing(data: Path, mode: str) -> Opened:
    """Open and check a store; nothing is written unless all is well.

    Raises StoreDamaged, WrongMode, UnsafeStore, StoreTooNew, StoreBusy,
    StoreFolderUnusable or BadKey.
    """
    path = data / DATABASE
    device = load_device_key(data)
    connection = None
    try:
        connection = connect(path)
        bring_up(connection, path)
        check_schema(connection, path)
        opened = _check(connection, data, device, mode)
        _settle(connection, data)
        # Not before: the ratchet must never have counted a record that a power cut takes back.
        ratchet.overwrite(data, opened.tip.ratchet)
        return opened
    except sqlite3.Error as error:
        _close(connection)
        raise opening_error(error, path) from error
    except (TypeError, ValueError, OverflowError) as error:
        # Damage can give a column a type or size that the schema rules out.
        _close(connection)
        raise StoreDamaged(f"{path}: a field cannot be read ({error}); {_ADVICE}") from error
    except BaseException:
        _close(connection)
        raise


def _settle(connection: sqlite3.Connection, data: Path) -> None:
    """Run one whole commit that changes no record.

    After a kill in the last step of a commit the record can be read although the removal
    of the journal is not on disk yet. One more commit puts it there, so that what is found
    from now on is also what a power cut leaves.
    """
    try:
        _commit_nothing(connection)
    except sqlite3.Error as error:
        if reason_of(error) != "disk_full" or not drop_ballast(data):
            raise
        _commit_nothing(connection)


def _commit_nothing(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        with suppress(sqlite3.Error):
            connection.close()


def _check(connection: sqlite3.Connection, data: Path, device: Device, mode: str) -> Opened:
    path = data / DATABASE
    first, last = row_at(connection, 0), last_row(connection)
    if first is None or last is None:
        raise StoreDamaged(f"{path}: the first record is missing; {_ADVICE}")
    birth = _sound(first, path, device)
    newest = _sound(last, path, device)
    if birth.fields.get("device_key") != device.public.hex():
        raise StoreDamaged(f"{path}: made with another signing key; {_ADVICE}")
    if birth.mode != mode:
        raise WrongMode(
            f"{data}: this folder holds {birth.mode} records, but the kiosk runs in {mode} "
            "mode; give each mode its own data folder"
        )
    frontier = load_frontier(connection)
    if frontier.size != last.seq + 1 or frontier.root() != last.root:
        raise StoreDamaged(
            f"{path}: the records do not add up to the signed root of record {last.seq}; {_ADVICE}"
        )
    head = checkpoint(device.kiosk, newest.epoch, frontier.size, last.root)
    if not _is_signed(device, last.sig, head + last.leaf):
        raise StoreDamaged(f"{path}: record {last.seq} is not signed by this kiosk; {_ADVICE}")
    key = _caught_up(connection, data, newest)
    tip = Tip(frontier, last.leaf, newest.latest_day, key)
    return Opened(connection, device, newest.epoch, tip, newest.recipients)


def _sound(row: Row, path: Path, device: Device) -> Clear:
    try:
        clear = parse_body(row.body)
    except MalformedBodyError as error:
        raise StoreDamaged(f"{path}: record {row.seq}: {error}; {_ADVICE}") from error
    if row.leaf != leaf_hash(row.body) or (clear.seq, clear.id) != (row.seq, row.id):
        raise StoreDamaged(f"{path}: record {row.seq} was changed; {_ADVICE}")
    if sha256(row.sealed).hexdigest() != clear.sealed_sha256:
        raise StoreDamaged(f"{path}: record {row.seq}: the sealed part was changed; {_ADVICE}")
    if clear.kiosk != device.kiosk:
        raise StoreDamaged(
            f"{path}: the records belong to kiosk {clear.kiosk}, the signing key to "
            f"{device.kiosk}; put the matching files together again"
        )
    return clear


def _is_signed(device: Device, signature: bytes, text: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature

    try:
        device.private.public_key().verify(signature, text)
    except InvalidSignature:
        return False
    return True


def _caught_up(connection: sqlite3.Connection, data: Path, newest: Clear) -> Ratchet:
    """Return the ratchet, stepped over records that were committed just before a crash."""
    key = ratchet.load(data)
    size = newest.seq + 1
    path = data / DATABASE
    if key.epoch != newest.epoch:
        raise StoreDamaged(f"{path}: the ratchet belongs to epoch {key.epoch}; {_ADVICE}")
    if key.seq > size:
        raise StoreDamaged(
            f"{path}: {key.seq} records were written but only {size} are there; an older copy "
            f"was put back or the end was cut off; {_ADVICE}"
        )
    while key.seq < size:
        row = row_at(connection, key.seq)
        if row is None or key.mac(row.leaf) != row.mac:
            raise StoreDamaged(f"{path}: record {key.seq} does not fit the ratchet; {_ADVICE}")
        key = key.next()
    return key


_ADVICE = "it was left as it is. Run 'records verify' and keep a copy of the folder"
