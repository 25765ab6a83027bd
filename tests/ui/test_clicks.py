"""The click of a press: off at first, one for each press, forgotten for the next person."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.domain.speaker import LOUDNESS_DB, USUAL_LOUDNESS
from kiosk.ui.verbs import say
from tests.ui.conftest import Opened, Opener
from tests.ui.heard_voice import HeardVoice


class Heard:
    """Notes each click."""

    def __init__(self) -> None:
        self.loudnesses: list[float] = []

    def play(self, loudness: float) -> None:
        self.loudnesses.append(loudness)

    def close(self) -> None:
        pass


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def opened(open_kiosk: Opener, heard: Heard, qtbot: QtBot) -> Opened:
    """A kiosk with sound, on the page about pressing."""
    one = open_kiosk(voice=HeardVoice())
    qtbot.waitUntil(lambda: one.kiosk.driver.session.closed is None)
    one.kiosk.clicks._sound = heard  # noqa: SLF001  # the kiosk itself plays it
    one.kiosk.driver.hear(say(ev.Began))
    one.kiosk.driver.hear(say(ev.Opened, Overlay.PRESS))
    return one


def press(opened: Opened, name: str) -> None:
    opened.clock.pass_time(1.0)
    while not any(one.accessibleName() == name for one in opened.screen.buttons()):
        page = opened.kiosk.shell.page
        assert page is not None
        assert page.turn(1)
    button = opened.screen.button(name)
    place = opened.screen.box(button).center()
    QTest.mouseClick(opened.kiosk.shell.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def test_it_is_off_at_first(opened: Opened, heard: Heard) -> None:
    press(opened, "Hold a moment")
    assert heard.loudnesses == []


def test_each_press_is_heard_once_as_loud_as_the_voice(opened: Opened, heard: Heard) -> None:
    press(opened, "Soft click at each press")
    for count, name in enumerate(("Ignore quick repeats", "Put all buttons low", "Get help"), 1):
        press(opened, name)
        assert len(heard.loudnesses) == count
    assert set(heard.loudnesses) == {10 ** (LOUDNESS_DB[USUAL_LOUDNESS] / 20)}


def test_each_digit_is_heard_too(opened: Opened, heard: Heard) -> None:
    press(opened, "Soft click at each press")
    driver = opened.kiosk.driver
    driver.hear(say(ev.Closed))
    while opened.key != "code":
        driver.hear(say(ev.Continued))
    press(opened, "4")
    press(opened, "4")
    assert len(heard.loudnesses) == 2


def test_the_next_person_finds_it_off(opened: Opened, heard: Heard) -> None:
    press(opened, "Soft click at each press")
    opened.kiosk.driver.hear(say(ev.Finished))
    press(opened, "Start")
    assert heard.loudnesses == []


def test_a_kiosk_without_sound_does_not_offer_it(open_kiosk: Opener) -> None:
    silent = open_kiosk(voice=HeardVoice(plays=False))
    silent.kiosk.driver.hear(say(ev.Began))
    silent.kiosk.driver.hear(say(ev.Opened, Overlay.PRESS))
    names = [one.accessibleName() for one in silent.screen.rows()]
    assert "Soft click at each press" not in names
