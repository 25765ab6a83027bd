"""The breath moves once when it is pressed, never by itself, and without motion it is words."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.platform import paths
from kiosk.ui.blocks.breath import IN_SECONDS, OUT_SECONDS, REST, Breath, width_at
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.verbs import say
from kiosk.ui.views.sheet import BreathItem
from kiosk.ui.widgets.prose import Prose
from tests.ui.conftest import Opener

ITEM = BreathItem("If you like.", ("In.", "Out."), "Breathe", "Stop")
DURATION = IN_SECONDS + OUT_SECONDS


class Clock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def held() -> Clock:
    return Clock()


LYING, UPRIGHT = Metrics(1920, 1080, 396.0), Metrics(1080, 1920, 396.0)


def breath(
    qtbot: QtBot,
    held: Clock,
    *,
    theme: str = "light",
    motion: bool = True,
    metrics: Metrics = LYING,
) -> Breath:
    look = theme_for(theme, metrics, paths.assets_dir(), motion=motion, script="latin")
    made = Breath(look, ITEM, held)
    qtbot.addWidget(made)
    made.resize(1100, made.heightForWidth(1100))
    made.show()
    return made


def buttons(made: Breath) -> list[QAbstractButton]:
    return made.findChildren(QAbstractButton)


def tick(made: Breath) -> None:
    made.findChildren(QTimer)[0].timeout.emit()


def test_it_is_still_until_it_is_pressed(qtbot: QtBot, held: Clock) -> None:
    made = breath(qtbot, held)
    still = made.grab().toImage()
    held.now += 60.0
    assert not made.moving()
    assert not made.findChildren(QTimer)[0].isActive()
    assert made.grab().toImage() == still


def test_one_press_is_one_breath_of_less_than_five_seconds(qtbot: QtBot, held: Clock) -> None:
    made = breath(qtbot, held)
    still = made.grab().toImage()
    buttons(made)[0].click()
    held.now += IN_SECONDS
    tick(made)
    assert made.moving()
    assert made.grab().toImage() != still
    held.now += OUT_SECONDS
    tick(made)
    assert not made.moving()
    assert not made.findChildren(QTimer)[0].isActive()
    assert made.grab().toImage() == still
    assert DURATION <= 5.0


def test_the_same_button_lets_the_water_rest(qtbot: QtBot, held: Clock) -> None:
    made = breath(qtbot, held)
    button = buttons(made)[0]
    place = button.geometry()
    button.click()
    assert (button.accessibleName(), button.geometry()) == ("Stop", place)
    button.click()
    assert (button.accessibleName(), button.geometry()) == ("Breathe", place)
    assert not made.moving()


def test_the_button_stands_beside_the_steps_where_there_is_room_and_else_below(
    qtbot: QtBot, held: Clock
) -> None:
    made = breath(qtbot, held)
    (button,) = buttons(made)
    _, first, last = (one.geometry() for one in made.findChildren(Prose))
    assert first.top() <= button.geometry().center().y() <= last.bottom()
    assert button.geometry().left() > max(first.right(), last.right())
    made.resize(560, made.heightForWidth(560))
    _, _, last = (one.geometry() for one in made.findChildren(Prose))
    assert button.geometry().top() > last.bottom()


def test_a_page_that_is_left_moves_no_more(qtbot: QtBot, held: Clock) -> None:
    made = breath(qtbot, held)
    buttons(made)[0].click()
    made.hide()
    assert not made.moving()


@pytest.mark.parametrize(("theme", "motion"), [("light", False), ("soft", True)])
def test_without_motion_there_are_words_and_a_still_picture(
    qtbot: QtBot, held: Clock, theme: str, *, motion: bool
) -> None:
    made = breath(qtbot, held, theme=theme, motion=motion)
    assert buttons(made) == []
    assert [one.text() for one in made.findChildren(Prose)] == ["If you like.", "In.", "Out."]


def test_the_water_widens_then_narrows_and_never_jumps() -> None:
    steps = [width_at(DURATION * at / 200) for at in range(201)]
    widest = steps.index(max(steps))
    assert (steps[0], steps[-1], max(steps)) == (REST, REST, 1.0)
    assert steps[:widest] == sorted(steps[:widest])
    assert steps[widest:] == sorted(steps[widest:], reverse=True)
    assert max(abs(b - a) for a, b in pairwise(steps)) < 0.02


def test_of_a_breath_nothing_is_told_or_kept(open_kiosk: Opener) -> None:
    opened = open_kiosk()
    driver, shell = opened.kiosk.driver, opened.kiosk.shell
    driver.hear(say(ev.Opened, Overlay.UPSET))
    shell.foot.middle_button.click()
    before, said = driver.session, list[object]()
    shell.asked.connect(said.append)
    shell.findChildren(Breath)[0].findChildren(QAbstractButton)[0].click()
    assert shell.findChildren(Breath)[0].moving()
    assert (driver.session, said) == (before, [])


@pytest.mark.parametrize(("metrics", "above"), [(LYING, False), (UPRIGHT, True)])
def test_on_an_upright_screen_the_words_have_the_width_below_the_water(
    qtbot: QtBot, held: Clock, metrics: Metrics, *, above: bool
) -> None:
    made = breath(qtbot, held, metrics=metrics)
    words = made.findChildren(Prose)
    assert [one.x() == 0 for one in words] == [above] * 3
    assert (words[0].y() > metrics.width_mm * 0.3) is above
