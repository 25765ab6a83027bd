"""Recordings are made by a real process, only where they are missing, and found by sentence."""

import hashlib
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.content.audio import build
from kiosk.content.audio.build import Failure, prune, record_missing
from kiosk.content.audio.index import NAME, AudioIndex, Run, audio_folder, load_index
from kiosk.content.audio.script import SpokenLine, lesson_script
from kiosk.content.audio.shelf import AudioShelf
from kiosk.content.audio.speech_program import (
    BadCommandError,
    SpeechError,
    program_from,
)
from kiosk.content.audio.stock import Stock, take_stock
from kiosk.content.pack import load_pack, pack_digest
from kiosk.content.problems import PackError
from tests.content.audio.speech import said_file, speech_command, wav
from tests.content.tiny_pack import TinyPack

RUN = Run("A test voice", "speak {out}", "2026-11-26")


@dataclass
class Studio:
    """A pack on disk and a program that speaks."""

    pack: Path
    room: Path

    def script(self) -> tuple[SpokenLine, ...]:
        found = load_pack(self.pack)
        return lesson_script(found.lessons["en"], found.info.checks)

    def stock(self) -> Stock:
        return take_stock(self.pack, self.script(), load_index(self.pack, "en"))

    def record(self, command: str = "") -> tuple[Failure, ...]:
        program = program_from(command or copying(self.room))
        index = load_index(self.pack, "en")
        return record_missing(self.pack, index, self.stock().missing, program, RUN)

    def speak(self) -> tuple[Failure, ...]:
        """Record with a program that keeps what it was given; slower."""
        return self.record(speech_command(self.room))

    def said(self) -> list[str]:
        file = said_file(self.room)
        return file.read_text("utf-8").splitlines() if file.exists() else []


def copying(room: Path) -> str:
    """The quickest speech program: every sentence is the same quarter of a second."""
    room.mkdir(exist_ok=True)
    (room / "tone.wav").write_bytes(wav(2000))
    return shlex.join(["cp", str(room / "tone.wav"), "{out}"])


@pytest.fixture
def studio(tiny: TinyPack, tmp_path: Path) -> Studio:
    return Studio(tiny.write(), tmp_path / "studio")


def test_every_sentence_is_recorded_once_and_found_again(studio: Studio) -> None:
    assert studio.speak() == ()
    script = studio.script()
    assert sorted(studio.said()) == sorted(line.words for line in script)
    shelf = AudioShelf(studio.pack, "en")
    assert len(shelf) == len(script)
    found = shelf.find("Some links may be weak.")
    assert found is not None
    assert found.file.read_bytes().startswith(b"RIFF")
    assert found.seconds == pytest.approx(0.25)
    assert shelf.find("Some links may not be weak.") is None


def test_every_kind_of_words_is_spoken(studio: Studio) -> None:
    said = {line.words for line in studio.script()}
    assert {
        "How it works",
        "Brain cells talk",
        "Your brain has very many cells.",
        "What we think",
        "A dot crosses the gap.",
        "People also took a pill.",
        "You have not agreed to anything.",
        "The next day",
        "Sleep first",
    } <= said


def test_only_a_changed_sentence_is_recorded_again(studio: Studio, tiny: TinyPack) -> None:
    studio.record()
    tiny.swap("en/questions.md", "Nobody knows for sure.", "Nobody knows.")
    tiny.write()
    studio.speak()
    assert studio.said() == ["Nobody knows."]
    assert AudioShelf(studio.pack, "en").find("Nobody knows.") is not None


def test_a_recording_whose_bytes_changed_is_made_again(studio: Studio) -> None:
    studio.record()
    one = min(audio_folder(studio.pack, "en").glob("*.wav"))
    one.write_bytes(one.read_bytes() + b"\0\0")
    assert [line.hash for line in studio.stock().missing] == [one.stem]


def test_a_run_that_is_cut_off_goes_on_where_it_stopped(
    studio: Studio,
) -> None:
    class Cut(KeyboardInterrupt):
        pass

    def stop(done: int, _total: int) -> None:
        if done == 5:
            raise Cut

    program = program_from(copying(studio.room))
    with pytest.raises(Cut):
        record_missing(studio.pack, AudioIndex("en"), studio.stock().missing, program, RUN, stop)
    kept = load_index(studio.pack, "en").recordings
    assert len(kept) == 5
    assert studio.speak() == ()
    assert len(studio.said()) == len(studio.script()) - 5


def test_a_sentence_that_the_program_refuses_is_named_and_the_others_are_kept(
    studio: Studio, tiny: TinyPack
) -> None:
    tiny.swap("en/questions.md", "Nobody knows for sure.", "Nobody can refuse.")
    tiny.write()
    (failure,) = studio.speak()
    assert (failure.line.stem, failure.line.line) == ("questions", 5)
    assert "cannot say that" in failure.reason
    assert [line.words for line in studio.stock().missing] == ["Nobody can refuse."]


