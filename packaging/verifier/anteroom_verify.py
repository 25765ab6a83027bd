"""Check a record store with none of the kiosk's code: written from docs/record.md alone.

python3 anteroom_verify.py FOLDER_OR_STORE [--against HEAD] [--key FILE]
Needs Python 3.11 and PyNaCl, and reads only. HEAD is a check code, SIZE:ROOT or a checkpoint, FILE
a recipient's private key without passphrase. Exit code 0: in order, 1: not, 2: bad usage.
"""

# fmt: off
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
from contextlib import closing, suppress
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from nacl import bindings
from nacl.exceptions import CryptoError

# Forms of section 3, each a pattern of the JSON of a value.
TEXT, ID, COUNT = '".*"', '"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"', "[0-9]+"
HEX16, HEX64, DAY = '"[0-9a-f]{16}"', '"[0-9a-f]{64}"', '"[0-9]{4}-[0-9]{2}-[0-9]{2}"'
COMMON: dict[str, Any] = {
    "v": "1", "kind": '"(ack|void|correction|cosign|withdrawal|audit|service)"', "id": ID,
    "kiosk": HEX16, "epoch": COUNT, "seq": COUNT, "prev": HEX64, "day": DAY, "pack": "null",
    "mode": '"(demo|production)"', "sealed_sha256": HEX64, "app": {"version": TEXT},
    "suite": '"hpke-x25519-hkdfsha256-chacha20poly1305"', "recipients": rf"\[{HEX16}(, {HEX16})*\]",
    "clock": {"synced": "true|false|null", "went_back": "true|false", "latest": DAY}}
PACK = {"id": TEXT, "version": TEXT, "sha256": TEXT, "locale": TEXT}
CLOSED = {"epoch": COUNT, "file_sha256": f"null|{HEX64}", "size": COUNT, "root": f"null|{HEX64}"}
SCHEMA = "dc4a85abddb08f26184975ef91cfa0c3f99a52183ab17f7d9f9522f1b24a9864"
PUBLIC, PRIVATE = "302a300506032b65%s032100", "302e020100300506032b65%s04220420"
TROUBLE = (sqlite3.Error, OSError, ValueError, OverflowError, TypeError, IndexError, KeyError,
           AttributeError, CryptoError, RecursionError)
SELECT = "SELECT * FROM record WHERE"
COLUMNS, BATCH = [int, str, bytes, bytes, bytes, bytes, bytes, bytes], 256
Store = SimpleNamespace  # what stands around the records, and how far the walk got

def _fits(form: Any, value: object) -> bool:  # noqa: ANN401 -- a pattern, or an object of patterns
    if not isinstance(form, dict):
        return re.fullmatch(form, json.dumps(value)) is not None
    return isinstance(value, dict) and value.keys() == form.keys() and all(
        _fits(form[name], value[name]) for name in form)

def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) == len(pairs):
        return dict(pairs)
    raise ValueError("a field is given twice")

def parse_body(body: bytes) -> dict[str, Any]:
    """Read a clear part as strictly as section 3 has it; raises ValueError or RecursionError."""
    one: dict[str, Any] = json.loads(body.decode("ascii"), object_pairs_hook=_unique)
    form, kind = dict(COMMON), one.get("kind")
    form["pack"] = PACK if kind == "ack" or one.get("pack") is not None else "null"
    copied = {"copy_sha256": HEX64} if "copy_sha256" in one else {}
    form |= copied if kind == "ack" else {"event": '"[a-z][a-z0-9_]{0,39}"'}
    if kind in ("void", "correction") and "refers_to" in one:
        form["refers_to"] = {"id": ID, "leaf": HEX64}
    form |= {"device_key": HEX64} if one.get("seq") == 0 else {}
    if one.get("seq") == 0 and one.get("epoch") not in (0, 1):
        named = isinstance(one.get("continues"), dict) and "kiosk" in one["continues"]
        form["continues"] = {**CLOSED, "kiosk": HEX16} if named else CLOSED
    wrong = [*form.keys() ^ one.keys()]
    if wrong := wrong or [name for name in form if not _fits(form[name], one[name])]:
        raise ValueError(f"field {min(wrong)} is missing, out of place or of a wrong form")
    return one

