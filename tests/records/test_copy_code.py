"""The record commits to the words of the copy, and the code proves it to a stranger."""

import hashlib
import json
import sqlite3
import unicodedata
from base64 import b32decode, b64encode
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from nacl.signing import VerifyKey

from kiosk.domain.acknowledgement import CopyLine, Door
from kiosk.records.copy_code import TEXTS, copy_lines
from kiosk.records.database import DATABASE
from kiosk.records.store import Store
from kiosk.records.unseal import load_opener, open_records
from kiosk.records.verify import verify
from tests.house.source import ROOT
from tests.records.visits import open_demo, run_sql, visit

LETTERS = "ACDE-FGHJ-KMNP-QRTV-WXY3"
WORDS: tuple[CopyLine, ...] = (
    ("title", "Your copy"),
    ("choice", "I do not want this"),
    ("item", "¿Cuánto dura?"),
    ("letters", LETTERS),
)


def texts_of_the_document() -> list[str]:
    document = (ROOT / "docs/record.md").read_text("utf-8")
    listed = document.split("stand for these texts, one a line:\n\n```\n")[1]
    return listed.split("\n```")[0].split("\n")


def unpacked(packed: bytes, texts: list[str]) -> bytes:
    """Return a clear part, read as docs/record.md says."""
    body, at = b"", 0
    while at < len(packed):
        byte = packed[at]
        at += 1
        if byte >= 0x80:
            body += packed[at : at + byte - 0x80].hex().encode()
            at += byte - 0x80
        else:
            body += texts[byte].encode() if byte < 0x20 else bytes([byte])
    return body


def test_the_document_lists_the_texts_of_the_code() -> None:
    assert texts_of_the_document() == list(TEXTS)


@pytest.mark.parametrize("session", ["0b1ce6a4-9f0c-4c39-9d7c-2b8a3c5d6e7f", "s-1", "ab" * 32])
def test_a_stranger_checks_a_copy_from_the_document_alone(store: Store, session: str) -> None:
    store.append_event("audit", "started")
    saved = store.save(replace(visit(session), copy=WORDS))
    code = saved.copy_code
    assert code.startswith("ANTEROOM:1:")
    assert code.endswith(":")
    letters = code.split(":")[2]
    raw = b32decode(letters + "=" * (-len(letters) % 8))
    public, sig, root = raw[:32], raw[32:96], raw[96:128]
    body_bytes = unpacked(raw[128:], texts_of_the_document())
    body = json.loads(body_bytes)
    assert (body["id"], body["kiosk"]) == (session, hashlib.sha256(public).hexdigest()[:16])
    leaf = hashlib.sha256(b"\0" + body_bytes).digest()
    head = f"{body['kiosk']}/{body['epoch']}\n{body['seq'] + 1}\n{b64encode(root).decode()}\n"
    VerifyKey(public).verify(head.encode() + leaf, sig)
    plain = unicodedata.normalize("NFKC", "".join(text for _, text in WORDS)).replace(" ", "")
    expected = hashlib.sha256(b"anteroom copy\0" + plain.encode()).hexdigest()
    assert body["copy_sha256"] == expected


def test_the_code_holds_nothing_of_the_words(store: Store) -> None:
    codes = [
        store.save(replace(visit(f"s{door}", door), copy=(*WORDS[:1], ("choice", door), WORDS[3])))
        for door in Door
    ]
    for saved in codes:
        letters = saved.copy_code.split(":")[2]
        raw = b32decode(letters + "=" * (-len(letters) % 8))
        body = unpacked(raw[128:], list(TEXTS)).decode()
        for secret in (*Door, "Your copy", LETTERS, "K-17"):
            assert f'"{secret}"' not in body
    assert all(len(saved.copy_code) < 700 for saved in codes)


def test_the_words_come_back_from_the_sealed_part(data: Path) -> None:
    with closing(open_demo(data)) as store:
        saved = store.save(replace(visit("s1"), copy=WORDS))
        assert store.find("s1") == saved
        assert store.save(replace(visit("s1"), copy=(("title", "Other"),))) == saved
        assert store.save(visit("s2")).copy_code == ""
    opened = list(open_records(data, load_opener(data / "demo-recipient.key")))
    assert [record.acknowledgement().copy for record in opened[1:]] == [WORDS, ()]
    assert verify(data).ok


def test_changed_words_in_the_record_are_named(data: Path) -> None:
    with closing(open_demo(data)) as store:
        store.save(replace(visit("s1"), copy=WORDS))
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        body = connection.execute("SELECT body FROM record WHERE seq = 1").fetchone()[0]
    other = body.replace(json.loads(body)["copy_sha256"].encode(), b"0" * 64)
    run_sql(data / DATABASE, "UPDATE record SET body = ? WHERE seq = 1", values=(other,))
    report = verify(data)
    assert not report.ok
    assert report.problems[0].seq == 1


@pytest.mark.parametrize("stored", ["words", [["title"]], [["shout", "A"]], [["title", 1]], [3]])
def test_a_sealed_copy_of_another_form_is_refused(stored: object) -> None:
    with pytest.raises(ValueError, match="copy"):
        copy_lines(stored)
