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
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from nacl import bindings
from nacl.exceptions import CryptoError

# fmt: off
ABORT = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
SCHEMA = {
    "record": "CREATE TABLE record(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body BLOB NOT "
    "NULL, sealed BLOB NOT NULL, leaf BLOB NOT NULL, root BLOB NOT NULL, mac BLOB NOT NULL, "
    "sig BLOB NOT NULL) STRICT",
    "frontier": "CREATE TABLE frontier(level INTEGER PRIMARY KEY, size INTEGER NOT NULL, "
    "h BLOB NOT NULL) STRICT",
    "record_no_update": f"CREATE TRIGGER record_no_update BEFORE UPDATE ON record {ABORT}",
    "record_no_delete": f"CREATE TRIGGER record_no_delete BEFORE DELETE ON record {ABORT}",
    "record_guard": "CREATE TRIGGER record_guard BEFORE INSERT ON record WHEN EXISTS(SELECT 1 FROM "
    "record WHERE seq = new.seq OR id = new.id) OR new.seq <> (SELECT coalesce(max(seq) + 1, 0) "
    f"FROM record) {ABORT}",
}
REQUIRED = {*"v kind id kiosk epoch seq prev day app pack mode sealed_sha256 suite recipients "
            "clock".split()}
HEX16, HEX64, DAY = "[0-9a-f]{16}", "[0-9a-f]{64}", "[0-9]{4}-[0-9]{2}-[0-9]{2}"
ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
FORMS = {"id": ID, "kiosk": HEX16, "prev": HEX64, "sealed_sha256": HEX64, "day": DAY,
         "kind": "ack|void|correction|cosign|withdrawal|audit|service", "mode": "demo|production",
         "suite": "hpke-x25519-hkdfsha256-chacha20poly1305", "event": "[a-z][a-z0-9_]{0,39}",
         "device_key": HEX64}
# fmt: on
ED25519, X25519 = 0x70, 0x6E
TROUBLE = (sqlite3.Error, OSError, ValueError, OverflowError, TypeError, CryptoError)
BATCH, SMALLEST = 256, 256
Row = tuple[int, str, bytes, bytes, bytes, bytes, bytes, bytes]
Fault = tuple[int | None, str]


@dataclass
class Store:
    """One store under examination: what stands around its records, and how far the walk got."""

    folder: Path
    connection: sqlite3.Connection
    anchor: tuple[int, bytes] | None
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    birth: dict[str, Any] = field(default_factory=dict)
    public: bytes = b""
    count: tuple[int, int, bytes] | None = None
    key: bytes | None = None
    size: int = 0
    prev: bytes = bytes(32)
    nodes: list[tuple[int, bytes]] = field(default_factory=list)
    latest: str = ""
    root: bytes = b""
    ids: dict[str, int] = field(default_factory=dict)

    def first(self) -> Fault | None:
        """Return the first bad record; what concerns no single record comes last."""
        return min(self.faults, key=lambda one: (one[0] is None, one[0] or 0), default=None)


def fits(pattern: str, value: object) -> bool:
    """Tell whether a value is text of a form."""
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def keyed(value: object, *names: str) -> bool:
    """Tell whether a value is an object of exactly these fields."""
    return isinstance(value, dict) and value.keys() == set(names)


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that gives a field twice."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a field is given twice")
    return dict(pairs)


def parse_body(body: bytes) -> dict[str, Any]:
    """Read a clear part as strictly as section 3 has it; raises ValueError."""
    one = json.loads(body.decode("ascii"), object_pairs_hook=unique)
    if not isinstance(one, dict) or REQUIRED - one.keys():
        raise ValueError("a field is missing")
    born, linked = one["seq"] == 0, one["kind"] in ("void", "correction")
    extra = {"event"} if one["kind"] != "ack" else set()
    extra |= {"device_key"} if born else set()
    extra |= {"continues"} if born and one["epoch"] != 1 else set()
    extra |= {"refers_to"} & one.keys() if linked else set()
    if one.keys() != REQUIRED | extra:
        raise ValueError(f"a field is missing or out of place: {one.keys() ^ (REQUIRED | extra)}")
    wrong = [name for name in FORMS if name in one and not fits(FORMS[name], one[name])]
    wrong += [name for name in ("v", "epoch", "seq") if type(one[name]) is not int or one[name] < 0]
    if wrong or one["v"] != 1 or not (good_parts(one) and good_links(one)):
        raise ValueError(f"a field has a wrong form: {wrong}")
    return one


