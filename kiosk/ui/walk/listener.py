"""One person who sees nothing: knows only what the voice says, and presses keys.

It is given no window to look at; whether what it heard is true, others judge.
"""

import random
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt

from kiosk.content.audio.spoken import spoken
from kiosk.i18n.catalogue import Words
from kiosk.ui.walk.robot import Steps, Wait
from kiosk.ui.walk.screen import NotThereError
from kiosk.ui.walk.transcript import TranscriptVoice
from kiosk.ui.walk.visitor import SAVE_SECONDS, Diary

_MOST_PAGES = 2000
_MOST_KEYS = 120
_MOST_SCREENS = 12
# A line begins as soon as the one before has ended, so three turns without one are silence.
_SILENCE = 3
Lines = Generator[Wait | None, None, list[str]]
Found = Generator[Wait | None, None, bool]


class Keyboard(Protocol):
    """Keys under the fingers."""

    def key(self, key: Qt.Key) -> None:
        """Press one and let go."""


@dataclass(frozen=True)
class Senses:
    """What this person has; notice tells whoever watches that a page was heard to its end.

    stored returns the receipt that the store holds for the visit in progress, or None.
    """

    voice: TranscriptVoice
    keys: Keyboard
    words: Words
    chance: random.Random
    stored: Callable[[], str | None]
    notice: Callable[[], None]


class Listener:
    """Walks through one visit by ear; rate is detours per page."""

    def __init__(self, senses: Senses, diary: Diary, rate: float) -> None:
        self._senses, self._diary, self._rate = senses, diary, rate
        self._voice, words = senses.voice, senses.words
        self._names = {
            "start": words.t("Start"),
            "no code": words.t("I have no code"),
            "good": words.t("Go on like this"),
            "way": words.t("All pages"),
            "unsure": words.t("I am not sure"),
            "ready": words.t("I am ready to go on"),
            "questions": words.t("I have questions first"),
            "no": words.t("I do not want this"),
            "text": words.t("Text"),
            "louder": words.t("Louder"),
            "hide": words.t("Hide"),
            "show": words.t("Show my page"),
            "help": words.t("Get help"),
            "upset": words.t("I feel upset"),
            "saving": words.t("Saving your answers"),
            "finish": words.t("Finish"),
        }
        tag = words.locale.content_tag
        self._names = {key: spoken(name, tag) for key, name in self._names.items()}
        # The first of the tools, which small screens call by a shorter name.
        self._read = {spoken(one, tag) for one in (words.t("Read to me"), words.t("Listen"))}
        self._wishes = [
            self._names[key] for key in ("start", "no code", "good", "way", "unsure", diary.door)
        ]
        self._detours = {
            "help": self._help,
            "upset": self._upset,
            "hide": self._hide,
            "louder": self._louder,
        }

    def visit(self) -> Steps:
        """Go through a whole visit; raises NotThereError when what is needed is never heard."""
        for _ in range(_MOST_PAGES):
            heard = yield from self.hear_page()
            if self._names["finish"] in heard:
                yield from self._finish(heard)
                return
            if self._names["saving"] in heard:
                yield from self._until_more()
                continue
            if self._names["hide"] in heard and self._senses.chance.random() < self._rate:
                yield from self._wander(heard)
            yield from self._act(heard)
        raise NotThereError(f"the visit did not end within {_MOST_PAGES} pages")

    # Ears and fingers

    def hear_page(self) -> Lines:
        """Ask for the page and listen to its end."""
        before = len(self._voice.words)
        self._senses.keys.key(Qt.Key.Key_P)
        if not self._voice.sounding:
            # It was reading already, and the key silenced it.
            self._senses.keys.key(Qt.Key.Key_P)
        yield from self._listen()
        heard = self._voice.words[before:]
        self._senses.notice()
        return heard

    def _listen(self) -> Steps:
        quiet = 0
        while quiet < _SILENCE:
            quiet = 0 if self._voice.sounding else quiet + 1
            self._voice.end()
            yield None

    def _until_more(self) -> Steps:
        before = len(self._voice.words)
        yield Wait(lambda: len(self._voice.words) > before, SAVE_SECONDS, "a word of the record")

    def go_to(self, name: str) -> Found:
        """Move on until the voice says this name, and press; says whether it was ever heard."""
        for _ in range(_MOST_KEYS):
            before = len(self._voice.words)
            self._senses.keys.key(Qt.Key.Key_Down)
            if name in self._voice.words[before:][:1]:
                self._senses.keys.key(Qt.Key.Key_Return)
                yield None
                return True
            yield None
        return False

    def _press(self, name: str) -> Steps:
        if not (yield from self.go_to(self._names[name])):
            raise NotThereError(f"{self._names[name]!r} was never heard")

    def _way_on(self, heard: list[str]) -> Steps:
        """Press what is told of last before the tools: the button that leads on."""
        tools = next((place for place, line in enumerate(heard) if line in self._read), 0)
        if not tools:
            raise NotThereError(f"a page said nothing before its tools: {heard}")
        name = heard[tools - 1]
        if not (yield from self.go_to(name)):
            raise NotThereError(f"{name!r} was read aloud but never reached")

    def _act(self, heard: list[str]) -> Steps:
        for wish in self._wishes:
            # What was said may have been no button, and then the page leads on.
            if wish in heard and (yield from self.go_to(wish)):
                return
        yield from self._way_on(heard)

    # Ways off the page and back

    def _wander(self, before: list[str]) -> Steps:
        name = self._senses.chance.choice(sorted(self._detours))
        yield from self._detours[name]()
        self._diary.detours.append(name)
        after = yield from self.hear_page()
        if after != before:
            changed = sorted(set(after) ^ set(before))[:2]
            self._diary.problems.append(f"after the detour {name!r} a page says else: {changed}")

    def _seek(self, name: str) -> Generator[Wait | None, None, str]:
        """Press what stands on one of the screens of a page; returns the title of the page."""
        for _ in range(_MOST_SCREENS):
            heard = yield from self.hear_page()
            if self._names[name] in heard:
                yield from self._press(name)
                return heard[0]
            yield from self._way_on(heard)
        raise NotThereError(f"{self._names[name]!r} was never read aloud")

    def _close(self, title: str) -> Steps:
        """Leave a page through all of its screens."""
        heard = yield from self.hear_page()
        while heard[0] == title:
            yield from self._way_on(heard)
            heard = yield from self.hear_page()

    def _help(self) -> Steps:
        yield from self._press("help")
        yield from self._close(self._names["help"])

    def _upset(self) -> Steps:
        yield from self._press("help")
        yield from self._seek("upset")
        heard = yield from self.hear_page()
        yield from self._close(heard[0])

    def _hide(self) -> Steps:
        yield from self._press("hide")
        yield from self._press("show")

    def _louder(self) -> Steps:
        """Choose a louder voice among the settings, which may take several screens."""
        was = self._voice.loudness
        yield from self._press("text")
        title = yield from self._seek("louder")
        yield from self._close(title)
        if self._voice.loudness < was:
            self._diary.problems.append("a voice that was to be louder is not")

    # The end

    def _finish(self, heard: list[str]) -> Steps:
        stored = self._senses.stored()
        letters = "".join(mark for line in heard for mark in line if mark.isalnum())
        if stored is None or stored.replace("-", "") not in letters:
            self._diary.problems.append(f"the store says {stored}, and that was not heard")
        else:
            self._diary.receipt = stored
        yield from self._press("finish")
        self._diary.ending = "Finish"
        heard = yield from self.hear_page()
        if self._names["start"] not in heard:
            self._diary.problems.append("after the end Welcome was not heard")
