"""The staff room at work: the PIN, the reset, the hand-over, the codes, the way out."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door
from kiosk.domain.desk import DeskScreen, RecordRow
from kiosk.domain.staffing.roles import Act, Role
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import KeypadView, NoticeView, TableView
from kiosk.ui.views.sheet import GroupItem, PanelItem, Sheet
from tests.ui.stand_ins import HeldRecorder, Person, SetPins

PIN = "407193"
LOGOUT = 60.0


@pytest.fixture
def pins() -> SetPins:
    return SetPins(right=PIN)


def enter(person: Person, qtbot: QtBot) -> None:
    person.call_staff()
    person.do(sv.PinTyped, PIN)
    qtbot.waitUntil(lambda: person.key == "staff-menu")


def test_the_right_pin_opens_and_a_wrong_one_says_how_many_tries_are_left(
    person: Person, qtbot: QtBot
) -> None:
    person.call_staff()
    assert person.key == "staff-pin"
    person.do(sv.PinTyped, "111111")
    qtbot.waitUntil(lambda: isinstance(person.view, KeypadView) and bool(person.view.error))
    assert "4 tries" in str(person.view)
    person.do(sv.PinTyped, PIN)
    qtbot.waitUntil(lambda: person.key == "staff-menu")


def test_a_lock_says_how_long_it_lasts(person: Person, pins: SetPins, qtbot: QtBot) -> None:
    pins.other = ("locked", 240)
    person.call_staff()
    person.do(sv.PinTyped, "111111")
    qtbot.waitUntil(lambda: "240 seconds" in str(person.view))
    assert person.key == "staff-pin"


@pytest.mark.parametrize(
    "command",
    [
        (sv.DeskGo, DeskScreen.MENU),
        (sv.DeskGo, DeskScreen.RECORDS),
        (sv.ResetNow,),
        (sv.HandOver,),
        (sv.ExitNow,),
    ],
)
def test_before_the_pin_nothing_of_the_staff_room_works(
    person: Person, command: tuple[type, ...]
) -> None:
    person.do(ev.Began)
    person.call_staff()
    person.do(*command)
    assert (person.key, person.wipes) == ("staff-pin", 0)


def test_leaving_the_pin_page_leads_back_to_the_patients_page(person: Person) -> None:
    person.to_doors()
    before = person.view
    person.call_staff()
    person.do(sv.LeaveDesk)
    assert person.view == before


def test_a_reset_takes_two_presses_and_leaves_nothing_of_the_visit(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    person.to_doors()
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.RESET)
    person.do(sv.ResetNow)
    assert (person.key, person.wipes) == ("welcome", 1)
    assert person.driver.session.id is None
    assert person.driver.staff.desk is None
    qtbot.waitUntil(lambda: (Act.ERASE, Role.ADMIN) in recorder.acts)
    assert not recorder.kept


def test_a_visit_handed_over_carries_its_reference_into_the_record(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.REFERENCE)
    person.do(sv.ReferenceTyped, "MRN-1234")
    assert person.key == "staff-visit"
    person.do(sv.HandOver)
    assert person.key == "language"
    person.do(ev.DecideAsked)
    person.do(ev.DoorChosen, Door.NO)
    person.do(ev.Acknowledged, "I went through a part")
    qtbot.waitUntil(lambda: person.key == "saved")
    assert recorder.kept[0].reference == "MRN-1234"


def made_code(person: Person) -> str:
    """Make a code and read it off the page."""
    person.do(sv.GiveCode)
    assert isinstance(person.view, NoticeView)
    return person.view.title.replace(" ", "")


def test_a_code_works_once_and_brings_the_reference_along(person: Person, qtbot: QtBot) -> None:
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.REFERENCE)
    person.do(sv.ReferenceTyped, "MRN-5678")
    code = made_code(person)
    person.do(sv.LeaveDesk)
    to_code_page(person)
    person.type_code(code)
    assert person.key == "how"
    assert person.driver.session.reference == "MRN-5678"
    person.do(ev.Finished)
    to_code_page(person)
    person.type_code(code)
    assert isinstance(person.view, KeypadView)
    assert (person.key, bool(person.view.error)) == ("code", True)


def to_code_page(person: Person) -> None:
    person.do(ev.Began)
    while person.key != "code":
        person.do(ev.Continued)


def test_a_code_is_good_for_fifteen_minutes(person: Person, qtbot: QtBot) -> None:
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.REFERENCE)
    person.do(sv.ReferenceTyped, "MRN-9")
    code = made_code(person)
    person.do(sv.LeaveDesk)
    person.clock.pass_time(15 * 60.0)
    to_code_page(person)
    person.type_code(code)
    assert person.key == "code"


def test_the_staff_room_closes_itself_when_nobody_touches_it(person: Person, qtbot: QtBot) -> None:
    person.to_doors()
    before = person.view
    enter(person, qtbot)
    person.wait_out(LOGOUT - 1.0)
    assert person.key == "staff-menu"
    person.wait_out(1.0)
    assert person.view == before
    person.call_staff()
    assert person.key == "staff-pin"


def test_the_last_records_show_no_door_and_no_answer(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.rows = (RecordRow("ACDE-FGHJ", "2026-11-21", "recorded", "demo", "en"),)
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.RECORDS)
    qtbot.waitUntil(lambda: isinstance(person.view, TableView) and bool(person.view.rows))
    assert isinstance(person.view, TableView)
    assert person.view.rows == (("ACDE-FGHJ", "2026-11-21", "recorded", "demo", "English"),)


@pytest.mark.parametrize(
    ("stored", "told"),
    [("kept", "not finished"), ("void", "void"), ("corrected", "corrected"), ("later", "later")],
)
def test_the_last_records_say_how_a_visit_stands_as_the_search_does(
    person: Person, recorder: HeldRecorder, qtbot: QtBot, stored: str, told: str
) -> None:
    recorder.rows = (RecordRow("ACDE-FGHJ", "2026-11-21", stored, "demo", "es"),)
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.RECORDS)
    qtbot.waitUntil(lambda: isinstance(person.view, TableView) and bool(person.view.rows))
    assert isinstance(person.view, TableView)
    assert person.view.rows[0][2:] == (told, "demo", "Español")


def test_staff_see_the_head_of_the_store_to_write_it_down(person: Person, qtbot: QtBot) -> None:
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.RECORDS)
    qtbot.waitUntil(lambda: isinstance(person.view, TableView) and bool(person.view.lines))
    assert isinstance(person.view, TableView)
    assert person.view.lines == ("Check code: AAAAB-FDMRP-3KVQ7-TJ6I3",)


def test_leaving_to_the_desktop_erases_the_visit_first(person: Person, qtbot: QtBot) -> None:
    person.to_doors()
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.EXIT)
    with qtbot.waitSignal(person.driver.left):
        person.do(sv.ExitNow)
    assert person.wipes == 1
    assert person.driver.session.id is None


def test_staff_can_open_a_hidden_visit(person: Person, qtbot: QtBot) -> None:
    person.to_doors()
    before = person.view
    person.wait_out(7200.0)
    person.wait_out(person.driver.session.limits.countdown)
    assert person.key == "curtain"
    enter(person, qtbot)
    assert isinstance(person.view, Sheet)
    rows = [row for item in person.view.items if isinstance(item, GroupItem) for row in item.rows]
    assert rows[0].verb is not None
    person.driver.hear(rows[0].verb)
    # Who opens it is not the person: their answers come at their own tap.
    cover = person.views[-1]
    assert isinstance(cover, NoticeView)
    assert cover.key == "hidden-ready"
    (show,) = cover.buttons
    person.driver.hear(show.verb)
    assert person.view == before


class TestWithoutAPin:
    """A demo: nobody has set a PIN."""

    @pytest.fixture
    def pins(self) -> SetPins:
        return SetPins()

    def test_the_staff_pages_open_and_say_that_anybody_can(self, person: Person) -> None:
        person.call_staff()
        assert person.key == "staff-menu"
        assert "no staff PIN is set" in str(person.view)


WAYS = ("iv", "im", "spray", "")


def chosen_way(person: Person, way: str) -> None:
    """Choose how the medicine is given by the row of the page that says it."""
    person.do(sv.DeskGo, DeskScreen.ROUTE)
    assert isinstance(person.view, Sheet)
    rows = [row for item in person.view.items if isinstance(item, GroupItem) for row in item.rows]
    row = next(row for row in rows if row.verb and row.verb == say(sv.Arrange, "route", way))
    assert row.verb is not None
    person.driver.hear(row.verb)


def pages_of(person: Person) -> set[str]:
    plan = person.driver.session.plan
    return {page.id for chapter in plan.chapters for page in chapter.pages}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("by", ["code", "hand over"])
def test_the_way_staff_choose_decides_the_pages_and_stands_in_the_record(
    person: Person, recorder: HeldRecorder, qtbot: QtBot, way: str, by: str
) -> None:
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.REFERENCE)
    person.do(sv.ReferenceTyped, "MRN-1234")
    chosen_way(person, way)
    if by == "code":
        code = made_code(person)
        person.do(sv.LeaveDesk)
        to_code_page(person)
        person.type_code(code)
    else:
        person.do(sv.HandOver)
    own = {"iv": "drip", "im": "shot", "spray": "dizzy"}
    wanted = {own[way]} if way else set(own.values())
    assert pages_of(person) & set(own.values()) == wanted
    person.do(ev.DecideAsked)
    person.do(ev.DoorChosen, Door.NO)
    person.do(ev.Acknowledged, "I went through some of it")
    qtbot.waitUntil(lambda: person.key == "saved")
    assert recorder.kept[0].route == (way or None)


def test_the_way_of_one_visit_is_not_kept_for_the_next(person: Person, qtbot: QtBot) -> None:
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.REFERENCE)
    person.do(sv.ReferenceTyped, "MRN-1")
    chosen_way(person, "iv")
    person.do(sv.DeskGo, DeskScreen.REFERENCE)
    person.do(sv.ReferenceTyped, "MRN-2")
    assert person.driver.staff.desk is not None
    assert person.driver.staff.desk.visit.route == ""


def test_the_first_page_says_which_way_the_pages_are_about(person: Person, qtbot: QtBot) -> None:
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.REFERENCE)
    person.do(sv.ReferenceTyped, "MRN-1")
    chosen_way(person, "spray")
    person.do(sv.HandOver)
    while person.key != "how":
        person.do(ev.Continued)
    assert "These pages are about this way: By nose, as a spray." in str(person.view)


def test_staff_see_what_the_kiosk_lacks_before_what_is_in_order(
    person: Person, qtbot: QtBot
) -> None:
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.READINESS)
    qtbot.waitUntil(lambda: "1970" in str(person.view))
    assert person.key == "staff-readiness"
    assert isinstance(person.view, Sheet)
    panels = [item for item in person.view.items if isinstance(item, PanelItem)]
    assert [panel.title for panel in panels] == ["clock", "sound", ""]
    assert "Set date and time." in str(panels[0])
    assert "Connect loudspeakers." in str(panels[1])
    assert "disk" in str(panels[2])


def test_a_kiosk_that_takes_no_visits_offers_staff_no_new_one(person: Person, qtbot: QtBot) -> None:
    # At the start, and once more after the walk along the records.
    qtbot.waitUntil(lambda: person.jobs_done.count("closed") == 2)
    person.driver.feed(ev.ServiceChanged(person.clock.mono(), "clock: the day is wrong"))
    enter(person, qtbot)
    assert "This kiosk takes no visits: clock: the day is wrong" in str(person.view)
    assert "Start a new visit" not in str(person.view)
