"""Finding by code or door at the kiosk says what it needs, and is forgotten with the login."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.desk import DeskScreen, RecordRow
from kiosk.domain.staffing.roles import Act, Role
from kiosk.domain.staffing.sealed_finding import Index, KeyState, SealedWanted
from kiosk.ui import staff_verbs as sv
from tests.ui.stand_ins import HeldRecorder, Person

ROWS = tuple(RecordRow("ACDE-FGHJ", "2026-11-28", "saved", "demo", "en", n) for n in (7, 8))


@pytest.fixture
def desk(person: Person) -> Person:
    """Staff at the open menu of a kiosk; nobody has set a PIN."""
    person.call_staff()
    return person


def looked_for(desk: Person, qtbot: QtBot) -> None:
    desk.do(sv.OpenIndex)
    qtbot.waitUntil(lambda: "Looking" not in str(desk.view), timeout=20_000)


def test_without_the_key_the_page_says_that_code_and_choice_need_it(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    looked_for(desk, qtbot)
    assert desk.key == "staff-sealed"
    assert "the clinic's key must be here" in str(desk.view) or "key must be here" in str(desk.view)
    desk.do(sv.FindCode, "Bed 7")
    desk.do(sv.FindDoor, "no")
    assert recorder.sealed_wanted == []


def test_with_the_key_it_is_opened_bit_by_bit_and_found_meanwhile(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.rows = ROWS
    recorder.indexes = [Index(KeyState.OPEN, done, 600) for done in (200, 400, 600)]
    desk.do(sv.OpenIndex)
    qtbot.waitUntil(lambda: "Every record was opened" in str(desk.view), timeout=20_000)
    assert recorder.indexes == []
    desk.do(sv.DeskGo, DeskScreen.BY_CODE)
    assert desk.key == "staff-by-code"
    desk.do(sv.FindCode, " Bed  7 ")
    qtbot.waitUntil(lambda: desk.key == "staff-found", timeout=20_000)
    desk.do(sv.OpenIndex)
    desk.do(sv.FindDoor, "no")
    qtbot.waitUntil(lambda: desk.key == "staff-found", timeout=20_000)
    assert recorder.sealed_wanted == [SealedWanted(code="Bed 7"), SealedWanted(door="no")]


def test_a_locked_key_asks_for_its_passphrase_and_a_wrong_one_waits(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.key, recorder.passphrase = KeyState.LOCKED, "right"
    looked_for(desk, qtbot)
    desk.do(sv.DeskGo, DeskScreen.INDEX)
    assert desk.key == "staff-index"
    desk.do(sv.IndexPassphrase, "wrong")
    qtbot.waitUntil(lambda: "Wrong passphrase" in str(desk.view), timeout=20_000)
    desk.do(sv.IndexPassphrase, "right")
    assert "Too early" in str(desk.view)
    assert recorder.passphrases == ["", "wrong"]


def test_leaving_the_staff_pages_forgets_what_was_opened(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.indexes = [Index(KeyState.OPEN, 5, 5)]
    looked_for(desk, qtbot)
    before = recorder.forgotten
    desk.do(sv.LeaveDesk)
    assert recorder.forgotten > before
    desk.call_staff()
    looked_for(desk, qtbot)
    assert "key must be here" in str(desk.view)


@pytest.mark.parametrize("screen", [DeskScreen.SEALED, DeskScreen.BY_CODE, DeskScreen.FOUND])
def test_a_key_that_is_pulled_out_is_noticed_within_two_seconds_and_the_page_says_so(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot, screen: DeskScreen
) -> None:
    recorder.rows, recorder.indexes = ROWS, [Index(KeyState.OPEN, 5, 5)]
    looked_for(desk, qtbot)
    desk.do(sv.FindDoor, "no")
    qtbot.waitUntil(lambda: desk.key == "staff-found", timeout=20_000)
    desk.do(sv.DeskGo, screen)
    before, recorder.key_lies_there = recorder.forgotten, False
    for _ in range(2):
        desk.wait_out(1.0)
    qtbot.waitUntil(lambda: "The key is no longer here" in str(desk.view), timeout=20_000)
    assert desk.key == "staff-sealed"
    assert recorder.forgotten > before
    assert desk.driver.staff.desk is not None
    assert (desk.driver.staff.desk.rows, desk.driver.staff.desk.look) == ((), None)
    desk.do(sv.FindDoor, "no")
    assert len(recorder.sealed_wanted) == 1


def test_a_key_that_stays_is_asked_for_one_at_a_time_and_keeps_all_open(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.indexes = [Index(KeyState.OPEN, 5, 5)]
    looked_for(desk, qtbot)
    for _ in range(3):
        desk.wait_out(1.0)
    assert "Every record was opened" in str(desk.view)


def test_each_opening_of_what_is_sealed_is_written_down_with_the_role_alone(
    desk: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    looked_for(desk, qtbot)
    recorder.indexes = [Index(KeyState.OPEN, done, 400) for done in (200, 400)]
    desk.do(sv.OpenIndex)
    qtbot.waitUntil(lambda: "Every record was opened" in str(desk.view), timeout=20_000)
    desk.do(sv.FindCode, "Bed 7")
    desk.driver.jobs.close()
    opened = [one for one in recorder.acts if one[0] is Act.OPEN_SEALED]
    assert opened == [(Act.OPEN_SEALED, Role.ADMIN)]
