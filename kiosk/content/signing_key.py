"""The secret key of an approver, in the file form of the stock `minisign` program."""

import base64
import binascii
import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.content.minisign import ALGORITHM, MinisignError, PublicKey, Signature, prehash

_SCRYPT, _NO_KDF, _CHECK = b"Sc", b"\x00\x00", b"B2"
_FORM = struct.Struct("<2s2s2s32sQQ104s")
_INSIDE = struct.Struct("<8s32s32s32s")
_LINES = 2
# scrypt with N = 2**17, r = 8, p = 1 (OWASP Password Storage Cheat Sheet), in the terms of the
# file; minisign's own keys ask for 2**25 operations and 1 GiB.
_OPERATIONS, _MEMORY = 2**22, 2**27
_MOST_MEMORY, _LEAST_OPERATIONS, _BLOCK = 2**30, 2**15, 8
# OpenSSL wants a little more than the block table itself.
_HEADROOM = 2**26


class WrongPasswordError(MinisignError):
    """The password does not open the key."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An opened secret key; `seed` is the Ed25519 private key, 32 bytes."""

    public: PublicKey
    seed: bytes

    def sign(self, message: bytes, comment: str) -> Signature:
        """Return the signature of some bytes, and of the trusted comment that goes with it."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        signed = private.sign(prehash(message))
        second = private.sign(signed + comment.encode("utf-8"))
        return Signature(self.public.number, signed, comment, second)


@dataclass(frozen=True, slots=True)
class LockedKey:
    """A secret key file as read; `locked` tells whether a password opens it."""

    locked: bool
    _salt: bytes
    _operations: int
    _memory: int
    _inside: bytes

    def open(self, password: bytes) -> SigningKey:
        """Return the key; raises WrongPasswordError, MinisignError."""
        inside = self._inside
        if self.locked:
            inside = _masked(inside, password, self._salt, self._operations, self._memory)
        number, seed, public, check = _INSIDE.unpack(inside)
        # minisign -W leaves the checksum of an open key empty.
        if self.locked and check != _checksum(number, seed + public):
            raise WrongPasswordError("this password does not open the key; nothing was signed")
        if _public_of(seed) != public:
            raise MinisignError("the key is damaged: its two halves do not belong together")
        return SigningKey(PublicKey(number, public), seed)


def read_secret(text: str) -> LockedKey:
    """Read a secret key file of `minisign -G` or `anteroom keys approver`; raises MinisignError."""
    lines = text.strip().splitlines()
    try:
        data = base64.b64decode(lines[1], validate=True) if len(lines) == _LINES else b""
        algorithm, kdf, check, salt, operations, memory, inside = _FORM.unpack(data)
    except (ValueError, binascii.Error, struct.error) as error:
        raise MinisignError("not a minisign secret key file; give the .key file") from error
    if algorithm != ALGORITHM or check != _CHECK or kdf not in (_SCRYPT, _NO_KDF):
        raise MinisignError("a secret key of a kind that is not known here")
    if memory > _MOST_MEMORY:
        raise MinisignError("opening this key would take more than 1 GiB of memory")
    return LockedKey(kdf == _SCRYPT, salt, operations, memory, inside)


def new_key(random_bytes: Callable[[int], bytes]) -> SigningKey:
    """Make a key from a source of secret bytes."""
    seed = random_bytes(32)
    return SigningKey(PublicKey(random_bytes(8), _public_of(seed)), seed)


def secret_file(key: SigningKey, password: bytes, random_bytes: Callable[[int], bytes]) -> str:
    """Return the text of a secret key file that a password opens."""
    number, both = key.public.number, key.seed + key.public.raw
    inside = number + both + _checksum(number, both)
    salt = random_bytes(32)
    masked = _masked(inside, password, salt, _OPERATIONS, _MEMORY)
    packed = _FORM.pack(ALGORITHM, _SCRYPT, _CHECK, salt, _OPERATIONS, _MEMORY, masked)
    text = base64.b64encode(packed).decode("ascii")
    return f"untrusted comment: minisign encrypted secret key\n{text}\n"


def _public_of(seed: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def _checksum(number: bytes, both: bytes) -> bytes:
    return hashlib.blake2b(ALGORITHM + number + both, digest_size=32).digest()


def _masked(inside: bytes, password: bytes, salt: bytes, operations: int, memory: int) -> bytes:
    cost, parallel = _scrypt_cost(operations, memory)
    try:
        stream = hashlib.scrypt(
            password,
            salt=salt,
            n=cost,
            r=_BLOCK,
            p=parallel,
            maxmem=128 * _BLOCK * (cost + parallel) + _HEADROOM,
            dklen=len(inside),
        )
    except (ValueError, MemoryError) as error:
        raise MinisignError("this computer lacks the memory to open the key") from error
    return bytes(one ^ two for one, two in zip(inside, stream, strict=True))


def _scrypt_cost(operations: int, memory: int) -> tuple[int, int]:
    """Return N and p for libsodium's limits, as its pickparams() finds them."""
    operations = max(operations, _LEAST_OPERATIONS)
    if operations < memory // 32:
        return _power_above_half(operations // (_BLOCK * 4)), 1
    cost = _power_above_half(memory // (_BLOCK * 128))
    most = min(operations // 4 // cost, 0x3FFFFFFF)
    return cost, max(most // _BLOCK, 1)


def _power_above_half(most: int) -> int:
    exponent = 1
    while 1 << exponent <= most // 2:
        exponent += 1
    return 1 << exponent
