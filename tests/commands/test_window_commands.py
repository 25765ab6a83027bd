"""run and walk: what they hand to the window, and what happens when it cannot be loaded."""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.cli import main
from kiosk.commands.options import WalkOptions
from kiosk.commands.run_options import RunOptions
from kiosk.commands.window import WindowLibraryError, window_part
from kiosk.platform.paths import default_content
from kiosk.ui.walk.outcome import VisitDone, WalkDone


class Window(ModuleType):
    """Stands where the window would be and keeps what it is given."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.given: list[object] = []

    def main(self, options: object) -> int:
        self.given.append(options)
        return 7


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Window:
    window = Window("kiosk.app")
    monkeypatch.setitem(sys.modules, "kiosk.app", window)
    return window


VISIT = VisitDone(1, "no", 12, 0.5, "ACDE-FGHJ", "Finish")
FINE = WalkDone((VISIT,), 2, (), (), (), (), None, 0)
FAULTY = replace(FINE, layout_faults=("doors#0: a door is cut",))


class Walker(ModuleType):
    """Stands where the walk would be: tells of one visit and finds what it is told to."""

    def __init__(self, done: WalkDone) -> None:
        super().__init__("kiosk.walking")
        self.given: list[WalkOptions] = []
        self.folders: list[Path] = []
        self.done = done

    def walk(
        self, _app: object, options: WalkOptions, data: Path, tell: Callable[[VisitDone], None]
    ) -> WalkDone:
        assert data.is_dir()
        self.given.append(options)
        self.folders.append(data)
        tell(VISIT)
        return self.done


@pytest.fixture
def walker(monkeypatch: pytest.MonkeyPatch) -> Walker:
    window, walking = ModuleType("kiosk.app"), Walker(FINE)
    monkeypatch.setattr(window, "application", object, raising=False)
    monkeypatch.setitem(sys.modules, "kiosk.app", window)
    monkeypatch.setitem(sys.modules, "kiosk.walking", walking)
    return walking


def test_run_hands_over_arguments_before_settings(app: Window, tmp_path: Path) -> None:
    settings = tmp_path / "anteroom.toml"
    settings.write_text('data = "from-settings"\nlanguage = "es"\n')
    words = ["run", "--config", str(settings), "--windowed", "1280x800", "--lang", "es-MX"]
    assert main(words) == 7
    assert main([*words, "--data", str(tmp_path / "from-argument")]) == 7
    first, second = app.given
    assert isinstance(first, RunOptions)
    assert isinstance(second, RunOptions)
    assert first.config.source == settings
    assert (first.windowed, first.language) == ((1280, 800), "es")
    assert first.content == default_content()
    assert (first.data.name, second.data.name) == ("from-settings", "from-argument")


def test_run_without_anything_is_a_fullscreen_demo_in_its_own_language(app: Window) -> None:
    assert main([]) == 7
    (options,) = app.given
    assert isinstance(options, RunOptions)
    assert options.config.mode == "demo"
    assert (options.windowed, options.language) == (None, None)
    assert options.data.name == "demo"


def test_walk_hands_over_everything_and_throws_its_data_away(
    walker: Walker, tmp_path: Path
) -> None:
    words = ["walk", "--sessions", "3", "--seed", "9", "--door", "no", "--input", "keys"]
    words += ["--size", "800x600", "--json"]
    assert main([*words, "--shots", str(tmp_path / "shots")]) == 0
    (options,) = walker.given
    assert (options.sessions, options.seed, options.door, options.input) == (3, 9, "no", "keys")
    assert (options.size, options.json, options.data) == ((800, 600), True, None)
    assert options.shots == tmp_path / "shots"
    assert not walker.folders[0].exists()


def test_walk_keeps_the_data_folder_it_was_given(walker: Walker, tmp_path: Path) -> None:
    assert main(["walk", "--data", str(tmp_path)]) == 0
    assert walker.folders == [tmp_path]
    assert tmp_path.exists()


def test_walk_prints_each_visit_and_a_summary(
    walker: Walker, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["walk"]) == 0
    said = capsys.readouterr().out
    assert "door no" in said
    assert "receipt ACDE-FGHJ" in said
    assert "records verified  2" in said
    assert main(["walk", "--json"]) == 0
    visit, summary = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (visit["visit"]["receipt"], summary["summary"]["records_verified"]) == ("ACDE-FGHJ", 2)
    assert len(walker.given) == 2


def test_a_walk_that_finds_a_problem_names_it_and_fails(
    walker: Walker, capsys: pytest.CaptureFixture[str]
) -> None:
    walker.done = FAULTY
    assert main(["walk"]) == 1
    assert "problem: doors#0: a door is cut" in capsys.readouterr().out


def test_a_walk_in_the_dark_takes_no_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["walk", "--input", "audio", "--shots", str(tmp_path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "leave out --shots" in line


def test_a_missing_qt_is_one_clear_line() -> None:
    with pytest.raises(WindowLibraryError, match="Install Anteroom again"), window_part():
        raise ImportError("libEGL.so.1: cannot open shared object", name="PySide6.QtGui")


def test_any_other_failed_import_is_a_fault_of_ours_and_stays_visible() -> None:
    with pytest.raises(ModuleNotFoundError), window_part():
        raise ModuleNotFoundError("No module named 'kiosk.nowhere'", name="kiosk.nowhere")
