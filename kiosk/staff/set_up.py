"""Makes a kiosk ready to be checked: keys of the clinic, staff PIN, record store."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A public recipient key that was read: the name of its file, its bytes, its id."""

    name: str
    content: bytes
    id: str


def read_keys(files: Sequence[Path]) -> tuple[KeyFile, ...]:
    """Read public recipient keys; raises BadKey."""
    found = []
    for file in files:
        one = load_recipient(file)
        found.append(KeyFile(f"{file.stem}.pub", file.read_bytes(), one.id))
    return tuple(found)


def put_keys(data: Path, keys: Sequence[KeyFile]) -> None:
    """Put recipient keys into a data folder; raises BadKey and SetUpError."""
    folder = data / RECIPIENTS
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for key in keys:
            target = folder / key.name
            if target.exists() and load_recipient(target).id != key.id:
                raise BadKey(f"{target}: another key of that name is there; give it another name")
            target.write_bytes(key.content)
            target.chmod(0o600)
    except OSError as error:
        raise SetUpError(f"{folder}: cannot be written ({error.strerror})") from error


def provision(
    config: Config,
    data: Path,
    pin: str | None,
    clock: Clock,
    version: str,
    now: Callable[[], datetime],
) -> str:
    """Set the PIN and make the record store; return its check code. Raises AnteroomError."""
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


@contextmanager
def as_owner_of(folder: Path) -> Iterator[None]:
    """Let an administrator work with the rights of the folder's owner, and no more.

    What is made then belongs to the kiosk's account, and nothing that account has put into its
    folder, such as a link, can lead an administrator astray.
    """
    if sys.platform == "win32" or os.geteuid() != 0 or folder.stat().st_uid == 0:
        yield
        return
    owner, groups, group = folder.stat(), os.getgroups(), os.getegid()
    os.setgroups([])
    os.setegid(owner.st_gid)
    os.seteuid(owner.st_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(group)
        os.setgroups(groups)
