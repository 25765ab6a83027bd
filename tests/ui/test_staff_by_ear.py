"""Staff who cannot see the screen: each page and each fault is told, and the PIN is not."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.desk import DeskScreen
from kiosk.domain.session import Overlay
from kiosk.staff.pin import HashCost, PinDesk
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import CodeTyped, say
from kiosk.ui.widgets.code_boxes import CodeBoxes
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener
from tests.ui.heard_voice import HeardVoice

PIN = "27182818"


class AtWork:
    """A kiosk with a PIN, what a screen reader was told, and what the voice said."""

    def __init__(self, opened: Opened, voice: HeardVoice) -> None:
        self.opened, self.voice = opened, voice
        self.told: list[str] = []
        opened.kiosk.announcer.said.connect(self.told.append)

    def keys(self, text: str) -> None:
        for one in text:
            QTest.keyClick(self.opened.kiosk.shell.windowHandle(), Qt.Key(ord(one)))

    def has_told(self, count: int) -> bool:
        return len(self.told) >= count

    def boxes(self) -> str:
        page = self.opened.kiosk.shell.page
        assert page is not None
        found = page.findChild(CodeBoxes)
        assert isinstance(found, CodeBoxes)
        return found.accessibleName()


@pytest.fixture
def at_work(open_kiosk: Opener, tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot) -> AtWork:
    voice = HeardVoice()
    opened = open_kiosk(voice=voice)
    driver = opened.kiosk.driver
    qtbot.waitUntil(lambda: driver.session.closed is None)
    folder = tmp_path_factory.mktemp("pin")
    desk = PinDesk(folder, SetClock(), HashCost(1, 8, 1))
    desk.set_pin(PIN)
    driver._out.pins._opened = desk  # type: ignore[attr-defined]  # noqa: SLF001  # quick to hash
    made = AtWork(opened, voice)
    # Somebody listened before staff came.
    QTest.keyClick(opened.kiosk.shell.windowHandle(), Qt.Key.Key_P)
    driver.hear(say(ev.Opened, Overlay.STAFF))
    return made


def test_the_pin_is_told_as_dots_however_it_is_typed(at_work: AtWork) -> None:
    title = at_work.told[-1]
    heard = len(at_work.voice.words)
    for count in range(1, 5):
        at_work.keys(PIN[count - 1])
        assert at_work.boxes() == "\u2022" * count
    assert at_work.told[-1] == title
    assert at_work.voice.words[heard:] == []
    assert not any(mark.isdigit() for line in at_work.told for mark in line)


def test_a_wrong_pin_is_told_each_time(at_work: AtWork, qtbot: QtBot) -> None:
    told = len(at_work.told)
    for count in (1, 2):
        at_work.keys("1234")
        QTest.keyClick(at_work.opened.kiosk.shell.windowHandle(), Qt.Key.Key_Tab)
        at_work.opened.kiosk.driver.hear(say(sv.PinTyped, "12345678"))
        qtbot.waitUntil(partial(at_work.has_told, told + count))
        view = at_work.opened.screen.view
        assert at_work.told[-1] == view.error  # type: ignore[union-attr]  # a keypad


def test_each_page_of_the_staff_room_tells_its_title(at_work: AtWork, qtbot: QtBot) -> None:
    driver = at_work.opened.kiosk.driver
    driver.hear(say(sv.PinTyped, PIN))
    qtbot.waitUntil(lambda: at_work.opened.key == "staff-menu")
    for screen in (DeskScreen.REFERENCE, DeskScreen.MENU, DeskScreen.RECORDS, DeskScreen.MENU):
        before = len(at_work.told)
        driver.hear(say(sv.DeskGo, screen))
        qtbot.waitUntil(partial(at_work.has_told, before + 1))
        assert at_work.told[-1].startswith(at_work.opened.screen.view.title)


def test_a_code_that_is_not_known_is_told_to_a_screen_reader(at_work: AtWork) -> None:
    driver = at_work.opened.kiosk.driver
    driver.hear(say(ev.Closed))
    driver.hear(say(ev.Began))
    while at_work.opened.key != "code":
        driver.hear(say(ev.Continued))
    for _ in range(2):
        told = len(at_work.told)
        driver.hear(say(CodeTyped, "000000"))
        assert len(at_work.told) == told + 1
        assert at_work.told[-1].startswith("There is a problem. We do not know this")