def _read_key(path: Path, form: str, curve: str) -> bytes:
    der = base64.b64decode("".join(path.read_text("ascii").split("-----")[2].split()))
    if der[:-32].hex() != form % curve:
        raise ValueError(f"{path.name} is not the key it should be, or has a passphrase")
    return der[-32:]

def unseal(sealed: bytes, context: str, private: bytes) -> dict[str, Any]:
    """Open a sealed part, section 4, by RFC 9180; raises CryptoError or ValueError."""
    def mac(key: bytes, *parts: bytes) -> bytes:
        return hmac.digest(key, b"".join(parts), "sha256")
    public, end = bindings.crypto_scalarmult_base(private), 2 + sealed[1] * 88
    own = sha256(public).hexdigest()[:16]
    aead = bindings.crypto_aead_chacha20poly1305_ietf_decrypt
    wraps = {sealed[at : at + 8].hex(): sealed[at + 8 : at + 88] for at in range(2, end, 88)}
    if sealed[0] != 1 or own not in wraps:
        raise ValueError(f"sealed for {', '.join(wraps)}; this key is {own}")
    enc, info = wraps[own][:32], f"{context}|{own}".encode()
    kem, hpke = b"HPKE-v1KEM\0\x20", b"HPKE-v1HPKE\0\x20\0\x01\0\x03"
    secret = mac(bytes(32), kem, b"eae_prk", bindings.crypto_scalarmult(private, enc))
    secret = mac(secret, b"\0\x20", kem, b"shared_secret", enc, public, b"\x01")
    salts = mac(bytes(32), hpke, b"psk_id_hash"), mac(bytes(32), hpke, b"info_hash", info)
    secret = mac(secret, hpke, b"secret")
    nonce = mac(secret, b"\0\x0c", hpke, b"base_nonce\0", *salts, b"\x01")[:12]
    key = mac(secret, b"\0\x20", hpke, b"key\0", *salts, b"\x01")
    key = aead(wraps[own][32:], b"", nonce, key)
    framed = aead(sealed[end + 12 :], context.encode(), sealed[end : end + 12], key)
    return dict(json.loads(framed[4 : 4 + int.from_bytes(framed[:4])]))

def parse_head(text: str) -> tuple[int, bytes]:
    """Read a check code, SIZE:ROOT or a checkpoint, section 5; raises ValueError."""
    letters = re.sub(r"[\s-]", "", text).upper().translate(str.maketrans("018", "OIB"))
    given = re.match(r"(?:[^\n]+\n)?([0-9]{1,12})[:\n](\S+)", text.strip())
    if given:
        size, plain = int(given[1]), re.fullmatch("[0-9a-fA-F]{64}", given[2])
        root = bytes.fromhex(given[2]) if plain else base64.b64decode(given[2], validate=True)
    else:
        number = int.from_bytes(base64.b32decode(letters + "AAAA")[:13]) >> 4
        size, root = number >> 72, (number & (1 << 72) - 1).to_bytes(9)
    if size > 0 and len(root) in (9, 32) and (given or re.fullmatch(".{20}", letters)):
        return size, root
    raise ValueError("not a head")

def _grow(store: Store, leaf: bytes) -> bytes:
    level, digest = 0, leaf
    while store.nodes and store.nodes[-1][0] == level:
        digest = sha256(b"\x01" + store.nodes.pop()[1] + digest).digest()
        level += 1
    store.nodes.append((level, digest))
    for _, left in store.nodes[-2::-1]:
        digest = sha256(b"\x01" + left + digest).digest()
    return digest

def _signed(store: Store, leaf: bytes, root: bytes, sig: bytes) -> bool:
    origin = f"{store.birth['kiosk']}/{store.birth['epoch']}"
    text = f"{origin}\n{store.size + 1}\n{base64.b64encode(root).decode()}\n".encode() + leaf
    with suppress(CryptoError, ValueError):
        return bindings.crypto_sign_open(sig + text, store.public) == text
    return False

