"""The form of docs/record.md read with another library and none of the product's code."""

import hmac
import json
import sqlite3
from base64 import b64encode
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from nacl import bindings
from nacl.signing import VerifyKey

KEM_SUITE = b"KEM" + (0x0020).to_bytes(2)
HPKE_SUITE = b"HPKE" + b"".join(number.to_bytes(2) for number in (0x0020, 0x0001, 0x0003))


class Row(NamedTuple):
    """One row as stored."""

    seq: int
    id: str
    body: bytes
    sealed: bytes
    leaf: bytes
    root: bytes
    mac: bytes
    sig: bytes


def rows_of(database: Path) -> list[Row]:
    with closing(sqlite3.connect(database)) as connection:
        return [Row(*row) for row in connection.execute("SELECT * FROM record ORDER BY seq")]


def merkle_root(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\x01" + merkle_root(leaves[:split]) + merkle_root(leaves[split:])).digest()


def check(rows: list[Row], seed: bytes) -> bytes:
    """Check every record, signature and MAC; return the key of the next record."""
    public = bytes.fromhex(json.loads(rows[0].body)["device_key"])
    leaves: list[bytes] = []
    key, prev = seed, bytes(32)
    for number, row in enumerate(rows):
        body = json.loads(row.body)
        leaves.append(sha256(b"\x00" + row.body).digest())
        root = merkle_root(leaves)
        assert body["kiosk"] == sha256(public).hexdigest()[:16]
        assert (row.seq, body["seq"], row.id) == (number, number, body["id"])
        assert (row.leaf, row.root) == (leaves[-1], root)
        assert body["prev"] == prev.hex()
        assert body["sealed_sha256"] == sha256(row.sealed).hexdigest()
        origin = f"{body['kiosk']}/{body['epoch']}"
        text = f"{origin}\n{number + 1}\n{b64encode(root).decode()}\n".encode()
        VerifyKey(public).verify(text + row.leaf, row.sig)
        assert row.mac == hmac.digest(key, row.leaf, "sha256")
        key, prev = sha256(b"r" + key).digest(), row.leaf
    return key


def open_sealed(row: Row, private: bytes) -> dict[str, Any]:
    """Return the JSON of a sealed part, given a recipient's 32-byte private key."""
    body = json.loads(row.body)
    public = bindings.crypto_scalarmult_base(private)
    wanted = sha256(public).digest()[:8]
    context = f"anteroom/1|{body['kiosk']}|{body['epoch']}|{body['seq']}|{body['id']}"
    sealed = row.sealed
    assert sealed[0] == 1
    end = 2 + sealed[1] * 88
    wrapped = {sealed[at : at + 8]: sealed[at + 8 : at + 88] for at in range(2, end, 88)}
    info = f"{context}|{wanted.hex()}".encode()
    key = hpke_open(wrapped[wanted], private, public, info)
    nonce, ciphertext = sealed[end : end + 12], sealed[end + 12 :]
    padded = bindings.crypto_aead_chacha20poly1305_ietf_decrypt(
        ciphertext, context.encode(), nonce, key
    )
    parsed: dict[str, Any] = json.loads(padded[4 : 4 + int.from_bytes(padded[:4])])
    return parsed


def hpke_open(wrapped: bytes, private: bytes, public: bytes, info: bytes) -> bytes:
    """Open RFC 9180 base mode, single shot, with an empty AAD."""
    enc, ciphertext = wrapped[:32], wrapped[32:]
    shared_point = bindings.crypto_scalarmult(private, enc)
    eae = _extract(KEM_SUITE, b"", b"eae_prk", shared_point)
    shared = _expand(KEM_SUITE, eae, b"shared_secret", enc + public, 32)
    schedule = (
        b"\x00"
        + _extract(HPKE_SUITE, b"", b"psk_id_hash", b"")
        + _extract(HPKE_SUITE, b"", b"info_hash", info)
    )
    secret = _extract(HPKE_SUITE, shared, b"secret", b"")
    key = _expand(HPKE_SUITE, secret, b"key", schedule, 32)
    nonce = _expand(HPKE_SUITE, secret, b"base_nonce", schedule, 12)
    return bytes(bindings.crypto_aead_chacha20poly1305_ietf_decrypt(ciphertext, b"", nonce, key))


def _extract(suite: bytes, salt: bytes, label: bytes, ikm: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + ikm, "sha256")


def _expand(suite: bytes, secret: bytes, label: bytes, info: bytes, length: int) -> bytes:
    text = length.to_bytes(2) + b"HPKE-v1" + suite + label + info
    return hmac.digest(secret, text + b"\x01", "sha256")[:length]
