"""Sealing: everything about the person, readable only with a recipient's private key."""

from collections.abc import Callable, Sequence

from kiosk.records.keys import Recipient

FORM = 1
HEAD_LENGTH = 2
ID_LENGTH = 8
WRAPPED_LENGTH = 80
NONCE_LENGTH = 12
TAG_LENGTH = 16
# The length of a sealed part must not tell how many questions a person had.
PERSON_BLOCK = 4096
EVENT_BLOCK = 1024


def seal(
    plain: bytes,
    context: str,
    recipients: Sequence[Recipient],
    random_bytes: Callable[[int], bytes],
    block: int,
) -> bytes:
    """Encrypt under a fresh key and wrap that key for each recipient.

    The length of the result depends only on the number of recipients and on the length
    of plain rounded up to block bytes.
    """
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
    key = random_bytes(32)
    nonce = random_bytes(NONCE_LENGTH)
    parts = [bytes((FORM, len(recipients)))]
    for recipient in recipients:
        info = f"{context}|{recipient.id}".encode()
        parts += [bytes.fromhex(recipient.id), suite.encrypt(key, recipient.public, info)]
    parts += [nonce, ChaCha20Poly1305(key).encrypt(nonce, pad(plain, block), context.encode())]
    return b"".join(parts)


def pad(plain: bytes, block: int) -> bytes:
    """Put the length in four bytes before the text and fill up to whole blocks with zeros."""
    framed = len(plain).to_bytes(4) + plain
    return framed + bytes(-len(framed) % block)


def recipient_ids(sealed: bytes) -> tuple[str, ...]:
    """Return whom a sealed part is for; raises ValueError when it is not one."""
    if sealed[:1] != bytes((FORM,)):
        raise ValueError("the sealed part has an unknown form")
    step = ID_LENGTH + WRAPPED_LENGTH
    if (
        len(sealed) < HEAD_LENGTH
        or len(sealed) < HEAD_LENGTH + sealed[1] * step + NONCE_LENGTH + TAG_LENGTH
    ):
        raise ValueError("the sealed part is cut short")
    starts = range(HEAD_LENGTH, HEAD_LENGTH + sealed[1] * step, step)
    return tuple(sealed[start : start + ID_LENGTH].hex() for start in starts)
