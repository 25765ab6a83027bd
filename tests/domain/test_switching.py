"""Two switches are told apart by being pressed."""

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.domain.switching import GIVES_UP, known
from tests.domain.visits import Visit


def trying() -> Visit:
    visit = Visit()
    visit.begin()
    visit.do(ev.Opened, Overlay.SWITCHES)
    return visit


def test_the_first_moves_and_the_first_other_one_presses() -> None:
    visit = trying()
    for key in (9, 9, 7):
        visit.do(ev.SwitchTried, key)
    assert known(visit.session)
    assert visit.session.settings.switch_keys == (9, 7)
    assert visit.session.overlay is Overlay.SWITCHES


def test_what_is_pressed_once_they_are_known_changes_nothing() -> None:
    visit = trying()
    for key in (9, 7, 5):
        visit.do(ev.SwitchTried, key)
    assert visit.session.settings.switch_keys == (9, 7)


def test_one_switch_alone_leads_back_and_changes_nothing() -> None:
    visit = trying()
    for _ in range(GIVES_UP):
        assert visit.session.overlay is Overlay.SWITCHES
        visit.do(ev.SwitchTried, 9)
    assert visit.session.overlay is None
    assert visit.session.settings == visit.session.defaults


def test_a_switch_pressed_elsewhere_is_not_tried() -> None:
    visit = Visit()
    visit.begin()
    visit.do(ev.SwitchTried, 9)
    visit.do(ev.SwitchTried, 7)
    assert visit.session.settings == visit.session.defaults
    assert visit.session.tried == ()


def test_trying_again_forgets_both() -> None:
    visit = trying()
    for key in (9, 7):
        visit.do(ev.SwitchTried, key)
    visit.do(ev.SwitchesForgotten)
    assert visit.session.settings.switch_keys == ()
    assert not known(visit.session)
