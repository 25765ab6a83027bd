"""JSON Lines carry the proof of each record, and never the seed of the MAC keys."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from kiosk.records.export.export import FORMS, Form
from kiosk.records.unseal import open_records
from tests.records.export.exports import Json, demo_key, exported, lines, three_doors


def check(line: Json, device_key: str) -> None:
    """Check one line by itself, from docs/record.md and with another library."""
    body = line["body"].encode()
    leaf = sha256(b"\x00" + body).digest()
    clear = json.loads(body)
    root = b64encode(bytes.fromhex(line["root"])).decode()
    text = f"{clear['kiosk']}/{clear['epoch']}\n{clear['seq'] + 1}\n{root}\n".encode()
    assert (leaf.hex(), clear) == (line["leaf"], line["clear"])
    VerifyKey(bytes.fromhex(device_key)).verify(text + leaf, bytes.fromhex(line["sig"]))


def test_every_line_proves_itself_with_the_key_of_the_manifest(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    manifest = exported(data, tmp_path / "out", "jsonl")
    found = lines(tmp_path / "out" / "records.jsonl")
    assert len(found) == 4
    for line in found:
        check(line, manifest["device_key"])
    changed = {**found[1], "root": found[2]["root"]}
    with pytest.raises(BadSignatureError):
        check(changed, manifest["device_key"])


def test_the_sealed_part_is_there_only_with_the_key(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    exported(data, tmp_path / "open", "jsonl")
    exported(data, tmp_path / "shut", "jsonl", key=False)
    doors = [(line["sealed"] or {}).get("door") for line in lines(tmp_path / "open/records.jsonl")]
    assert doors == [None, "ready", "questions", "no"]
    assert {line["sealed"] is None for line in lines(tmp_path / "shut/records.jsonl")} == {True}
    assert b"K-17" not in (tmp_path / "shut/records.jsonl").read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_the_seed_of_the_mac_keys_leaves_in_no_form(data: Path, tmp_path: Path, form: Form) -> None:
    three_doors(data)
    seed = next(open_records(data, demo_key(data))).person["ratchet_seed"]
    exported(data, tmp_path / "out", form)
    for path in (tmp_path / "out").iterdir():
        assert seed.encode() not in path.read_bytes()
