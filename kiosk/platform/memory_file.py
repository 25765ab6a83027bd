"""One small secret that outlives the process and not the power: in memory, under a key on disk.

Neither half tells anything alone. The memory is gone without power, and the key is overwritten
when the secret is forgotten, so that what a swap may have caught of it stays unreadable.
"""

import logging
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from kiosk.platform.durable import sync_folder, write_new

LOG = logging.getLogger("anteroom")
_IN_MEMORY = ("tmpfs", "ramfs")
_KEY_BYTES, _NONCE_BYTES = 32, 12
_WRITE = os.O_WRONLY | getattr(os, "O_BINARY", 0)
_MOUNTS = Path("/proc/self/mounts")


def memory_folder(environ: Mapping[str, str], mounts: Path = _MOUNTS) -> Path | None:
    """Return the folder of this login that lies in memory, None where there is none."""
    folder = Path(environ.get("XDG_RUNTIME_DIR", ""))
    if not folder.is_absolute() or not folder.is_dir():
        return None
    try:
        lines = mounts.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    places = [(line.split()[1], line.split()[2]) for line in lines]
    around = {str(one) for one in (folder.resolve(), *folder.resolve().parents)}
    holding = max((one for one in places if one[0] in around), key=_depth, default=("", ""))
    return folder if holding[1] in _IN_MEMORY else None


def _depth(place: tuple[str, str]) -> int:
    return len(place[0])


class MemoryFile:
    """The secret of one data folder; every call may be made from any one thread at a time.

    A folder of None keeps nothing at all. What cannot be written is not kept, and said once.
    """

    def __init__(self, memory: Path | None, data: Path, name: str) -> None:
        from hashlib import sha256

        # Two kiosks of one login have two data folders.
        own = sha256(str(data.resolve()).encode()).hexdigest()[:16]
        self._file = None if memory is None else memory / f"anteroom-{name}-{own}"
        self._key_file = data / f"{name}.key"
        self._key = b""
        self._told = False

    def write(self, secret: bytes) -> None:
        """Keep this, and only this."""
        # Here, because Welcome does not wait for it.
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        if self._file is None:
            return
        try:
            if not self._key:
                self._begin()
            nonce = secrets.token_bytes(_NONCE_BYTES)
            sealed = nonce + ChaCha20Poly1305(self._key).encrypt(nonce, secret, None)
            _put(self._file, sealed)
        except OSError as error:
            if not self._told:
                LOG.warning("a visit under way would not outlive a crash: %s", error.strerror)
            self._told = True

    def _begin(self) -> None:
        self._shred()
        key = secrets.token_bytes(_KEY_BYTES)
        write_new(self._key_file, key)
        sync_folder(self._key_file.parent)
        self._key = key

    def read(self) -> bytes | None:
        """Return what is kept, None where there is nothing whole."""
        if self._file is None or not self._file.exists() or not self._key_file.exists():
            return None
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        try:
            key, sealed = self._key_file.read_bytes(), self._file.read_bytes()
            nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            secret = ChaCha20Poly1305(key).decrypt(nonce, rest, None)
        except (OSError, ValueError, InvalidTag):
            return None
        self._key = key
        return secret

    def forget(self) -> None:
        """Keep nothing any more: the key first, for without it the rest is noise."""
        self._key = b""
        try:
            self._shred()
            for file in (self._file, _draft(self._file)) if self._file is not None else ():
                file.unlink(missing_ok=True)
        except OSError as error:
            LOG.warning("what was kept of a visit could not be erased: %s", error.strerror)

    def _shred(self) -> None:
        """Overwrite the key in place and sync; a new file would leave it in a freed block."""
        try:
            descriptor = os.open(self._key_file, _WRITE)
        except FileNotFoundError:
            return
        try:
            os.write(descriptor, bytes(_KEY_BYTES))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        self._key_file.unlink()


def _draft(file: Path) -> Path:
    return file.with_name(f".{file.name}")


def _put(file: Path, data: bytes) -> None:
    """Replace a file at once; a kill leaves the old bytes or the new ones, and at most a draft."""
    descriptor = os.open(_draft(file), _WRITE | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)
    _draft(file).replace(file)
