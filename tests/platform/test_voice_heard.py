"""The voice through a real sound server: what comes out is measured, not what was asked for."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.domain.speaker import LOUDNESS_DB
from kiosk.platform.voice import Heard, SoundPrograms, SystemVoice, Utterance
from tests.platform.sound_server import (
    RATE,
    WHY_NOT,
    Ear,
    Server,
    absent,
    decibels,
    pitch,
    reached,
)
from tests.platform.test_stretching import said_to_its_end, write_tone

pytestmark = [
    pytest.mark.skipif(bool(absent()), reason=WHY_NOT),
    pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"),
]
PATIENCE = 40.0
WORDS = "The medicine blocks one kind of door for some hours."


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with reached(tmp_path / "server", monkeypatch) as one:
        one.start()
        yield one


@pytest.fixture
def ear(server: Server) -> Iterator[Ear]:
    one = Ear(server)
    one.listen()
    yield one
    one.close()


@pytest.fixture
def voice() -> Iterator[SystemVoice]:
    programs = [shutil.which(name) for name in ("espeak-ng", "paplay", "sox")]
    one = SystemVoice(lambda: SoundPrograms(*programs))
    yield one
    one.close()


def utterance(
    words: str, speed: float = 1.0, loudness: float = 0.5, recording: Path | None = None
) -> Utterance:
    return Utterance(1, words, "en", speed, loudness, recording)


def say(voice: SystemVoice, one: Utterance) -> Heard:
    """Say a line; returns how it ended, once it has."""
    return said_to_its_end(voice, one)[-1]


def heard(ear: Ear, voice: SystemVoice, one: Utterance) -> list[int]:
    """Say a line; returns its samples, from its first sound to its last."""
    since = len(ear.samples)
    assert say(voice, one) is Heard.ENDED
    ear.wait_seconds(0.1)
    loud = ear.loud(since)
    return list(ear.samples[loud[0] : loud[-1]])


def test_lines_do_not_run_together(ear: Ear, voice: SystemVoice) -> None:
    since = len(ear.samples)
    for word in ("Back", "Next", "Stop"):
        assert say(voice, utterance(word)) is Heard.ENDED
    ear.wait_seconds(0.1)
    pauses = [(b - a) / RATE for a, b in pairwise(ear.loud(since))]
    assert sum(one > 0.15 for one in pauses) >= 2


def test_the_pitch_is_the_same_at_half_and_at_twice_the_pace(ear: Ear, voice: SystemVoice) -> None:
    usual, slow, fast = (
        pitch(heard(ear, voice, utterance(WORDS, speed))) for speed in (1.0, 0.5, 2.0)
    )
    assert 60 < usual < 250
    assert slow == pytest.approx(usual, rel=0.1)
    assert fast == pytest.approx(usual, rel=0.1)


@pytest.mark.parametrize("recorded", [False, True], ids=["made", "recorded"])
def test_each_step_of_loudness_is_heard_and_under_10_decibels(
    ear: Ear, voice: SystemVoice, tmp_path: Path, recorded: bool
) -> None:
    write_tone(tmp_path / "tone.wav")
    recording = tmp_path / "tone.wav" if recorded else None
    levels = [
        decibels(heard(ear, voice, utterance("Hello", 1.0, 10 ** (db / 20), recording)))
        for db in LOUDNESS_DB[1:]
    ]
    steps = [b - a for a, b in pairwise(levels)]
    assert all(0 < one <= 10 for one in steps), levels
