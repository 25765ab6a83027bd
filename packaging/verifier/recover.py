"""Open the sealed parts of a record store for the day this project is gone.

    python3 recover.py records.db clinic.key > records.jsonl

Needs Python 3.11 and PyNaCl, and nothing of the kiosk; the form is in docs/record.md, section 4.
A key with a passphrase is first unlocked with OpenSSL: openssl pkey -in clinic.key -out plain.key

Prints one line of JSON for every record that opens and one line on standard error for every one
that does not. The store is copied first and never changed. Exit code 0: all opened, 1: not all.
"""

import argparse
import base64
import hmac
import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

from nacl import bindings
from nacl.exceptions import CryptoError

FORM = 1
ID, WRAPPED, NONCE = 8, 80, 12
PREFIX = bytes.fromhex("302e020100300506032b656e04220420")
KEM = b"KEM" + (0x0020).to_bytes(2)
HPKE = b"HPKE" + b"".join(number.to_bytes(2) for number in (0x0020, 0x0001, 0x0003))
DAMAGE = (sqlite3.Error, OSError, ValueError, TypeError, KeyError, IndexError, CryptoError)


def read_key(path: Path) -> bytes:
    """Return the 32 private bytes of a PKCS #8 PEM file; raises ValueError."""
    text = path.read_text("ascii")
    if "BEGIN ENCRYPTED" in text:
        raise ValueError(f"{path}: has a passphrase; first: openssl pkey -in {path} -out plain.key")
    der = base64.b64decode("".join(text.partition("KEY-----")[2].partition("-----")[0].split()))
    if der[:-32] != PREFIX:
        raise ValueError(f"{path}: not the private key of a recipient")
    return der[-32:]


def extract(suite: bytes, salt: bytes, label: bytes, key: bytes) -> bytes:
    """LabeledExtract of RFC 9180, section 4."""
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + key, "sha256")


def expand(suite: bytes, secret: bytes, label: bytes, info: bytes, length: int) -> bytes:
    """LabeledExpand of RFC 9180, section 4, for at most 32 bytes."""
    text = length.to_bytes(2) + b"HPKE-v1" + suite + label + info + b"\x01"
    return hmac.digest(secret, text, "sha256")[:length]


def hpke_open(wrapped: bytes, private: bytes, info: bytes) -> bytes:
    """Open RFC 9180 base mode, single shot, empty AAD; raises CryptoError."""
    enc, ciphertext = wrapped[:32], wrapped[32:]
    public = bindings.crypto_scalarmult_base(private)
    point = bindings.crypto_scalarmult(private, enc)
    secret = extract(KEM, b"", b"eae_prk", point)
    shared = expand(KEM, secret, b"shared_secret", enc + public, 32)
    context = b"\x00" + extract(HPKE, b"", b"psk_id_hash", b"")
    context += extract(HPKE, b"", b"info_hash", info)
    secret = extract(HPKE, shared, b"secret", b"")
    key = expand(HPKE, secret, b"key", context, 32)
    nonce = expand(HPKE, secret, b"base_nonce", context, 12)
    return bytes(bindings.crypto_aead_chacha20poly1305_ietf_decrypt(ciphertext, b"", nonce, key))


def unseal(sealed: bytes, context: str, private: bytes) -> bytes:
    """Return the JSON in a sealed part; raises ValueError or CryptoError."""
    if sealed[0] != FORM:
        raise ValueError("the sealed part has an unknown form")
    end = 2 + sealed[1] * (ID + WRAPPED)
    parts = [sealed[at : at + ID + WRAPPED] for at in range(2, end, ID + WRAPPED)]
    wrapped = {part[:ID].hex(): part[ID:] for part in parts}
    own = sha256(bindings.crypto_scalarmult_base(private)).hexdigest()[: 2 * ID]
    if own not in wrapped:
        raise ValueError(f"sealed for {', '.join(wrapped)}; this key is {own}")
    key = hpke_open(wrapped[own], private, f"{context}|{own}".encode())
    nonce, ciphertext = sealed[end : end + NONCE], sealed[end + NONCE :]
    padded = bindings.crypto_aead_chacha20poly1305_ietf_decrypt(
        ciphertext, context.encode(), nonce, key
    )
    return bytes(padded[4 : 4 + int.from_bytes(padded[:4])])


def open_row(body: bytes, sealed: bytes, private: bytes) -> dict[str, Any]:
    """Return the clear and the sealed part of one record."""
    clear = json.loads(body)
    context = f"anteroom/1|{clear['kiosk']}|{clear['epoch']}|{clear['seq']}|{clear['id']}"
    return {"clear": clear, "sealed": json.loads(unseal(sealed, context, private))}


def rows(store: Path) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield number, clear and sealed part of every row, from a copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "records.db"
        shutil.copyfile(store, copy)
        journal = Path(f"{store}-journal")
        if journal.exists():
            shutil.copyfile(journal, f"{copy}-journal")
        with closing(sqlite3.connect(copy)) as connection:
            for (seq,) in connection.execute("SELECT seq FROM record ORDER BY seq").fetchall():
                query = "SELECT seq, body, sealed FROM record WHERE seq = ?"
                yield connection.execute(query, (seq,)).fetchone()


def main() -> int:
    """Print what opens; return 1 if anything did not."""
    parser = argparse.ArgumentParser(description="Open the sealed parts of a record store.")
    parser.add_argument("store", type=Path, help="records.db, or the folder it lies in")
    parser.add_argument("key", type=Path, help="a recipient's private key, PEM, no passphrase")
    asked = parser.parse_args()
    failed = 0
    try:
        private = read_key(asked.key)
        store = asked.store / "records.db" if asked.store.is_dir() else asked.store
        for seq, body, sealed in rows(store):
            try:
                print(json.dumps(open_row(body, sealed, private)))
            except DAMAGE as error:
                failed += 1
                print(f"record {seq}: {error}", file=sys.stderr)
    except DAMAGE as error:
        print(f"recover: {error}", file=sys.stderr)
        return 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
