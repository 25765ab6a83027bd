"""The recovery script opens what was sealed, with other primitives and nothing of the product."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.domain.acknowledgement import Door
from kiosk.records.database import DATABASE
from kiosk.records.keys import key_id, new_recipient
from kiosk.records.unseal import Opener, unseal
from tests.records.second_opinion import FOLDER, script
from tests.records.visits import filled, open_demo, run_sql, visit

CASES = json.loads((Path(__file__).parent / "sealed_vectors.json").read_text("utf-8"))["cases"]


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", FOLDER / "recover.py", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["recipients"])
def test_product_and_script_open_the_fixed_sealed_parts(case: dict[str, Any]) -> None:
    sealed, context = bytes.fromhex(str(case["sealed"])), str(case["context"])
    for private in map(bytes.fromhex, case["private"]):
        key = X25519PrivateKey.from_private_bytes(private)
        opener = Opener(key_id(key.public_key().public_bytes_raw()), key)
        assert unseal(sealed, context, opener).decode() == case["plain"]
        assert script("recover").unseal(sealed, context, private).decode() == case["plain"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["recipients"])
def test_the_script_opens_nothing_that_was_changed(case: dict[str, Any]) -> None:
    recover, private = script("recover"), bytes.fromhex(case["private"][0])
    sealed = bytearray.fromhex(str(case["sealed"]))
    sealed[-1] ^= 1
    with pytest.raises(recover.CryptoError):
        recover.unseal(bytes(sealed), str(case["context"]), private)
    with pytest.raises(recover.CryptoError):
        recover.unseal(bytes.fromhex(str(case["sealed"])), "another context", private)


def test_the_script_alone_recovers_every_record_of_a_store(data: Path) -> None:
    filled(data, 3)
    with closing(open_demo(data)) as store:
        store.save(visit("last", Door.NO, ("cost",)))
    before = (data / DATABASE).read_bytes()
    done = run(data / DATABASE, data / "demo-recipient.key")
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["clear"]["seq"] for one in records] == [0, 1, 2, 3, 4]
    assert (records[-1]["sealed"]["door"], records[-1]["sealed"]["flags"]) == ("no", ["cost"])
    assert (data / DATABASE).read_bytes() == before


def test_a_spoilt_record_does_not_keep_the_others_back(data: Path) -> None:
    filled(data, 3)
    run_sql(data / DATABASE, "UPDATE record SET sealed = x'01' WHERE seq = 2")
    done = run(data, data / "demo-recipient.key")
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 3)
    assert done.stderr.startswith("record 2: ")
    assert done.stderr.count("\n") == 1


def test_a_key_with_a_passphrase_is_told_how_to_lose_it(data: Path, tmp_path: Path) -> None:
    filled(data, 1)
    new_recipient(tmp_path / "a.key", tmp_path / "a.pub", b"open sesame")
    done = run(data, tmp_path / "a.key")
    assert done.returncode == 1
    assert "openssl pkey -in" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_script_shares_nothing_with_the_product() -> None:
    source = (FOLDER / "recover.py").read_text("utf-8")
    assert "import kiosk" not in source
    assert "from kiosk" not in source
    assert "from cryptography" not in source
