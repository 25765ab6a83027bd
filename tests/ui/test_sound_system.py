"""Read to me through a real sound server: what its loudspeakers are given, against the press.

A loudspeaker that is only a file has no delay of its own; a real one's is not in these figures.
"""

import shutil
import signal
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from benchmarks.listening import Marking
from kiosk.content.audio.shelf import Spoken
from kiosk.domain import events as ev
from kiosk.domain.session import Overlay, Step
from kiosk.platform.voice import SoundPrograms, SystemVoice
from kiosk.ui.reader import shell_spots
from kiosk.ui.tools import READ_TOOL
from kiosk.ui.verbs import say
from tests.platform.sound_server import RATE, WHY_NOT, Ear, Server, absent, reached, strength
from tests.platform.test_stretching import write_tone
from tests.ui.conftest import Opened, Opener

pytestmark = [
    pytest.mark.skipif(bool(absent()), reason=WHY_NOT),
    pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"),
]
PATIENCE = 20_000
# Two tones that cannot be taken for each other in a piece of 20 ms.
TONES = (500.0, 900.0)
PIECE = RATE // 50
ROUNDS = 3


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with reached(tmp_path / "server", monkeypatch) as one:
        yield one


@pytest.fixture
def ear(server: Server) -> Iterator[Ear]:
    server.start()
    one = Ear(server)
    one.listen()
    yield one
    one.close()


@dataclass
class Listener:
    """Somebody with a finger and an ear, on the page that says how the kiosk works."""

    opened: Opened
    qtbot: QtBot

    def until(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=PATIENCE)

    def press(self, place: QPoint) -> int:
        """Press and let go; returns when the finger went down, in nanoseconds since 1970."""
        # A second press at once is taken for a tremor.
        self.opened.clock.pass_time(1.0)
        window = self.opened.kiosk.shell.windowHandle()
        before = time.time_ns()
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)
        return before

    def press_read(self) -> int:
        button = self.opened.kiosk.shell.tool_bar.buttons[READ_TOOL]
        return self.press(self.opened.screen.box(button).center())

    def press_beside(self) -> int:
        return self.press(QPoint(5, 500))

    def until_heard(self, ear: Ear, since: int) -> None:
        """Wait for a fifth of a second of sound."""
        self.until(lambda: len(ear.loud(since)) > 20)

    def until_later(self, ear: Ear) -> None:
        """Wait until half a second more has been played, sound or silence."""
        wanted = len(ear.samples) + RATE // 2
        self.until(lambda: len(ear.samples) > wanted)

    @property
    def overlay(self) -> Overlay | None:
        return self.opened.kiosk.driver.session.overlay


@pytest.fixture
def listener(server: Server, open_kiosk: Opener, qtbot: QtBot) -> Listener:
    assert server.folder.is_dir()
    programs = [shutil.which(name) for name in ("espeak-ng", "paplay", "sox")]
    opened = open_kiosk(voice=SystemVoice(lambda: SoundPrograms(*programs)))
    driver = opened.kiosk.driver
    qtbot.waitUntil(lambda: driver.session.closed is None)
    driver.hear(say(ev.Began))
    while driver.session.place.step is not Step.HOW:
        driver.hear(say(ev.Continued))
    return Listener(opened, qtbot)


@dataclass
class Tones:
    """A recording of every sentence: tones in turn, so that each can be told from the next."""

    folder: Path
    seconds: float
    known: dict[str, Path] = field(default_factory=dict)

    def load(self) -> None:
        pass

    def find(self, sentence: str, _language: str) -> Spoken | None:
        if sentence not in self.known:
            number = len(self.known)
            self.known[sentence] = self.folder / f"{number}.wav"
            write_tone(self.known[sentence], TONES[number % 2], self.seconds)
        return Spoken(self.known[sentence], self.seconds)


def tones_in(ear: Ear, since: int) -> list[tuple[float, float]]:
    """Return how strong each tone is in each piece of 20 ms."""
    heard = list(ear.samples[since:])
    pieces = [heard[at : at + PIECE] for at in range(0, len(heard) - PIECE, PIECE)]
    return [(strength(one, TONES[0]), strength(one, TONES[1])) for one in pieces]


def ms(later: int, earlier: int) -> float:
    return (later - earlier) / 1e6