def examine(store: Store, row: tuple[Any, ...]) -> Iterator[str]:
    """Yield what is wrong with the next record, section 8."""
    if [*map(type, row)] != COLUMNS or row[0] != store.size:
        yield f"it or record {store.size} before it is missing or cannot be read: {row[1]}"
        return
    seq, name, body, sealed, leaf, root, mac, sig = row
    try:
        one = parse_body(body)
    except TROUBLE as error:
        yield f"edited: {error}"
        return
    checks = {
        f"inserted, moved, or one is missing: this is record {one['seq']}": one["seq"] == seq,
        "edited: its clear part and its leaf do not fit": leaf == sha256(b"\0" + body).digest(),
        "its sealed part was changed": one["sealed_sha256"] == sha256(sealed).hexdigest(),
        "the id column was changed": one["id"] == name,
        "comes from another kiosk, epoch or mode": all(
            one[part] == store.birth[part] for part in ("kiosk", "epoch", "mode")),
        "does not follow on the record before it": one["prev"] == store.prev.hex(),
        "its latest day does not follow": one["clock"]["latest"] == max(store.latest, one["day"]),
        "its root does not follow from the records up to it": root == _grow(store, leaf),
        "not signed by this kiosk: rewritten or inserted": _signed(store, leaf, root, sig),
        "the head was taken from another chain: rewritten, or another store":
            not store.head or store.head[0] != seq + 1 or root.startswith(store.head[1]),
        "does not fit the one-time key: rewritten after it was made":
            store.key is None or mac == hmac.digest(store.key, leaf, "sha256")}
    yield from (what for what, good in checks.items() if not good)
    store.prev, store.latest, store.ids[name] = leaf, one["clock"]["latest"], seq
    store.key, store.root = store.key and sha256(b"r" + store.key).digest(), root

def _one_row(store: Store, seq: int) -> tuple[Any, ...]:
    try:
        query = f"{SELECT} seq = ?"
        return store.connection.execute(query, (seq,)).fetchone() or (seq, "it is missing")
    except TROUBLE as error:
        return seq, str(error)

def _rows_of(store: Store, highest: int) -> Iterator[tuple[Any, ...]]:
    at, rows, query = 0, list[tuple[Any, ...]]([()]), f"{SELECT} seq >= ? ORDER BY seq LIMIT ?"
    while rows:
        try:
            rows = store.connection.execute(query, (at, BATCH)).fetchall()
            if any(one[0] >= two[0] for one, two in pairwise([(at - 1,), *rows])):
                raise ValueError("out of order")
        except TROUBLE:
            end = max(at + 1, min(at + BATCH, highest))
            rows = [_one_row(store, seq) for seq in range(at, end)]
        yield from rows
        at = rows[-1][0] + 1 if rows else at

def _check_keys(store: Store, folder: Path) -> None:
    store.public = bytes.fromhex(store.birth.get("device_key", ""))
    pinned, public, private = b"", folder / "device.pub", folder / "device.key"
    try:
        pinned = _read_key(public, PUBLIC, "70") if public.exists() else b""
        seed = _read_key(private, PRIVATE, "70") if pinned and private.exists() else b""
        if seed and bindings.crypto_sign_seed_keypair(seed)[0] != pinned:
            store.faults.append((None, "the signing key was swapped: device.key"))
    except TROUBLE as error:
        store.faults.append((None, str(error)))
    store.public = store.public or pinned
    own = sha256(store.public).hexdigest()[:16]
    if own != store.birth["kiosk"] or pinned not in (b"", store.public):
        store.faults.append((0, "the signing key was swapped: it is not the kiosk's"))

