"""Putting a signed pack into use, and going back to the one before."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.content.approvals import (
    LISTING,
    Approvals,
    digest_of,
    read_approvals,
    signature_files,
)
from kiosk.content.blocks import PackInfo
from kiosk.content.check import check_pack
from kiosk.content.edition import files_in, unpacked
from kiosk.content.folder import APPROVALS
from kiosk.content.minisign import MAX_FILE_BYTES
from kiosk.content.pack import PackError, load_pack, pack_digest, pack_listing
from kiosk.domain.approver import Approver
from kiosk.domain.errors import AnteroomError
from kiosk.platform.durable import make_folder, sync_folder, write_tree_durably
from kiosk.records.errors import StoreBusy
from kiosk.records.lock import take_lock
from kiosk.staff.installed import (
    AREA,
    Installed,
    InstalledError,
    Shelf,
    packs_folder,
    read_shelf,
    write_shelf,
)

_STAGED = ".new-"
# Writes what was done to the records: an event code and why.
Note = Callable[[str, str], None]


class RefusedError(AnteroomError):
    """A pack may not be installed, or nothing can be rolled back."""


class InstallFailedError(AnteroomError):
    """The disk did not take the pack; what was in use still is."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Whose signatures count, today's UTC day, and whether an older version may come back."""

    approvers: tuple[Approver, ...]
    today: str
    older: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What is in use now, what was before, and who signed the new one."""

    now: Installed
    before: Installed | None
    approvals: Approvals


def install(data: Path, place: Path, rules: Rules, note: Note) -> Done:
    """Put a pack, a folder or a .zip, into use from the kiosk's next start on.

    It is copied aside, judged as copied, and only then named as the one in use, so a power cut
    leaves the old pack or the new one. Raises PackError, RefusedError, InstalledError, or
    InstallFailedError; `note` is called before an older version comes back.
    """
    try:
        with unpacked(place) as folder, _alone(data), _staged(data, folder) as staged:
            shelf = read_shelf(data)
            info, approvals = _judged(staged, place, rules)
            older = _compare_versions(info, shelf, rules)
            if older:
                note("content_older", f"{older} to {info.version} {info.digest[:12]}")
            return _use(data, staged, info, approvals, shelf, rules)
    except OSError as error:
        raise InstallFailedError(
            f"{data}: the pack could not be written ({error.strerror}); what was in use still is"
        ) from error


def roll_back(data: Path, note: Note) -> Done:
    """Put the pack that was in use before into use again, from the kiosk's next start on.

    Raises RefusedError when there is none or its bytes were altered, and InstallFailedError.
    """
    shelf = read_shelf(data)
    current, before = shelf.current, shelf.before
    if current is None or before is None:
        raise RefusedError(f"{data}: there is no earlier content to go back to")
    if not is_whole(data, before):
        folder = packs_folder(data) / before.folder
        raise RefusedError(f"{folder}: was altered after it was installed; install it again")
    note("content_rolled_back", f"{current} to {before}")
    try:
        write_shelf(data, replace(shelf, used=shelf.used[:-1]))
    except OSError as error:
        raise InstallFailedError(f"{data}: cannot be written ({error.strerror})") from error
    return Done(before, current, Approvals((), (), 0))


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Make the folders, and hold off a second install for as long as this one takes."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    for folder in (data / AREA, packs_folder(data)):
        if not folder.is_dir():
            make_folder(folder)
    try:
        lock = take_lock(data / AREA)
    except StoreBusy as error:
        raise InstallFailedError(f"{data}: another install is at work; try again") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _staged(data: Path, folder: Path) -> Iterator[Path]:
    """Give a copy of a pack beside the installed ones, under a name that nothing reads."""
    packs = packs_folder(data)
    for left in packs.glob(f"{_STAGED}*"):
        shutil.rmtree(left)
    listing = pack_listing(folder)
    files = {name: (folder / name).read_bytes() for name in files_in(listing)}
    files[f"{APPROVALS}/{LISTING}"] = listing
    for path in signature_files(folder):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                files[f"{APPROVALS}/{path.name}"] = file.read(MAX_FILE_BYTES)
    staged = packs / f"{_STAGED}{secrets.token_hex(4)}"
    write_tree_durably(staged, files)
    try:
        yield staged
    finally:
        if staged.exists():
            shutil.rmtree(staged)


def _judged(staged: Path, place: Path, rules: Rules) -> tuple[PackInfo, Approvals]:
    errors = [one for one in check_pack(staged) if one.level == "error"]
    if errors:
        raise RefusedError(
            f"{place}: errors: {len(errors)}, so it is not installed; "
            f"see: anteroom content check {place}"
        )
    info, listing = load_pack(staged).info, pack_listing(staged)
    if digest_of(listing) != info.digest:
        raise InstallFailedError(f"{place}: was changed while it was installed; try again")
    if info.status != "approved":
        raise RefusedError(f"{place}: pack.toml still marks it as a draft, so it is not installed")
    if not rules.approvers:
        raise RefusedError(
            "the settings name no approvers, so no signature counts; docs/content-approval.md "
            "shows how to name them"
        )
    approvals = read_approvals(staged, listing, info, rules.approvers)
    if not approvals.complete:
        raise RefusedError(f"{place}: {approvals.lack}, so it is not installed")
    if info.review_by < rules.today:
        raise RefusedError(
            f"{place}: its review was due on {info.review_by}, so it is not installed"
        )
    return info, approvals


def _compare_versions(info: PackInfo, shelf: Shelf, rules: Rules) -> str:
    """Return what an older version would replace, "" for a newer one; raises RefusedError."""
    for one in shelf.kept:
        if (one.id, one.version) == (info.id, info.version) and one.sha256 != info.digest:
            raise RefusedError(
                f"{info.id} {info.version} is installed already with other bytes; give the new "
                "pack a higher version in pack.toml, and have it signed again"
            )
    current = shelf.current
    if (
        current is None
        or current.id != info.id
        or _number(info.version) >= _number(current.version)
    ):
        return ""
    if not rules.older:
        raise RefusedError(
            f"{info.version} is older than {current.version}, which is in use; to go back, run: "
            "anteroom content rollback; or add --allow-older with --staff and --reason"
        )
    return str(current)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _use(
    data: Path, staged: Path, info: PackInfo, approvals: Approvals, shelf: Shelf, rules: Rules
) -> Done:
    before, packs = shelf.current, packs_folder(data)
    now = _kept_already(data, info, shelf, rules)
    if now is None:
        number, target = 1, packs / info.digest
        while target.exists():
            number += 1
            target = packs / f"{info.digest}-{number}"
        staged.rename(target)
        sync_folder(packs)
        now = Installed(target.name, info.id, info.version, info.digest, rules.today)
        shelf = replace(shelf, kept=(*shelf.kept, now))
    if now != before:
        write_shelf(data, replace(shelf, used=(*shelf.used, now.folder)))
    return Done(now, before, approvals)


def _kept_already(data: Path, info: PackInfo, shelf: Shelf, rules: Rules) -> Installed | None:
    """Return the same pack where it is kept whole, with signatures that still count."""
    for one in shelf.kept:
        folder = packs_folder(data) / one.folder
        if one.sha256 != info.digest or not is_whole(data, one):
            continue
        if read_approvals(folder, pack_listing(folder), info, rules.approvers).complete:
            return one
    return None


def is_whole(data: Path, pack: Installed) -> bool:
    """Tell whether an installed pack still has the bytes that were installed."""
    try:
        return pack_digest(packs_folder(data) / pack.folder) == pack.sha256
    except PackError:
        return False


def find_shown(data: Path, sha256: str) -> Path:
    """Return the pack of a digest, as a record names it; raises InstalledError."""
    for one in reversed(read_shelf(data).kept):
        if one.sha256.startswith(sha256) and is_whole(data, one):
            return packs_folder(data) / one.folder
    raise InstalledError(f"no content with the digest {sha256[:64]} is kept in {data}")
