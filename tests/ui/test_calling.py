"""What the person who called reads, from a board that a test holds in its hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain import events as ev
from kiosk.domain.board.standing import Standing, State
from kiosk.domain.board.told import Told
from kiosk.domain.session import Overlay, Session, Settings, new_session
from kiosk.domain.staffing.roles import Act
from kiosk.i18n.catalogue import words_for
from kiosk.ui.driver import Driver
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.shell import Shell
from kiosk.ui.views.present import present
from kiosk.ui.views.screens import NoticeView
from kiosk.ui.walk.every_page import every_view
from kiosk.ui.widgets.row import Row
from tests.staff.set_clock import SetClock
from tests.ui.stand_ins import HeldRecorder, Person, SetPins, outside


@dataclass
class HeldBoard:
    """A board whose answer a test sets."""

    told: Told = Told.SENDING
    calls: bool = True
    trouble: str = ""
    heard: list[Standing] = field(default_factory=list)

    def now(self, standing: Standing, at: float) -> Told | None:
        assert at > 0
        self.heard.append(standing)
        return self.told if standing.state is State.HELP else None

    def fault(self) -> str:
        return self.trouble

    def close(self) -> None:
        pass


@pytest.fixture
def board() -> HeldBoard:
    return HeldBoard()


@pytest.fixture
def caller(
    presenter: Presenter,
    session: Session,
    clock: SetClock,
    recorder: HeldRecorder,
    board: HeldBoard,
) -> Iterator[Person]:
    """Somebody who has called the desk."""
    given = replace(outside(clock, recorder, SetPins()), board=board)
    asks = replace(presenter, calls=True, help_text="The desk is to your left.")
    driver = Driver(session, asks, given)
    someone = Person(driver, clock, recorder)
    driver.start()
    someone.do(ev.Began)
    someone.do(ev.Opened, Overlay.HELP)
    someone.do(ev.Opened, Overlay.CALLING)
    yield someone
    driver.close()


def title(person: Person) -> str:
    assert isinstance(person.view, NoticeView)
    return person.view.title


def test_help_says_that_the_desk_can_be_called_and_is_two_taps_away(caller: Person) -> None:
    caller.do(ev.Closed)
    assert "cannot call staff" not in str(caller.view)
    assert "Call the desk" in str(caller.view)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("size", ["M", "L", "XL"])
def test_what_calls_the_desk_stands_on_the_first_screen_of_help_on_the_smallest_device(
    open_shell: Callable[[int, int], Shell],
    presenter: Presenter,
    pack: Pack,
    language: str,
    size: str,
) -> None:
    settings = Settings(language=language, size=size)
    asks = replace(presenter, calls=True, help_text="The desk is to your left.")
    session = new_session(plan_of(pack, language, mode="demo"), settings=settings)
    helped = replace(session, id="0" * 32, overlays=(Overlay.HELP,))
    shell = open_shell(1280, 800)
    shell.show_view(present(asks.showing(helped, 0.0), helped), settings)
    names = [one.accessibleName() for one in shell.findChildren(Row) if one.isVisible()]
    assert words_for(language).t("Call the desk") in names


def test_each_answer_is_told_once_it_is_there(caller: Person, board: HeldBoard) -> None:
    assert title(caller) == "Calling the desk"
    for told, words in (
        (Told.UNSENT, "Not sent: please go to the desk"),
        (Told.SENT, "Sent to the desk"),
        (Told.UNSENT, "Not sent: please go to the desk"),
        (Told.SEEN, "A member of staff has seen your sign"),
    ):
        board.told = told
        caller.wait_out(0.5)
        assert title(caller) == words
        assert "coming" not in str(caller.view)


def test_a_call_that_was_not_sent_says_where_the_desk_is(caller: Person, board: HeldBoard) -> None:
    board.told = Told.UNSENT
    caller.wait_out(0.5)
    assert "The desk is to your left." in str(caller.view)


def test_an_answer_is_written_down_once_and_without_a_role(
    caller: Person, board: HeldBoard, recorder: HeldRecorder
) -> None:
    board.told = Told.SEEN
    caller.wait_out(0.5)
    caller.wait_out(0.5)
    caller.driver.jobs.close()
    assert recorder.acts == [(Act.SEEN_AT_DESK, None)]


def test_an_answer_that_comes_while_staff_look_is_there_when_they_leave(
    caller: Person, board: HeldBoard
) -> None:
    caller.call_staff()
    board.told = Told.SEEN
    caller.wait_out(0.5)
    assert caller.key == "staff-menu"
    caller.do(ev.Closed)
    assert caller.key == "help-seen"


def test_a_new_call_knows_nothing_of_the_one_before(caller: Person, board: HeldBoard) -> None:
    board.told = Told.SENT
    caller.wait_out(0.5)
    caller.do(ev.Closed)
    caller.do(ev.Opened, Overlay.CALLING)
    assert title(caller) == "Calling the desk"


def test_an_answer_does_not_count_as_a_touch(caller: Person, board: HeldBoard) -> None:
    touched = caller.driver.session.touched
    board.told = Told.SENT
    caller.wait_out(30.0)
    assert caller.driver.session.touched == touched


def test_the_board_hears_of_every_page(caller: Person, board: HeldBoard) -> None:
    caller.do(ev.Closed)
    caller.do(ev.Opened, Overlay.HIDDEN)
    states = [one.state for one in board.heard]
    assert states[0] is State.FREE
    assert State.HELP in states
    assert states[-1] is State.HIDDEN


def test_a_board_out_of_reach_is_told_to_staff(caller: Person, board: HeldBoard) -> None:
    board.trouble = "No such file or directory"
    caller.call_staff()
    told = "The board at the desk is out of reach: No such file or directory."
    assert told in str(caller.view)


def test_all_that_may_be_told_of_a_call_is_among_the_pages_that_are_measured(
    presenter: Presenter, session: Session
) -> None:
    keys = {view.key for view in every_view(presenter, session)}
    assert {"calling", "calling:sending", "calling:sent", "calling:unsent", "help-seen"} <= keys


def test_a_clinics_own_words_keep_their_direction_in_a_page_that_reads_the_other_way(
    presenter: Presenter, session: Session
) -> None:
    here = replace(presenter, help_text="The desk is to your left.")
    arabic = replace(session, settings=replace(session.settings, language="ar"))
    assert here.showing(session, 0.0).help_text == "The desk is to your left."
    assert here.showing(arabic, 0.0).help_text == "\u2068The desk is to your left.\u2069"
