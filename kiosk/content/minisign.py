"""Signatures and public keys as the stock `minisign` program writes and reads them."""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from kiosk.domain.errors import BadInputError

ALGORITHM, PREHASHED = b"Ed", b"ED"
KEY_NUMBER_BYTES, PUBLIC_BYTES, SIGNATURE_BYTES = 8, 32, 64
# minisign writes at most 8 KiB of trusted comment; everything else is short.
MAX_FILE_BYTES = 16 * 1024
_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_KEY_LINES, _SIGNATURE_LINES = 2, 4


class MinisignError(BadInputError):
    """A key or a signature is not in the form that minisign writes."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key with the number that its signatures carry."""

    number: bytes
    raw: bytes

    @property
    def id(self) -> str:
        """The key id as minisign prints it, 16 hex digits."""
        return key_id(self.number)

    @property
    def text(self) -> str:
        """The key in one word of 56 letters, as `minisign -P` takes it."""
        return base64.b64encode(ALGORITHM + self.number + self.raw).decode("ascii")


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature over the BLAKE2b-512 of a file, and one over it and its trusted comment."""

    number: bytes
    signed: bytes
    comment: str
    comment_signed: bytes


def key_id(number: bytes) -> str:
    """Return the id of a key number as minisign prints it."""
    return f"{int.from_bytes(number, 'little'):016X}"


def read_public(text: str) -> PublicKey:
    """Read a public key from its 56 letters, or from the file that holds them.

    Raises MinisignError.
    """
    lines = text.strip().splitlines()
    if len(lines) == _KEY_LINES and lines[0].startswith(_UNTRUSTED):
        lines = lines[1:]
    data = _decoded(lines[0].strip()) if len(lines) == 1 else b""
    if len(data) != len(ALGORITHM) + KEY_NUMBER_BYTES + PUBLIC_BYTES or data[:2] != ALGORITHM:
        raise MinisignError("not a minisign public key: 56 letters that start with RW")
    return PublicKey(data[2:10], data[10:])


def public_file(key: PublicKey) -> str:
    """Return the text of a public key file."""
    return f"{_UNTRUSTED}minisign public key {key.id}\n{key.text}\n"


def read_signature(text: str) -> Signature:
    """Read a signature file; raises MinisignError."""
    lines = text.split("\n")
    if lines[-1:] == [""]:
        lines.pop()
    if (
        len(lines) != _SIGNATURE_LINES
        or not lines[0].startswith(_UNTRUSTED)
        or not lines[2].startswith(_TRUSTED)
    ):
        raise MinisignError("not a minisign signature of four lines")
    data, second = _decoded(lines[1]), _decoded(lines[3])
    if len(data) != 2 + KEY_NUMBER_BYTES + SIGNATURE_BYTES or len(second) != SIGNATURE_BYTES:
        raise MinisignError("not a minisign signature: its length is wrong")
    if data[:2] != PREHASHED:
        raise MinisignError("a signature of the old kind; sign again without -l")
    return Signature(data[2:10], data[10:], lines[2].removeprefix(_TRUSTED), second)


def signature_file(signature: Signature, untrusted: str) -> str:
    """Return the text of a signature file; `untrusted` is a comment that nothing protects."""
    first = base64.b64encode(PREHASHED + signature.number + signature.signed).decode("ascii")
    second = base64.b64encode(signature.comment_signed).decode("ascii")
    return f"{_UNTRUSTED}{untrusted}\n{first}\n{_TRUSTED}{signature.comment}\n{second}\n"


def verify(key: PublicKey, signature: Signature, message: bytes) -> bool:
    """Tell whether a key signed these bytes with this trusted comment."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if signature.number != key.number:
        return False
    public = Ed25519PublicKey.from_public_bytes(key.raw)
    try:
        public.verify(signature.signed, prehash(message))
        public.verify(signature.comment_signed, signature.signed + signature.comment.encode())
    except InvalidSignature:
        return False
    return True


def prehash(message: bytes) -> bytes:
    """Return what is signed in place of the bytes themselves."""
    return hashlib.blake2b(message).digest()


def _decoded(line: str) -> bytes:
    try:
        return base64.b64decode(line.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise MinisignError("not a minisign file: a line is not base64") from error
