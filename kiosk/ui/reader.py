"""Read to me: carries what the speaker decides to the voice, and lights the line that sounds."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from kiosk.content.audio.spoken import spoken
from kiosk.domain import events as ev
from kiosk.domain import speaker as sp
from kiosk.domain.session import Overlay
from kiosk.platform.voice import Heard, Utterance, Voice
from kiosk.ui.jobs import Jobs
from kiosk.ui.shell import Shell
from kiosk.ui.spoken_page import Lines, Spot, lines_of, news_of, seconds_left, spots_of
from kiosk.ui.verbs import (
    AudioFirst,
    BlockPressed,
    HearPressed,
    ReadBeneath,
    ReadPressed,
    Verb,
    say,
)
from kiosk.ui.views.screens import NoticeView, SavedView, View, is_for_staff
from kiosk.ui.widgets.keypad import Keypad
from kiosk.ui.widgets.prose import Heading

if TYPE_CHECKING:
    from kiosk.content.audio.shelf import Spoken

_VERBS = (ReadPressed, ReadBeneath, BlockPressed, HearPressed, AudioFirst)
# A countdown says the seconds left when they are a multiple of this.
_COUNT_EVERY = 10


class Recordings(Protocol):
    """Finds the recording of a sentence."""

    def load(self) -> None:
        """Get ready, in a thread of its own."""
        ...

    def find(self, sentence: str, language: str) -> "Spoken | None":
        """Return the recording, or None."""
        ...


@dataclass(frozen=True, slots=True)
class _Place:
    """Which page it is that is read."""

    key: str
    screen: int
    language: str


class Reader(QObject):
    """One voice for the window; asked carries verbs, sounding whether anything is heard."""

    asked = Signal(object)
    sounding = Signal(bool)
    _told = Signal(int, str)
    _plugged = Signal(bool)

    def __init__(self, shell: Shell, voice: Voice, recordings: Recordings) -> None:
        super().__init__()
        self._shell, self._voice, self._recordings = shell, voice, recordings
        self.speaker = sp.Speaker()
        self._jobs = Jobs("recordings")
        self._spots: tuple[Spot, ...] = ()
        self._place: _Place | None = None
        # What is known to have been said or shown, so that only what is new need be said.
        self._known: Lines = frozenset()
        self._last: QWidget | None = None
        self._echo = False
        shell.asked.connect(self._hear)
        shell.page_shown.connect(self._page_shown)
        shell.tapped.connect(self._tapped)
        # From the thread of the voice to that of the window.
        self._told.connect(self._heard, Qt.ConnectionType.QueuedConnection)
        self._plugged.connect(self._take_headphones, Qt.ConnectionType.QueuedConnection)

    # What happens

    def prepare(self) -> None:
        """Look for recordings and programs while the first page is looked at."""
        self._jobs.submit("recordings", self._recordings.load)
        self._jobs.submit("programs", self._voice.can_synthesise)

    def load(self) -> None:
        """Have the recordings known now, where waiting for them does no harm."""
        self._recordings.load()

    def pressed(self) -> None:
        """Take a finger or key that goes down: silence."""
        self._do(sp.pressed(self.speaker))

    def forget(self) -> None:
        """Be silent, and know nothing of the person any more."""
        self._do(sp.stopped(self.speaker))
        self.speaker = sp.Speaker(turn=self.speaker.turn)
        self._spots, self._place, self._last = (), None, None
        self._known = frozenset()

    def close(self) -> None:
        """Be silent for good."""
        self._voice.close()
        self._jobs.close()

    def blocks(self) -> list[QWidget]:
        """Return the words of the page that can be heard again, for somebody who listens."""
        page = self._shell.page
        if not self.speaker.used or page is None:
            return []
        widgets = dict.fromkeys(one.widget for one in shell_spots(self._shell))
        return [
            one
            for one in widgets
            if page.isAncestorOf(one) and not isinstance(one, QAbstractButton)
        ]

    def focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Say what the keys have reached, to somebody who listens and uses keys."""
        view = self._shell.view
        # Where the keys go on a page that is just coming is said once it has come.
        comes = view is not None and self._place not in (None, self._here(view))
        if new is not None and not comes:
            self._tell_reached([new])

    def _tell_reached(self, reached: list[QWidget]) -> None:
        here = reached[-1]
        if not self.speaker.used or not self._shell.keys_in_use or self.speaker.speaking:
            return
        if here in self._shell.chain() and not self._is_secret(here):
            self._read(spots_of(reached, self._shell.words))
            self._echo = True

    def _tell_where(self) -> None:
        """Say which page has come and where the keys stand on it, to who works by keys and ear."""
        here = self._shell.focusWidget()
        title = [one for one in self._shell.chain()[:1] if isinstance(one, Heading)]
        if here is not None:
            self._tell_reached([*(one for one in title if one is not here), here])

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What is being said, or about to be; only for looking."""
        return self._spots

    def _is_secret(self, key: QWidget) -> bool:
        """Say whether somebody near must not hear this key: staff type a PIN with it."""
        view = self._shell.view
        return view is not None and is_for_staff(view) and isinstance(key.parent(), Keypad)

    def _hear(self, verb: Verb) -> None:
        if verb.event not in _VERBS:
            return
        if self._shell.view is None or is_for_staff(self._shell.view):
            return
        if verb.event is HearPressed:
            self._sample(str(verb.values[0]))
            return
        if verb.event is AudioFirst:
            self._audio_first()
            return
        if verb.event is ReadBeneath:
            self._beneath()
            return
        wanted = shell_spots(self._shell)
        self._known = lines_of(wanted)
        if verb.event is BlockPressed and wanted:
            # The key silenced what sounded, and is meant for more than that.
            self.speaker = replace(self.speaker, held=False)
            wanted = self._block(wanted, int(str(verb.values[0])))
        spots = self._sayable(wanted)
        if not self.speaker.held:
            self._spots, self._echo = spots, False
        self._do(sp.asked(self.speaker, len(spots), sayable=bool(spots)))

    def _sample(self, tag: str) -> None:
        """Let a language be heard, in its own words."""
        page = self._shell.page
        if page is None:
            return
        words = self._shell.look.speak(tag)
        text = words.t("This screen can read to you in this language.")
        spots = (Spot(text, page, language=words.locale.content_tag),)
        self._spots, self._echo = spots, False
        # The press silenced what sounded, and is meant for more than that.
        self.speaker = replace(self.speaker, held=False)
        self._do(sp.asked(self.speaker, 1, sayable=self._voice.can_synthesise()))

    def _audio_first(self) -> None:
        """Read this page, and each new one from now on."""
        self.asked.emit(say(ev.SettingChosen, "read_on", "on"))
        self.speaker = replace(self.speaker, held=False)
        spots = self._sayable(shell_spots(self._shell))
        self._spots, self._echo = spots, False
        self._do(sp.asked(self.speaker, len(spots), sayable=bool(spots)))

    def _beneath(self) -> None:
        """Have what lies over the page closed, then read the page."""
        self.asked.emit(say(ev.Closed))
        self.speaker = replace(self.speaker, held=False)
        self._hear(say(ReadPressed))

    def headphones(self, plugged: bool) -> None:
        """Take a change at the jack, from any thread."""
        self._plugged.emit(plugged)

    def _take_headphones(self, plugged: bool) -> None:
        """Plugging in asks for the voice; pulling out must not let others hear it."""
        view = self._shell.view
        if not plugged:
            self._do(sp.stopped(self.speaker))
        elif view is not None and not is_for_staff(view):
            self._audio_first()

    def _block(self, spots: tuple[Spot, ...], step: int) -> tuple[Spot, ...]:
        """Return the lines of one block; the first one, where none of this page was read yet."""
        blocks = list(dict.fromkeys(one.widget for one in spots))
        at = blocks.index(self._last) + step if self._last in blocks else 0
        wanted = blocks[min(max(0, at), len(blocks) - 1)]
        return tuple(one for one in spots if one.widget is wanted)

    def tell_news(self) -> None:
        """Say what a press has changed on the page, to somebody who listens."""
        view = self._shell.view
        if view is None or is_for_staff(view) or self._place != self._here(view):
            return
        if self.speaker.used and (self._echo or not self.speaker.speaking):
            spots = shell_spots(self._shell)
            news = news_of(spots, self._known)
            self._known = lines_of(spots)
            self._read(news)

    def _tapped(self, target: QWidget | None) -> None:
        """Say a block again that is tapped, to somebody who listens."""
        if not self.speaker.used:
            return
        here = tuple(one for one in shell_spots(self._shell) if one.widget is target)
        if here:
            self._read(here)

    def _read(self, spots: tuple[Spot, ...]) -> None:
        spots = self._sayable(spots)
        if spots:
            self._spots, self._echo = spots, False
            self._do(sp.read(self.speaker, len(spots)))

    def _page_shown(self) -> None:
        view = self._shell.view
        if view is None or is_for_staff(view):
            self._do(sp.stopped(self.speaker))
            self._place = None
            return
        place = self._here(view)
        if place == self._place:
            self._same_page(view)
            return
        self._place, self._last = place, None
        self._known = lines_of(shell_spots(self._shell)) if self.speaker.used else frozenset()
        self._do(sp.stopped(self.speaker))
        comes_by_itself = isinstance(view, NoticeView | SavedView)
        # Who set that, staff among them, has asked to hear each page.
        if self._shell.settings.read_on or (self.speaker.used and comes_by_itself):
            self._read(shell_spots(self._shell))
        else:
            self._tell_where()

    def _same_page(self, view: View) -> None:
        """Read on where only something small changed, such as the seconds of a countdown."""
        if self.speaker.speaking and not self._echo:
            if all(isValid(one.widget) and one.widget.isVisible() for one in self._spots):
                return
            spots = self._sayable(shell_spots(self._shell))
            sounds = self._spots[self.speaker.at or 0].text
            at = next((i for i, one in enumerate(spots) if one.text == sounds), None)
            if at is None:
                self._do(sp.stopped(self.speaker))
                return
            self.speaker = replace(self.speaker, at=at, count=len(spots))
            self._spots, self._known = spots, lines_of(spots)
            self._light(at)
        elif isinstance(view, NoticeView) and view.ring and self.speaker.used:
            left = view.ring[0]
            page = self._shell.page
            if left and left % _COUNT_EVERY == 0 and page is not None:
                self._read((Spot(seconds_left(left, self._shell.words), page),))
        else:
            self.tell_news()

    def _here(self, view: View) -> _Place:
        return _Place(view.key, _screen(self._shell), self._shell.settings.language)

    def _heard(self, turn: int, what: str) -> None:
        steps = {Heard.STARTED: sp.started, Heard.ENDED: sp.ended, Heard.FAILED: sp.failed}
        self._do(steps[Heard(what)](self.speaker, turn))

    def _tell(self, turn: int, what: Heard) -> None:
        self._told.emit(turn, what.value)

    # What is done about it

    def _do(self, step: sp.Step) -> None:
        before = self.speaker.speaking
        self.speaker, sounds = step
        for sound in sounds:
            match sound:
                case sp.Say(turn, line):
                    self._last = self._spots[line].widget
                    self._voice.say(self._utterance(turn, self._spots[line]), self._tell)
                case sp.Hush():
                    self._voice.hush()
                case sp.Light(line):
                    self._light(line)
                case sp.TellVoiceless():
                    self.asked.emit(say(ev.Opened, Overlay.VOICELESS))
        if not self.speaker.speaking:
            self._spots = ()
        if self.speaker.speaking != before:
            self._shell.show_reading(self.speaker.speaking)
            self.sounding.emit(self.speaker.speaking)

    def _light(self, line: int | None) -> None:
        spot = None if line is None else self._spots[line]
        if spot is None or not isValid(spot.widget) or spot.widget is self._shell.page:
            self._shell.unlight()
        elif spot.widget.isVisible():
            self._shell.mark.mark(spot.widget, spot.start, spot.length)

    def _utterance(self, turn: int, spot: Spot) -> Utterance:
        settings = self._shell.settings
        speed = sp.SPEEDS[settings.speed]
        loudness = 10 ** (sp.LOUDNESS_DB[settings.loudness] / 20)
        language = spot.language or self._language()
        found = self._recordings.find(spot.text, language)
        # A recording has one speed: where nothing stretches it, the made voice speaks at others.
        fits = settings.speed == sp.USUAL_SPEED or self._voice.can_stretch()
        play = found is not None and (fits or not self._voice.can_synthesise())
        words = spoken(spot.text, language)
        file = found.file if found is not None and play else None
        return Utterance(turn, words, language, speed, loudness, file)

    def _language(self) -> str:
        return self._shell.words.locale.content_tag

    def _sayable(self, spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
        """Return what can be heard: nothing, when a sentence of the page could not be."""
        if self._voice.can_synthesise():
            return spots
        if not self._voice.can_play():
            return ()
        language = self._language()
        known = [self._recordings.find(one.text, language) is not None for one in spots]
        if not all(found or one.around for found, one in zip(known, spots, strict=True)):
            return ()
        return tuple(one for found, one in zip(known, spots, strict=True) if found)


def shell_spots(shell: Shell) -> tuple[Spot, ...]:
    """Return all that the window shows as lines to say, in the order in which keys reach it."""
    view, page = shell.view, shell.page
    if view is None or page is None or is_for_staff(view):
        return ()
    bars = (shell.foot, shell.tool_bar, shell.strip)
    return spots_of([shell.steps.words, *page.spoken_parts(), *bars], shell.words)


def _screen(shell: Shell) -> int:
    return shell.page.screen_index if shell.page is not None else 0