def test_sound_begins_within_500_ms_of_the_press_and_ends_within_100_of_a_touch(
    ear: Ear, listener: Listener
) -> None:
    starts, ends = [], []
    for _ in range(ROUNDS):
        since = len(ear.samples)
        pressed = listener.press_read()
        listener.until_heard(ear, since)
        starts.append(ms(ear.time_of(ear.loud(since)[0]), pressed))
        touched = listener.press_beside()
        listener.until_later(ear)
        ends.append(ms(ear.time_of(ear.loud(since)[-1]), touched))
    # The middle one, for other programs hold this one up now and then.
    assert 0 < statistics.median(starts) < 500, starts
    assert statistics.median(ends) < 100, ends


def test_the_sentence_is_lit_within_150_ms_of_its_sound(
    ear: Ear, listener: Listener, tmp_path: Path
) -> None:
    tones = Tones(tmp_path, 0.8)
    reader = listener.opened.kiosk.reader
    reader._recordings = tones  # noqa: SLF001  # the pack has none
    marking = Marking(listener.opened.kiosk.shell.mark)
    since = len(ear.samples)
    listener.press_read()
    listener.until(lambda: len(marking.painted) >= 5)
    listener.until_later(ear)
    loud = ear.loud(since)
    began = [one for at, one in enumerate(loud) if at == 0 or one - loud[at - 1] > RATE * 0.03]
    times = [ear.time_of(one) for one in began]
    # A sound is long, so the nearest beginning is its own; one that is held up may break off.
    errors = [min(abs(ms(lit, at)) for at in times) for lit in marking.painted[:5]]
    assert statistics.median(errors) < 150, errors


def test_two_voices_never_sound_at_once(ear: Ear, listener: Listener, tmp_path: Path) -> None:
    tones = Tones(tmp_path, 3.0)
    reader = listener.opened.kiosk.reader
    reader._recordings = tones  # noqa: SLF001  # the pack has none
    spots = [one for one in shell_spots(listener.opened.kiosk.shell) if not one.around]
    since = len(ear.samples)
    listener.press_read()
    for spot in spots[1:4]:
        listener.until_heard(ear, len(ear.samples))
        listener.press(listener.opened.screen.box(spot.widget).center())
    listener.until_heard(ear, len(ear.samples))
    pieces = tones_in(ear, since)
    # One after the other in each tone, and no piece of 20 ms with both but where they change.
    assert any(low > 1000 > high for low, high in pieces)
    assert any(high > 1000 > low for low, high in pieces)
    both = [at for at, (low, high) in enumerate(pieces) if low > 1000 and high > 1000]
    assert not any(after - at == 1 for at, after in pairwise(both)), both


def test_a_server_that_dies_is_told_on_the_screen_and_once_back_a_press_is_heard(
    ear: Ear, listener: Listener, server: Server
) -> None:
    listener.press_read()
    listener.until(lambda: bool(ear.loud()))
    server.end()
    listener.until(lambda: listener.overlay is Overlay.VOICELESS)
    assert not listener.opened.kiosk.reader.speaker.speaking
    server.start()
    listener.opened.kiosk.driver.hear(say(ev.Closed))
    again = Ear(server)
    again.listen()
    listener.press_read()
    listener.until(lambda: bool(again.loud()))
    again.close()


def test_a_server_that_hangs_is_told_on_the_screen_and_holds_nothing_up(
    ear: Ear, listener: Listener, server: Server
) -> None:
    assert server.process is not None
    server.process.send_signal(signal.SIGSTOP)
    pressed = listener.press_read()
    assert ms(time.time_ns(), pressed) < 500
    listener.until(lambda: listener.overlay is Overlay.VOICELESS)
    server.process.send_signal(signal.SIGCONT)
    listener.opened.kiosk.driver.hear(say(ev.Closed))
    since = len(ear.samples)
    listener.press_read()
    listener.until(lambda: bool(ear.loud(since)))


def test_without_any_loudspeaker_the_screen_says_so(server: Server, listener: Listener) -> None:
    server.sinks = ()
    server.start()
    listener.press_read()
    listener.until(lambda: listener.overlay is Overlay.VOICELESS)


@pytest.mark.usefixtures("ear")
def test_a_damaged_recording_is_told_on_the_screen(listener: Listener, tmp_path: Path) -> None:
    tones = Tones(tmp_path, 0.5)
    for spot in shell_spots(listener.opened.kiosk.shell):
        found = tones.find(spot.text, "en")
        assert found is not None
        found.file.write_bytes(b"RIFF of nothing")
    listener.opened.kiosk.reader._recordings = tones  # noqa: SLF001  # the pack has none
    listener.press_read()
    listener.until(lambda: listener.overlay is Overlay.VOICELESS)
