"""The voice made of programs: real espeak-ng, and a player that only notes what it is given."""

import shutil
import sys
import threading
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.domain.speaker import SPEEDS
from kiosk.platform.voice import Heard, SoundPrograms, SystemVoice, Utterance

ESPEAK = shutil.which("espeak-ng")
needs_espeak = pytest.mark.skipif(ESPEAK is None, reason="espeak-ng is not installed")
PATIENCE = 20.0
WORDS = "The medicine blocks one kind of door for some hours."
_PLAYER = """#!{python}
import os, shutil, sys, time
file = sys.argv[-1]
shutil.copy(file, {kept!r} + "/" + str(time.monotonic_ns()) + ".wav")
if {hold}:
    time.sleep(600)
"""


class Ears:
    """Notes what is told, and lets a test wait for it."""

    def __init__(self) -> None:
        self.notes: list[tuple[int, Heard, float]] = []
        self._changed = threading.Condition()

    def tell(self, turn: int, what: Heard) -> None:
        with self._changed:
            self.notes.append((turn, what, time.monotonic()))
            self._changed.notify_all()

    def wait_for(self, turn: int, what: Heard) -> float:
        with self._changed:
            self._changed.wait_for(lambda: self._when(turn, what), PATIENCE)
            at = self._when(turn, what)
        assert at is not None, self.notes
        return at

    def _when(self, turn: int, what: Heard) -> float | None:
        return next((at for one, said, at in self.notes if (one, said) == (turn, what)), None)


Maker = Callable[..., SystemVoice]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder


@pytest.fixture
def voice_with(tmp_path: Path, kept: Path) -> Iterator[Maker]:
    """A voice with a stand-in for the player; `hold` lets each sound last for ever."""
    made: list[SystemVoice] = []

    def make(
        *, hold: bool = False, speech: str | None = ESPEAK, stretcher: str | None = None
    ) -> SystemVoice:
        player = tmp_path / f"player-{len(made)}"
        text = _PLAYER.format(python=sys.executable, kept=str(kept), hold=hold)
        player.write_text(text, encoding="utf-8")
        player.chmod(0o755)
        voice = SystemVoice(lambda: SoundPrograms(speech, str(player), stretcher))
        made.append(voice)
        return voice

    yield make
    for voice in made:
        voice.close()


def line(turn: int, speed: float = 1.0, loudness: float = 1.0, language: str = "en") -> Utterance:
    return Utterance(turn, WORDS, language, speed, loudness)


def seconds(file: Path) -> float:
    with wave.open(str(file)) as sound:
        return float(sound.getnframes() / sound.getframerate())


@needs_espeak
def test_words_are_made_into_sound_and_handed_to_the_player(voice_with: Maker, kept: Path) -> None:
    ears = Ears()
    voice_with().say(line(1), ears.tell)
    ears.wait_for(1, Heard.ENDED)
    assert [what for _, what, _ in ears.notes] == [Heard.STARTED, Heard.ENDED]
    (made,) = kept.iterdir()
    assert seconds(made) > 1.0


@needs_espeak
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_each_language_of_the_kiosk_has_a_voice(voice_with: Maker, language: str) -> None:
    ears = Ears()
    voice_with().say(line(1, language=language), ears.tell)
    ears.wait_for(1, Heard.ENDED)


@needs_espeak
def test_each_of_eight_speeds_is_faster_than_the_one_before(voice_with: Maker, kept: Path) -> None:
    voice, ears = voice_with(), Ears()
    for turn, speed in enumerate(SPEEDS):
        voice.say(line(turn, speed), ears.tell)
        ears.wait_for(turn, Heard.ENDED)
    lengths = [seconds(file) for file in sorted(kept.iterdir())]
    assert len(lengths) == 8
    assert lengths == sorted(set(lengths), reverse=True)
    usual = lengths[SPEEDS.index(1.0)]
    for speed, length in zip(SPEEDS, lengths, strict=True):
        assert usual / length == pytest.approx(speed, rel=0.12)


