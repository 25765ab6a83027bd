"""Whole visits by somebody who sees nothing, from the transcript of the voice alone."""

import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from kiosk.commands.options import WalkOptions
from kiosk.config import Config
from kiosk.domain.acknowledgement import receipt_number
from kiosk.i18n.catalogue import words_for
from kiosk.platform.paths import default_content
from kiosk.platform.voice import Heard, Utterance
from kiosk.records.keys import DEMO_KEY
from kiosk.records.unseal import load_opener, open_records
from kiosk.ui.shell import Shell
from kiosk.ui.walk.listener import Listener, Senses
from kiosk.ui.walk.outcome import VisitDone
from kiosk.ui.walk.screen import NotThereError
from kiosk.ui.walk.transcript import TranscriptVoice
from kiosk.ui.walk.visitor import Diary
from kiosk.walking import walk

WORDS = words_for("en")


class Painted(QObject):
    """Counts how often the window was painted while it was meant to stay dark."""

    def __init__(self) -> None:
        super().__init__()
        self.dark = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is QEvent.Type.Paint and isinstance(watched, Shell):
            self.dark += not watched.updatesEnabled()
        return False


@pytest.mark.slow
@pytest.mark.parametrize(("door", "language"), [("no", "en"), ("ready", "ar")])
def test_a_visit_by_ear_ends_in_the_record_of_the_door_that_was_wished(
    qapp: QApplication, tmp_path: Path, door: str, language: str
) -> None:
    told: list[VisitDone] = []
    options = WalkOptions(
        Config(), default_content(), door=door, input="audio", language=language, seed=4
    )
    painted = Painted()
    qapp.installEventFilter(painted)
    done = walk(qapp, options, tmp_path, told.append)
    qapp.removeEventFilter(painted)
    assert done.problems == ()
    opener = load_opener(tmp_path / DEMO_KEY)
    (record,) = [one for one in open_records(tmp_path, opener) if one.clear.kind == "ack"]
    assert record.person["door"] == door
    assert receipt_number(record.clear.id) == told[0].receipt
    assert told[0].pages > 100
    assert painted.dark == 0


@dataclass
class Page:
    """A page with names on it that keys reach one after the other, and a voice says or not."""

    voice: TranscriptVoice
    names: list[str]
    silent: frozenset[str] = frozenset()
    at: int = -1
    pressed: list[str] = field(default_factory=list)

    def key(self, key: Qt.Key) -> None:
        self.voice.hush()
        if key is Qt.Key.Key_P:
            self._say(" ".join(self.names))
        elif key is Qt.Key.Key_Down:
            self.at = (self.at + 1) % len(self.names)
            self._say(self.names[self.at])
        else:
            self.pressed.append(self.names[self.at])

    def _say(self, words: str) -> None:
        if words not in self.silent:
            self.voice.say(Utterance(1, words, "en", 1.0, 1.0), self.tell)

    def tell(self, turn: int, what: Heard) -> None:
        """Nothing follows a line here."""


def listener(page: Page) -> Listener:
    senses = Senses(page.voice, page, WORDS, random.Random(1), lambda: None, lambda: None)
    return Listener(senses, Diary("no"), 0.0)


def test_a_button_that_says_its_name_is_found_and_pressed() -> None:
    page = Page(TranscriptVoice(), ["Start", "Continue", "Read to me"])
    for _ in listener(page).go_to("Continue"):
        pass
    assert page.pressed == ["Continue"]


def test_a_button_that_says_nothing_is_never_found() -> None:
    page = Page(TranscriptVoice(), ["Start", "Continue"], frozenset({"Continue"}))
    for _ in listener(page).go_to("Continue"):
        pass
    assert page.pressed == []


def test_a_page_that_says_nothing_ends_the_visit() -> None:
    page = Page(TranscriptVoice(), ["Start", "Continue"], frozenset({"Start Continue"}))
    with pytest.raises(NotThereError, match="said nothing"):
        for _ in listener(page).visit():
            pass


def test_a_voice_over_another_is_counted() -> None:
    voice = TranscriptVoice()
    page = Page(voice, ["Start"])
    page._say("one")  # noqa: SLF001  # as no kiosk should
    page._say("two")  # noqa: SLF001  # as no kiosk should
    assert voice.overlaps == 1
