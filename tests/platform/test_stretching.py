"""Recordings at eight speeds: the real sox, and one tone whose pitch can be counted."""

import itertools
import math
import shutil
import struct
import sys
import threading
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.speaker import SPEEDS
from kiosk.platform.voice import Heard, SoundPrograms, SystemVoice, Utterance

PROGRAMS = {name: shutil.which(name) for name in ("sox", "ffmpeg")}
PATIENCE = 30.0
RATE, HERTZ, SECONDS = 22_050, 440.0, 2.0
_PLAYER = """#!{python}
import shutil, sys
shutil.copy(sys.argv[-1], {kept!r})
"""


def said_to_its_end(voice: SystemVoice, utterance: Utterance) -> list[Heard]:
    """Say a line; returns all that was told of it, once it has ended."""
    ended = threading.Event()
    told: list[Heard] = []

    def tell(_turn: int, what: Heard) -> None:
        told.append(what)
        if what is not Heard.STARTED:
            ended.set()

    voice.say(utterance, tell)
    assert ended.wait(PATIENCE)
    return told


def write_tone(file: Path, hertz: float = HERTZ, seconds: float = SECONDS) -> None:
    count = round(RATE * seconds)
    samples = [round(9000 * math.sin(math.tau * hertz * at / RATE)) for at in range(count)]
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(struct.pack(f"<{count}h", *samples))


def measured(file: Path) -> tuple[float, float]:
    """Return seconds, and waves a second in the middle half."""
    with wave.open(str(file)) as sound:
        rate, count = sound.getframerate(), sound.getnframes()
        samples = struct.unpack(f"<{count}h", sound.readframes(count))
    middle = samples[count // 4 : 3 * count // 4]
    ups = sum(a < 0 <= b for a, b in itertools.pairwise(middle))
    return count / rate, ups / (len(middle) / rate)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    write_tone(tmp_path / "sentence.wav")
    return tmp_path / "sentence.wav"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept.wav"


class Said:
    """One voice, and what its player was given last."""

    def __init__(self, folder: Path, kept: Path, stretcher: str | None) -> None:
        player = folder / "aplay"
        player.write_text(_PLAYER.format(python=sys.executable, kept=str(kept)), encoding="utf-8")
        player.chmod(0o755)
        self.voice = SystemVoice(lambda: SoundPrograms(None, str(player), stretcher))
        self.kept = kept

    def say(self, recording: Path, speed: float, loudness: float = 1.0) -> tuple[float, float]:
        told = self.tell_of(Utterance(1, "", "en", speed, loudness, recording))
        assert told == [Heard.STARTED, Heard.ENDED]
        return measured(self.kept)

    def tell_of(self, utterance: Utterance) -> list[Heard]:
        return said_to_its_end(self.voice, utterance)


@pytest.fixture
def said(tmp_path: Path, kept: Path, request: pytest.FixtureRequest) -> Iterator[Said]:
    one = Said(tmp_path, kept, request.param)
    yield one
    one.voice.close()


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(path, id=name, marks=pytest.mark.skipif(path is None, reason="not installed"))
        for name, path in PROGRAMS.items()
    ],
    indirect=True,
)
def test_each_of_eight_speeds_is_heard_and_the_pitch_stays(said: Said, recording: Path) -> None:
    for speed in SPEEDS:
        seconds, hertz = said.say(recording, speed)
        assert SECONDS / seconds == pytest.approx(speed, rel=0.05)
        assert hertz == pytest.approx(HERTZ, rel=0.03)


@pytest.mark.skipif(PROGRAMS["sox"] is None, reason="sox is not installed")
@pytest.mark.parametrize(("said", "loudness"), [("sox", 1.0), ("sox", 0.25)], indirect=["said"])
def test_sox_makes_recordings_softer_for_a_player_that_cannot(
    said: Said, recording: Path, loudness: float
) -> None:
    said.say(recording, 1.0, loudness)
    with wave.open(str(said.kept)) as sound:
        samples = struct.unpack(f"<{sound.getnframes()}h", sound.readframes(sound.getnframes()))
    assert max(samples) == pytest.approx(9000 * loudness, rel=0.05)


@pytest.mark.parametrize("said", [None], indirect=True)
def test_what_a_plain_player_would_play_as_noise_is_not_played(said: Said, tmp_path: Path) -> None:
    (tmp_path / "sentence.ogg").write_bytes(b"OggS")
    assert said.tell_of(Utterance(1, "", "en", 1.0, 1.0, tmp_path / "sentence.ogg")) == [
        Heard.FAILED
    ]


@pytest.mark.parametrize("said", [None, "/bin/false"], indirect=True)
def test_where_nothing_stretches_it_is_heard_as_it_is(said: Said, recording: Path) -> None:
    seconds, _ = said.say(recording, 2.0)
    assert seconds == pytest.approx(SECONDS)
