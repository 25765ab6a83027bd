"""The staff board: badges that stay, a screen that can be wiped, a sign that help is wanted."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.content.blocks import Pack
from kiosk.domain import events as ev
from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.idle import Idle
from kiosk.domain.session import Overlay, Session, Settings, new_session
from kiosk.domain.staffing.badges import Badges
from kiosk.domain.staffing.roles import Act, Role
from kiosk.i18n.locales import TAGS
from kiosk.ui import staff_verbs as sv
from kiosk.ui.chime import Chime
from kiosk.ui.driver import Driver
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import NoticeView
from kiosk.ui.views.sheet import PanelItem, Sheet
from kiosk.ui.views.staff import staff_room
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.row import Row
from tests.staff.set_clock import SetClock
from tests.ui.stand_ins import HeldRecorder, Person, SetPins, outside

# Everything that can wait for somebody.
WAITS = Badges(2, "2026-11-28", 9, 2, waiting=12, hours=30, late=True, can_copy=True)


@pytest.fixture
def tidy(
    presenter: Presenter, session: Session, clock: SetClock, recorder: HeldRecorder
) -> Iterator[Person]:
    """A kiosk that is wiped after each visit."""
    given = outside(clock, recorder, SetPins())
    driver = Driver(session, presenter, replace(given, clean_after_finish=True))
    someone = Person(driver, clock, recorder)
    driver.start()
    yield someone
    driver.close()


def test_what_was_not_saved_and_not_copied_stands_on_the_board_each_time(
    person: Person, recorder: HeldRecorder
) -> None:
    recorder.waiting = Badges(2, "2026-11-28", 9)
    for _ in range(2):
        person.call_staff()
        assert "2 visits could not be saved since 2026-11-28." in str(person.view)
        assert "No backup and no export for 9 days." in str(person.view)
        person.do(sv.LeaveDesk)
        assert "could not be saved" not in str(person.view)


@pytest.mark.parametrize(("hours", "kind"), [(23, "notice"), (24, "loud")])
def test_a_lost_visit_is_amber_for_a_day_and_loud_from_then_on(
    person: Person, recorder: HeldRecorder, hours: int, kind: str
) -> None:
    recorder.waiting = Badges(1, "2026-11-28", lost_hours=hours)
    person.call_staff()
    assert isinstance(person.view, Sheet)
    panel = person.view.items[0]
    assert isinstance(panel, PanelItem)
    assert panel.kind == kind
    assert ("lost 24 hours ago: call IT now" in panel.title) is (kind == "loud")


def test_a_board_with_nothing_to_do_says_nothing(person: Person) -> None:
    person.call_staff()
    assert "To be dealt with" not in str(person.view)


def test_a_copy_that_was_not_printed_is_told_to_staff(person: Person) -> None:
    person.driver.copies.unprinted = 1
    person.call_staff()
    assert "1 copy was not printed" in str(person.view)


def test_while_the_glass_is_wiped_nothing_that_is_pressed_does_anything(
    person: Person, recorder: HeldRecorder
) -> None:
    person.call_staff()
    person.do(sv.CleanNow)
    assert isinstance(person.view, NoticeView)
    assert (person.key, person.view.ring, person.view.buttons) == ("staff-clean", (30, 30), ())
    person.do(ev.Began)
    person.do(sv.LeaveDesk)
    assert person.key == "staff-clean"
    person.wait_out(29.5)
    assert (person.key, person.view.ring) == ("staff-clean", (1, 30))
    person.wait_out(0.5)
    assert person.key == "staff-menu"
    person.driver.jobs.close()
    assert (Act.CLEAN, Role.ADMIN) in recorder.acts


def test_wiping_does_not_count_as_time_without_a_touch(person: Person) -> None:
    person.call_staff()
    person.do(sv.CleanNow)
    for _ in range(30):
        person.wait_out(1.0)
    person.wait_out(59.0)
    assert person.key == "staff-menu"


def test_a_visit_on_the_screen_is_not_wiped_over(person: Person) -> None:
    person.do(ev.Began)
    person.call_staff()
    assert "Clean the screen" not in str(person.view)


def test_a_clinic_can_have_the_screen_wiped_after_each_finished_visit(
    tidy: Person, qtbot: QtBot
) -> None:
    tidy.acknowledge()
    qtbot.waitUntil(lambda: tidy.key == "saved")
    tidy.do(ev.Finished)
    assert tidy.key == "staff-clean"
    tidy.wait_out(30.0)
    assert tidy.key == "welcome"


def test_a_visit_that_was_left_is_not_followed_by_cleaning(tidy: Person) -> None:
    tidy.to_doors()
    tidy.do(ev.Finished)
    assert tidy.key == "welcome"


def test_the_sign_for_help_promises_nobody_and_one_press_takes_it_away(person: Person) -> None:
    person.do(ev.Began)
    before = person.view
    person.do(ev.Opened, Overlay.HELP)
    person.do(ev.Opened, Overlay.CALLING)
    told = str(person.view)
    assert person.key == "calling"
    assert "Help is wanted here" in told
    assert "This sign calls nobody" in told
    assert "coming" not in told
    assert isinstance(person.view, NoticeView)
    person.driver.hear(person.view.buttons[1].verb)
    assert person.key == "help"
    person.do(ev.Closed)
    assert person.view == before


def test_one_press_of_staff_tells_the_person_that_the_sign_was_seen_and_nothing_more(
    person: Person,
) -> None:
    person.do(ev.Began)
    person.do(ev.Opened, Overlay.HELP)
    person.do(ev.Opened, Overlay.CALLING)
    assert isinstance(person.view, NoticeView)
    assert "has seen" not in str(person.view)
    person.driver.hear(person.view.buttons[0].verb)
    assert person.key == "help-seen"
    assert "A member of staff has seen your sign" in str(person.view)
    assert "coming" not in str(person.view)
    person.do(ev.Closed)
    assert person.key == "help"


def test_a_late_press_of_staff_claims_nothing(person: Person) -> None:
    person.do(ev.Began)
    before = person.view
    person.do(ev.HelpSeen)
    assert person.view == before


class Bell:
    """A sound that counts."""

    def __init__(self) -> None:
        self.rung = 0

    def play(self, loudness: float) -> None:
        assert 0.0 < loudness <= 1.0
        self.rung += 1

    def close(self) -> None:
        self.rung = -1


def test_the_chime_is_heard_once_for_each_sign(person: Person) -> None:
    bell = Bell()
    chime = Chime(bell)
    person.driver.shown.connect(chime.obey)
    person.do(ev.Began)
    person.do(ev.Opened, Overlay.HELP)
    assert bell.rung == 0
    person.do(ev.Opened, Overlay.CALLING)
    person.call_staff()
    person.do(sv.LeaveDesk)
    assert (person.key, bell.rung) == ("calling", 1)
    person.do(ev.HelpSeen)
    person.do(ev.Closed)
    person.do(ev.Opened, Overlay.CALLING)
    assert bell.rung == 2


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_what_waits_and_all_rows_stand_on_the_first_screen_of_the_smallest_device(
    open_shell: Callable[[int, int], Shell], pack: Pack, language: str
) -> None:
    settings = Settings(language=language)
    presenter = Presenter(pack, pack.regions[0], TAGS, "Test clinic")
    session = replace(
        new_session(plan_of(pack, language, mode="demo"), settings=settings),
        id="0" * 32,
        idle=Idle.CURTAIN,
    )
    desk = Desk(
        DeskScreen.MENU,
        unlocked=True,
        badges=WAITS,
        unprinted=3,
        demo=True,
        board_fault="No such file",
    )
    shell = open_shell(1280, 800)
    shell.show_view(staff_room(presenter.showing(session, 0.0), session, desk), settings)
    rows = [one for one in shell.findChildren(Row) if one.isVisible()]
    panels = [one for one in shell.findChildren(Panel) if one.isVisible()]
    assert (len(rows), len(panels)) == (6, 1)