def good_parts(one: dict[str, Any]) -> bool:
    """Tell whether app, recipients, clock and pack have their forms."""
    app, ids, clock, pack = (one[name] for name in ("app", "recipients", "clock", "pack"))
    good = keyed(app, "version") and isinstance(app["version"], str)
    good = good and isinstance(ids, list) and ids != [] and all(fits(HEX16, id_) for id_ in ids)
    good = good and keyed(clock, "synced", "went_back", "latest") and fits(DAY, clock["latest"])
    if not good or type(clock["went_back"]) is not bool:
        return False
    if clock["synced"] is not None and type(clock["synced"]) is not bool:
        return False
    if pack is None:
        return bool(one["kind"] != "ack")
    named = keyed(pack, "id", "version", "sha256", "locale")
    return named and all(isinstance(text, str) for text in pack.values())


def good_links(one: dict[str, Any]) -> bool:
    """Tell whether refers_to and continues have their forms, where they are given."""
    if "refers_to" in one:
        target = one["refers_to"]
        if not keyed(target, "id", "leaf"):
            return False
        return fits(ID, target["id"]) and fits(HEX64, target["leaf"])
    if "continues" not in one:
        return True
    old = {"kiosk": "0" * 16, **one["continues"]} if isinstance(one["continues"], dict) else None
    if old is None or not keyed(old, "kiosk", "epoch", "file_sha256", "size", "root"):
        return False
    counts = all(type(old[name]) is int and old[name] >= 0 for name in ("epoch", "size"))
    hashes = all(old[name] is None or fits(HEX64, old[name]) for name in ("file_sha256", "root"))
    return counts and hashes and fits(HEX16, old["kiosk"])


def read_key(path: Path, kind: int, *, private: bool) -> bytes:
    """Return the 32 bytes in a PEM key file; raises ValueError."""
    label = "PRIVATE KEY" if private else "PUBLIC KEY"
    _, begun, rest = path.read_text("ascii").partition(f"-----BEGIN {label}-----")
    der = base64.b64decode("".join(rest.partition("-----END")[0].split()))
    known = bytes.fromhex("302e020100300506032b65" if private else "302a300506032b65")
    known += bytes((kind,)) + bytes.fromhex("04220420" if private else "032100")
    if not begun or der[:-32] != known:
        raise ValueError(f"{path.name} is not the key it should be, or has a passphrase")
    return der[-32:]


def key_id(raw: bytes) -> str:
    """Return the id of a public key."""
    return sha256(raw).hexdigest()[:16]


def read_count(folder: Path) -> tuple[int, int, bytes]:
    """Read epoch, number and key of the ratchet file, section 6; raises ValueError."""
    content = (folder / "ratchet").read_bytes()
    if content[:8] != b"ANTRCHT1" or sha256(content[:52]).digest() != content[52:]:
        raise ValueError("not a ratchet file, or torn")
    return int.from_bytes(content[8:12]), int.from_bytes(content[12:20]), content[20:52]


def extract(suite: bytes, salt: bytes, label: bytes, key: bytes) -> bytes:
    """LabeledExtract of RFC 9180."""
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + key, "sha256")


def expand(suite: bytes, secret: bytes, label: bytes, info: bytes, length: int) -> bytes:
    """LabeledExpand of RFC 9180, for at most 32 bytes."""
    text = length.to_bytes(2) + b"HPKE-v1" + suite + label + info + b"\x01"
    return hmac.digest(secret, text, "sha256")[:length]