@needs_espeak
def test_a_loud_line_is_louder_than_a_quiet_one(voice_with: Maker, kept: Path) -> None:
    voice, ears = voice_with(), Ears()
    for turn, loudness in enumerate((0.1, 1.0)):
        voice.say(line(turn, loudness=loudness), ears.tell)
        ears.wait_for(turn, Heard.ENDED)
    quiet, loud = (_peak(file) for file in sorted(kept.iterdir()))
    assert quiet < loud / 4


def _peak(file: Path) -> int:
    with wave.open(str(file)) as sound:
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
    return max(abs(one) for one in samples)


@needs_espeak
def test_hush_ends_the_sound_at_once_and_tells_nothing(voice_with: Maker) -> None:
    voice, ears = voice_with(hold=True), Ears()
    voice.say(line(1), ears.tell)
    ears.wait_for(1, Heard.STARTED)
    process = voice._process  # noqa: SLF001  # the sound itself is what is asked about
    assert process is not None
    before = time.monotonic()
    voice.hush()
    process.wait(PATIENCE)
    assert time.monotonic() - before < 0.1
    voice.close()
    assert [what for _, what, _ in ears.notes] == [Heard.STARTED]


@needs_espeak
def test_a_new_line_starts_only_when_the_one_before_is_gone(voice_with: Maker) -> None:
    voice, ears = voice_with(hold=True), Ears()
    voice.say(line(1), ears.tell)
    ears.wait_for(1, Heard.STARTED)
    first = voice._process  # noqa: SLF001  # the sound itself is what is asked about
    assert first is not None
    voice.say(line(2), ears.tell)
    ears.wait_for(2, Heard.STARTED)
    assert first.poll() is not None


@needs_espeak
def test_no_call_waits_for_the_sound(voice_with: Maker) -> None:
    voice, ears = voice_with(hold=True), Ears()
    before = time.monotonic()
    for turn in range(10):
        voice.say(line(turn), ears.tell)
    voice.hush()
    assert time.monotonic() - before < 0.1


@needs_espeak
def test_no_sound_of_what_was_said_stays_behind(
    voice_with: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    voice, ears = voice_with(), Ears()
    voice.say(line(1), ears.tell)
    ears.wait_for(1, Heard.ENDED)
    assert [one for one in memory.rglob("*") if one.is_file()] == []
    voice.close()
    assert list(memory.glob("anteroom-voice-*")) == []


def test_a_recording_is_played_without_any_speech_program(
    voice_with: Maker, kept: Path, tmp_path: Path
) -> None:
    recording = tmp_path / "sentence.wav"
    recording.write_bytes(b"a recording")
    voice, ears = voice_with(speech=None), Ears()
    voice.say(Utterance(1, WORDS, "en", 1.0, 1.0, recording), ears.tell)
    ears.wait_for(1, Heard.ENDED)
    assert [one.read_bytes() for one in kept.iterdir()] == [b"a recording"]
    assert recording.exists()


def test_without_a_speech_program_words_fail_and_are_told(voice_with: Maker) -> None:
    voice, ears = voice_with(speech=None), Ears()
    assert voice.can_play()
    assert not voice.can_synthesise()
    voice.say(line(1), ears.tell)
    ears.wait_for(1, Heard.FAILED)


@needs_espeak
def test_a_language_without_a_voice_fails_and_is_told(voice_with: Maker) -> None:
    ears = Ears()
    voice_with().say(line(1, language="xx-nowhere"), ears.tell)
    ears.wait_for(1, Heard.FAILED)


def test_a_machine_without_a_player_has_no_voice() -> None:
    voice, ears = SystemVoice(lambda: SoundPrograms(ESPEAK, None)), Ears()
    assert not voice.can_play()
    assert not voice.can_synthesise()
    voice.say(line(1), ears.tell)
    ears.wait_for(1, Heard.FAILED)
    voice.close()
