"""One table says who may do what."""

import pytest

from kiosk.domain.desk import Desk, DeskScreen, went
from kiosk.domain.staffing.roles import MAY, Act, Role, may


def test_every_role_has_a_line_and_admin_may_do_everything() -> None:
    assert set(MAY) == set(Role)
    assert MAY[Role.ADMIN] == frozenset(Act)


def test_a_clinician_may_do_all_that_reception_may() -> None:
    assert MAY[Role.RECEPTION] <= MAY[Role.CLINICIAN]


@pytest.mark.parametrize("act", [Act.START, Act.KEEP, Act.ERASE, Act.FIND, Act.CLEAN, Act.REPRINT])
def test_reception_starts_resets_finds_reprints_and_cleans(act: Act) -> None:
    assert may(Role.RECEPTION, act)


def test_a_hidden_visit_opens_for_any_of_the_staff_and_the_desktop_only_for_admin() -> None:
    assert [may(role, Act.REOPEN) for role in Role] == [True, True, True]
    assert [may(role, Act.LEAVE) for role in Role] == [False, False, True]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("screen", "act"), [(DeskScreen.EXIT, Act.LEAVE), (DeskScreen.RECORDS, Act.FIND)]
)
def test_a_page_opens_only_for_who_may_do_what_it_does(
    role: Role, screen: DeskScreen, act: Act
) -> None:
    desk = Desk(DeskScreen.MENU, unlocked=True, role=role)
    assert (went(desk, screen).screen is screen) == may(role, act)


def test_a_locked_desk_may_do_nothing() -> None:
    assert not any(Desk().may(act) for act in Act)