def unseal(sealed: bytes, context: str, private: bytes) -> dict[str, Any]:
    """Open a sealed part, section 4; raises CryptoError or ValueError."""
    public = bindings.crypto_scalarmult_base(private)
    end = 2 + sealed[1] * 88
    wraps = {sealed[at : at + 8].hex(): sealed[at + 8 : at + 88] for at in range(2, end, 88)}
    if sealed[0] != 1 or key_id(public) not in wraps:
        raise ValueError(f"sealed for {', '.join(wraps)}; this key is {key_id(public)}")
    wrap, info = wraps[key_id(public)], f"{context}|{key_id(public)}".encode()
    kem, hpke = b"KEM\x00\x20", b"HPKE\x00\x20\x00\x01\x00\x03"
    secret = extract(kem, b"", b"eae_prk", bindings.crypto_scalarmult(private, wrap[:32]))
    shared = expand(kem, secret, b"shared_secret", wrap[:32] + public, 32)
    schedule = b"\x00" + extract(hpke, b"", b"psk_id_hash", b"")
    schedule += extract(hpke, b"", b"info_hash", info)
    secret = extract(hpke, shared, b"secret", b"")
    nonce = expand(hpke, secret, b"base_nonce", schedule, 12)
    aead = bindings.crypto_aead_chacha20poly1305_ietf_decrypt
    key = aead(wrap[32:], b"", nonce, expand(hpke, secret, b"key", schedule, 32))
    framed = aead(sealed[end + 12 :], context.encode(), sealed[end : end + 12], key)
    return dict(json.loads(framed[4 : 4 + int.from_bytes(framed[:4])]))


def parse_head(text: str) -> tuple[int, bytes]:
    """Read a check code, SIZE:ROOT or a checkpoint, section 5; raises ValueError."""
    lines = text.strip().split("\n")
    if len(lines) > 1:
        size, root = int(lines[1]), base64.b64decode(lines[2], validate=True)
    elif ":" in text:
        size, root = int(text.strip().partition(":")[0]), bytes.fromhex(text.partition(":")[2])
    else:
        letters = re.sub(r"[\s-]", "", text).upper().translate(str.maketrans("018", "OIB"))
        number = int.from_bytes(base64.b32decode(letters + "AAAA")[:13]) >> 4
        size, root = number >> 72, (number & (1 << 72) - 1).to_bytes(9)
        if len(letters) != 20:
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


def examine(store: Store, row: tuple[Any, ...]) -> Iterator[str]:
    """Yield what is wrong with the next record, section 8."""
    seq, name, body, sealed, leaf, root, mac, sig = row
    if [type(value) for value in row] != [int, str, *[bytes] * 6]:
        yield "record cannot be read: a column has another type"
        return
    if seq != store.size:
        yield f"record {store.size} is missing before it (up to {seq - 1})"
        return
    try:
        one = parse_body(body)
    except ValueError as error:
        yield f"edited: {error}"
        return
    expected = {
        "edited: its clear part and its leaf do not fit": leaf == sha256(b"\0" + body).digest(),
        "its sealed part was changed or swapped": one["sealed_sha256"] == sha256(sealed).hexdigest(),
        "the id column was changed": one["id"] == name,
        "it comes from another kiosk, epoch or mode": all(
            one[part] == store.birth[part] for part in ("kiosk", "epoch", "mode")
        ),
        "out of place": one["seq"] == seq,
        "it does not follow on the record before it": one["prev"] == store.prev.hex(),
        "its latest day does not follow": one["clock"]["latest"] == max(store.latest, one["day"]),
        "its root does not follow from the records up to it": root == grow(store, leaf),
        "not signed by this kiosk: rewritten or inserted": signed(store, leaf, root, sig),
        "the check code was taken from another chain: rewritten, or another store": (
            not store.anchor or store.anchor[0] != seq + 1 or root.startswith(store.anchor[1])
        ),
        "does not fit the one-time key: rewritten after it was made": (
            not store.key or mac == hmac.digest(store.key, leaf, "sha256")
        ),
    }
    yield from (what for what, good in expected.items() if not good)
    store.prev, store.latest, store.ids[name] = leaf, one["clock"]["latest"], seq
    store.key = store.key and sha256(b"r" + store.key).digest()


