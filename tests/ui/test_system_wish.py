"""Acceptance row A-24: what the system is set to, each person starts with; their switch wins."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.config import Config, Screen
from kiosk.content.blocks import Pack
from kiosk.domain import events as ev
from kiosk.ui.first_session import first_session
from kiosk.ui.system_wish import SystemWish
from kiosk.ui.verbs import say
from tests.ui.stand_ins import Person


class SetSystem:
    """A system whose wish the test holds."""

    def __init__(self) -> None:
        self.wish: bool | None = None
        self.asked = 0

    def wished(self) -> bool | None:
        self.asked += 1
        return self.wish


@pytest.fixture
def system() -> SetSystem:
    return SetSystem()


@pytest.fixture
def wish(person: Person, system: SetSystem) -> Iterator[SystemWish]:
    found = SystemWish(person.driver, system)
    yield found
    found.close()


def moves(person: Person) -> bool:
    return person.driver.session.settings.motion


def test_a_system_set_to_less_motion_is_followed_from_the_first_page(
    person: Person, system: SetSystem, wish: SystemWish, qtbot: QtBot
) -> None:
    assert moves(person)
    system.wish = True
    wish.ask()
    qtbot.waitUntil(lambda: not moves(person))


def test_the_persons_own_switch_wins_and_is_gone_with_them(
    person: Person, system: SetSystem, wish: SystemWish, qtbot: QtBot
) -> None:
    system.wish = True
    wish.ask()
    qtbot.waitUntil(lambda: not moves(person))
    person.driver.hear(say(ev.Began))
    person.driver.hear(say(ev.SettingChosen, "motion", "on"))
    person.driver.feed(ev.StillnessWished(person.clock.mono(), True))
    assert moves(person)
    person.driver.hear(say(ev.Finished))
    assert not moves(person)


def test_a_changed_wish_is_heeded_once_a_visit_is_over(
    person: Person, system: SetSystem, wish: SystemWish, qtbot: QtBot
) -> None:
    system.wish = True
    wish.ask()
    qtbot.waitUntil(lambda: not moves(person))
    person.driver.hear(say(ev.Began))
    system.wish = False
    assert not moves(person)
    person.driver.hear(say(ev.Finished))
    qtbot.waitUntil(lambda: moves(person))
    assert system.asked == 2


def test_a_system_that_says_nothing_changes_nothing(
    person: Person, system: SetSystem, wish: SystemWish, qtbot: QtBot
) -> None:
    wish.ask()
    qtbot.waitUntil(lambda: system.asked == 1)
    wish.close()
    assert moves(person)


@pytest.mark.parametrize(("motion", "first"), [("off", False), ("on", True), ("system", True)])
def test_a_clinic_can_set_it(pack: Pack, motion: str, first: bool) -> None:
    config = Config(screen=Screen(motion=motion))  # type: ignore[arg-type]  # one of the three
    assert first_session(config, pack, "en").settings.motion is first
