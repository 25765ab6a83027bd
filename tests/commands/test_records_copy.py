"""anteroom records copy: the copy once more, for whoever may open the record."""

import re
import stat
import zlib
from pathlib import Path

import pytest

from kiosk.domain.copy import copy_text
from tests.commands.anteroom import anteroom
from tests.copy_page.conftest import Copy, made


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("copies") / "data"


@pytest.fixture(scope="module")
def copy(place: Path) -> Copy:
    return made(place)


def attached(pdf: bytes) -> str:
    """Return the words and the code inside a PDF."""
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            # A sum that ends like a line loses its last byte to the pattern.
            text = zlib.decompressobj().decompress(found[1])
        except zlib.error:
            continue
        if text.startswith(b"ANTEROOM COPY BEGIN"):
            return text.decode()
    return ""


@pytest.mark.parametrize("more", [(), ("--large",)])
def test_the_copy_is_the_same_to_the_letter(
    place: Path, copy: Copy, tmp_path: Path, more: tuple[str, ...]
) -> None:
    out = tmp_path / "copy.pdf"
    words: tuple[str | Path, ...] = ("records", "copy", copy.receipt.lower(), "--data", place)
    ended = anteroom(*words, "--out", out, *more, home=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert copy_text(copy.paper.words) + copy.code + "\n" in attached(out.read_bytes())
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_without_a_key_the_words_stay_sealed(place: Path, copy: Copy, tmp_path: Path) -> None:
    store = tmp_path / "records.db"
    store.write_bytes((place / "records.db").read_bytes())
    base = ("records", "copy", copy.receipt, store, "--out", tmp_path / "copy.pdf")
    ended = anteroom(*base, home=tmp_path)
    assert ended.code == 2
    assert "--key" in ended.err
    assert not (tmp_path / "copy.pdf").exists()
    # The store alone and a recipient's key are enough: the signing key of the kiosk is not there.
    ended = anteroom(*base, "--key", place / "demo-recipient.key", home=tmp_path)
    assert ended.code == 0
    assert copy.code in attached((tmp_path / "copy.pdf").read_bytes())


@pytest.mark.parametrize(
    ("receipt", "code", "says"),
    [
        ("AAAA-AAAA", 1, "there is no visit with the receipt number AAAA-AAAA"),
        ("hello", 2, "is not a receipt number"),
    ],
)
def test_a_wrong_receipt_is_said_in_one_line(
    place: Path, copy: Copy, tmp_path: Path, receipt: str, code: int, says: str
) -> None:
    assert copy.receipt != receipt
    out = tmp_path / "copy.pdf"
    ended = anteroom("records", "copy", receipt, "--data", place, "--out", out, home=tmp_path)
    assert ended.code == code
    assert says in ended.err
    assert ended.err.count("\n") == 1


def test_a_file_that_is_there_is_not_written_over(place: Path, copy: Copy, tmp_path: Path) -> None:
    out = tmp_path / "copy.pdf"
    out.write_text("mine")
    ended = anteroom("records", "copy", copy.receipt, "--data", place, "--out", out, home=tmp_path)
    assert ended.code == 2
    assert out.read_text() == "mine"
