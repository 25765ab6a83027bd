"""Staff see what is on this kiosk alone, and copy it by one press."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.desk import DeskScreen
from kiosk.domain.session import Overlay
from kiosk.domain.staffing.badges import Badges
from kiosk.domain.staffing.roles import Act, Role
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.sheet import PanelItem, Sheet
from tests.ui.stand_ins import HeldRecorder, Person, SpoiltError

WAITING = Badges(waiting=3, hours=5, can_copy=True)


def test_what_waits_is_always_said_and_the_reminder_comes_when_it_is_late(
    person: Person, recorder: HeldRecorder
) -> None:
    recorder.waiting = WAITING
    person.call_staff()
    assert "3 visits not copied yet, oldest 5 hours." in str(person.view)
    assert "To be dealt with" not in str(person.view)
    person.do(sv.LeaveDesk)
    recorder.waiting = Badges(waiting=3, hours=26, late=True)
    person.call_staff()
    assert isinstance(person.view, Sheet)
    panel = person.view.items[0]
    assert isinstance(panel, PanelItem)
    assert "3 visits not copied yet, oldest 26 hours." in panel.title
    assert "Copy the records now" not in str(person.view)


@pytest.mark.parametrize(("hours", "age"), [(-1, "unknown"), (0, "under 1 hour"), (1, "1 hour.")])
def test_the_age_is_said_as_it_is_known(
    person: Person, recorder: HeldRecorder, hours: int, age: str
) -> None:
    recorder.waiting = Badges(waiting=1, hours=hours)
    person.call_staff()
    assert f"1 visit not copied yet, oldest {age}" in str(person.view)


def test_one_press_copies_and_says_with_which_check_code(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.waiting = WAITING
    person.call_staff()
    assert "Copy the records now" in str(person.view)
    person.do(sv.CopyNow)
    qtbot.waitUntil(lambda: "57 records are copied and checked" in str(person.view))
    assert "AAAAB-FDMRP-3KVQ7-TJ6I3" in str(person.view)
    qtbot.waitUntil(lambda: "not copied yet" not in str(person.view))
    assert (Act.COPY, Role.ADMIN) in recorder.acts


def test_a_copy_that_fails_says_why_and_the_visits_go_on_waiting(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.waiting = WAITING
    person.call_staff()
    recorder.trouble = SpoiltError("the stick is full")
    person.do(sv.CopyNow)
    qtbot.waitUntil(lambda: "were not copied: the stick is full" in str(person.view))
    assert "3 visits not copied yet" in str(person.view)


def test_how_a_copy_ended_is_told_on_the_menu_and_to_whoever_comes_next(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    staff = person.driver.staff.room
    for away, back in (
        (say(sv.DeskGo, DeskScreen.REFERENCE), say(sv.DeskGo, DeskScreen.MENU)),
        (say(sv.LeaveDesk), say(ev.Opened, Overlay.STAFF)),
    ):
        recorder.waiting = WAITING
        person.call_staff()
        recorder.gate.clear()
        person.do(sv.CopyNow)
        assert "Copying" in str(person.view)
        person.driver.hear(away)
        recorder.gate.set()
        qtbot.waitUntil(lambda: bool(staff.copy_news))
        assert "copied and checked" not in str(person.view)
        person.driver.hear(back)
        assert "copied and checked" in str(person.view)
        person.do(sv.LeaveDesk)
