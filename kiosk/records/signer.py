"""Whether a signature over a text is one by the key of this kiosk."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.records.errors import BadKey
from kiosk.records.keys import load_device_key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class Keys(NamedTuple):
    """The public key of the signatures, and the folder where the private one may lie."""

    public: bytes
    folder: Path | None


class Signer:
    """The key that made the signatures, as far as it is known."""

    def __init__(self, keys: Keys) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        self._public: Ed25519PublicKey | None = None
        with suppress(ValueError):
            self._public = Ed25519PublicKey.from_public_bytes(keys.public)
        self._private = _own_key(keys)

    def covers_all(self, claims: Sequence[tuple[bytes, bytes]]) -> bool:
        """Tell whether each signature is one over its text; one after the other is quickest."""
        if self._private is None:
            return all(self.covers(signature, text) for signature, text in claims)
        sign = self._private.sign
        return all(
            sign(text) == signature or self.covers(signature, text) for signature, text in claims
        )

    def covers(self, signature: bytes, text: bytes) -> bool:
        """Tell whether the signature over the text is one by this key.

        Signing the text again gives the same bytes and takes a third of the time. What it does
        not give may still be a signature, so the public key has the last word.
        """
        from cryptography.exceptions import InvalidSignature

        if self._private is not None and self._private.sign(text) == signature:
            return True
        if self._public is None:
            return False
        try:
            self._public.verify(signature, text)
        except InvalidSignature:
            return False
        return True


def _own_key(keys: Keys) -> "Ed25519PrivateKey | None":
    if keys.folder is None:
        return None
    try:
        device = load_device_key(keys.folder)
    except BadKey:
        return None
    return device.private if device.public == keys.public else None
