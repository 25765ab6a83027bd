"""Check a record store with none of the kiosk's code: written from docs/record.md alone.

    python3 anteroom_verify.py FOLDER_OR_STORE [--against HEAD] [--key FILE]

Needs Python 3.11 and PyNaCl, and reads only. HEAD is a check code, SIZE:ROOT or a checkpoint, FILE
a recipient's private key without passphrase. Exit code 0: in order, 1: not, 2: bad usage.
"""

import argparse
import base64
import hmac
import json
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from nacl import bindings
from nacl.exceptions import CryptoError

# Forms of section 3, each a pattern of the JSON of a value.
TEXT, ID, COUNT = '".*"', '"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"', "[0-9]+"
HEX16, HEX64, DAY = '"[0-9a-f]{16}"', '"[0-9a-f]{64}"', '"[0-9]{4}-[0-9]{2}-[0-9]{2}"'
COMMON: dict[str, Any] = {
    **{"v": "1", "id": ID, "kiosk": HEX16, "epoch": COUNT, "seq": COUNT, "prev": HEX64},
    **{"kind": '"(ack|void|correction|cosign|withdrawal|audit|service)"', "day": DAY},
    **{"mode": '"(demo|production)"', "sealed_sha256": HEX64, "app": {"version": TEXT}},
    **{"suite": '"hpke-x25519-hkdfsha256-chacha20poly1305"', "pack": "null"},
    "recipients": rf"\[{HEX16}(, {HEX16})*\]",
    "clock": {"synced": "true|false|null", "went_back": "true|false", "latest": DAY},
}
PACK = dict.fromkeys(("id", "version", "sha256", "locale"), TEXT)
NULL64 = f"null|{HEX64}"
CLOSED = {"epoch": COUNT, "file_sha256": NULL64, "size": COUNT, "root": NULL64, "kiosk": HEX16}
SCHEMA = "SCHEMA_HASH"
PUBLIC, PRIVATE = "302a300506032b65%s032100", "302e020100300506032b65%s04220420"
TROUBLE: tuple[type[Exception], ...] = (sqlite3.Error, OSError, ValueError, TypeError, IndexError, KeyError)
TROUBLE += (CryptoError, RecursionError)
COLUMNS = [int, str, bytes, bytes, bytes, bytes, bytes, bytes]
BATCH = 256
Fault = tuple[int | None, str]


@dataclass
class Store:
    """A store under examination: what stands around its records and how far the walk got."""

    folder: Path
    connection: sqlite3.Connection
    head: tuple[int, bytes] | None
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    birth: dict[str, Any] = field(default_factory=dict)
    public: bytes = b""
    key: bytes | None = None
    size: int = 0
    root: bytes = b""
    prev: bytes = bytes(32)
    nodes: list[tuple[int, bytes]] = field(default_factory=list)
    latest: str = ""
    ids: dict[str, int] = field(default_factory=dict)


def fits(form: Any, value: object) -> bool:  # noqa: ANN401 -- a pattern or an object of patterns
    """Tell whether a value has a form and no field besides."""
    if isinstance(form, dict):
        same = isinstance(value, dict) and value.keys() == form.keys()
        return same and all(fits(form[name], value[name]) for name in form)  # type: ignore[index]  # a dict
    return re.fullmatch(form, json.dumps(value)) is not None


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that gives a field twice."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a field is given twice")
    return dict(pairs)


