"""What is sealed comes back whole, for its recipients only and in its own record only."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.acknowledgement import (
    Acknowledgement,
    Door,
    IdeaAnswer,
    PackRef,
    PageShown,
    Stamp,
)
from kiosk.records.database import DATABASE, Row, connect, last_row
from kiosk.records.errors import BadKey, CannotUnseal
from kiosk.records.keys import Recipient, load_private, new_recipient
from kiosk.records.person import acknowledgement_bytes, acknowledgement_from
from kiosk.records.seal import pad, seal
from kiosk.records.store import Store, open_store
from kiosk.records.unseal import Opener, load_opener, open_records, open_row, unseal
from tests.records.visits import Clock, visit

# Lone surrogates too: what a broken keyboard driver types must not cost a record.
text = st.text(alphabet=st.characters(), max_size=20)
seconds = st.floats(allow_nan=False, allow_infinity=False)
stamps = st.builds(Stamp, utc=text, mono=seconds)
answers = st.builds(
    IdeaAnswer,
    idea=text,
    choices=st.lists(st.none() | st.integers(0, 9), max_size=3).map(tuple),
    explained=st.integers(0, 3),
    talk=st.booleans(),
)
pages = st.builds(
    PageShown, page=text, order=st.integers(0, 99), seconds=seconds, visits=st.integers(1, 9)
)
acknowledgements = st.builds(
    Acknowledgement,
    session=text,
    mode=st.sampled_from(["demo", "production"]),
    reference=st.none() | text,
    route=st.none() | st.sampled_from(["iv", "im", "spray"]),
    pack=st.builds(PackRef, text, text, text, text),
    door=st.sampled_from(Door),
    meaning=text,
    pages=st.lists(pages, max_size=3).map(tuple),
    ideas=st.lists(answers, max_size=3).map(tuple),
    flags=st.lists(text, max_size=3).map(tuple),
    started=stamps,
    decided=stamps,
    settings=st.lists(st.tuples(text, text), max_size=3).map(tuple),
)


def random_bytes(count: int) -> bytes:
    return bytes(range(7, 7 + count))


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Recipient, Opener]:
    folder = tmp_path_factory.mktemp("keys")
    recipient = new_recipient(folder / "a.key", folder / "a.pub", None)
    return recipient, load_opener(folder / "a.key")


@given(ack=acknowledgements, context=text.map(ascii), block=st.sampled_from([1, 64, 4096]))
def test_an_acknowledgement_survives_sealing_and_opening(
    pair: tuple[Recipient, Opener], ack: Acknowledgement, context: str, block: int
) -> None:
    recipient, opener = pair
    plain = acknowledgement_bytes(ack)
    sealed = seal(plain, context, [recipient], random_bytes, block)
    assert plain not in sealed
    assert acknowledgement_from(unseal(sealed, context, opener)) == ack


@given(at=st.integers(0), bit=st.integers(0, 7), cut=st.booleans())
def test_no_changed_or_shortened_sealed_part_opens(
    pair: tuple[Recipient, Opener], at: int, bit: int, *, cut: bool
) -> None:
    recipient, opener = pair
    sealed = bytearray(seal(b"{}", "context", [recipient], random_bytes, 64))
    at %= len(sealed)
    if cut:
        del sealed[at:]
    else:
        sealed[at] ^= 1 << bit
    with pytest.raises(CannotUnseal):
        unseal(bytes(sealed), "context", opener)


@given(plain=st.binary(max_size=300), block=st.integers(1, 128))
def test_padding_is_whole_blocks_and_tells_only_their_number(plain: bytes, block: int) -> None:
    padded = pad(plain, block)
    assert len(padded) % block == 0
    assert len(padded) - len(plain) < 4 + block


def test_a_sealed_part_opens_in_no_other_record(pair: tuple[Recipient, Opener]) -> None:
    recipient, opener = pair
    sealed = seal(b"{}", "anteroom/1|kiosk|1|5|id", [recipient], random_bytes, 64)
    with pytest.raises(CannotUnseal, match="belongs to another record"):
        unseal(sealed, "anteroom/1|kiosk|1|6|id", opener)


def saved_row(data: Path, *public: Path) -> Row:
    now = Clock().now
    store = open_store(data, mode="production", app_version="1", now=now, recipients=public)
    with closing(store):
        ack = visit("s1")
        object.__setattr__(ack, "mode", "production")
        store.save(ack)
    with closing(connect(data / DATABASE)) as connection:
        row = last_row(connection)
    assert row is not None
    return row


def test_each_recipient_opens_the_record_and_a_stranger_does_not(
    data: Path, tmp_path: Path
) -> None:
    for name in ("clinic", "safe", "stranger"):
        new_recipient(tmp_path / f"{name}.key", tmp_path / f"{name}.pub", None)
    row = saved_row(data, tmp_path / "clinic.pub", tmp_path / "safe.pub")
    for name in ("clinic", "safe"):
        opened = open_row(row, load_opener(tmp_path / f"{name}.key")).acknowledgement()
        assert (opened.session, opened.door) == ("s1", Door.READY)
    with pytest.raises(CannotUnseal, match="sealed for"):
        open_row(row, load_opener(tmp_path / "stranger.key"))


def test_a_demo_opens_its_own_records(store: Store, data: Path) -> None:
    store.save(visit("s1", Door.QUESTIONS, ("cost",)))
    assert store.demo_keys is not None
    birth, ack = open_records(data, load_opener(store.demo_keys))
    assert ack.acknowledgement() == visit("s1", Door.QUESTIONS, ("cost",))
    with pytest.raises(CannotUnseal, match="not an acknowledgement"):
        birth.acknowledgement()


def test_a_key_file_with_a_passphrase_needs_it(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    new_recipient(path, tmp_path / "a.pub", b"open sesame")
    load_private(path, b"open sesame")
    for wrong in (None, b"other"):
        with pytest.raises(BadKey, match=r"a\.key"):
            load_private(path, wrong)


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    new_recipient(tmp_path / "a.key", tmp_path / "a.pub", None)
    before = (tmp_path / "a.key").read_bytes()
    with pytest.raises(FileExistsError):
        new_recipient(tmp_path / "a.key", tmp_path / "b.pub", None)
    assert (tmp_path / "a.key").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"hello", b"-----BEGIN PRIVATE KEY-----\n"])
def test_a_file_that_is_no_key_is_bad_input(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.key"
    path.write_bytes(content)
    with pytest.raises(BadKey, match="not a private recipient key"):
        load_opener(path)


def test_a_public_key_of_another_kind_is_refused(store: Store, data: Path, tmp_path: Path) -> None:
    store.close()
    shutil.copy(data / "device.pub", tmp_path / "wrong.pub")
    with pytest.raises(BadKey, match="not an X25519 key"):
        open_store(
            tmp_path / "other",
            mode="production",
            app_version="1",
            now=Clock().now,
            recipients=[tmp_path / "wrong.pub"],
        )
