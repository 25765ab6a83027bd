"""Staff reach their pages from a hidden page as from any other, and see nothing of the person."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay, Session
from kiosk.ui import staff_verbs as sv
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.hiding import hidden
from kiosk.ui.views.screens import NoticeView
from kiosk.ui.views.sheet import FootButton
from kiosk.ui.walk.audit import audit
from tests.ui.stand_ins import Person, SetPins

PIN = "246810"


@pytest.fixture
def pins() -> SetPins:
    return SetPins(PIN)


def button(person: Person, text: str) -> FootButton:
    assert isinstance(person.view, NoticeView)
    return next(one for one in person.view.buttons if one.text == text)


def hide(person: Person, lock: str) -> None:
    person.to_doors()
    person.do(ev.Opened, Overlay.HIDDEN)
    if lock:
        person.do(ev.LockAsked)
        person.do(ev.Locked, lock)


@pytest.mark.parametrize("lock", ["", "159"])
def test_staff_come_in_over_a_hidden_page_and_leave_it_hidden(person: Person, lock: str) -> None:
    hide(person, lock)
    before = len(person.views)
    person.driver.hear(button(person, "Staff").verb)
    assert person.key == "staff-pin"
    person.do(sv.LeaveDesk)
    assert person.key == "hidden"
    assert {one.key for one in person.views[before:]} == {"staff-pin", "hidden"}
    assert person.driver.session.overlays == (Overlay.HIDDEN,)


@pytest.mark.parametrize("lock", ["", "159"])
def test_what_staff_open_there_waits_for_the_tap_of_the_person(
    person: Person, lock: str, qtbot: QtBot
) -> None:
    hide(person, lock)
    before = len(person.views)
    person.driver.hear(button(person, "Staff").verb)
    person.do(sv.PinTyped, PIN)
    qtbot.waitUntil(lambda: person.key == "staff-menu")
    person.do(sv.ReopenVisit)
    assert person.key == "hidden-ready"
    shown = {one.key for one in person.views[before:]}
    assert all(one.startswith(("staff", "hidden")) for one in shown)


def test_before_a_visit_has_begun_staff_are_there_too(person: Person) -> None:
    person.do(ev.Opened, Overlay.HIDDEN)
    person.driver.hear(button(person, "Staff").verb)
    assert person.key == "staff-pin"


@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920), (1024, 600)])
def test_the_three_ways_on_stand_whole_on_each_screen(
    open_shell: Callable[[int, int], Shell],
    presenter: Presenter,
    person: Person,
    size: tuple[int, int],
) -> None:
    hide(person, "")
    session: Session = person.driver.session
    shell = open_shell(*size)
    view = hidden(presenter.showing(session, 0.0), session)
    shell.show_view(view, session.settings)
    assert isinstance(view, NoticeView)
    assert [one.text for one in view.buttons][1:] == ["Lock it with three pictures", "Staff"]
    assert audit(shell) == []
