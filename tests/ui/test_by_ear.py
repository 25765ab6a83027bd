"""A whole visit by somebody who sees nothing: only what is heard, and four keys."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.acknowledgement import Door
from tests.ui.conftest import Opened, Opener
from tests.ui.heard_voice import HeardVoice

# What this person goes for, the first that is heard; else the last thing before the tools.
WISHES = (
    "Start",
    "I have no code",
    "Go on like this",
    "The short way",
    "I am not sure",
    "I have questions first",
)
MOST_PAGES = 400
MOST_KEYS = 80


class Blind:
    """Knows nothing of the window but the transcript of its voice."""

    def __init__(self, opened: Opened, voice: HeardVoice) -> None:
        self._kiosk, self._voice = opened.kiosk, voice

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self._kiosk.shell.windowHandle(), key)

    def hear_page(self) -> list[str]:
        """Ask for the page and listen to its end."""
        heard = len(self._voice.words)
        self.key(Qt.Key.Key_P)
        if self._voice.now is None:
            self.key(Qt.Key.Key_P)
        self.listen()
        return self._voice.words[heard:]

    def listen(self) -> None:
        """Let everything be said that is under way."""
        reader = self._kiosk.reader
        while reader.speaker.speaking:
            self._voice.end()
            # The voice tells from a thread of its own, so its word waits in a queue.
            QCoreApplication.sendPostedEvents(reader)

    def go_to(self, name: str) -> None:
        """Move by keys until the voice says the name, and press."""
        for _ in range(MOST_KEYS):
            self.key(Qt.Key.Key_Down)
            if self._voice.words[-1] == name:
                self.key(Qt.Key.Key_Return)
                return
            self.listen()
        raise AssertionError(f"{name!r} was never heard; last {self._voice.words[-10:]}")


def test_a_whole_visit_is_made_from_the_transcript_alone(open_kiosk: Opener, qtbot: QtBot) -> None:
    voice = HeardVoice()
    opened = open_kiosk(voice=voice)
    driver = opened.kiosk.driver
    qtbot.waitUntil(lambda: driver.session.closed is None)
    person, pages = Blind(opened, voice), 0
    heard = person.hear_page()
    while "Finish" not in heard:
        pages += 1
        assert pages < MOST_PAGES, heard
        if "Saving your answers" in heard:
            qtbot.waitUntil(lambda: driver.session.saved is not None)
        else:
            way_on = heard[heard.index("Read to me") - 1]
            person.go_to(next((one for one in WISHES if one in heard), way_on))
        heard = person.hear_page()
    saved = driver.session.saved
    assert driver.session.door is Door.QUESTIONS
    assert saved is not None
    spoken = "".join(mark for line in heard for mark in line if mark.isalnum())
    assert saved.receipt.replace("-", "") in spoken
    assert voice.overlaps == 0
