"""run and walk: what they hand to the window, and what happens when it cannot be loaded."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.cli import main
from kiosk.commands.options import RunOptions, WalkOptions
from kiosk.commands.window import WindowLibraryError, window_part
from kiosk.platform.paths import default_content


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


@pytest.fixture
def walker(monkeypatch: pytest.MonkeyPatch) -> Window:
    window = Window("kiosk.ui.walk")
    monkeypatch.setitem(sys.modules, "kiosk.ui.walk", window)
    return window


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


def test_walk_hands_over_everything(walker: Window, tmp_path: Path) -> None:
    words = ["walk", "--sessions", "3", "--seed", "9", "--door", "no", "--input", "keys"]
    words += ["--size", "800x600", "--json"]
    assert main([*words, "--shots", str(tmp_path / "shots")]) == 7
    (options,) = walker.given
    assert isinstance(options, WalkOptions)
    assert (options.sessions, options.seed, options.door, options.input) == (3, 9, "no", "keys")
    assert (options.size, options.json, options.data) == ((800, 600), True, None)
    assert options.shots == tmp_path / "shots"


def test_a_missing_qt_is_one_clear_line() -> None:
    with pytest.raises(WindowLibraryError, match="Install Anteroom again"), window_part():
        raise ImportError("libEGL.so.1: cannot open shared object", name="PySide6.QtGui")


def test_any_other_failed_import_is_a_fault_of_ours_and_stays_visible() -> None:
    with pytest.raises(ModuleNotFoundError), window_part():
        raise ModuleNotFoundError("No module named 'kiosk.nowhere'", name="kiosk.nowhere")
