"""A visit that was kept without a choice can be read and talked about, and never signed."""

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import IdeaAnswer, Stamp, receipt_number
from kiosk.domain.kept import KeptVisit, Why
from kiosk.records.store import open_store
from kiosk.staff.desk.desk import Ask, Desk, RefusedError
from kiosk.staff.desk.hand_off_paper import hand_off_lines
from kiosk.staff.desk.register import Stands, register
from kiosk.staff.desk.talk import form_of
from tests.staff.desk.desks import ANN, PIN, desk_at, kiosk_with, now, pack_ref, row_of, visit

KEPT = KeptVisit(
    session="k1",
    mode="demo",
    why=Why.AFTER_DOSE,
    reference="K-9",
    route="iv",
    pack=pack_ref(),
    pages=(),
    ideas=(IdeaAnswer("drive", (0, 2), 2, talk=True),),
    flags=("must-not",),
    started=Stamp("2026-11-21T09:00:00Z", 1.0),
    ended=Stamp("2026-11-21T09:10:00Z", 601.0),
    settings=(("dosed", "within 24 hours"), ("attested_by", "clinician")),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    place = kiosk_with(tmp_path / "kiosk", visit("s1"))
    with closing(open_store(place, mode="demo", app_version="0.1.0", now=now)) as store:
        store.keep(KEPT, "clinician")
    return place


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_at(tmp_path / "desk")


def test_it_is_listed_with_its_receipt_and_no_door(data: Path, desk: Desk) -> None:
    for listed in (desk.load(data), register(data / "records.db", None)):
        row = row_of(listed, "k1")
        assert (row.receipt, row.door, row.stands) == (receipt_number("k1"), "", Stands.KEPT)
    assert row_of(desk.load(data), "k1").reference == "K-9"


def test_its_page_says_why_there_is_no_choice(data: Path, desk: Desk) -> None:
    listed = desk.load(data)
    page = desk.hand_off(listed, row_of(listed, "k1"))
    assert page.door == "No choice: a dose was given before, so the choice has to wait"
    assert (page.minutes, page.dosed) == ("10 min", "within 24 hours, said clinician")
    assert [one.key for one in page.items] == ["page:must-not", "idea:drive"]
    told = [text for _, text in hand_off_lines(page)]
    assert any(text.startswith("Pressed: nothing") for text in told)


def test_it_is_talked_about_and_never_signed(data: Path, desk: Desk) -> None:
    listed = desk.load(data)
    row = row_of(listed, "k1")
    items = [(one.key, "resolved") for one in desk.hand_off(listed, row).items]
    form = form_of(items, "decides", ("risks",), "")
    for act in ("cosign", "withdrawal"):
        with pytest.raises(RefusedError, match="without a choice"):
            desk.sign(listed, Ask(act, row, ANN, PIN, form))
    desk.sign(listed, Ask("discussed", row, ANN, PIN, form))
    again = desk.refresh(listed)
    assert row_of(again, "k1").stands is Stands.KEPT
    since = desk.hand_off(again, row_of(again, "k1")).since
    assert since[0].startswith("Talked about, not co-signed on 2026-11-21 by AL (clinician)")
    assert desk.reprint(listed, row) is None