def signed(store: Store, leaf: bytes, root: bytes, sig: bytes) -> bool:
    """Tell whether the signature of section 5 holds."""
    origin = f"{store.birth['kiosk']}/{store.birth['epoch']}"
    head = f"{origin}\n{store.size + 1}\n{base64.b64encode(root).decode()}\n".encode()
    try:
        bindings.crypto_sign_open(sig + head + leaf, store.public)
    except (CryptoError, ValueError):
        return False
    return len(sig) == 64


def where(store: Store, seq: int) -> str:
    """Say how the records around a bad one were moved."""
    held: dict[int, list[int]] = {}
    for at, body in store.connection.execute("SELECT seq, CAST(body AS TEXT) FROM record"):
        if found := re.search(r'"seq":([0-9]{1,15}),', str(body)):
            held.setdefault(int(found[1]), []).append(at)
    claims = next((number for number, places in held.items() if seq in places), seq)
    elsewhere = [at for at in held.get(seq, []) if at != seq]
    if claims < seq and claims in held[claims]:
        return f"inserted: a copy of record {claims}"
    if elsewhere:
        return f"inserted or reordered: a record {seq} also stands at {elsewhere[0]}"
    return f"record {seq} is missing: record {claims} took its place" if claims > seq else ""


def rows_of(store: Store, highest: int) -> Iterator[tuple[Any, ...]]:
    """Yield all records in batches; where one cannot be read, one by one, then (number, words)."""
    at = 0
    while True:
        query = "SELECT * FROM record WHERE seq >= ? ORDER BY seq LIMIT ?"
        try:
            rows = store.connection.execute(query, (at, BATCH)).fetchall()
        except TROUBLE as error:
            if at >= highest:
                yield at, str(error)
            for seq in range(at, min(at + BATCH, highest)):
                yield one_row(store, seq)
            return
        if not rows:
            return
        yield from rows
        at = rows[-1][0] + 1


def one_row(store: Store, seq: int) -> tuple[Any, ...]:
    """Return one record, or its number and why it cannot be read."""
    try:
        query = "SELECT * FROM record WHERE seq = ?"
        row = store.connection.execute(query, (seq,)).fetchone()
    except TROUBLE as error:
        return seq, str(error)
    return tuple(row) if row else (seq, "it is missing")


def check_first(store: Store, key: Path | None) -> bool:
    """Read record 0, the keys and the seed; tell whether the walk can begin."""
    ask = store.connection.execute
    for (seq,) in ask("SELECT min(seq) FROM record WHERE seq < 0 HAVING min(seq) < 0"):
        store.faults.append((seq, "inserted before the first record"))
    row = ask("SELECT * FROM record WHERE seq >= 0 ORDER BY seq LIMIT 1").fetchone()
    try:
        if row is None or [type(value) for value in row] != [int, str, *[bytes] * 6]:
            raise ValueError("the store holds no record, not even its first")  # noqa: TRY301 -- one exit
        store.birth = parse_body(row[2])
    except ValueError as error:
        store.faults.append((0, f"the first record cannot be read: {error}"))
        return False
    check_keys(store)
    demo = store.folder / "demo-recipient.key"
    key = key or (demo if demo.exists() else None)
    if key is None or row[0]:
        store.notes.append("the one-time keys were not checked: no recipient key was given")
        return True
    try:
        one = store.birth
        context = f"anteroom/1|{one['kiosk']}|{one['epoch']}|{one['seq']}|{one['id']}"
        private = read_key(key, X25519, private=True)
        store.key = bytes.fromhex(unseal(row[3], context, private)["ratchet_seed"])
    except (*TROUBLE, KeyError, IndexError) as error:
        store.faults.append((0, f"the seed of the one-time keys cannot be opened: {error}"))
    return True
