"""Any block of a page can be heard again by one switch and by two."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.ui.reader import shell_spots
from kiosk.ui.verbs import say
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener
from tests.ui.hands import HANDS, Hands, OneSwitch
from tests.ui.heard_voice import HeardVoice


class TestWordsAgain:
    """Any block of a page can be heard again by one switch and by two."""

    @pytest.fixture
    def voice(self) -> HeardVoice:
        return HeardVoice()

    @pytest.fixture
    def listening(
        self, open_kiosk: Opener, clock: SetClock, voice: HeardVoice, qtbot: QtBot
    ) -> Callable[[str], tuple[Opened, Hands]]:
        def listen(name: str) -> tuple[Opened, Hands]:
            opened = open_kiosk(voice=voice)
            driver = opened.kiosk.driver
            qtbot.waitUntil(lambda: driver.session.closed is None)
            driver.hear(say(ev.Began))
            driver.hear(say(ev.SettingChosen, "hands", name))
            while opened.key != "how":
                driver.hear(say(ev.Continued))
            hands = HANDS[name](opened, clock)
            assert opened.kiosk.reader.blocks() == []
            hands.press(opened.kiosk.shell.tool_bar.buttons[0])
            assert voice.now is not None
            return opened, hands

        return listen

    @staticmethod
    def lines(opened: Opened) -> list[tuple[QWidget, str]]:
        spots = shell_spots(opened.kiosk.shell)
        wanted = opened.kiosk.reader.blocks()
        assert len(wanted) > 4
        return [(one, next(spot.text for spot in spots if spot.widget is one)) for one in wanted]

    def test_by_two(
        self, listening: Callable[[str], tuple[Opened, Hands]], voice: HeardVoice
    ) -> None:
        opened, hands = listening("two")
        for block, words in self.lines(opened):
            while opened.kiosk.switches.framed != [block]:
                hands.key(Qt.Key.Key_Space)  # type: ignore[union-attr]  # two switches have keys
            assert voice.words[-1] == words
            assert opened.kiosk.shell.ring.isVisible()
            before = len(voice.words)
            hands.key(Qt.Key.Key_Return)  # type: ignore[union-attr]  # two switches have keys
            assert voice.words[before:] == [words]
        assert voice.overlaps == 0

    def test_by_one(
        self, listening: Callable[[str], tuple[Opened, Hands]], voice: HeardVoice
    ) -> None:
        opened, hands = listening("one")
        assert isinstance(hands, OneSwitch)
        for block, words in self.lines(opened):
            before = len(voice.words)
            while opened.kiosk.switches.framed != [block]:
                if block in opened.kiosk.switches.framed:
                    hands.switch()
                else:
                    hands.wait(0.5)
            assert voice.words[before:] == []
            hands.switch()
            hands.wait(1.0)
            assert voice.words[before:] == [words]
        assert voice.overlaps == 0
