"""Keys and signatures are those of the stock minisign program, in both directions."""

import base64
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.minisign import (
    MinisignError,
    PublicKey,
    public_file,
    read_public,
    read_signature,
    signature_file,
    verify,
)
from kiosk.content.signing_key import WrongPasswordError, new_key, read_secret, secret_file

MESSAGE = b"the very bytes\n"
needs_minisign = pytest.mark.skipif(
    shutil.which("minisign") is None, reason="the stock minisign program is not installed"
)


def minisign(*words: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    done = ["minisign", *map(str, words)]
    return subprocess.run(
        done, input=typed, capture_output=True, text=True, timeout=100, check=False
    )


@needs_minisign
def test_stock_minisign_verifies_what_is_signed_here(tmp_path: Path) -> None:
    key = new_key(os.urandom)
    (tmp_path / "m").write_bytes(MESSAGE)
    text = signature_file(key.sign(MESSAGE, "name=Zoë; one line"), "unsafe")
    (tmp_path / "m.minisig").write_text(text, "utf-8")
    done = minisign("-Vm", tmp_path / "m", "-P", key.public.text)
    assert done.returncode == 0, done.stderr
    assert "name=Zoë; one line" in done.stdout
    (tmp_path / "m").write_bytes(MESSAGE + b" ")
    assert minisign("-Vm", tmp_path / "m", "-P", key.public.text).returncode != 0
    (tmp_path / "m").write_bytes(MESSAGE)
    (tmp_path / "m.minisig").write_text(text.replace("Zoë", "Zoe"), "utf-8")
    assert minisign("-Vm", tmp_path / "m", "-P", key.public.text).returncode != 0


@needs_minisign
@pytest.mark.parametrize("password", ["", "correct horse"])
@pytest.mark.slow
def test_a_key_of_stock_minisign_signs_here(tmp_path: Path, password: str) -> None:
    files = ("-p", tmp_path / "a.pub", "-s", tmp_path / "a.key")
    made = minisign("-G", *files, *([] if password else ["-W"]), typed=f"{password}\n" * 2)
    assert made.returncode == 0, made.stderr
    locked = read_secret((tmp_path / "a.key").read_text())
    assert locked.locked == bool(password)
    key = locked.open(password.encode())
    assert key.public == read_public((tmp_path / "a.pub").read_text())
    # Stock minisign leaves leading zeros of a key id away.
    assert key.public.id.lstrip("0") in (tmp_path / "a.pub").read_text()
    (tmp_path / "m").write_bytes(MESSAGE)
    (tmp_path / "m.minisig").write_text(signature_file(key.sign(MESSAGE, "t"), "u"))
    assert minisign("-Vm", tmp_path / "m", "-p", tmp_path / "a.pub").returncode == 0


@needs_minisign
def test_a_key_made_here_signs_with_stock_minisign_and_its_signature_is_read(
    tmp_path: Path,
) -> None:
    key = new_key(os.urandom)
    (tmp_path / "a.key").write_text(secret_file(key, b"correct horse", os.urandom))
    (tmp_path / "a.pub").write_text(public_file(key.public))
    (tmp_path / "m").write_bytes(MESSAGE)
    done = minisign(
        "-Sm", tmp_path / "m", "-s", tmp_path / "a.key", "-t", "hi", typed="correct horse\n"
    )
    assert done.returncode == 0, done.stderr
    assert minisign("-Vm", tmp_path / "m", "-p", tmp_path / "a.pub").returncode == 0
    signature = read_signature((tmp_path / "m.minisig").read_text())
    assert signature.comment == "hi"
    assert verify(key.public, signature, MESSAGE)
    assert not verify(key.public, signature, MESSAGE + b" ")


def test_a_key_opens_with_its_password_alone() -> None:
    key = new_key(os.urandom)
    locked = read_secret(secret_file(key, b"correct horse", os.urandom))
    assert locked.open(b"correct horse") == key
    with pytest.raises(WrongPasswordError, match="does not open"):
        locked.open(b"correct horses")


def test_a_changed_comment_or_another_key_does_not_verify() -> None:
    key, other = new_key(os.urandom), new_key(os.urandom)
    text = signature_file(key.sign(MESSAGE, "role=nurse"), "u")
    assert verify(key.public, read_signature(text), MESSAGE)
    assert not verify(key.public, read_signature(text.replace("nurse", "owner")), MESSAGE)
    assert not verify(other.public, read_signature(text), MESSAGE)
    posing = PublicKey(key.public.number, other.public.raw)
    assert not verify(posing, read_signature(text), MESSAGE)


def _secret(change: Callable[[bytearray], None]) -> str:
    lines = secret_file(new_key(os.urandom), b"correct horse", os.urandom).split("\n")
    data = bytearray(base64.b64decode(lines[1]))
    change(data)
    return f"{lines[0]}\n{base64.b64encode(data).decode()}\n"


def _other_form(data: bytearray) -> None:
    data[0] = 0


def _greedy(data: bytearray) -> None:
    data[46:54] = (2**40).to_bytes(8, "little")


def _short(data: bytearray) -> None:
    data.pop()


@pytest.mark.parametrize("change", [_other_form, _greedy, _short])
def test_a_secret_key_of_another_form_is_refused(change: Callable[[bytearray], None]) -> None:
    with pytest.raises(MinisignError, match=r"secret key|1 GiB"):
        read_secret(_secret(change))


@pytest.mark.parametrize("text", ["", "x", "a\nb", "untrusted comment: x\n%%%\n", "RWQ\nRWQ\n"])
def test_text_that_is_no_key_and_no_signature_is_refused(text: str) -> None:
    for read in (read_secret, read_public, read_signature):
        with pytest.raises(MinisignError):
            read(text)


def test_a_signature_of_the_old_kind_says_what_to_do() -> None:
    lines = signature_file(new_key(os.urandom).sign(MESSAGE, "t"), "u").split("\n")
    data = b"Ed" + base64.b64decode(lines[1])[2:]
    lines[1] = base64.b64encode(data).decode()
    with pytest.raises(MinisignError, match="without -l"):
        read_signature("\n".join(lines))
