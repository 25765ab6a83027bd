"""How fast the made voice is on the sentences that ship, by the sound files themselves."""

import re
import shutil
import subprocess
import wave
from pathlib import Path

import pytest

from kiosk.platform import paths
from kiosk.platform.voice import Utterance, _rest_after, _speaking

ESPEAK = shutil.which("espeak-ng")
# What starting the next line adds to the silence after each, as heard through a sound server.
STARTING = 0.12
_EVERY, _WORDS = 3, 5
_SENTENCE = re.compile(r"^([^\W\d_][^{}\[\]\n]*\.) \[\^.*$", re.MULTILINE)


def sentences(language: str) -> list[str]:
    """Some sentences of the pack that ships, from every chapter."""
    files = sorted(paths.default_content().glob(f"{language}/*.md"))
    found = [one for file in files for one in _SENTENCE.findall(file.read_text("utf-8"))]
    return [one for one in found if len(one.split()) >= _WORDS][::_EVERY]


@pytest.mark.skipif(ESPEAK is None, reason="espeak-ng is not installed")
@pytest.mark.parametrize("language", ["en", "es"])
def test_at_the_usual_speed_it_says_120_to_125_words_a_minute(
    language: str, tmp_path: Path
) -> None:
    words, seconds = 0, 0.0
    lines = sentences(language)
    assert len(lines) > 100
    for line in lines:
        file = tmp_path / "line.wav"
        command = _speaking(str(ESPEAK), Utterance(1, line, language, 1.0, 1.0), file)
        subprocess.run(command, input=line.encode(), check=True)
        lasts = _rest_after(file)
        with wave.open(str(file)) as sound:
            assert lasts == pytest.approx(sound.getnframes() / sound.getframerate())
        words, seconds = words + len(line.split()), seconds + lasts + STARTING
    assert 120 <= words * 60 / seconds <= 125