def parse_body(body: bytes) -> dict[str, Any]:
    """Read a clear part as strictly as section 3 has it; raises ValueError."""
    one = json.loads(body.decode("ascii"), object_pairs_hook=unique)
    if not isinstance(one, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 -- bad input, not a wrong call
    form, kind = dict(COMMON), one.get("kind")
    if kind == "ack" or one.get("pack") is not None:
        form["pack"] = PACK
    if kind != "ack":
        form["event"] = '"[a-z][a-z0-9_]{0,39}"'
    if kind in ("void", "correction") and "refers_to" in one:
        form["refers_to"] = {"id": ID, "leaf": HEX64}
    if one.get("seq") == 0:
        form["device_key"] = HEX64
    if one.get("seq") == 0 and one.get("epoch") not in (0, 1):
        old = one.get("continues")
        keep = CLOSED.keys() if isinstance(old, dict) and "kiosk" in old else CLOSED.keys() - {"kiosk"}
        form["continues"] = {name: CLOSED[name] for name in keep}
    wrong = [name for name in form.keys() | one.keys() if name not in form or name not in one]
    wrong = wrong or [name for name in form if not fits(form[name], one[name])]
    if wrong:
        raise ValueError(f"field {min(wrong)} is missing, out of place or has a wrong form")
    return one


def read_key(path: Path, form: str, curve: str) -> bytes:
    """Return the 32 bytes in a PEM key file; raises ValueError or OSError."""
    lines = path.read_text("ascii").split("-----")
    der = base64.b64decode("".join(lines[2].split())) if len(lines) > 2 else b""  # noqa: PLR2004 -- the middle
    if der[:-32].hex() != form % curve:
        raise ValueError(f"{path.name} is not the key it should be, or has a passphrase")
    return der[-32:]


def key_id(raw: bytes) -> str:
    """Return the id of a public key."""
    return sha256(raw).hexdigest()[:16]


def unseal(sealed: bytes, context: str, private: bytes) -> dict[str, Any]:
    """Open a sealed part, section 4, with HPKE as in RFC 9180; raises CryptoError or ValueError."""

    def mac(key: bytes, *parts: bytes) -> bytes:
        return hmac.digest(key, b"".join(parts), "sha256")

    public, end = bindings.crypto_scalarmult_base(private), 2 + sealed[1] * 88
    own = key_id(public)
    wraps = {sealed[at : at + 8].hex(): sealed[at + 8 : at + 88] for at in range(2, end, 88)}
    if sealed[0] != 1 or own not in wraps:
        raise ValueError(f"sealed for {', '.join(wraps)}; this key is {own}")
    enc, info = wraps[own][:32], f"{context}|{own}".encode()
    kem, hpke = b"HPKE-v1KEM\0\x20", b"HPKE-v1HPKE\0\x20\0\x01\0\x03"
    secret = mac(bytes(32), kem, b"eae_prk", bindings.crypto_scalarmult(private, enc))
    secret = mac(secret, b"\0\x20", kem, b"shared_secret", enc, public, b"\x01")
    salts = mac(bytes(32), hpke, b"psk_id_hash"), mac(bytes(32), hpke, b"info_hash", info)
    secret = mac(secret, hpke, b"secret")
    key = mac(secret, b"\0\x20", hpke, b"key\0", *salts, b"\x01")
    nonce = mac(secret, b"\0\x0c", hpke, b"base_nonce\0", *salts, b"\x01")[:12]
    aead = bindings.crypto_aead_chacha20poly1305_ietf_decrypt
    key = aead(wraps[own][32:], b"", nonce, key)
    framed = aead(sealed[end + 12 :], context.encode(), sealed[end : end + 12], key)
    return dict(json.loads(framed[4 : 4 + int.from_bytes(framed[:4])]))


def parse_head(text: str) -> tuple[int, bytes]:
    """Read a check code, SIZE:ROOT or a checkpoint, section 5; raises ValueError."""
    lines = text.strip().split("\n")
    letters = re.sub(r"[\s-]", "", text).upper().translate(str.maketrans("018", "OIB"))
    if len(lines) > 1:
        size, root = int(lines[1]), base64.b64decode(lines[2], validate=True)
    elif ":" in text:
        size, root = int(text.partition(":")[0]), bytes.fromhex(text.partition(":")[2])
    elif re.fullmatch("[A-Z2-7]{20}", letters):
        number = int.from_bytes(base64.b32decode(letters + "AAAA")[:13]) >> 4
        size, root = number >> 72, (number & (1 << 72) - 1).to_bytes(9)
    else:
        raise ValueError("a check code has 20 letters")
    if size < 1 or len(root) not in (9, 32):
        raise ValueError("not a head")
    return size, root


def grow(store: Store, leaf: bytes) -> bytes:
    """Add a leaf to the tree of section 5 and return its root."""
    level, digest = 0, leaf
    while store.nodes and store.nodes[-1][0] == level:
        digest = sha256(b"\x01" + store.nodes.pop()[1] + digest).digest()
        level += 1
    store.nodes.append((level, digest))
    for _, left in store.nodes[-2::-1]:
        digest = sha256(b"\x01" + left + digest).digest()
    return digest


def signed(store: Store, leaf: bytes, root: bytes, sig: bytes) -> bool:
    """Tell whether the signature of section 5 holds for the next record."""
    origin = f"{store.birth['kiosk']}/{store.birth['epoch']}"
    text = f"{origin}\n{store.size + 1}\n{base64.b64encode(root).decode()}\n".encode() + leaf
    with suppress(CryptoError, ValueError):
        return len(sig) == 64 and bindings.crypto_sign_open(sig + text, store.public) == text  # noqa: PLR2004 -- bytes
    return False


def examine(store: Store, row: tuple[Any, ...]) -> Iterator[str]:
    """Yield what is wrong with the next record, section 8."""
    if [*map(type, row)] != COLUMNS:
        yield f"record cannot be read: {row[1:2]}"
        return
    seq, name, body, sealed, leaf, root, mac, sig = row
    if seq != store.size:
        yield f"record {store.size} is missing before it"
        return
    try:
        one = parse_body(body)
    except (ValueError, RecursionError) as error:
        yield f"edited: {error}"
        return
    same = all(one[part] == store.birth[part] for part in ("kiosk", "epoch", "mode"))
    anchored = not store.head or store.head[0] != seq + 1 or root.startswith(store.head[1])
    checks = {
        f"out of place: this is record {one['seq']}": one["seq"] == seq,
        "edited: its clear part and its leaf do not fit": leaf == sha256(b"\0" + body).digest(),
        "its sealed part was changed or swapped": sha256(sealed).hexdigest() == one["sealed_sha256"],
        "the id column was changed": one["id"] == name,
        "comes from another kiosk, epoch or mode": same,
        "does not follow on the record before it": one["prev"] == store.prev.hex(),
        "its latest day does not follow": one["clock"]["latest"] == max(store.latest, one["day"]),
        "its root does not follow from the records up to it": root == grow(store, leaf),
        "not signed by this kiosk: rewritten or inserted": signed(store, leaf, root, sig),
        "the check code was taken from another chain: rewritten, or another store": anchored,
        "does not fit the one-time key: rewritten after it was made": store.key is None
        or mac == hmac.digest(store.key, leaf, "sha256"),
    }
    yield from (what for what, good in checks.items() if not good)
    store.prev, store.latest, store.ids[name] = leaf, one["clock"]["latest"], seq
    store.key, store.root = store.key and sha256(b"r" + store.key).digest(), root


def moved(store: Store, seq: int) -> str:
    """Say where the record that belongs here stands."""
    query = "SELECT seq FROM record WHERE seq <> ?1 AND instr(body, CAST(?2 AS BLOB))"
    there = store.connection.execute(query, (seq, f'"seq":{seq},')).fetchone()
    if there is None:
        return f"record {seq} is missing and another stands in its place, or one was inserted"
    return f"inserted or reordered: a record {seq} stands at {there[0]}"


def one_row(store: Store, seq: int) -> tuple[Any, ...]:
    """Return a record, or its number and why it cannot be read."""
    try:
        query = "SELECT * FROM record WHERE seq = ?"
        return store.connection.execute(query, (seq,)).fetchone() or (seq, "it is missing")
    except TROUBLE as error:
        return seq, str(error)


def rows_of(store: Store, highest: int) -> Iterator[tuple[Any, ...]]:
    """Yield all records in batches; where a batch cannot be read, one by one."""
    at, rows = 0, [(-1,)]
    while rows:
        query = f"SELECT * FROM record WHERE seq >= ? ORDER BY seq LIMIT {BATCH}"
        try:
            rows = store.connection.execute(query, (at,)).fetchall()
        except TROUBLE as error:
            rows = [one_row(store, seq) for seq in range(at, min(at + BATCH, highest))]
            rows = rows or [(at, str(error))]
        yield from rows
        at = rows[-1][0] + 1 if rows else at


def check_birth(store: Store, row: tuple[Any, ...] | None, key: Path | None) -> None:
    """Read the first record, the keys around it and the seed of the one-time keys."""
    if row is None or [*map(type, row)] != COLUMNS:
        raise ValueError("the store holds no record, not even its first")
    store.birth, pinned, demo = parse_body(row[2]), b"", store.folder / "demo-recipient.key"
    try:
        if (store.folder / "device.pub").exists():
            pinned = read_key(store.folder / "device.pub", PUBLIC, "70")
            if (store.folder / "device.key").exists():
                seed = read_key(store.folder / "device.key", PRIVATE, "70")
                if bindings.crypto_sign_seed_keypair(seed)[0] != pinned:
                    store.faults.append((None, "the signing key was swapped: device.key"))
    except TROUBLE as error:
        store.faults.append((None, str(error)))
    store.public = bytes.fromhex(store.birth.get("device_key", "")) or pinned
    if key_id(store.public) != store.birth["kiosk"] or pinned not in (b"", store.public):
        store.faults.append((0, "the signing key was swapped: it is not the kiosk's"))
    key = key or (demo if demo.exists() else None)
    if key is None or row[0] != 0:
        store.notes.append("the one-time keys were not checked: no recipient key was given")
        return
    context = "anteroom/1|{kiosk}|{epoch}|{seq}|{id}".format(**store.birth)
    try:
        seed = read_key(key, PRIVATE, "6e")
        store.key = bytes.fromhex(unseal(row[3], context, seed)["ratchet_seed"])
    except TROUBLE as error:
        store.faults.append((0, f"the seed of the one-time keys cannot be opened: {error}"))


def check_ends(store: Store, size: int, ratchet: bytes) -> None:
    """Compare the end with the ratchet and the head, then the look-up, schema and closed store."""
    blame, ask = store.faults.append, store.connection.execute
    if store.head and store.head[0] > size:
        blame((size, f"the head was taken at {store.head[0]} records: the end was cut off"))
    epoch, count = int.from_bytes(ratchet[8:12]), int.from_bytes(ratchet[12:20])
    if ratchet and epoch != store.birth["epoch"]:
        blame((None, f"the ratchet belongs to epoch {epoch}"))
    elif ratchet and not size - 1 <= count <= size:
        what = "the end was cut off, or an older file was put back"
        blame((min(size, count), f"the ratchet has counted {count} of {size} records: {what}"))
    elif ratchet and store.key and count == store.size and ratchet[20:52] != store.key:
        blame((None, "the ratchet does not hold the key that follows on the last record"))
    query = "SELECT id, seq FROM record INDEXED BY sqlite_autoindex_record_1 WHERE seq < ?"
    if dict(ask(query, (size,)).fetchall()) != store.ids:
        blame((None, "the look-up by id does not match the records"))
    found = ask("SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
    if sha256("\n".join(str(sql) for (sql,) in found).encode()).hexdigest() != SCHEMA:
        blame((None, "a guard or table is missing or was changed, or something was added"))
    old = store.birth.get("continues", {"epoch": 0, "file_sha256": None})
    stores = store.folder.glob(f"closed/epoch-{old['epoch']}*/records.db")
    names = [one for one in stores if re.fullmatch(r"epoch-\d+(-\d+)?", one.parent.name)]
    hashes = {sha256(one.read_bytes()).hexdigest() for one in names}
    if old["file_sha256"] and hashes and old["file_sha256"] not in hashes:
        blame((None, "the closed store is not the file that record 0 continues"))


def check(path: Path, head: tuple[int, bytes] | None = None, key: Path | None = None) -> Store:
    """Check a store file and what lies beside it; a journal is applied to a copy."""
    with ExitStack() as stack:
        store = Store(path.parent, stack.enter_context(closing(sqlite3.connect(":memory:"))), head)
        try:
            store.connection = stack.enter_context(opened(path, stack))
            check_open(store, path, key)
        except TROUBLE as error:
            store.faults.append((None if not store.birth else 0, f"cannot be read: {error}"))
    return store
