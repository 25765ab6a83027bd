"""The forward-secure key: each record's MAC key is destroyed once it has been used."""

import hmac
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kiosk.records.disk import sync, write_all, write_private
from kiosk.records.errors import StoreDamaged

RATCHET = "ratchet"
_MAGIC = b"ANTRCHT1"
_HEAD = len(_MAGIC) + 4 + 8 + 32
# A reader without the lock may meet a write half done.
_READS = 3


@dataclass(frozen=True, slots=True)
class Ratchet:
    """The key of the next record; `seq` is that record's number."""

    epoch: int
    seq: int
    key: bytes

    def mac(self, leaf: bytes) -> bytes:
        """Return the 32-byte MAC of the leaf of record `seq`."""
        return mac_of(self.key, leaf)

    def next(self) -> "Ratchet":
        """Return the ratchet one record on; there is no way back."""
        return Ratchet(self.epoch, self.seq + 1, key_after(self.key))

    def to_bytes(self) -> bytes:
        """Return the 84 bytes of the file."""
        head = _MAGIC + self.epoch.to_bytes(4) + self.seq.to_bytes(8) + self.key
        return head + sha256(head).digest()


def mac_of(key: bytes, leaf: bytes) -> bytes:
    """Return the 32-byte MAC of a leaf under its one-time key."""
    return hmac.digest(key, leaf, "sha256")


def key_after(key: bytes, records: int = 1) -> bytes:
    """Return the one-time key so many records on."""
    for _ in range(records):
        key = sha256(b"r" + key).digest()
    return key


def create(folder: Path, ratchet: Ratchet) -> None:
    """Write the first ratchet file; raises OSError if there is one."""
    write_private(folder / RATCHET, ratchet.to_bytes())


def load(folder: Path) -> Ratchet:
    """Read the ratchet; raises StoreDamaged when it is missing or torn."""
    path = folder / RATCHET
    for _ in range(_READS):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise StoreDamaged(f"{path}: cannot be read ({error.strerror}); {_ADVICE}") from error
        head = content[:_HEAD]
        if content[_HEAD:] == sha256(head).digest() and head[:8] == _MAGIC:
            return Ratchet(int.from_bytes(head[8:12]), int.from_bytes(head[12:20]), head[20:])
    raise StoreDamaged(f"{path}: not a ratchet file, or torn; {_ADVICE}")


def overwrite(folder: Path, ratchet: Ratchet) -> None:
    """Replace the key in place and sync; raises OSError.

    In place, because a new file would leave the old key in a freed block.
    """
    flags = os.O_WRONLY | getattr(os, "O_BINARY", 0)
    descriptor = os.open(folder / RATCHET, flags)
    try:
        write_all(descriptor, ratchet.to_bytes())
        sync(descriptor)
    finally:
        os.close(descriptor)


class Advancer:
    """Overwrites the key file in the background, one write after the other.

    The record is on disk by then, so nobody has to wait for this; a write that fails or is cut
    off leaves an older key, which the next write or the next start steps on.
    """

    def __init__(self, folder: Path) -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._folder = folder
        self._worker = ThreadPoolExecutor(1, "ratchet")

    def advance(self, ratchet: Ratchet) -> None:
        """Have the file overwritten soon."""
        self._worker.submit(overwrite, self._folder, ratchet)

    def drain(self) -> None:
        """Return when every write so far is done or has failed."""
        self._worker.submit(int).result()

    def close(self) -> None:
        """Return when the last write is done."""
        self._worker.shutdown()


_ADVICE = "keep the folder as it is and call the person who looks after the kiosk"
