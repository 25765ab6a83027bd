"""Key files: the kiosk's signing key and the keys records are sealed to."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.records.disk import sync_folder, write_private
from kiosk.records.errors import BadKey, KeyMissing, WrongPassphrase
from kiosk.records.locked_key import locked_pem

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

DEVICE_KEY = "device.key"
DEVICE_PUBLIC = "device.pub"
RECIPIENTS = "recipients"
DEMO_KEY = "demo-recipient.key"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A public key records are sealed to; id is 16 hex letters of its SHA-256."""

    id: str
    public: "X25519PublicKey"
    raw: bytes


@dataclass(frozen=True, slots=True)
class Device:
    """The kiosk's signing key and the kiosk id that follows from its public half."""

    kiosk: str
    private: "Ed25519PrivateKey"
    public: bytes


def key_id(raw_public: bytes) -> str:
    """Return the 16-letter id of a 32-byte public key."""
    return sha256(raw_public).hexdigest()[:16]


def new_device_key(folder: Path) -> Device:
    """Make the signing key pair in a folder and return it; raises OSError."""
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    text = private.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
    write_private(folder / DEVICE_KEY, text)
    public_text = private.public_key().public_bytes(
        form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo
    )
    write_private(folder / DEVICE_PUBLIC, public_text)
    return _device(private)


def load_device_key(folder: Path) -> Device:
    """Read the signing key; raises BadKey."""
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    path = folder / DEVICE_KEY
    try:
        private = form.load_pem_private_key(_read(path), None)
    except (ValueError, TypeError) as error:
        raise BadKey(f"{path}: not a signing key; put the kiosk's own file back") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise BadKey(f"{path}: not an Ed25519 key; put the kiosk's own file back")
    return _device(private)


def _device(private: "Ed25519PrivateKey") -> Device:
    raw = private.public_key().public_bytes_raw()
    return Device(key_id(raw), private, raw)


def load_device_public(path: Path) -> bytes:
    """Read the 32-byte public signing key from its PEM file; raises BadKey."""
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = form.load_pem_public_key(_read(path))
    except ValueError as error:
        raise BadKey(f"{path}: not a public signing key") from error
    if not isinstance(public, Ed25519PublicKey):
        raise BadKey(f"{path}: not an Ed25519 key")
    return public.public_bytes_raw()


def new_recipient(private_path: Path, public_path: Path, passphrase: bytes | None) -> Recipient:
    """Make a recipient key pair in two new PEM files.

    Raises OSError, FileExistsError among them: a key is never written over.
    """
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    write_private(private_path, _private_text(private, passphrase))
    public = private.public_key()
    write_private(
        public_path,
        public.public_bytes(form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo),
    )
    return recipient_from(public.public_bytes_raw())


def _private_text(private: "X25519PrivateKey", passphrase: bytes | None) -> bytes:
    from cryptography.hazmat.primitives import serialization as form

    bare = form.NoEncryption()
    if not passphrase:
        return private.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, bare)
    plain = private.private_bytes(form.Encoding.DER, form.PrivateFormat.PKCS8, bare)
    return locked_pem(plain, passphrase)


def protect(path: Path, passphrase: bytes, old: bytes | None = None) -> None:
    """Write a private recipient key again in its own file, under a passphrase.

    Raises BadKey, or OSError where the file cannot be written; the old bytes are then still there.
    """
    text = _private_text(load_private(path, old), passphrase)
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    write_private(draft, text)
    draft.replace(path)
    sync_folder(path.parent)


def recipient_from(raw: bytes) -> Recipient:
    """Return the recipient of a 32-byte public key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    return Recipient(key_id(raw), X25519PublicKey.from_public_bytes(raw), raw)


def load_recipient(path: Path) -> Recipient:
    """Read a public recipient key from a PEM file; raises BadKey."""
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    try:
        public = form.load_pem_public_key(_read(path))
    except ValueError as error:
        raise BadKey(f"{path}: not a public recipient key; make one with 'keys new'") from error
    if not isinstance(public, X25519PublicKey):
        raise BadKey(f"{path}: not an X25519 key; make one with 'keys new'")
    return recipient_from(public.public_bytes_raw())


def load_recipients(folder: Path, more: Iterable[Path] = ()) -> tuple[Recipient, ...]:
    """Read recipients/*.pub of a data folder and further files, ordered by id."""
    files = [*sorted((folder / RECIPIENTS).glob("*.pub")), *more]
    found = {recipient.id: recipient for recipient in map(load_recipient, files)}
    return tuple(found[name] for name in sorted(found))


def load_private(path: Path, passphrase: bytes | None = None) -> "X25519PrivateKey":
    """Read a private recipient key; raises BadKey, also for a wrong passphrase."""
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    try:
        private = form.load_pem_private_key(_read(path), passphrase)
    except TypeError as error:
        raise BadKey(f"{path}: {str(error)[:1].lower()}{str(error)[1:]}") from error
    except ValueError as error:
        raise WrongPassphrase(
            f"{path}: not a private recipient key, or a wrong passphrase"
        ) from error
    if not isinstance(private, X25519PrivateKey):
        raise BadKey(f"{path}: not an X25519 key")
    return private


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KeyMissing(f"{path}: cannot be read ({error.strerror})") from error
    except OSError as error:
        raise BadKey(f"{path}: cannot be read ({error.strerror})") from error
