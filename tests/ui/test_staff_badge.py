"""What waits to be saved or copied stands above every staff page, and is loud after a day."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.domain import events as ev
from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.session import Session, Settings
from kiosk.domain.staffing.badges import Badges
from kiosk.ui import staff_verbs as sv
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.present import present
from kiosk.ui.views.screens import View, badge_of
from kiosk.ui.views.sheet import PanelItem, Sheet
from kiosk.ui.views.staff import staff_room
from kiosk.ui.walk.audit import audit
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.prose import Heading
from tests.ui.stand_ins import HeldRecorder, Person

LATE = Badges(waiting=12, hours=23, late=True)
# The PIN is still asked for; the menu tells more of it; the trial of the glass needs all of it.
WITHOUT = (DeskScreen.PIN, DeskScreen.MENU, DeskScreen.TOUCH)


def shown(presenter: Presenter, session: Session, screen: DeskScreen, waits: Badges) -> View:
    desk = Desk(screen, unlocked=True, badges=waits)
    return staff_room(presenter.showing(session, 0.0), session, desk)


@pytest.mark.parametrize("screen", DeskScreen)
def test_the_badge_stands_on_every_page_that_staff_open(
    presenter: Presenter, session: Session, screen: DeskScreen
) -> None:
    badge = badge_of(shown(presenter, session, screen, LATE))
    assert (badge is None) is (screen in WITHOUT)
    assert badge is None or badge.text == "12 visits not copied yet, oldest 23 hours."
    assert badge_of(shown(presenter, session, screen, Badges())) is None


@pytest.mark.parametrize(
    ("waits", "kind"),
    [
        (Badges(waiting=1, hours=3), "tint"),
        (LATE, "notice"),
        (replace(LATE, hours=24), "loud"),
        (replace(LATE, hours=-1), "loud"),
        (replace(LATE, hours=24, late=False), "tint"),
        (Badges(1, "2026-11-28"), "notice"),
        (Badges(1, "2026-11-28", lost_hours=23), "notice"),
        (Badges(1, "2026-11-28", lost_hours=24), "loud"),
        (Badges(1, "2026-11-28", lost_hours=-1), "loud"),
    ],
)
def test_it_is_amber_when_late_and_loud_in_look_icon_and_words_after_a_day(
    presenter: Presenter, session: Session, waits: Badges, kind: str
) -> None:
    badge = badge_of(shown(presenter, session, DeskScreen.FIND, waits))
    assert badge is not None
    assert (badge.kind, badge.icon == "triangle-alert") == (kind, kind != "tint")
    loud = kind == "loud"
    assert badge.text.startswith("Deal with this now: ") is loud
    menu = shown(presenter, session, DeskScreen.MENU, waits)
    assert isinstance(menu, Sheet)
    panels = [item for item in menu.items if isinstance(item, PanelItem)]
    assert [panel.kind for panel in panels] == ([kind] if kind != "tint" else [])
    assert all(panel.title.startswith("Deal with this now: ") is loud for panel in panels)


def test_both_are_told_and_where_keys_need_the_screen_the_worst_stands_beside_back(
    open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session
) -> None:
    waits = replace(LATE, unsaved=2, since="2026-11-28")
    shell = open_shell(1280, 800)
    told = []
    for screen in (DeskScreen.FIND, DeskScreen.REFERENCE):
        shell.show_view(shown(presenter, session, screen, waits), Settings())
        (panel,) = (one for one in shell.badge.findChildren(Panel) if one.isVisible())
        told += [one.text() for one in panel.findChildren(Heading)]
        assert audit(shell) == []
    lost = "2 visits could not be saved since 2026-11-28."
    assert told == [f"{lost} 12 visits not copied yet, oldest 23 hours.", lost]
    assert shell.foot.geometry().contains(shell.badge.geometry())


def test_no_page_of_a_visit_shows_or_keeps_it(
    open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session
) -> None:
    shell = open_shell(1280, 800)
    shell.show_view(shown(presenter, session, DeskScreen.FIND, LATE), Settings())
    assert shell.badge.isVisible()
    shell.show_view(present(presenter.showing(session, 0.0), session), Settings())
    assert not shell.badge.isVisible()
    assert shell.badge.findChildren(Panel) == []


def test_it_goes_along_through_the_staff_pages_and_ends_with_them(
    person: Person, recorder: HeldRecorder
) -> None:
    recorder.waiting = LATE
    person.do(ev.Began)
    person.call_staff()
    for screen in (DeskScreen.FIND, DeskScreen.RECEIPT, DeskScreen.STEPS):
        person.do(sv.DeskGo, screen)
        assert badge_of(person.view) is not None
    person.do(sv.LeaveDesk)
    assert badge_of(person.view) is None
