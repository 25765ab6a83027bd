"""What staff who do not see the screen are told without asking, and only once."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.session import Session, Settings
from kiosk.domain.staffing.badges import Badges
from kiosk.domain.staffing.finding import RecordLook
from kiosk.ui.announcer import Announcer
from kiosk.ui.blocks.build import RowGroup
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.present import present
from kiosk.ui.views.staff import staff_room
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.prose import Prose

LOST = Badges(2, "2026-11-28", lost_hours=30)
LATE = Badges(waiting=12, hours=23, late=True)
SOME = Badges(waiting=1, hours=3)
LOOK = RecordLook(7, "ACDE-FGHJ", "2026-11-28", "saved", True, "en", "0.1.0", "AAAAB", True, True)


class Told:
    """A window that shows staff pages, and what it says."""

    def __init__(self, shell: Shell, presenter: Presenter, session: Session) -> None:
        self.shell, self._presenter, self._session = shell, presenter, session
        self.said: list[str] = []
        Announcer(shell).said.connect(self.said.append)

    def see(self, screen: DeskScreen, desk: Desk | None = None) -> list[str]:
        """Show a page of staff and return what was said of it."""
        self.said.clear()
        desk = replace(desk or Desk(), screen=screen, unlocked=screen is not DeskScreen.PIN)
        showing = self._presenter.showing(self._session, 0.0)
        self.shell.show_view(staff_room(showing, self._session, desk), Settings())
        return list(self.said)

    def leave(self) -> None:
        showing = self._presenter.showing(self._session, 0.0)
        self.shell.show_view(present(showing, self._session), Settings())


@pytest.fixture
def told(open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session) -> Told:
    return Told(open_shell(1280, 800), presenter, session)


@pytest.mark.parametrize(
    ("waits", "words"),
    [
        (
            LOST,
            (
                "Deal with this now: 2 visits could not be saved since 2026-11-28. The first was "
                "lost 30 hours ago: call IT now."
            ),
        ),
        (LATE, "To be dealt with: 12 visits not copied yet, oldest 23 hours."),
        (SOME, "1 visit not copied yet, oldest 3 hours."),
    ],
)
def test_what_waits_is_told_once_each_time_that_staff_open_their_pages(
    told: Told, waits: Badges, words: str
) -> None:
    desk = Desk(badges=waits)
    for _ in range(2):
        assert told.see(DeskScreen.PIN, desk) == ["Staff PIN"]
        assert told.see(DeskScreen.MENU, desk) == [f"Staff {words}"]
        assert told.see(DeskScreen.FIND, desk) == ["Find a record"]
        assert told.see(DeskScreen.MENU, desk) == ["Staff"]
        told.leave()


def test_what_is_counted_only_after_the_page_has_come_is_told_then(told: Told) -> None:
    assert told.see(DeskScreen.MENU) == ["Staff"]
    assert told.see(DeskScreen.MENU, Desk(badges=SOME)) == [
        "1 visit not copied yet, oldest 3 hours."
    ]
    assert told.see(DeskScreen.MENU, Desk(badges=replace(SOME, hours=4))) == []


def test_nothing_is_said_of_what_does_not_wait(told: Told) -> None:
    assert told.see(DeskScreen.MENU) == ["Staff"]


OUTCOMES = (
    ("printing", "", "The copy is being printed."),
    ("failed", "the tray is empty", "The printer did not take it: the tray is empty."),
    ("printing", "", "The copy is being printed."),
    ("done", "", "The copy went to the printer. It is for the person alone."),
    ("refused", "the key was taken out", "No copy was made: the key was taken out"),
)


@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920), (1024, 600)])
def test_each_outcome_of_a_copy_printed_again_is_told_and_stands_on_the_first_screen(
    open_shell: Callable[[int, int], Shell],
    presenter: Presenter,
    session: Session,
    size: tuple[int, int],
) -> None:
    told = Told(open_shell(*size), presenter, session)
    desk = Desk(look=replace(LOOK, openable=True))
    (title,) = told.see(DeskScreen.RECORD, desk)
    assert title.startswith("ACDE-FGHJ")
    for outcome, why, words in OUTCOMES:
        said = told.see(DeskScreen.RECORD, replace(desk, printed=outcome, message=why))
        assert said == [words]
        panels = [one for one in told.shell.findChildren(Panel) if one.isVisible()]
        assert [one.text() for panel in panels for one in panel.findChildren(Prose)] == [words]
        # A printer that was mended is tried again without turning the page.
        rows = [one for one in told.shell.findChildren(RowGroup) if one.isVisible()]
        assert bool(rows) is (outcome == "failed")


def test_the_same_outcome_shown_once_more_is_not_told_again(told: Told) -> None:
    desk = Desk(look=replace(LOOK, openable=True), printed="done")
    told.see(DeskScreen.RECORD, replace(desk, printed=""))
    assert told.see(DeskScreen.RECORD, desk) != []
    assert told.see(DeskScreen.RECORD, desk) == []
