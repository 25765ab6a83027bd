"""The pace of recordings: a speaker who is too fast or too slow is told of, with the line."""

from pathlib import Path

import pytest

from kiosk.content.audio.index import (
    AudioIndex,
    Recording,
    Run,
    audio_folder,
    load_index,
    write_index,
)
from kiosk.content.audio.pace import pace_faults
from kiosk.content.check import check_pack
from tests.content.audio.test_audio_faults import studio, told  # noqa: F401  # a fixture
from tests.content.audio.test_record import Studio

RUN = Run("Somebody", "a command", "2026-11-27")
TEN = "one two three four five six seven eight nine ten"


def index_of(language: str, *paces: float) -> AudioIndex:
    """Return an index of sentences of ten words, each at a pace."""
    index = AudioIndex(language)
    for number, pace in enumerate(paces):
        key = f"{number:032x}"
        seconds = 10 * 60 / pace
        index.recordings[key] = Recording(f"{key}.wav", seconds, "0" * 64, RUN, "chapter", TEN)
        index.lines[key] = number + 10
    return index


@pytest.mark.parametrize("pace", [111, 122, 134])
def test_a_speaker_who_can_be_followed_is_not_told_of(pace: float) -> None:
    assert list(pace_faults(index_of("en", *[pace] * 8))) == []


@pytest.mark.parametrize("pace", [80, 109, 136, 175])
def test_a_chapter_too_slow_or_too_fast_is_one_fault_at_its_first_line(pace: float) -> None:
    ((line, message),) = pace_faults(index_of("en", *[pace] * 8))
    assert line == 10
    assert message.startswith(f"The recordings of chapter say {pace} words a minute;")


def test_sentences_may_differ_where_the_chapter_is_as_it_should_be() -> None:
    assert list(pace_faults(index_of("en", 100, 150, 105, 145, 100, 150, 122, 122))) == []


def test_one_sentence_that_is_cut_off_is_told_of_by_its_own_line() -> None:
    ((line, message),) = pace_faults(index_of("en", 120, 120, 120, 115, 115, 115, 400, 115))
    assert line == 16
    assert f"“{TEN}” says 400 words a minute" in message


def test_arabic_has_bounds_of_its_own_for_its_words_are_longer() -> None:
    assert list(pace_faults(index_of("ar", *[72] * 8))) == []
    assert len(list(pace_faults(index_of("ar", *[122] * 8)))) == 1


def test_the_check_of_a_pack_warns_with_file_and_line(studio: Studio) -> None:  # noqa: F811  # the fixture
    index = load_index(studio.pack, "en")
    key, one = next(iter(index.recordings.items()))
    index.recordings[key] = Recording(one.file, 60.0, one.sha256, one.run, one.stem, TEN)
    write_index(studio.pack, index)
    ((path, line, level, message), *_) = [one for one in told(studio) if "words a minute" in one[3]]
    assert (path, level) == ("en/audio/index.toml", "warning")
    text = Path(audio_folder(studio.pack, "en") / "index.toml").read_text("utf-8")
    assert TEN in text.splitlines()[line - 1]
    assert "anteroom content audio" in message
    assert not any(one.level == "error" for one in check_pack(studio.pack))
