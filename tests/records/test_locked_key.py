"""A private key under a passphrase: hard to guess, and no secret of this program."""

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.records.errors import BadKey
from kiosk.records.keys import load_private, load_recipient, new_recipient, protect


@pytest.fixture
def key(tmp_path: Path) -> Path:
    new_recipient(tmp_path / "clinic.key", tmp_path / "clinic.pub", b"oak river")
    return tmp_path / "clinic.key"


def test_the_key_opens_with_its_passphrase_and_no_other(key: Path) -> None:
    opened = load_private(key, b"oak river").public_key().public_bytes_raw()
    assert opened == load_recipient(key.with_suffix(".pub")).raw
    for wrong in (b"oak rive", b"", None):
        with pytest.raises(BadKey):
            load_private(key, wrong)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_stock_openssl_takes_the_passphrase_away(key: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.key"
    words = ["openssl", "pkey", "-in", str(key), "-passin", "pass:oak river", "-out", str(plain)]
    subprocess.run(words, check=True, capture_output=True)
    assert (
        load_private(plain).private_bytes_raw()
        == load_private(key, b"oak river").private_bytes_raw()
    )


def test_a_key_of_an_earlier_release_still_opens_and_can_be_made_stronger(tmp_path: Path) -> None:
    private = X25519PrivateKey.generate()
    old = tmp_path / "old.key"
    lock = form.BestAvailableEncryption(b"elm")
    old.write_bytes(private.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, lock))
    assert load_private(old, b"elm").private_bytes_raw() == private.private_bytes_raw()
    protect(old, b"elm tree", b"elm")
    assert load_private(old, b"elm tree").private_bytes_raw() == private.private_bytes_raw()


def test_a_bare_key_gets_a_passphrase_in_its_own_file(tmp_path: Path) -> None:
    bare = tmp_path / "bare.key"
    new_recipient(bare, tmp_path / "bare.pub", None)
    raw = load_private(bare).private_bytes_raw()
    protect(bare, b"ash")
    assert b"ENCRYPTED" in bare.read_bytes()
    assert load_private(bare, b"ash").private_bytes_raw() == raw
    assert [one.name for one in sorted(tmp_path.iterdir())] == ["bare.key", "bare.pub"]
