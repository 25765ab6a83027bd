"""content new, audio and preview as a person types them."""

import shlex
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.cli import main
from kiosk.commands.options import PreviewOptions
from kiosk.platform.paths import default_content
from kiosk.ui.preview.devices import SCREENS
from tests.commands.anteroom import anteroom, one_line
from tests.content.audio.speech import said_file, speech_command, wav
from tests.content.tiny_pack import TinyPack


@pytest.fixture
def tiny(tmp_path: Path) -> TinyPack:
    return TinyPack(tmp_path / "tiny")


def test_a_new_pack_is_made_once_and_says_what_comes_next(tmp_path: Path) -> None:
    words = ["content", "new", str(tmp_path / "p"), "--id", "heart", "--title", "A heart"]
    done = anteroom(*words, "--lang", "en", "--lang", "es", home=tmp_path)
    assert (done.code, done.err) == (0, "")
    files = [line for line in done.out.splitlines() if not line.startswith("Next:")]
    assert all(Path(file).is_file() for file in files)
    assert len(files) == 14
    assert "anteroom content preview" in done.out
    again = anteroom(*words, home=tmp_path)
    assert again.code == 2
    assert "nothing was written" in one_line(again)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--id", "Heart", "--title", "A"], "small letters"),
        (["--id", "heart", "--title", " "], "title is empty"),
        (["--id", "heart", "--title", "A", "--lang", "tlh"], "not one Anteroom speaks"),
        (["--id", "heart", "--title", "A", "--lang", "en-XA"], "language for tests"),
    ],
)
def test_a_new_pack_that_cannot_be_is_one_line(
    words: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["content", "new", str(tmp_path / "p"), *words])
    except SystemExit as left:
        code = int(left.code or 0)
    assert code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert reason in line
    assert not (tmp_path / "p").exists()


def test_audio_records_what_is_missing_and_nothing_twice(tiny: TinyPack, tmp_path: Path) -> None:
    folder, room = tiny.write(), tmp_path / "studio"
    words = ["content", "audio", str(folder), "--lang", "en"]
    empty = anteroom(*words, home=tmp_path)
    assert empty.code == 1
    assert "recordings        0 of " in empty.out
    made = anteroom(*words, "--command", speech_command(room), "--voice", "Ann", home=tmp_path)
    assert (made.code, made.err) == (0, "")
    assert "voices            Ann" in made.out
    said = len(said_file(room).read_text("utf-8").splitlines())
    again = anteroom(*words, "--command", speech_command(room), home=tmp_path)
    assert (again.code, again.out) == (0, made.out)
    assert len(said_file(room).read_text("utf-8").splitlines()) == said
    assert "in order" in anteroom("content", "check", str(folder), home=tmp_path).out


def test_audio_can_be_made_again_by_another_voice_and_pruned(
    tiny: TinyPack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tiny.write()
    (tmp_path / "tone.wav").write_bytes(wav(2000))
    command = shlex.join(["cp", str(tmp_path / "tone.wav"), "{out}"])
    words = ["content", "audio", str(folder), "--lang", "en", "--command", command]
    assert main([*words, "--voice", "Ann"]) == 0
    tiny.swap("en/questions.md", "Nobody knows for sure.", "Nobody knows.")
    tiny.write()
    capsys.readouterr()
    assert main([*words, "--voice", "Bea", "--prune"]) == 0
    said = capsys.readouterr().out
    assert "pruned            1 files" in said
    assert "voices            Ann; Bea" in said
    assert main([*words, "--voice", "Bea", "--again"]) == 0
    assert "voices            Bea\n" in capsys.readouterr().out


def test_audio_says_that_new_recordings_need_new_approvals(
    tiny: TinyPack, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tiny.write()
    (folder / "approvals").mkdir()
    main(["content", "audio", str(folder), "--lang", "en"])
    assert "new approvals" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--lang", "en", "--command", "espeak-ng -w out"], "{out}"),
        (["--lang", "en", "--command", "no-such-program {out}"], "no program"),
        (["--lang", "ar"], "no language 'ar'"),
    ],
)
def test_audio_that_cannot_be_made_is_one_line(
    words: list[str], reason: str, tiny: TinyPack, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["content", "audio", str(tiny.write()), *words]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert reason in line


def test_a_sentence_that_was_not_recorded_is_named_with_its_line(
    tiny: TinyPack, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tiny.write()
    assert main(["content", "audio", str(folder), "--lang", "en", "--command", "false {out}"]) == 1
    said = capsys.readouterr().err
    assert f"{folder}/en/" in said
    assert "false failed with exit code 1" in said


class Window(ModuleType):
    """Stands where the preview would be and keeps what it is given."""

    def __init__(self) -> None:
        super().__init__("kiosk.previewing")
        self.given: list[PreviewOptions] = []

    def main(self, options: PreviewOptions) -> int:
        self.given.append(options)
        return 0


@pytest.fixture
def preview(monkeypatch: pytest.MonkeyPatch) -> Window:
    window = Window()
    monkeypatch.setitem(sys.modules, "kiosk.previewing", window)
    return window


def test_preview_hands_over_how_the_page_is_to_be_shown(preview: Window, tiny: TinyPack) -> None:
    folder = tiny.write()
    words = ["--windowed", "1000x700", "--device", "10tab", "--size", "XL", "--theme", "dark"]
    words += ["--lang", "en-XA", "--page", "said"]
    assert main(["content", "preview", str(folder), *words]) == 0
    assert main(["content", "preview"]) == 0
    chosen, plain = preview.given
    assert (chosen.content, chosen.device, chosen.size, chosen.theme) == (
        folder,
        "10tab",
        "XL",
        "dark",
    )
    assert (chosen.windowed, chosen.language, chosen.page) == ((1000, 700), "en-XA", "said")
    assert (plain.content, plain.device, plain.windowed) == (default_content(), "15land", None)
    assert plain.device in SCREENS


def test_preview_of_a_folder_without_a_pack_is_one_line(
    preview: Window, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["content", "preview", str(tmp_path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "no pack.toml" in line
    assert preview.given == []


def test_each_command_shows_an_example(tmp_path: Path) -> None:
    for command in ("preview", "audio", "new"):
        done = anteroom("content", command, "--help", home=tmp_path)
        assert done.code == 0
        assert f"anteroom content {command}" in done.out
