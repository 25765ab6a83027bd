"""Who has signed the exact bytes of a pack, and whose signatures do not count."""

import hashlib
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.blocks import PackInfo
from kiosk.content.folder import APPROVALS
from kiosk.content.minisign import (
    MAX_FILE_BYTES,
    MinisignError,
    PublicKey,
    Signature,
    key_id,
    read_public,
    read_signature,
    verify,
)
from kiosk.domain.approver import Approver, different_people, name_fault, same_words

NEEDED = 2
LISTING = "content.sha256"
SUFFIX = ".minisig"
MOST_SIGNATURES = 64
_FILE = re.compile(r"[A-Za-z0-9._-]{1,100}\.minisig")
_FORM = re.compile(
    r"anteroom approval; name=(?P<name>[^;=]+); role=(?P<role>[^;=]+); "
    r"pack=(?P<pack>[a-z0-9-]+); version=(?P<version>[0-9.]+); "
    r"languages=(?P<languages>[A-Za-z0-9,-]+); date=(?P<date>\d{4}-\d\d-\d\d); "
    r"sha256=(?P<digest>[0-9a-f]{64})"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What an approver signs besides the bytes: the trusted comment of the signature."""

    name: str
    role: str
    pack: str
    version: str
    languages: str
    date: str
    digest: str

    @property
    def comment(self) -> str:
        """The statement as one line."""
        return (
            f"anteroom approval; name={self.name}; role={self.role}; pack={self.pack}; "
            f"version={self.version}; languages={self.languages}; date={self.date}; "
            f"sha256={self.digest}"
        )


@dataclass(frozen=True, slots=True)
class Approval:
    """A signature that counts; `file` is its name, `key` the id of the key, `date` a UTC day."""

    name: str
    role: str
    date: str
    key: str
    file: str

    def __str__(self) -> str:
        return f"{self.name} ({self.role}) on {self.date}"


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A signature file that counts for nothing, and why."""

    file: str
    why: str

    def __str__(self) -> str:
        return f"{self.file} {self.why}"


@dataclass(frozen=True, slots=True)
class Approvals:
    """Every signature beside a pack; `people` is how many different people count."""

    counted: tuple[Approval, ...]
    uncounted: tuple[Uncounted, ...]
    people: int

    @property
    def complete(self) -> bool:
        """Whether enough different people have signed these very bytes."""
        return self.people >= NEEDED

    @property
    def lack(self) -> str:
        """What is missing, in one phrase."""
        said = f"signed by {self.people} of {NEEDED} different people"
        if self.counted:
            said += f" ({self.signers})"
        if self.uncounted:
            said += f"; not counted: {'; '.join(map(str, self.uncounted))}"
        return said

    @property
    def signers(self) -> str:
        """The people who count, in one phrase."""
        return " and ".join(str(one) for one in self.counted)


def statement_for(info: PackInfo, *, name: str, role: str, date: str) -> Statement:
    """Return what somebody signs who approves a pack on a day."""
    tags = ",".join(one.tag for one in info.languages)
    return Statement(name, role, info.id, info.version, tags, date, info.digest)


def read_statement(comment: str) -> Statement | None:
    """Read a trusted comment; None when it is no approval."""
    found = _FORM.fullmatch(comment)
    if not found or name_fault(found["name"]) or name_fault(found["role"]):
        return None
    return Statement(**found.groupdict())


def read_approvals(
    directory: Path, listing: bytes, info: PackInfo, approvers: tuple[Approver, ...]
) -> Approvals:
    """Judge every signature in a pack's `approvals` folder against its bytes as they are now."""
    keys = [(read_public(one.key), one) for one in approvers]
    counted: list[Approval] = []
    uncounted: list[Uncounted] = []
    signed: list[Approver] = []
    for path in signature_files(directory):
        try:
            approver, statement = _judge(path, listing, info, keys)
        except MinisignError as error:
            uncounted.append(Uncounted(path.name, str(error)))
            continue
        key = read_public(approver.key).id
        counted.append(Approval(approver.name, approver.role, statement.date, key, path.name))
        signed.append(approver)
    return Approvals(tuple(counted), tuple(uncounted), different_people(tuple(signed)))


def signature_files(directory: Path) -> list[Path]:
    """Return the signature files of a pack in order of name; none when there is no such folder."""
    folder = directory / APPROVALS
    if not folder.is_dir() or folder.is_symlink():
        return []
    found = sorted(one for one in folder.iterdir() if _FILE.fullmatch(one.name))
    return found[:MOST_SIGNATURES]


def _judge(
    path: Path, listing: bytes, info: PackInfo, keys: list[tuple[PublicKey, Approver]]
) -> tuple[Approver, Statement]:
    """Return who signed and what; raises MinisignError with the reason why it does not count."""
    signature = read_signature(read_small(path))
    key, approver = _signer(signature, keys)
    statement = read_statement(signature.comment)
    if not verify(key, signature, listing):
        told = statement.digest if statement else info.digest
        if told != info.digest:
            raise MinisignError(
                f"by {approver.name} is for other bytes ({told[:12]}); this pack is "
                f"{info.digest[:12]}, so it was changed after signing"
            )
        raise MinisignError(f"does not fit these bytes or the key of {approver.name}")
    if statement is None:
        raise MinisignError(f"by {approver.name} does not say who approves what; sign again")
    if statement != statement_for(
        info, name=statement.name, role=statement.role, date=statement.date
    ):
        raise MinisignError(f"by {approver.name} names another pack or version")
    for said, listed in ((statement.name, approver.name), (statement.role, approver.role)):
        if not same_words(said, listed):
            raise MinisignError(f"says {said}, but the settings list this key as {listed}")
    return approver, statement


def _signer(
    signature: Signature, keys: list[tuple[PublicKey, Approver]]
) -> tuple[PublicKey, Approver]:
    for key, approver in keys:
        if key.number == signature.number:
            return key, approver
    raise MinisignError(f"is by key {key_id(signature.number)}, which the settings do not list")


def read_small(path: Path) -> str:
    """Return the text of a key or signature file; raises MinisignError."""
    try:
        if not stat.S_ISREG(path.stat(follow_symlinks=False).st_mode):
            raise MinisignError("is not a plain file")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
        if len(data) > MAX_FILE_BYTES:
            raise MinisignError("is too large")
        return data.decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise MinisignError(f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise MinisignError("is not text") from error


def digest_of(listing: bytes) -> str:
    """Return the pack digest that belongs to a listing."""
    return hashlib.sha256(listing).hexdigest()