def check_rows(store: Store, folder: Path, key: Path | None, highest: int) -> None:
    """Read the first record and walk from it to the first bad one."""
    ask, blame = store.connection.execute, store.faults.append
    if (least := ask("SELECT min(seq) FROM record").fetchone()[0] or 0) < 0:
        blame((least, "inserted before the first record"))
    row = ask("SELECT * FROM record WHERE seq >= 0 ORDER BY seq LIMIT 1").fetchone()
    if row is None or [*map(type, row)] != COLUMNS:
        raise ValueError("the store holds no record, not even its first")
    store.birth, demo = parse_body(row[2]), folder / "demo-recipient.key"
    _check_keys(store, folder)
    if (key := key or (demo if demo.exists() else None)) and row[0] == 0:
        context = "anteroom/1|{kiosk}|{epoch}|{seq}|{id}".format(**store.birth)
        try:
            opened = unseal(row[3], context, _read_key(key, PRIVATE, "6e"))
            store.key = bytes.fromhex(opened["ratchet_seed"])
        except TROUBLE as error:
            blame((0, f"the seed of the one-time keys cannot be opened: {error}"))
    for row in _rows_of(store, highest):
        if found := [*examine(store, row)]:
            at = store.size if row[2:] and [*map(type, row)] != COLUMNS else row[0]
            blame((at, "; ".join(found[:2])))
            return
        store.size += 1

def check_ends(store: Store, folder: Path, size: int, ratchet: bytes) -> None:
    """Compare the end with ratchet and head, then the look-up, the schema, the closed store."""
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
    closed = [one for one in folder.glob("closed/*/records.db")
              if re.fullmatch(rf"epoch-{old['epoch']}(-[0-9]+)?", one.parent.name)]
    hashes = {sha256(one.read_bytes()).hexdigest() for one in closed}
    if old["file_sha256"] and hashes and old["file_sha256"] not in hashes:
        blame((None, "the closed store is not the file that record 0 continues"))

def check(path: Path, head: tuple[int, bytes] | None = None, key: Path | None = None) -> Store:
    """Check a store file and what lies beside it; a journal is applied to a copy."""
    store = Store(head=head, faults=[], birth={}, nodes=[], ids={}, key=None, readable=False)
    store.public, store.root, store.prev, store.latest, store.size = b"", b"", bytes(32), "", 0
    ratchet, folder, place = b"", path.parent, f"{path.absolute().as_uri()}?mode=ro"
    kept, pinned = ((folder / name).exists() for name in ("ratchet", "device.pub"))
    if path.name == "records.db" and (kept or pinned):
        ratchet = (folder / "ratchet").read_bytes() if kept else b""
        if ratchet[:8] != b"ANTRCHT1" or sha256(ratchet[:52]).digest() != ratchet[52:]:
            store.faults.append((None, "the ratchet is missing or torn"))
            ratchet = b""
    with tempfile.TemporaryDirectory() as copies:
        if (journal := Path(f"{path}-journal")).exists() and path.exists():
            shutil.copyfile(journal, f"{copies}/records.db-journal")
            place = str(shutil.copyfile(path, f"{copies}/records.db"))
        try:
            with closing(sqlite3.connect(place, uri=True)) as store.connection:
                _check_open(store, path, key, ratchet)
        except TROUBLE as error:
            store.faults.append((0 if store.readable and not store.birth else None, f"{error}"))
    store.first = min(store.faults, key=lambda one: (one[0] is None, one[0] or 0), default=None)
    return store

def _check_open(store: Store, path: Path, key: Path | None, ratchet: bytes) -> None:
    store.connection.execute("PRAGMA cell_size_check=1")
    store.connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    store.readable, size = True, int.from_bytes(ratchet[12:20])
    with suppress(*TROUBLE):
        size = store.connection.execute("SELECT max(seq) + 1 FROM record").fetchone()[0] or 0
    check_rows(store, path.parent, key, min(size, path.stat().st_size // BATCH))
    check_ends(store, path.parent, size, ratchet)

def main() -> int:
    """Print the verdict and the first bad record."""
    parser = argparse.ArgumentParser(description="Check a record store.")
    for name, kind in (("store", Path), ("--against", parse_head), ("--key", Path)):
        parser.add_argument(name, type=kind)
    asked = parser.parse_args()
    path = asked.store / "records.db" if asked.store.is_dir() else asked.store
    store = check(path, asked.against, asked.key)
    if store.first:
        print(f"{path}: record {store.first[0]}: {store.first[1]}".replace(" record None:", ""))
    else:
        note = "" if store.key else " Not checked, without a recipient's key: the one-time keys."
        print(f"head {store.size}:{store.root.hex()}\nAll records are whole and in place.{note}")
    return 1 if store.first else 0

if __name__ == "__main__":
    sys.exit(main())
