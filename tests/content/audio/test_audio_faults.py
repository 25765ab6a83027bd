"""`content check` on recordings: stale, missing and unused ones warn, damaged ones refuse."""

from pathlib import Path

import pytest

from kiosk.content.audio.index import NAME, audio_folder
from kiosk.content.check import check_pack
from tests.content.audio.test_record import Studio
from tests.content.tiny_pack import TinyPack


@pytest.fixture
def studio(tiny: TinyPack, tmp_path: Path) -> Studio:
    made = Studio(tiny.write(), tmp_path / "studio")
    assert made.record() == ()
    return made


def told(studio: Studio) -> list[tuple[str, int, str, str]]:
    return [
        (one.path.removeprefix(f"{studio.pack}/"), one.line, one.level, one.message)
        for one in check_pack(studio.pack)
    ]


def files(studio: Studio) -> list[Path]:
    return sorted(audio_folder(studio.pack, "en").glob("*.wav"))


def test_a_pack_with_all_its_recordings_is_in_order(studio: Studio) -> None:
    assert told(studio) == []


def test_a_changed_sentence_makes_its_recording_stale(studio: Studio, tiny: TinyPack) -> None:
    tiny.swap("en/questions.md", "Nobody knows for sure.", "Nobody knows it for sure.")
    tiny.write()
    ((path, line, level, message),) = told(studio)
    assert (path, line, level) == ("en/questions.md", 5, "warning")
    assert "stale" in message
    assert "“Nobody knows for sure.”" in message


def test_new_sentences_without_a_recording_are_counted_for_each_file(
    studio: Studio, tiny: TinyPack
) -> None:
    tiny.files["en/questions.md"] += "\nA cat sat. [^MECH-07]\nIt slept. [^MECH-07]\n"
    tiny.write()
    ((path, line, level, message),) = told(studio)
    assert (path, line, level) == ("en/questions.md", 7, "warning")
    assert "2 sentences" in message


def test_a_recording_of_words_that_are_gone_is_unused(studio: Studio, tiny: TinyPack) -> None:
    tiny.swap("en/mechanism.md", "- Another step. [^MECH-01]\n", "")
    tiny.write()
    ((path, line, level, message),) = told(studio)
    assert (path, level) == ("en/audio/index.toml", "warning")
    assert "“Another step.”" in message
    text = (studio.pack / path).read_text("utf-8").splitlines()[line - 1]
    assert "Another step." in text


def test_a_deleted_recording_is_missed(studio: Studio) -> None:
    gone = files(studio)[0]
    gone.unlink()
    ((path, _, level, message),) = told(studio)
    assert (path, level) == ("en/audio/index.toml", "warning")
    assert gone.name in message


def test_damaged_bytes_refuse_the_pack(studio: Studio) -> None:
    one = files(studio)[0]
    data = one.read_bytes()
    one.write_bytes(data[:-1] + b"\x07")
    ((path, _, level, message),) = told(studio)
    assert (path, level) == (f"en/audio/{one.name}", "error")
    assert "not those that were written" in message
    one.write_bytes(data[:-2])
    assert "cut off" in told(studio)[0][3]


def test_a_file_that_the_index_does_not_name_refuses_the_pack(studio: Studio) -> None:
    (audio_folder(studio.pack, "en") / "song.wav").write_bytes(files(studio)[0].read_bytes())
    ((path, _, level, _),) = told(studio)
    assert (path, level) == ("en/audio/song.wav", "error")


def test_recordings_without_an_index_refuse_the_pack(studio: Studio) -> None:
    (audio_folder(studio.pack, "en") / NAME).unlink()
    ((_, _, level, message),) = told(studio)
    assert level == "error"
    assert NAME in message


def test_a_recording_over_the_size_of_a_file_refuses_the_pack(studio: Studio) -> None:
    files(studio)[0].write_bytes(bytes(1024 * 1024 + 1))
    assert any(level == "error" and "1 MiB" in message for _, _, level, message in told(studio))
