"""The quick reading of a clear part says the same as the careful one, whatever the bytes."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.records import usual
from kiosk.records.entry import MalformedBodyError, parse_body
from kiosk.records.usual import Place, read_place, shape_of
from tests.records.attacks import rows
from tests.records.visits import filled

FIELDS = {
    "v": 1,
    "kind": "ack",
    "id": "s1",
    "kiosk": "0123456789abcdef",
    "epoch": 1,
    "seq": 5,
    "prev": "ab" * 32,
    "day": "2026-11-21",
    "app": {"version": "0.1.0"},
    "pack": {"id": "ketamine", "version": "1.0", "sha256": "cd" * 32, "locale": "en"},
    "mode": "demo",
    "sealed_sha256": "ef" * 32,
    "suite": "hpke-x25519-hkdfsha256-chacha20poly1305",
    "recipients": ["0123456789abcdef"],
    "clock": {"synced": True, "went_back": False, "latest": "2026-11-21"},
    "copy_sha256": "01" * 32,
}
BODY = json.dumps(FIELDS, separators=(",", ":")).encode()
PIECES = (
    b'"',
    b"\\",
    b"\\u0041",
    b"{",
    b"}",
    b",",
    b":",
    b"0",
    b"-1",
    b"1e3",
    b"null",
    b"\n",
    b"\x7f",
)
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)


def careful(body: bytes) -> Place | str:
    try:
        clear = parse_body(body)
    except MalformedBodyError as error:
        return str(error)
    return Place(*(getattr(clear, name) for name in Place._fields))


def quick(body: bytes) -> Place | str:
    try:
        return read_place(body)
    except MalformedBodyError as error:
        return str(error)


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """The bytes of a visit with a few of them replaced, put in or taken out."""
    body = bytearray(BODY)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(body)))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=3))
        body[at : at + draw(st.integers(0, 3))] = piece
    return bytes(body)


@given(spoilt())
def test_any_bytes_are_judged_alike(body: bytes) -> None:
    assert quick(body) == careful(body)


@given(st.sampled_from(sorted(FIELDS)), VALUES | st.lists(VALUES, max_size=2))
def test_any_value_of_any_field_is_judged_alike(name: str, value: object) -> None:
    body = json.dumps({**FIELDS, name: value}, separators=(",", ":")).encode()
    assert quick(body) == careful(body)


@given(st.sampled_from(["id", "version", "sha256", "locale"]), st.text(max_size=6))
def test_any_text_about_the_content_is_judged_alike(name: str, value: str) -> None:
    pack = {**FIELDS["pack"], name: value}  # type: ignore[dict-item]  # the object of the table
    body = json.dumps({**FIELDS, "pack": pack}, separators=(",", ":"), ensure_ascii=False)
    assert quick(body.encode("utf-8", "surrogatepass")) == careful(
        body.encode("utf-8", "surrogatepass")
    )


@pytest.mark.parametrize("seq", [0, 10**14, 10**15, 10**40, -1])
def test_any_number_is_judged_alike(seq: int) -> None:
    body = BODY.replace(b'"seq":5', f'"seq":{seq}'.encode())
    assert quick(body) == careful(body)


def test_a_visit_as_the_kiosk_writes_it_is_read_the_quick_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path / "data", 2)
    written = [row["body"] for row in rows(tmp_path / "data")[1:]]
    expected = [careful(body) for body in written]

    def no_other(_body: bytes) -> None:
        pytest.fail("read the slow way")

    monkeypatch.setattr(usual, "parse_body", no_other)
    assert [quick(body) for body in (*written, BODY)] == [*expected, careful(BODY)]


def test_bytes_that_are_no_text_are_malformed() -> None:
    assert quick(b"\xff" + BODY) == "the clear part is not JSON"


COPIED_OR_NOT = st.sampled_from([BODY, BODY.replace(b',"copy_sha256":"' + b"01" * 32 + b'"', b"")])


@given(COPIED_OR_NOT, st.sampled_from(["", "%", "%s%d", "t"]), spoilt())
def test_what_fits_the_shape_of_a_visit_is_sound_and_differs_in_four_values_only(
    body: bytes, version: str, other: bytes
) -> None:
    body = body.replace(b'"version":"1.0"', f'"version":"{version}"'.encode())
    shape = shape_of(body, read_place(body))
    assert shape
    for name, tried in (("s2", body), ("s1", other), ("", body), ('"', body)):
        text = tried.replace(b'"id":"s1"', f'"id":"{name}"'.encode())
        values = (name, 6, "cd" * 32, "23" * 32)
        text = text.replace(b'"seq":5', b'"seq":6').replace(b"ab" * 32, b"cd" * 32)
        text = text.replace(b"ef" * 32, b"23" * 32)
        if not text.isascii():
            continue
        if shape.fits(text, *values):
            sound = shape.place._replace(id=name, seq=6, prev="cd" * 32, sealed_sha256="23" * 32)
            assert careful(text) == sound
        elif tried is body:
            assert isinstance(careful(text), str)


def test_only_a_visit_has_a_shape() -> None:
    assert shape_of(BODY.replace(b'"ack"', b'"void"'), read_place(BODY)) is None
    assert shape_of(b"\xff", read_place(BODY)) is None
