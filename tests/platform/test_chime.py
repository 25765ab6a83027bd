"""The chime is soft, short, and made of two notes."""

import struct
import wave
from functools import partial
from pathlib import Path

from kiosk.platform.chime import NOTES, PEAK, chime
from kiosk.platform.click import write_tones


def test_two_notes_swell_and_fade_without_a_crack(tmp_path: Path) -> None:
    file = tmp_path / "chime.wav"
    write_tones(file, NOTES, PEAK)
    with wave.open(str(file), "rb") as sound:
        rate, count = sound.getframerate(), sound.getnframes()
        samples = struct.unpack(f"<{count}h", sound.readframes(count))
    assert 1.0 <= count / rate <= 2.0
    assert max(map(abs, samples)) <= PEAK * 32_767
    between = round(NOTES[0][1] * rate)
    assert [abs(samples[at]) <= 8 for at in (0, between, count - 1)] == [True] * 3


def test_the_sound_of_the_kiosk_is_these_notes() -> None:
    made = chime()
    write = made._write  # noqa: SLF001  # what it will play
    assert isinstance(write, partial)
    assert (write.func, write.keywords) == (write_tones, {"tones": NOTES, "peak": PEAK})
    made.close()
