"""Set-up: keys, ratchet and the first record, made whole or not at all."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from kiosk.records import ratchet
from kiosk.records.compose import Draft, Moment, Site, Tip, compose
from kiosk.records.database import DATABASE, connect, create_schema, insert
from kiosk.records.disk import sync_folder
from kiosk.records.entry import Mode
from kiosk.records.errors import NoRecipient, StoreDamaged
from kiosk.records.keys import (
    DEMO_KEY,
    DEVICE_KEY,
    DEVICE_PUBLIC,
    RECIPIENTS,
    Device,
    Recipient,
    load_recipients,
    new_device_key,
    new_recipient,
)
from kiosk.records.person import sealed_json
from kiosk.records.ratchet import RATCHET, Ratchet
from kiosk.records.tree import Frontier

SETUP = "setup"
DEMO_PUBLIC = f"{RECIPIENTS}/demo.pub"
# The store itself comes last: while it is absent, set-up is not finished.
_MOVES = (DEVICE_KEY, DEVICE_PUBLIC, DEMO_KEY, DEMO_PUBLIC, RATCHET, DATABASE)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where time and randomness come from; `synced` answers None when nobody knows."""

    now: Callable[[], datetime]
    synced: Callable[[], bool | None]
    random_bytes: Callable[[int], bytes]

    def moment(self) -> Moment:
        """Return today and what is known of the clock."""
        return Moment(self.now().date().isoformat(), self.synced())


@dataclass(frozen=True, slots=True)
class Birth:
    """What a new store starts from; `continues` names an older, closed file."""

    site: Site
    moment: Moment
    continues: dict[str, object] | None = None


def set_up(
    data: Path, mode: Mode, app_version: str, more: Sequence[Path], sources: Sources
) -> None:
    """Make the store of a fresh folder; raises NoRecipient, BadKey or OSError."""
    setup = begin(data)
    device = _make_keys(setup, demo=mode == "demo")
    known = {r.id: r for r in (*load_recipients(data, more), *load_recipients(setup))}
    recipients = require_recipients(tuple(known[name] for name in sorted(known)))
    site = Site(device, 1, mode, app_version, recipients, sources.random_bytes)
    build(setup, Birth(site, sources.moment()))
    finish(data)


def require_recipients(recipients: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    """Return them, or raise NoRecipient when there are none."""
    if recipients:
        return recipients
    raise NoRecipient(
        "no recipient key is set, so nobody could read the records; run 'keys new' at the back "
        f"office and put its .pub file into the folder {RECIPIENTS} of the data folder"
    )


def is_fresh(data: Path) -> bool:
    """Tell whether a folder has no store yet; finishes a set-up that was cut off.

    Raises StoreDamaged when the store is gone but its keys are there.
    """
    setup = data / SETUP
    if (setup / DATABASE).exists() and not (data / DATABASE).exists():
        finish(data)
    if (data / DATABASE).exists():
        return False
    left = [name for name in (DEVICE_KEY, RATCHET) if (data / name).exists()]
    if left:
        raise StoreDamaged(
            f"{data / DATABASE}: the record store is gone, but {left[0]} is still there; "
            "put the file back from a backup and keep the folder as it is"
        )
    return True


def begin(data: Path) -> Path:
    """Return an empty folder in which a store is prepared."""
    setup = data / SETUP
    if setup.exists():
        shutil.rmtree(setup)
    (setup / RECIPIENTS).mkdir(parents=True, mode=0o700)
    return setup


def _make_keys(setup: Path, *, demo: bool) -> Device:
    """Make the signing key, and in a demo also the key that opens the records."""
    if demo:
        new_recipient(setup / DEMO_KEY, setup / DEMO_PUBLIC, None)
    return new_device_key(setup)


def build(setup: Path, birth: Birth) -> None:
    """Write the first record and the ratchet into the set-up folder."""
    site = birth.site
    first = Ratchet(site.epoch, 0, site.random_bytes(32))
    extra: dict[str, object] = {"event": "created", "device_key": site.device.public.hex()}
    if birth.continues:
        extra["continues"] = birth.continues
    # The seed goes to the recipients alone: with it the back office can check every MAC.
    person = sealed_json({"v": 1, "event": "created", "ratchet_seed": first.key.hex()})
    draft = Draft("service", new_id(site), birth.moment, None, person, extra)
    row, tip = compose(site, Tip(Frontier(), bytes(32), birth.moment.day, first), draft)
    building = setup / "building.db"
    with closing(connect(building)) as connection:
        create_schema(connection)
        insert(connection, row, tip.frontier)
    building.chmod(0o600)
    ratchet.create(setup, tip.ratchet)
    sync_folder(setup / RECIPIENTS)
    building.replace(setup / DATABASE)
    sync_folder(setup)


def finish(data: Path) -> None:
    """Move a prepared store into place; safe to repeat after any interruption."""
    setup = data / SETUP
    (data / RECIPIENTS).mkdir(exist_ok=True, mode=0o700)
    for name in _MOVES:
        if (setup / name).exists():
            (setup / name).replace(data / name)
    sync_folder(data / RECIPIENTS)
    sync_folder(data)
    shutil.rmtree(setup)


def new_id(site: Site) -> str:
    """Return a random version 4 UUID for a record that is not a visit."""
    return str(UUID(bytes=site.random_bytes(16), version=4))
