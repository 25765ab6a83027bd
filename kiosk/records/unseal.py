"""Opening sealed parts with a private recipient key, at the back office or in a demo."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kiosk.domain.acknowledgement import Acknowledgement
from kiosk.records.database import Row, checked_row
from kiosk.records.entry import Clear, MalformedBodyError, parse_body
from kiosk.records.errors import CannotUnseal, OtherKey, StoreDamaged
from kiosk.records.keys import key_id, load_private
from kiosk.records.person import acknowledgement_from
from kiosk.records.reading import Unreadable, batches, open_readonly, record_count, store_file
from kiosk.records.seal import HEAD_LENGTH, ID_LENGTH, NONCE_LENGTH, WRAPPED_LENGTH, recipient_ids

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey


@dataclass(frozen=True, slots=True)
class Opener:
    """A private recipient key ready for use."""

    id: str
    private: "X25519PrivateKey"


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """One record with its sealed part readable; `person` is the sealed JSON object."""

    clear: Clear
    person: dict[str, Any]

    def acknowledgement(self) -> Acknowledgement:
        """Return the visit; raises CannotUnseal when the record is of another kind."""
        try:
            return acknowledgement_from(json.dumps(self.person).encode())
        except ValueError as error:
            raise CannotUnseal(f"record {self.clear.seq}: {error}") from error


def load_opener(path: Path, passphrase: bytes | None = None) -> Opener:
    """Read a private key file; raises BadKey."""
    private = load_private(path, passphrase)
    return Opener(key_id(private.public_key().public_bytes_raw()), private)


def opener_of(raw: bytes) -> Opener:
    """Return the opener of a raw private key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.from_private_bytes(raw)
    return Opener(key_id(private.public_key().public_bytes_raw()), private)


def unseal(sealed: bytes, context: str, opener: Opener) -> bytes:
    """Return the bytes that were sealed for a context; raises OtherKey or CannotUnseal."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    try:
        ids = recipient_ids(sealed)
    except ValueError as error:
        raise CannotUnseal(str(error)) from error
    if opener.id not in ids:
        raise OtherKey(f"sealed for {', '.join(ids)}; this key is {opener.id}")
    step = ID_LENGTH + WRAPPED_LENGTH
    at = HEAD_LENGTH + ids.index(opener.id) * step + ID_LENGTH
    body_at = HEAD_LENGTH + len(ids) * step
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
    try:
        info = f"{context}|{opener.id}".encode()
        key = suite.decrypt(sealed[at : at + WRAPPED_LENGTH], opener.private, info)
        nonce = sealed[body_at : body_at + NONCE_LENGTH]
        framed = ChaCha20Poly1305(key).decrypt(
            nonce, sealed[body_at + NONCE_LENGTH :], context.encode()
        )
    except (InvalidTag, ValueError) as error:
        raise CannotUnseal("the sealed part was changed or belongs to another record") from error
    return framed[4 : 4 + int.from_bytes(framed[:4])]


def open_row(row: Row, opener: Opener) -> OpenedRecord:
    """Open one record; raises OtherKey or CannotUnseal."""
    try:
        clear = parse_body(row.body)
    except MalformedBodyError as error:
        raise CannotUnseal(f"record {row.seq}: {error}") from error
    return OpenedRecord(clear, open_sealed(row, clear, opener))


def open_sealed(row: Row, clear: Clear, opener: Opener) -> dict[str, Any]:
    """Open the sealed part of a record whose clear part was read; raises OtherKey or CannotUnseal.

    The clear part must be that of the row: reading it twice is a fifth of opening ten thousand.
    """
    try:
        return cast("dict[str, Any]", json.loads(unseal(row.sealed, clear.context, opener)))
    except CannotUnseal as error:
        raise type(error)(f"record {row.seq}: {error}") from error
    except ValueError as error:
        raise CannotUnseal(f"record {row.seq}: {error}") from error


def open_records(data_or_store: Path, opener: Opener) -> Iterator[OpenedRecord]:
    """Open every record in order; raises CannotUnseal, sqlite3.Error or OSError."""
    for _, one in open_each(data_or_store, opener):
        if isinstance(one, CannotUnseal):
            raise one
        yield one


def open_each(
    data_or_store: Path, opener: Opener
) -> Iterator[tuple[int, OpenedRecord | CannotUnseal]]:
    """Yield each record by its number, opened, or the reason why it does not open.

    Raises sqlite3.Error or OSError.
    """
    with open_readonly(store_file(data_or_store)) as connection:
        for batch in batches(connection, record_count(connection)):
            for values in batch:
                if isinstance(values, Unreadable):
                    yield values.seq, CannotUnseal(f"record {values.seq}: {values.reason}")
                else:
                    yield cast("int", values[0]), _opened(values, opener)


def _opened(values: tuple[object, ...], opener: Opener) -> OpenedRecord | CannotUnseal:
    try:
        return open_row(checked_row(values), opener)
    except CannotUnseal as error:
        return error
    except StoreDamaged as error:
        return CannotUnseal(str(error))
