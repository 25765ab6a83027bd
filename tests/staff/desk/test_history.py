"""What was signed about a visit is read back, and what was left open comes up again."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Acknowledgement
from kiosk.staff.desk.desk import Ask, Desk
from kiosk.staff.desk.hand_off_paper import hand_off_lines
from kiosk.staff.desk.register import Register, sealed_again
from kiosk.staff.desk.talk import form_of
from tests.staff.desk.desks import ANN, PIN, desk_at, kiosk_with, row_of, visit


def again(session: str) -> Acknowledgement:
    """Return a later visit of the same person, with no marks of its own."""
    return replace(visit(session), reference="K-s1", flags=(), ideas=(), copy=())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return kiosk_with(tmp_path / "kiosk", visit("s1"), again("s2"), visit("other"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_at(tmp_path / "desk")


def sign(desk: Desk, listed: Register, session: str, state: str) -> Register:
    """Co-sign a visit with every item in one state, and list anew."""
    row = row_of(listed, session)
    page = desk.hand_off(listed, row)
    settled = [(one.key, state) for one in page.items]
    form = form_of(settled, "supported", ("risks",), "Her sister was there")
    desk.sign(listed, Ask("cosign", row, ANN, PIN, form))
    return desk.refresh(listed)


def test_what_a_clinician_signed_is_read_back_on_the_page(data: Path, desk: Desk) -> None:
    listed = sign(desk, desk.load(data), "s1", "resolved")
    page = desk.hand_off(listed, row_of(listed, "s1"))
    signed = "Co-signed on 2026-11-21 by AL (clinician). Able to decide this now, with support. "
    talk = "Side effects and serious risks. 4 resolved, 0 carried forward. “Her sister was there”."
    assert page.since == (signed + talk,)
    assert ("item", page.since[0]) in hand_off_lines(page)
    assert desk.hand_off(listed, row_of(listed, "other")).since == ()


def test_an_item_carried_forward_comes_up_at_the_next_visit_until_it_is_resolved(
    data: Path, desk: Desk
) -> None:
    listed = sign(desk, desk.load(data), "s1", "carried")
    page = desk.hand_off(listed, row_of(listed, "s2"))
    assert "earlier:idea:drive" in [one.key for one in page.items]
    drive = next(one for one in page.earlier if one.key == "earlier:idea:drive")
    receipt = row_of(listed, "s1").receipt
    assert (drive.text, drive.note) == (
        "When can you drive again?",
        f"carried forward from {receipt}",
    )
    assert desk.hand_off(listed, row_of(listed, "other")).earlier == ()
    listed = sign(desk, listed, "s2", "resolved")
    kiosk_with(data, again("s4"))
    listed = desk.load(data)
    assert desk.hand_off(listed, row_of(listed, "s4")).earlier == ()


def test_a_list_that_was_sealed_again_holds_nothing_that_was_signed(data: Path, desk: Desk) -> None:
    listed = sealed_again(sign(desk, desk.load(data), "s1", "carried"))
    assert (listed.at_desk, dict(listed.said)) == ((), {})
