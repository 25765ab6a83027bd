"""Going on after damage: the old file is put aside untouched and a new one vouches for it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from kiosk.records import provision
from kiosk.records.closed import CLOSED, WHY, closed_folders
from kiosk.records.compose import Site
from kiosk.records.database import DATABASE
from kiosk.records.disk import sync_folder, write_private
from kiosk.records.entry import Mode
from kiosk.records.errors import BadKey, StoreDamaged
from kiosk.records.faults import opening_error
from kiosk.records.keys import (
    DEVICE_KEY,
    DEVICE_PUBLIC,
    Device,
    key_id,
    load_device_key,
    load_device_public,
    load_recipients,
    new_device_key,
)
from kiosk.records.lock import take_lock
from kiosk.records.provision import Birth, Sources, require_recipients
from kiosk.records.ratchet import RATCHET
from kiosk.records.ratchet import load as load_ratchet
from kiosk.records.verify import Report, verify


@dataclass(frozen=True, slots=True)
class NewEpoch:
    """The number of the new epoch and where the old files lie."""

    number: int
    closed: Path


@dataclass(frozen=True, slots=True)
class _After:
    """What a new epoch follows on: the check of the old store, why it ends, and with which key."""

    report: Report
    reason: str
    new_key: bool


def _no_reason(_report: Report) -> str:
    return ""


def begin_epoch(
    data: Path,
    *,
    mode: Mode,
    app_version: str,
    sources: Sources,
    recipients: tuple[Path, ...] = (),
    new_key: bool = False,
    why: Callable[[Report], str] = _no_reason,
) -> NewEpoch:
    """Close a store that no longer opens, or should not, and begin an empty one.

    The first record of the new store holds the SHA-256 of the old file and the size and
    root that could still be read from it. `new_key` makes a new signing key, for one that is
    lost or may be known to others; the kiosk id changes, and the first record names the old one.
    `why` is asked under the lock, with what the whole check of the old store found: its answer
    is put beside the closed file, and what it raises leaves everything as it is.
    Raises StoreBusy, StoreDamaged, BadKey, NoRecipient or StoreFolderUnusable; the old file is
    never changed.
    """
    lock = take_lock(data)
    try:
        report = verify(data)
        reason = why(report)
        after = _After(report, reason, new_key)
        return _begin(data, mode, app_version, sources, recipients, after)
    except (OSError, sqlite3.Error) as error:
        raise opening_error(error, data) from error
    finally:
        lock.release()


def _begin(
    data: Path,
    mode: Mode,
    app_version: str,
    sources: Sources,
    more: tuple[Path, ...],
    after: "_After",
) -> NewEpoch:
    path = data / DATABASE
    if not path.exists() and not (data / DEVICE_KEY).exists():
        raise StoreDamaged(f"{path}: there is no store to close")
    old = epoch_of(data)
    setup = provision.begin(data)
    site = Site(
        new_device_key(setup) if after.new_key else load_device_key(data),
        old + 1,
        mode,
        app_version,
        require_recipients(load_recipients(data, more)),
        sources.random_bytes,
    )
    continues = _continues(path, old, after.report) | _old_kiosk(data, site.device)
    provision.build(setup, Birth(site, sources.moment(), continues))
    closed = _put_aside(data, old, after.reason)
    # From here a start after a power cut finds the prepared store and finishes by itself.
    provision.finish(data)
    return NewEpoch(old + 1, closed)


def epoch_of(data: Path) -> int:
    """Return the epoch to close: what the ratchet says, or one more than was closed before."""
    try:
        return load_ratchet(data).epoch
    except StoreDamaged:
        closed = 1
        while closed_folders(data, closed):
            closed += 1
        return closed


def _continues(path: Path, epoch: int, report: Report) -> dict[str, object]:
    digest, size = None, report.size
    if path.exists():
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    else:
        with suppress(StoreDamaged):
            size = load_ratchet(path.parent).seq
    return {
        "epoch": epoch,
        "file_sha256": digest,
        "size": size,
        "root": report.head.root if report.head else None,
    }


def _old_kiosk(data: Path, device: Device) -> dict[str, object]:
    """Return the kiosk id of the closed store where it is another one and can be known."""
    try:
        old = key_id(load_device_public(data / DEVICE_PUBLIC))
    except BadKey:
        return {}
    return {} if old == device.kiosk else {"kiosk": old}


def _put_aside(data: Path, epoch: int, reason: str) -> Path:
    (data / CLOSED).mkdir(exist_ok=True, mode=0o700)
    closed = data / CLOSED / f"epoch-{epoch}"
    number = 1
    while closed.exists():
        number += 1
        closed = data / CLOSED / f"epoch-{epoch}-{number}"
    closed.mkdir(mode=0o700)
    if reason:
        write_private(closed / WHY, f"{reason}\n".encode())
    for name in (DEVICE_PUBLIC, RATCHET):
        if (data / name).exists():
            shutil.copyfile(data / name, closed / name)
            (closed / name).chmod(0o600)
    journal = data / f"{DATABASE}-journal"
    if journal.exists():
        journal.rename(closed / journal.name)
    if (data / DATABASE).exists():
        (data / DATABASE).rename(closed / DATABASE)
    sync_folder(closed)
    sync_folder(data)
    return closed
