"""What the desk writes, where, and that nothing stored ever changes."""

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Door
from kiosk.records.desk_records import is_desk
from kiosk.records.errors import BadKey
from kiosk.records.keys import new_recipient
from kiosk.records.store import open_store
from kiosk.records.unseal import load_opener, open_records
from kiosk.records.verify import verify
from kiosk.staff.desk.desk import Ask, Desk, DeskLockedError, RefusedError, UnprotectedKeyError
from kiosk.staff.desk.register import Register, Stands
from kiosk.staff.desk.talk import Form, NotReadyToSignError
from tests.staff.desk.desks import (
    ANN,
    PIN,
    REX,
    desk_at,
    kiosk_with,
    marked_none,
    now,
    row_of,
    visit,
)

READY = Form(capacity="decides", discussed=("risks",), note="Spoke for ten minutes")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return kiosk_with(tmp_path / "kiosk", visit("s1"), marked_none("s2"), visit("s3", Door.NO))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_at(tmp_path / "desk")


def filled(desk: Desk, listed: Register, session: str) -> Form:
    page = desk.hand_off(listed, row_of(listed, session))
    settled = tuple((one.key, "carried" if n else "resolved") for n, one in enumerate(page.items))
    return Form(settled, READY.capacity, READY.discussed, READY.note)  # type: ignore[arg-type]  # both are states


def test_a_co_signature_is_a_record_of_the_desk_and_the_kiosk_stays_as_it_was(
    data: Path, desk: Desk
) -> None:
    before = (data / "records.db").read_bytes()
    listed = desk.load(data)
    row = row_of(listed, "s1")
    assert row.stands is Stands.PROPOSED
    desk.sign(listed, Ask("cosign", row, ANN, PIN, filled(desk, listed, "s1")))
    assert (data / "records.db").read_bytes() == before
    assert row_of(desk.load(data), "s1").stands is Stands.COSIGNED
    own = desk.own_store("demo")
    assert verify(own).ok
    assert is_desk(own)
    assert not is_desk(data)
    last = list(open_records(own, load_opener(data / "demo-recipient.key")))[-1]
    assert last.clear.kind == "cosign"
    assert last.person["refers_to"] == {"id": "s1", "leaf": row.leaf}
    details = last.person["details"]
    assert (details["by"], details["role"], details["why"]) == ("AL", "clinician", READY.note)
    assert details["head"]["size"] == 4
    assert details["items"][0] == ["page:must-not", "resolved"]


def test_nothing_the_desk_writes_can_be_read_without_the_key(data: Path, desk: Desk) -> None:
    listed = desk.load(data)
    form = Form(capacity="decides", discussed=("risks",), note="CANARY")
    desk.sign(listed, Ask("cosign", row_of(listed, "s2"), ANN, PIN, form))
    stored = (desk.own_store("demo") / "records.db").read_bytes()
    for secret in (b"CANARY", b"risks", b"K-s2", b'"s2"'):
        assert secret not in stored


@pytest.mark.parametrize(
    ("form", "why"),
    [
        (Form(capacity="decides", discussed=("risks",)), "neither resolved nor carried"),
        (None, "not recorded"),
    ],
)
def test_a_co_signature_waits_until_every_item_is_settled(
    data: Path, desk: Desk, form: Form | None, why: str
) -> None:
    listed = desk.load(data)
    given = form or Form(filled(desk, listed, "s1").settled)
    with pytest.raises(NotReadyToSignError, match=why):
        desk.sign(listed, Ask("cosign", row_of(listed, "s1"), ANN, PIN, given))
    assert not desk.own_store("demo").exists()


def test_nobody_co_signs_while_a_person_cannot_decide_but_the_talk_is_kept(
    data: Path, desk: Desk
) -> None:
    listed = desk.load(data)
    form = Form(capacity="not_now", discussed=("risks",))
    with pytest.raises(NotReadyToSignError, match="cannot decide"):
        desk.sign(listed, Ask("cosign", row_of(listed, "s2"), ANN, PIN, form))
    desk.sign(listed, Ask("discussed", row_of(listed, "s2"), ANN, PIN, form))
    assert row_of(desk.load(data), "s2").stands is Stands.PROPOSED


def test_reception_cannot_co_sign_and_a_wrong_pin_writes_nothing(data: Path, desk: Desk) -> None:
    listed = desk.load(data)
    row = row_of(listed, "s2")
    with pytest.raises(RefusedError, match="needs a clinician"):
        desk.sign(listed, Ask("cosign", row, REX, PIN, READY))
    with pytest.raises(RefusedError, match="not right"):
        desk.sign(listed, Ask("cosign", row, ANN, "111222", READY))
    assert not desk.own_store("demo").exists()


def test_a_withdrawal_and_a_later_visit_go_through_the_same_door(data: Path, desk: Desk) -> None:
    listed = desk.load(data)
    one, two, three = (row_of(listed, name) for name in ("s1", "s2", "s3"))
    desk.sign(listed, Ask("withdrawal", two, REX, PIN, Form(note="Told me at the desk")))
    desk.sign(listed, Ask("re_consent", one, ANN, PIN, READY, later=three))
    again = desk.load(data)
    assert row_of(again, "s2").stands is Stands.WITHDRAWN
    assert row_of(again, "s1").stands is Stands.REPLACED


def test_a_forgotten_key_closes_the_page_the_copy_and_the_pen(data: Path, desk: Desk) -> None:
    listed = desk.load(data)
    row = row_of(listed, "s2")
    desk.forget()
    for attempt in (
        lambda: desk.hand_off(listed, row),
        lambda: desk.reprint(listed, row),
        lambda: desk.sign(listed, Ask("cosign", row, ANN, PIN, READY)),
    ):
        with pytest.raises(DeskLockedError):
            attempt()


def test_a_reprint_has_the_words_and_the_code_of_the_day(data: Path, desk: Desk) -> None:
    with closing(open_store(data, mode="demo", app_version="0.1.0", now=now)) as store:
        found = store.find("s1")
    listed = desk.load(data)
    paper = desk.reprint(listed, row_of(listed, "s1"))
    assert found is not None
    assert paper is not None
    assert (paper.words, paper.code) == (visit("s1").copy, found.copy_code)
    assert paper.foot.startswith("COPY, printed again on 2026-11-21")
    assert desk.reprint(listed, row_of(listed, "s2")) is None


def test_a_key_without_a_passphrase_is_refused_and_a_wrong_one_is_not_kept(
    desk: Desk, tmp_path: Path
) -> None:
    for name, word in (("bare", None), ("good", b"oak river")):
        new_recipient(tmp_path / f"{name}.key", tmp_path / f"{name}.pub", word)
    with pytest.raises(UnprotectedKeyError, match="keys protect"):
        desk.use_key(tmp_path / "bare.key", "")
    with pytest.raises(BadKey, match="wrong passphrase"):
        desk.use_key(tmp_path / "good.key", "oak")
    assert not desk.has_key
    desk.use_key(tmp_path / "good.key", "oak river")
    assert desk.has_key
