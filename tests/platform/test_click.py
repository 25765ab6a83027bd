"""A click that is soft and short, and silence where nothing can play it."""

import sys
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.platform.click import Click, write_click
from kiosk.platform.voice import SoundPrograms

_PLAYER = """#!{python}
import sys
from pathlib import Path
Path({kept!r}).open("a").write(" ".join(sys.argv[1:]) + "\\n")
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def click(tmp_path: Path, kept: Path) -> Iterator[Click]:
    player = tmp_path / "pw-play"
    player.write_text(_PLAYER.format(python=sys.executable, kept=str(kept)), encoding="utf-8")
    player.chmod(0o755)
    made = Click(lambda: SoundPrograms(None, str(player)))
    yield made
    made.close()


def test_it_lasts_at_most_60_ms_and_never_reaches_a_third_of_full(tmp_path: Path) -> None:
    write_click(tmp_path / "click.wav")
    with wave.open(str(tmp_path / "click.wav")) as sound:
        assert 0 < sound.getnframes() / sound.getframerate() <= 0.06
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
    assert 0 < max(samples) < 32767 / 3
    assert samples[0] == 0
    assert abs(samples[-1]) < 100


def test_it_is_as_loud_as_the_voice(click: Click, kept: Path) -> None:
    click.play(0.5)
    click.close()
    (line,) = kept.read_text().splitlines()
    assert line.startswith("--volume=0.500 ")


def test_playing_does_not_wait(click: Click) -> None:
    began = time.process_time()
    for _ in range(1000):
        click.play(1.0)
    assert time.process_time() - began < 1.0


def test_no_file_is_left(click: Click, kept: Path) -> None:
    click.play(1.0)
    click.close()
    assert not Path(kept.read_text().split()[-1]).exists()


@pytest.mark.parametrize("player", [None, "/no/such/player"])
def test_where_nothing_plays_it_is_silent(player: str | None) -> None:
    silent = Click(lambda: SoundPrograms(None, player))
    silent.play(1.0)
    silent.close()
