"""What somebody with the disk, and perhaps the signing key, can do to a store.

Every change is made by the stock sqlite3 program. The store has twelve visits; `code` is the check
code of the tenth visit's receipt, kept outside.
"""

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from kiosk.records.anchor import checkpoint
from kiosk.records.database import DATABASE, SCHEMA
from kiosk.records.keys import load_device_key, new_device_key
from kiosk.records.ratchet import RATCHET
from kiosk.records.tree import Frontier, leaf_hash
from tests.records.visits import filled, open_demo, visit

VISITS, ANCHORED = 12, 10
GUARDS = SCHEMA[2:]
NAMES = ("record_no_update", "record_no_delete", "record_guard")
Needs = Literal["nothing", "a recipient's key", "the check code"]


@dataclass(frozen=True)
class Attack:
    """One attack; `said` are words of the product, `other` of the independent verifier."""

    name: str
    change: Callable[[Path], None]
    seq: int | None
    said: str
    other: str
    needs: Needs = "nothing"


def sqlite(data: Path, script: str) -> None:
    """Run a script with the stock program."""
    done = ["sqlite3", "-bail", str(data / DATABASE)]
    subprocess.run(done, input=script, text=True, check=True, capture_output=True)


def plain(script: str) -> Callable[[Path], None]:
    """Return an attack that runs a script as it is."""

    def change(data: Path) -> None:
        sqlite(data, script)

    return change


def sql(script: str) -> Callable[[Path], None]:
    """Return an attack that takes the guards away, runs a script and puts them back."""

    def change(data: Path) -> None:
        drop = "".join(f"DROP TRIGGER {name};" for name in NAMES)
        sqlite(data, f"BEGIN; {drop} {script}; {';'.join(GUARDS)}; COMMIT;")

    return change


def rows(data: Path) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM record ORDER BY seq")]


def put(row: dict[str, Any]) -> str:
    """Return the statement that writes a row over whatever stands there."""
    blobs = ",".join(f"x'{row[name].hex()}'" for name in ("body", "sealed", "leaf", "root"))
    ends = f"x'{row['mac'].hex()}',x'{row['sig'].hex()}'"
    return f"INSERT OR REPLACE INTO record VALUES({row['seq']},'{row['id']}',{blobs},{ends});"


def rechained(changed: list[dict[str, Any]], key: Path | None) -> str:
    """Return statements for rows whose hashes are made anew, and signed where there is a key."""
    device = load_device_key(key) if key else None
    frontier, prev, script = Frontier(), bytes(32), "DELETE FROM record;"
    for seq, row in enumerate(changed):
        text = row["body"]
        fields = json.loads(text)
        old = f'"prev":"{fields["prev"]}"'.encode()
        text = text.replace(old, f'"prev":"{prev.hex()}"'.encode())
        text = text.replace(f'"seq":{fields["seq"]},'.encode(), f'"seq":{seq},'.encode())
        leaf = leaf_hash(text)
        frontier, prev = frontier.add(leaf), leaf
        root = frontier.root()
        sig = row["sig"]
        if device:
            sig = device.private.sign(checkpoint(device.kiosk, 1, seq + 1, root) + leaf)
        script += put({**row, "seq": seq, "body": text, "leaf": leaf, "root": root, "sig": sig})
    return script


def edit(seq: int, old: bytes, new: bytes, *, key: bool) -> Callable[[Path], None]:
    """Return an attack that edits one record and makes everything after it fit."""

    def change(data: Path) -> None:
        changed = rows(data)
        assert old in changed[seq]["body"]
        changed[seq]["body"] = changed[seq]["body"].replace(old, new, 1)
        sql(rechained(changed, data if key else None))(data)

    return change


def delete_and_rechain(data: Path) -> None:
    changed = rows(data)
    del changed[5]
    sql(rechained(changed, None))(data)


def older_file(data: Path) -> None:
    """Put a copy back that was taken before the last two visits."""
    older = (data / DATABASE).read_bytes()
    with closing(open_demo(data)) as store:
        store.save(visit("later-1"))
        store.save(visit("later-2"))
    (data / DATABASE).write_bytes(older)


def other_store(data: Path, *, stolen: bool) -> None:
    """Replace the store by another one, with its own key or with the stolen one."""
    folder = data.parent / "other"
    filled(folder, VISITS)
    if not stolen:
        shutil.copy(folder / DATABASE, data / DATABASE)
        return
    own, kiosk = rows(folder), load_device_key(data)
    mine = json.loads(own[0]["body"])
    for row in own:
        row["body"] = row["body"].replace(mine["kiosk"].encode(), kiosk.kiosk.encode())
        row["body"] = row["body"].replace(mine["device_key"].encode(), kiosk.public.hex().encode())
    sql(rechained(own, data))(data)


def own_key(data: Path) -> None:
    other_store(data, stolen=False)


def stolen_key(data: Path) -> None:
    other_store(data, stolen=True)


def stolen_key_alone(data: Path) -> None:
    """Rebuild everything and leave no recipient key behind that could show it."""
    other_store(data, stolen=True)
    for name in ("demo-recipient.key", RATCHET):
        shutil.copy(data.parent / "other" / name, data / name)
    (data / "demo-recipient.key").unlink()


def gone(data: Path) -> None:
    (data / DATABASE).unlink()


def one_bit(data: Path) -> None:
    """Flip one bit in the middle of the sealed part of record 7."""
    content = bytearray((data / DATABASE).read_bytes())
    sealed = rows(data)[7]["sealed"]
    content[content.index(sealed[:64]) + 40] ^= 1
    (data / DATABASE).write_bytes(bytes(content))


def whole_folder(data: Path) -> None:
    """Put back the whole folder as it was after five visits: store, ratchet and keys."""
    folder = data.parent / "older"
    shutil.copytree(data, folder)
    sql("DELETE FROM record WHERE seq > 5")(folder)
    ratchet = bytearray((folder / RATCHET).read_bytes()[:52])
    ratchet[12:20] = (6).to_bytes(8)
    (folder / RATCHET).write_bytes(bytes(ratchet) + sha256(bytes(ratchet)).digest())
    (folder / "demo-recipient.key").unlink()
    shutil.rmtree(data)
    shutil.copytree(folder, data)


def cut_and_wind_back(data: Path) -> None:
    sql("DELETE FROM record WHERE seq > 9")(data)
    ratchet = bytearray((data / RATCHET).read_bytes()[:52])
    ratchet[12:20] = (10).to_bytes(8)
    (data / RATCHET).write_bytes(bytes(ratchet) + sha256(bytes(ratchet)).digest())


def swap_public(data: Path) -> None:
    (data / "x").mkdir()
    new_device_key(data / "x")
    shutil.copy(data / "x" / "device.pub", data / "device.pub")


def from_another_kiosk(data: Path) -> None:
    filled(data.parent / "other", VISITS)
    sql(put(rows(data.parent / "other")[5]))(data)


def invent(data: Path) -> None:
    """Append a visit that never was, signed with the stolen key, without the ratchet."""
    changed = rows(data)
    made = {**changed[-1], "id": "invented"}
    made["body"] = made["body"].replace(f'"s{VISITS}"'.encode(), b'"invented"')
    sql(rechained([*changed, made], data))(data)


def lost_ratchet(data: Path) -> None:
    (data / RATCHET).unlink()


def old_ratchet(data: Path) -> None:
    older = (data / RATCHET).read_bytes()
    with closing(open_demo(data)) as store:
        store.save(visit("later-1"))
        store.save(visit("later-2"))
    (data / RATCHET).write_bytes(older)
