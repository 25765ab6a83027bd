"""The driver: events from verbs and time, work from effects, and what the patient is told."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door, receipt_number
from kiosk.domain.session import Overlay, Place, Session, Settings, Step
from kiosk.ui.verbs import ResumeTyped
from kiosk.ui.views.screens import NoticeView, SavedView
from kiosk.ui.views.sheet import GroupItem, Sheet
from tests.staff.set_clock import SetClock
from tests.ui.stand_ins import HeldRecorder, Person, SpoiltError

HOURS = 7200.0


@pytest.mark.parametrize("door", list(Door))
def test_saved_is_said_only_after_the_store_has_answered(
    person: Person, recorder: HeldRecorder, qtbot: QtBot, door: Door
) -> None:
    recorder.gate.clear()
    person.acknowledge(door)
    person.driver.tick()
    assert person.key == "saving"
    assert not any(isinstance(view, SavedView) for view in person.views)
    recorder.gate.set()
    qtbot.waitUntil(lambda: person.key == "saved")
    assert isinstance(person.view, SavedView)
    (kept,) = recorder.kept
    assert (kept.door, person.view.receipt) == (door, receipt_number(kept.session))


def test_the_last_button_hit_many_times_makes_one_record(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.gate.clear()
    person.acknowledge()
    for _ in range(20):
        person.do(ev.Acknowledged, "I went through this")
    recorder.gate.set()
    qtbot.waitUntil(lambda: person.key == "saved")
    person.do(ev.Acknowledged, "I went through this")
    assert len(recorder.kept) == 1


def test_a_failed_save_is_kind_to_the_patient_precise_to_staff_and_wiped(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.trouble = SpoiltError("records.db: the disk is full")
    person.acknowledge()
    qtbot.waitUntil(lambda: person.key == "fault")
    view = person.view
    assert isinstance(view, NoticeView)
    assert "the disk is full" in view.small
    assert "disk" not in " ".join(view.lines)
    assert person.driver.session.id is None
    assert person.driver.session.door is None
    assert person.wipes == 1


def test_a_fault_of_our_own_names_its_kind_and_never_its_text(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.trouble = ValueError("what the patient typed")
    person.acknowledge()
    qtbot.waitUntil(lambda: person.key == "fault")
    assert isinstance(person.view, NoticeView)
    assert "ValueError" in person.view.small
    assert "typed" not in person.view.small


def test_a_store_that_does_not_answer_ends_on_the_fault_page_and_its_late_word_is_not_heard(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.gate.clear()
    person.acknowledge()
    person.wait_out(31.0)
    assert person.key == "fault"
    recorder.gate.set()
    qtbot.waitUntil(lambda: "save" in person.jobs_done)
    assert person.key == "fault"
    assert len(recorder.kept) == 1


def test_a_late_answer_does_not_reach_the_next_person(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.gate.clear()
    person.acknowledge()
    person.wait_out(31.0)
    person.do(ev.Finished)
    person.do(ev.Began)
    recorder.gate.set()
    qtbot.waitUntil(lambda: "save" in person.jobs_done)
    assert person.key == "language"
    assert person.driver.session.saved is None


def test_an_untouched_visit_is_warned_of_hidden_and_erased(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    person.do(ev.Began)
    person.wait_out(HOURS)
    assert person.key == "still-there"
    person.wait_out(person.driver.session.limits.countdown)
    assert person.key == "curtain"
    person.wait_out(person.driver.session.limits.curtain)
    assert (person.key, person.wipes) == ("welcome", 1)
    assert person.driver.session.id is None
    qtbot.waitUntil(lambda: recorder.notes == ["abandoned"])
    assert not recorder.kept


def test_the_countdown_goes_down_by_the_clock(person: Person) -> None:
    person.do(ev.Began)
    person.wait_out(HOURS)
    left = []
    for _ in range(3):
        person.wait_out(1.0)
        assert isinstance(person.view, NoticeView)
        assert person.view.ring is not None
        left.append(person.view.ring[0])
    assert left == [44, 43, 42]


def test_a_touch_takes_the_warning_away_and_a_key_does_not(person: Person) -> None:
    person.do(ev.Began)
    person.wait_out(HOURS)
    person.driver.typed()
    assert person.key == "still-there"
    person.driver.touched()
    assert person.key == "language"


def test_the_saved_page_goes_by_itself(person: Person, qtbot: QtBot) -> None:
    person.acknowledge()
    qtbot.waitUntil(lambda: person.key == "saved")
    person.wait_out(person.driver.session.limits.saved)
    assert (person.key, person.wipes) == ("welcome", 1)


def test_every_setting_is_back_to_its_default_for_the_next_person(person: Person) -> None:
    person.do(ev.Began)
    person.do(ev.Continued)
    for name, value in (("size", "XL"), ("theme", "dark")):
        person.do(ev.SettingChosen, name, value)
    assert person.settings == Settings(size="XL", theme="dark")
    person.do(ev.Finished)
    assert (person.key, person.settings) == ("welcome", Settings())


def test_a_kiosk_that_may_take_no_visit_says_so_and_starts_none(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.shut = "no staff PIN is set"
    person.driver.start()
    qtbot.waitUntil(lambda: person.key == "closed")
    person.do(ev.Began)
    assert person.key == "closed"
    assert isinstance(person.view, NoticeView)
    assert "PIN" not in " ".join((person.view.title, *person.view.lines, person.view.small))
    person.call_staff()
    assert "no staff PIN is set" in str(person.view)


def test_visits_may_start_before_all_records_are_verified_and_none_after_a_fault_was_found(
    recorder: HeldRecorder, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    recorder.walking.clear()
    recorder.found = "records: record 5 is edited"
    person: Person = request.getfixturevalue("person")
    qtbot.waitUntil(lambda: recorder.walks == 1)
    person.do(ev.Began)
    assert person.key == "language"
    recorder.walking.set()
    qtbot.waitUntil(lambda: person.driver.session.closed is not None)
    assert person.key == "language"
    person.do(ev.Finished)
    assert person.key == "closed"


def test_all_records_are_verified_once_a_day_however_many_visits_there_are(
    person: Person, recorder: HeldRecorder, qtbot: QtBot, clock: SetClock
) -> None:
    qtbot.waitUntil(lambda: person.jobs_done.count("closed") == 2)
    person.do(ev.Began)
    person.do(ev.Finished)
    qtbot.waitUntil(lambda: person.jobs_done.count("closed") == 3)
    assert recorder.walks == 1
    clock.pass_time(86400.0)
    person.do(ev.Began)
    person.do(ev.Finished)
    qtbot.waitUntil(lambda: recorder.walks == 2)


def test_anything_unforeseen_ends_on_the_fault_page(person: Person) -> None:
    person.to_doors()
    person.driver.broke("KeyError at shell.py:1")
    assert isinstance(person.view, NoticeView)
    assert (person.key, person.wipes) == ("fault", 1)
    assert "KeyError at shell.py:1" in person.view.small


@pytest.mark.parametrize("overlay", [Overlay.HELP, Overlay.SETTINGS, Overlay.LANGUAGE, Overlay.FAQ])
def test_what_lies_over_a_page_leads_back_to_it(person: Person, overlay: Overlay) -> None:
    person.to_doors()
    before = person.view
    person.do(ev.Opened, overlay)
    assert person.view != before
    person.do(ev.Closed)
    assert person.view == before


def test_every_line_of_the_review_leads_to_its_own_page(person: Person, session: Session) -> None:
    person.do(ev.Began)
    review = replace(person.driver.session, place=Place(Step.REVIEW))
    person.driver.session = review
    person.driver.show()
    assert isinstance(person.view, Sheet)
    lines = [row for item in person.view.items if isinstance(item, GroupItem) for row in item.rows]
    reached = []
    for line in lines:
        person.driver.session = review
        assert line.verb is not None
        person.driver.hear(line.verb)
        reached.append(person.key.partition(":")[0])
    chapters, ideas = len(session.plan.chapters), len(session.plan.ideas)
    of_parts = ["page"] * (chapters - 1) + ["faq"]
    assert reached == ["check"] * ideas + ["questions"] + of_parts


def test_hide_covers_at_once_and_the_code_of_the_visit_shows_the_page_again(
    person: Person,
) -> None:
    person.do(ev.Began)
    person.driver.session = replace(person.driver.session, code="471123")
    page = person.view
    person.do(ev.Opened, Overlay.HIDDEN)
    assert person.key == "hidden"
    person.do(ev.Closed)
    person.do(ResumeTyped, "000000")
    assert person.key == "hidden-code"
    person.do(ResumeTyped, "471123")
    assert person.view == page
