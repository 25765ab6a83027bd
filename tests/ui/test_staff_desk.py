"""The front desk at the kiosk: a new visit in few presses, roles, acts written down, presets."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door
from kiosk.domain.desk import DeskScreen
from kiosk.domain.session import Step
from kiosk.domain.staffing.arrangement import Dose
from kiosk.domain.staffing.roles import Act, Role
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import Verb
from kiosk.ui.views.screens import KeypadView, NoticeView
from kiosk.ui.views.sheet import GroupItem, RowItem, Sheet
from tests.ui.stand_ins import HeldRecorder, Person, SetPins, SpoiltError

PIN = "407193"
# Acceptance row B-01: taps of a usual new visit, without the keys of the PIN and the reference.
MOST_TAPS = 6


@pytest.fixture
def pins() -> SetPins:
    return SetPins(right=PIN)


class Taps:
    """Presses what the page shows, by its words, and counts."""

    def __init__(self, person: Person) -> None:
        self._person, self.count = person, 0

    def press(self, text: str) -> None:
        verb = self._verb(text)
        assert verb is not None, f"{text!r} is not on {self._person.key}"
        self.count += 1
        self._person.driver.hear(verb)

    def typed(self, digits: str) -> None:
        """Type and press the key that ends it: one tap, the keys apart."""
        view = self._person.view
        assert isinstance(view, KeypadView)
        self.count += 1
        self._person.do(view.command, digits)

    def _verb(self, text: str) -> Verb | None:
        view = self._person.view
        named = [(row.text, row.verb) for row in rows_of(self._person)]
        if isinstance(view, NoticeView):
            named += [(one.text, one.verb) for one in view.buttons]
        if isinstance(view, Sheet):
            foot = (view.back, view.middle, view.onward)
            named += [(one.text, one.verb) for one in foot if one is not None]
        return next((verb for name, verb in named if name.startswith(text)), None)


def rows_of(person: Person) -> list[RowItem]:
    view = person.view
    items = view.items if isinstance(view, Sheet) else ()
    return [row for item in items if isinstance(item, GroupItem) for row in item.rows]


def enter(person: Person, qtbot: QtBot) -> None:
    person.call_staff()
    person.do(sv.PinTyped, PIN)
    qtbot.waitUntil(lambda: person.key == "staff-menu")


def to_new_visit(person: Person, qtbot: QtBot, reference: str = "MRN-1") -> None:
    enter(person, qtbot)
    person.do(sv.DeskGo, DeskScreen.REFERENCE)
    person.do(sv.ReferenceTyped, reference)


def test_a_usual_new_visit_takes_six_taps_with_its_way_and_what_is_attested(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    enter(person, qtbot)
    taps = Taps(person)
    taps.press("Start a new visit")
    taps.typed("MRN-1")
    taps.press("No dose today")
    taps.press("How the medicine")
    taps.press("By vein")
    taps.press("Hand over")
    assert taps.count <= MOST_TAPS
    session = person.driver.session
    assert (person.key, session.route, session.reference) == ("language", "iv", "MRN-1")
    person.do(ev.DecideAsked)
    person.do(ev.DoorChosen, Door.NO)
    person.do(ev.Acknowledged, "I went through a part")
    qtbot.waitUntil(lambda: person.key == "saved")
    said = dict(recorder.kept[0].settings)
    assert (said["dosed"], said["attested_by"]) == ("none today, alert", "admin")
    assert said["interpreter"] == said["helper"] == said["representative"] == "not present"


def test_size_colours_voice_and_people_are_set_on_one_page_and_the_person_meets_them(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    to_new_visit(person, qtbot)
    taps = Taps(person)
    for words in ("Text size", "Largest", "Colours", "Dark", "An interpreter", "A legal", "Read"):
        taps.press(words)
    assert person.key == "staff-visit"
    person.do(sv.HandOver)
    settings = person.driver.session.settings
    assert (settings.size, settings.theme, settings.read_on) == ("XL", "dark", True)
    assert person.settings == settings
    person.do(ev.SettingChosen, "size", "M")
    person.do(ev.DecideAsked)
    person.do(ev.DoorChosen, Door.READY)
    person.do(ev.Acknowledged, "I went through a part")
    qtbot.waitUntil(lambda: person.key == "saved")
    said = dict(recorder.kept[0].settings)
    assert (said["size"], said["interpreter"], said["helper"]) == ("M", "present", "not present")
    assert said["representative"] == "present"


def test_the_next_visit_offers_the_kiosks_language_and_lists_the_last_way_first(
    person: Person, qtbot: QtBot
) -> None:
    to_new_visit(person, qtbot)
    person.do(sv.Arrange, "language", "es")
    person.do(sv.Arrange, "route", "spray")
    person.do(sv.Arrange, "size", "XL")
    person.do(sv.HandOver)
    # Staff come while the page in front is in Spanish, and start the next visit from there.
    assert person.driver.session.settings.language == "es"
    to_new_visit(person, qtbot, "MRN-2")
    assert person.driver.staff.desk is not None
    visit = person.driver.staff.desk.visit
    assert (visit.language, visit.size, visit.route, visit.attested.dose) == (
        "en",
        "M",
        "",
        Dose.UNSAID,
    )
    person.do(sv.DeskGo, DeskScreen.ROUTE)
    assert rows_of(person)[0].verb == Verb(sv.Arrange, ("route", "spray"))


def test_a_code_brings_what_staff_attested_along(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    to_new_visit(person, qtbot)
    person.do(sv.Arrange, "helper")
    person.do(sv.GiveCode)
    assert isinstance(person.view, NoticeView)
    code = person.view.title.replace(" ", "")
    person.do(sv.LeaveDesk)
    person.do(ev.Began)
    while person.key != "code":
        person.do(ev.Continued)
    person.type_code(code)
    person.do(ev.DecideAsked)
    person.do(ev.DoorChosen, Door.NO)
    person.do(ev.Acknowledged, "I went through a part")
    qtbot.waitUntil(lambda: person.key == "saved")
    assert dict(recorder.kept[0].settings)["helper"] == "present"


def test_a_visit_that_nobody_prepared_says_nothing_of_what_staff_attest(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    person.acknowledge()
    qtbot.waitUntil(lambda: person.key == "saved")
    assert "dosed" not in dict(recorder.kept[0].settings)


class TestAfterADose:
    """A clinic that lets a choice wait for a day after a dose."""

    @pytest.fixture
    def hours(self) -> int:
        return 24

    def test_the_doors_say_that_all_three_wait_and_reading_is_saved(
        self, person: Person, recorder: HeldRecorder, qtbot: QtBot
    ) -> None:
        to_new_visit(person, qtbot)
        Taps(person).press("A dose in the last 24 hours")
        person.do(sv.HandOver)
        person.do(ev.DecideAsked)
        assert person.key == "doors-wait"
        assert isinstance(person.view, Sheet)
        verbs = [row.verb for row in rows_of(person)]
        assert not [verb for verb in verbs if verb and verb.event is ev.DoorChosen]
        assert "every choice here waits" in str(person.view)
        Taps(person).press("I am done reading")
        qtbot.waitUntil(lambda: person.key == "saved-reading")
        assert "You made no choice. It waits." in str(person.view)
        assert recorder.kept == []
        assert dict(recorder.unfinished[0].settings)["dosed"] == "within 24 hours"

    def test_a_store_that_cannot_save_the_reading_is_said_to_have_failed(
        self, person: Person, recorder: HeldRecorder, qtbot: QtBot
    ) -> None:
        recorder.trouble = SpoiltError("the disk is full")
        to_new_visit(person, qtbot)
        person.do(sv.Arrange, "dose", Dose.RECENT.value)
        person.do(sv.HandOver)
        person.do(ev.DecideAsked)
        person.do(ev.ReadingEnded)
        qtbot.waitUntil(lambda: person.key == "fault")


def test_with_no_window_set_nobody_is_asked_about_a_recent_dose(
    person: Person, qtbot: QtBot
) -> None:
    to_new_visit(person, qtbot)
    assert "the choice waits" not in str(person.view)


def test_keep_and_reset_leaves_a_record_an_empty_screen_and_nothing_in_the_log(
    person: Person, recorder: HeldRecorder, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    person.to_doors()
    enter(person, qtbot)
    taps = Taps(person)
    taps.press("Reset now")
    taps.press("Keep it")
    assert (taps.count, person.key, person.wipes) == (2, "welcome", 1)
    qtbot.waitUntil(lambda: "keep" in person.jobs_done)
    assert recorder.notes[0] == "kept by admin"
    assert caplog.messages == []
    assert (Act.KEEP, Role.ADMIN) in recorder.acts


def test_where_no_visit_is_under_way_there_is_nothing_to_keep_or_to_extend(
    person: Person, qtbot: QtBot
) -> None:
    enter(person, qtbot)
    assert "more minutes" not in str(person.view)
    person.do(sv.DeskGo, DeskScreen.RESET)
    assert "Keep it" not in str(person.view)


def test_more_time_is_one_tap_and_is_written_down(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    person.to_doors()
    enter(person, qtbot)
    Taps(person).press("10 more minutes")
    assert person.driver.session.extra == 600.0
    # Nothing else on the page changes, so that it was done must be said.
    assert "The kiosk now waits 10 minutes longer" in str(person.view)
    qtbot.waitUntil(lambda: (Act.EXTEND, Role.ADMIN) in recorder.acts)


def test_staff_pages_say_how_far_a_visit_is_and_none_of_its_answers(
    person: Person, qtbot: QtBot
) -> None:
    person.do(ev.Began)
    person.do(ev.DecideAsked)
    person.do(ev.DoorChosen, Door.NO)
    enter(person, qtbot)
    told = str(person.view)
    assert "Step 7 of 7" in told
    assert "I do not want this" not in told
    assert "no" not in [one.text for one in rows_of(person)]


ACTS = [
    ((sv.ExtendVisit,), Act.EXTEND),
    ((sv.ResetNow, False), Act.ERASE),
    ((sv.ResetNow, True), Act.KEEP),
    ((sv.ReopenVisit,), Act.REOPEN),
    ((sv.ExitNow,), Act.LEAVE),
]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("command", "act"), ACTS)
def test_a_role_can_do_what_its_line_says_and_each_act_is_written_with_it(
    person: Person,
    pins: SetPins,
    recorder: HeldRecorder,
    qtbot: QtBot,
    role: Role,
    command: tuple[type, ...],
    act: Act,
) -> None:
    pins.role = role
    person.to_doors()
    enter(person, qtbot)
    desk = person.driver.staff.desk
    assert desk is not None
    allowed = desk.may(act)
    person.do(*command)
    person.do(sv.LeaveDesk)
    person.driver.jobs.close()
    assert recorder.acts == [(Act.OPEN, role), *([(act, role)] if allowed else [])]


def test_the_menu_shows_reception_no_way_to_the_desktop(
    person: Person, pins: SetPins, qtbot: QtBot
) -> None:
    pins.role = Role.RECEPTION
    enter(person, qtbot)
    assert "Leave to the desktop" not in str(person.view)
    assert "Opened as: reception" in str(person.view)


def test_a_lock_out_is_written_once_however_often_somebody_tries_on(
    person: Person, pins: SetPins, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    pins.other = ("locked", 30)
    person.call_staff()
    for count in range(1, 4):
        person.do(sv.PinTyped, "111111")
        qtbot.waitUntil(lambda: person.jobs_done.count("pin") == count)  # noqa: B023  # waited for
    person.driver.jobs.close()
    assert recorder.acts == [(Act.LOCKED_OUT, None)]


def test_an_act_that_cannot_be_written_is_told_to_staff_and_holds_nothing_up(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.act_trouble = SpoiltError("the disk is full")
    to_new_visit(person, qtbot)
    person.do(sv.HandOver)
    assert person.key == "language"
    person.do(ev.DecideAsked)
    person.do(ev.DoorChosen, Door.READY)
    person.do(ev.Acknowledged, "I went through a part")
    qtbot.waitUntil(lambda: person.key == "saved")
    enter(person, qtbot)
    qtbot.waitUntil(lambda: "could not be written down: the disk is full" in str(person.view))


def test_the_persons_own_settings_come_back_when_staff_leave(person: Person, qtbot: QtBot) -> None:
    person.do(ev.Began)
    person.do(ev.SettingChosen, "size", "XL")
    person.do(ev.SettingChosen, "theme", "dark")
    own = person.settings
    enter(person, qtbot)
    assert (person.settings.size, person.settings.theme) == ("M", "light")
    person.do(sv.LeaveDesk)
    assert person.settings == own
    assert person.driver.session.place.step is Step.LANGUAGE
