"""Makes a kiosk ready to be checked: keys of the clinic, staff PIN, record store."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kiosk.config import Config
from kiosk.domain.errors import AnteroomError
from kiosk.platform.clock import Clock
from kiosk.records.errors import BadKey
from kiosk.records.keys import RECIPIENTS, load_recipient
from kiosk.staff.pin import PinDesk


class SetUpError(AnteroomError):
    """A step of the set-up cannot be done."""


def put_recipients(data: Path, keys: Sequence[Path]) -> tuple[str, ...]:
    """Copy public keys into a data folder; return their ids. Raises BadKey, SetUpError."""
    folder = data / RECIPIENTS
    ids = []
    for key in keys:
        one = load_recipient(key)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            target = folder / f"{key.stem}.pub"
            if target.exists() and load_recipient(target).id != one.id:
                raise BadKey(f"{target}: another key of that name is there; rename {key}")
            target.write_bytes(key.read_bytes())
            target.chmod(0o600)
        except OSError as error:
            raise SetUpError(f"{folder}: cannot be written ({error.strerror})") from error
        ids.append(one.id)
    return tuple(ids)


def provision(
    config: Config,
    data: Path,
    pin: str | None,
    clock: Clock,
    version: str,
    now: Callable[[], datetime],
) -> str:
    """Set the PIN and make the record store; return its check code.

    What an administrator makes belongs to the owner of the data folder. Raises AnteroomError.
    """
    from kiosk.records.store import open_store

    if pin is not None:
        PinDesk(data, clock).set_pin(pin)
    store = open_store(data, mode=config.mode, app_version=version, now=now)
    try:
        return store.head().check_code
    finally:
        store.close()


def make_data_folder(data: Path) -> None:
    """Make the data folder for its user alone; raises SetUpError."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SetUpError(f"{data}: cannot be made ({error.strerror})") from error


def give_to_owner(data: Path) -> None:
    """Give all in a data folder to the owner of the folder, when an administrator made it."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return
    owner = data.stat()
    for path in data.rglob("*"):
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)
