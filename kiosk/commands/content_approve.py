"""anteroom content approve: one person's signature over the exact bytes of a pack."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.commands.content_diff import told
from kiosk.commands.places import UsageError, pack_folder, pack_place
from kiosk.commands.secrets_in import ask
from kiosk.config import Config, load_config
from kiosk.content.approvals import (
    LISTING,
    NEEDED,
    SUFFIX,
    Approvals,
    digest_of,
    read_approvals,
    read_small,
    statement_for,
)
from kiosk.content.blocks import Pack
from kiosk.content.folder import APPROVALS
from kiosk.content.minisign import MinisignError, PublicKey, signature_file
from kiosk.content.pack import load_pack, pack_listing
from kiosk.content.signing_key import LockedKey, SigningKey, read_secret
from kiosk.domain.approver import Approver, name_fault, same_words
from kiosk.domain.errors import AnteroomError
from kiosk.platform.clock import SystemClock
from kiosk.platform.durable import write_durably
from kiosk.staff.installed import packs_folder, read_shelf


class NotApprovedError(AnteroomError):
    """A pack cannot be approved, or was not."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """The pack that is approved, as it was read."""

    folder: Path
    pack: Pack
    listing: bytes
    warnings: int


def run(args: Namespace) -> int:
    """Show what is signed, ask for the key's password, and sign."""
    config = load_config(args.config)
    folder = pack_folder(args.folder)
    for option, text in (("--name", args.name), ("--role", args.role)):
        if fault := name_fault(text):
            raise UsageError(f"{option} {text[:40]!r} {fault}")
    locked = _secret(args.key)
    today = SystemClock().utc()[:10]
    subject = _subject(folder, today)
    before = _approved_before(args, config)
    _show(subject, before, config.approvers, quiet=args.json)
    key = _open(locked, args.key)
    _check_person(key.public, args, config.approvers)
    if pack_listing(folder) != subject.listing:
        raise NotApprovedError(f"{folder}: was changed while you looked; nothing was signed")
    statement = statement_for(subject.pack.info, name=args.name, role=args.role, date=today)
    signature = key.sign(subject.listing, statement.comment)
    file = folder / APPROVALS / f"{key.public.id}{SUFFIX}"
    _write(file, signature_file(signature, f"approval of {statement.pack} {statement.version}"))
    _write(file.with_name(LISTING), subject.listing.decode("utf-8"))
    found = read_approvals(folder, subject.listing, subject.pack.info, config.approvers)
    _sum_up(file, key.public, args, subject, found)
    return 0


def _secret(path: Path) -> LockedKey:
    try:
        return read_secret(read_small(path))
    except MinisignError as error:
        raise UsageError(f"{path}: {error}") from error


def _subject(folder: Path, today: str) -> _Subject:
    from kiosk.content.check import check_pack

    problems = check_pack(folder)
    errors = sum(one.level == "error" for one in problems)
    if errors:
        raise NotApprovedError(
            f"{folder}: errors: {errors}, so it cannot be approved; "
            f"see: anteroom content check {folder}"
        )
    pack, listing = load_pack(folder), pack_listing(folder)
    if digest_of(listing) != pack.info.digest:
        raise NotApprovedError(f"{folder}: was changed while it was read; try again")
    if pack.info.status != "approved":
        raise NotApprovedError(
            f'{folder / "pack.toml"}: status is "{pack.info.status}"; when the authors are done '
            'they write status = "approved", and then it can be signed'
        )
    if pack.info.review_by < today:
        raise NotApprovedError(
            f"{folder / 'pack.toml'}: review_by is {pack.info.review_by}, which has passed"
        )
    return _Subject(folder, pack, listing, len(problems))


def _approved_before(args: Namespace, config: Config) -> Path | None:
    if args.since is not None:
        return pack_place(args.since)
    data = args.data or config.data_dir
    current = read_shelf(data).current
    return None if current is None else packs_folder(data) / current.folder


def _show(
    subject: _Subject, before: Path | None, approvers: tuple[Approver, ...], *, quiet: bool
) -> None:
    if quiet:
        return
    info = subject.pack.info
    print("You are about to approve, for patients to read:")
    print(f"  {info.title}")
    print(f"  {info.id} {info.version}, to be reviewed by {info.review_by}")
    print(f"  digest {info.digest}")
    for one in info.languages:
        lesson = subject.pack.lessons[one.tag]
        pages = sum(len(chapter.pages) for chapter in lesson.chapters)
        words = f"reviewed by {one.reviewer}" if one.reviewed else "unreviewed"
        print(f"  {one.tag}: {pages} pages, {len(lesson.checks)} check questions, {words}")
    print(f"  check: no errors, warnings: {subject.warnings}")
    found = read_approvals(subject.folder, subject.listing, info, approvers)
    for approval in found.counted:
        print(f"  signed already: {approval}")
    for uncounted in found.uncounted:
        print(f"  not counted: {uncounted}")
    if before is None:
        print("Nothing was installed here before, so there is nothing to compare it with.")
    else:
        from kiosk.content.compare import compare
        from kiosk.content.edition import load_edition

        print(f"Changed since {before}:")
        for line in told(compare(load_edition(before), load_edition(subject.folder))):
            print(f"  {line}".rstrip())
    print(flush=True)


def _open(locked: LockedKey, path: Path) -> SigningKey:
    """Open the key; whoever has one without a password says yes instead."""
    try:
        if locked.locked:
            return locked.open(ask(f"Password of {path.name}, which signs the above: ").encode())
        if sys.stdin is not None and sys.stdin.isatty():
            print("This key has no password. Type yes to sign the above: ", end="", flush=True)
            if sys.stdin.readline().strip().lower() != "yes":
                raise NotApprovedError("nothing was signed")
        return locked.open(b"")
    except MinisignError as error:
        raise NotApprovedError(f"{path}: {error}") from error


def _check_person(key: PublicKey, args: Namespace, approvers: tuple[Approver, ...]) -> None:
    """A signature under another name than the listed one would count for nothing."""
    listed = next((one for one in approvers if one.key == key.text), None)
    if listed is None:
        return
    for option, said, known in (
        ("--name", args.name, listed.name),
        ("--role", args.role, listed.role),
    ):
        if not same_words(said, known):
            raise UsageError(
                f"{option} {said!r}: the settings list this key as {known!r}; nothing was signed"
            )


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        write_durably(path, text.encode("utf-8"))
        path.chmod(0o644)
    except OSError as error:
        raise NotApprovedError(f"{path}: cannot be written ({error.strerror})") from error


def _sum_up(
    file: Path, key: PublicKey, args: Namespace, subject: _Subject, found: Approvals
) -> None:
    listed = any(one.file == file.name for one in found.counted)
    if args.json:
        shown = {
            "file": str(file),
            "key": key.text,
            "sha256": subject.pack.info.digest,
            "listed": listed,
            "people": found.people,
            "complete": found.complete,
            "approvals": [asdict(one) for one in found.counted],
            "uncounted": [asdict(one) for one in found.uncounted],
        }
        print(json.dumps(shown, indent=2))
        return
    print(f"Signed: {file}")
    print(f"Anyone can verify it, in {subject.folder}:")
    print(f"  minisign -Vm {APPROVALS}/{LISTING} -x {APPROVALS}/{file.name} -P {key.text}")
    print(f"  sha256sum -c --quiet {APPROVALS}/{LISTING}")
    if not listed:
        print("The settings here do not list this key. Where it shall count, IT adds this line to")
        print(f'approvers: "{args.name}; {args.role}; {key.text}"')
    print(f"Signatures that count with the settings here: {found.people} of {NEEDED} people.")