def test_a_program_that_always_fails_is_not_asked_for_every_sentence(studio: Studio) -> None:
    assert shutil.which("false")
    failures = studio.record("false {out}")
    assert len(failures) == build.MOST_FAILURES
    assert load_index(studio.pack, "en").recordings == {}


def test_words_can_be_given_in_a_file_and_shell_signs_are_only_words(
    studio: Studio, tmp_path: Path
) -> None:
    program = program_from(speech_command(studio.room, by_file=True))
    words = f"Say $(touch {tmp_path}/hacked); `id` 'x' & go."
    data, sound = program.record(words, tmp_path, "one")
    assert data.startswith(b"RIFF")
    assert sound.form == "wav"
    assert studio.said() == [words]
    assert not (tmp_path / "hacked").exists()
    assert not list(tmp_path.glob("one.*"))


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("", "empty"),
        ("espeak-ng -w 'out", "quotes"),
        ("true --help", "{out}"),
        ("no-such-speech-program {out}", "no program"),
    ],
)
def test_a_command_that_cannot_work_is_refused_before_anything_runs(
    command: str, reason: str
) -> None:
    with pytest.raises(BadCommandError, match=reason):
        program_from(command)


def test_a_program_that_writes_no_sound_is_a_clear_failure(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="wrote no"):
        program_from("true {out}").record("A.", tmp_path, "a")
    with pytest.raises(SpeechError, match="neither a WAV nor"):
        program_from("cp {text} {out}").record("A.", tmp_path, "a")


def test_pruning_deletes_what_no_sentence_says_and_nothing_else(
    studio: Studio, tiny: TinyPack
) -> None:
    studio.record()
    before = {one.name for one in audio_folder(studio.pack, "en").iterdir()}
    tiny.swap("en/questions.md", "Nobody knows for sure.", "Nobody knows.")
    tiny.write()
    (audio_folder(studio.pack, "en") / "left.wav.part").write_bytes(b"half")
    assert prune(studio.pack, load_index(studio.pack, "en"), studio.stock()) == 2
    after = {one.name for one in audio_folder(studio.pack, "en").iterdir()}
    assert after < before
    assert len(before - after) == 1
    assert studio.stock().unused == ()


def test_pruning_the_last_recording_takes_the_folder_away(studio: Studio) -> None:
    studio.record()
    index = load_index(studio.pack, "en")
    prune(studio.pack, index, take_stock(studio.pack, (), index))
    assert not audio_folder(studio.pack, "en").exists()


def test_recordings_are_part_of_the_digest_of_the_pack(studio: Studio) -> None:
    silent = pack_digest(studio.pack)
    studio.record()
    spoken = pack_digest(studio.pack)
    one = min(audio_folder(studio.pack, "en").glob("*.wav"))
    data = bytearray(one.read_bytes())
    data[-1] ^= 1
    one.write_bytes(data)
    assert len({silent, spoken, pack_digest(studio.pack)}) == 3


def test_the_index_says_who_spoke_each_recording(studio: Studio) -> None:
    studio.record()
    for key, one in load_index(studio.pack, "en").recordings.items():
        assert one.run == RUN
        data = (audio_folder(studio.pack, "en") / one.file).read_bytes()
        assert one.file == f"{key}.wav"
        assert one.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('language = "en"', 'language = "es"', "another language"),
        ("run = 1,", "run = 2,", "damaged"),
        ("seconds = 0", "seconds = -1", "damaged"),
        ('file = "', 'file = "../', "damaged"),
        ('voice = "A test voice"', "", "voice"),
        ("[recordings]", "[recordings", "not valid TOML"),
    ],
)
def test_a_damaged_index_is_refused_with_its_line(
    studio: Studio, old: str, new: str, reason: str
) -> None:
    studio.record()
    file = audio_folder(studio.pack, "en") / NAME
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(PackError, match=rf"index\.toml:\d+: .*{reason}"):
        AudioShelf(studio.pack, "en")


def test_a_pack_without_recordings_has_an_empty_shelf(studio: Studio) -> None:
    shelf = AudioShelf(studio.pack, "en")
    assert len(shelf) == 0
    assert shelf.find("Nobody knows for sure.") is None


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_espeak_records_a_sentence_of_each_language(tmp_path: Path) -> None:
    for tag, words in (("en", "You can say no."), ("es", "Puede decir que no."), ("ar", "لا.")):
        program = program_from(f"espeak-ng -v {tag} -w {{out}}")
        _, sound = program.record(words, tmp_path, tag)
        assert 0.2 < sound.seconds < 5
