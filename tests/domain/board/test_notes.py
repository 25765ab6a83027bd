"""A file on the board says little, and bytes of a stranger say nothing."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.board.notes import (
    LARGEST,
    DeskNote,
    KioskNote,
    Waits,
    desk_bytes,
    desk_note,
    desks,
    kiosk_bytes,
    kiosk_note,
    kiosks,
)
from kiosk.domain.board.standing import Standing, State

TOKEN = "0f" * 16
KIOSK = KioskNote(
    id="0123456789abcdef",
    name="Ventana 2 · نافذة",
    standing=Standing(State.HELP, 3, 7),
    seconds=12,
    call=TOKEN,
    unsaved=Waits(1, 26),
    uncopied=Waits(9, -1),
    beat="aabbccdd:7",
    written="2026-11-21T09:00:00.000Z",
    version="1.2.3",
)
DESK = DeskNote("00ff00ff", frozenset((TOKEN,)), frozenset(("a1" * 16,)), "aabbccdd:1")


def changed(**values: object) -> bytes:
    return json.dumps({**json.loads(kiosk_bytes(KIOSK)), **values}).encode()


def test_what_is_written_is_what_is_read() -> None:
    assert kiosk_note(KIOSK.file, kiosk_bytes(KIOSK)) == KIOSK
    assert desk_note(DESK.file, desk_bytes(DESK)) == DESK
    assert len(kiosk_bytes(KIOSK)) < LARGEST


def test_a_kiosk_writes_these_things_and_no_others() -> None:
    assert set(json.loads(kiosk_bytes(KIOSK))) == {
        *("anteroom_board", "kiosk", "name", "state", "step", "of", "seconds", "call"),
        *("unsaved", "unsaved_hours", "uncopied", "uncopied_hours"),
        *("beat", "written", "version"),
    }


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        kiosk_bytes(KIOSK)[:90],
        b"[]",
        b"7",
        b"\xff\xfe",
        b"[" * 8000,
        b" " * LARGEST + kiosk_bytes(KIOSK),
        changed(anteroom_board=2),
        changed(state="dancing"),
        changed(state=["free"]),
        changed(step=True),
        changed(step=-1),
        changed(seconds=10**30),
        changed(seconds=1.5),
        changed(call="see ../../etc/passwd"),
        changed(name="x" * 31),
        changed(name="two\nlines"),
        changed(beat=""),
        changed(unsaved=None),
        changed(kiosk="another"),
        changed(kiosk="fedcba9876543210"),
    ],
)
def test_bytes_that_are_no_file_of_this_kiosk_say_nothing(content: bytes) -> None:
    assert kiosk_note(KIOSK.file, content) is None
    assert kiosks({KIOSK.file: content}) == {}


def test_a_file_under_the_name_of_another_says_nothing() -> None:
    assert kiosk_note("kiosk-0000000000000000.json", kiosk_bytes(KIOSK)) is None
    assert desk_note("desk-11111111.json", desk_bytes(DESK)) is None


@pytest.mark.parametrize("tokens", [None, "x", ["x"], [TOKEN, 7], [TOKEN] * 65])
def test_an_answer_that_names_no_call_says_nothing(tokens: object) -> None:
    table = {**json.loads(desk_bytes(DESK)), "seen": tokens}
    assert desks({DESK.file: json.dumps(table).encode()}) == {}


@given(st.binary(max_size=400))
def test_no_bytes_at_all_break_the_reading(content: bytes) -> None:
    assert kiosk_note(KIOSK.file, content) is None
    assert desk_note(DESK.file, content) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(list(json.loads(kiosk_bytes(KIOSK)))), JSON))
def test_no_value_in_any_place_breaks_the_reading(values: dict[str, object]) -> None:
    found = kiosk_note(KIOSK.file, changed(**values))
    assert found is None or found.file == KIOSK.file
