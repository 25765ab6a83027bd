"""What is plugged in is said; only a window that cannot open stops the kiosk."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config import Config, Screen
from kiosk.domain.staffing.trials import Device
from kiosk.platform.display import Window
from kiosk.platform.voice import SoundPrograms
from kiosk.staff import device_checks
from kiosk.staff.device_checks import devices, find_window, plugged_in, remarks
from kiosk.staff.readiness import Check, Site
from tests.staff.set_clock import SetClock

GOOD = Window(
    qt="6.0",
    platform="wayland",
    pixels=(1920, 1080),
    millimetres=(345, 194),
    printer="Desk",
    printers=("Desk",),
)
BOTH = SoundPrograms("/usr/bin/espeak-ng", "/usr/bin/aplay")
TRIALS = [device.trial for device in Device]
NAMES = ["settings", "window", "screen", "touch", "sound", "printer", *TRIALS, "network"]
# As the kernel lists them: a mouse, and a glass that reports fingers.
MOUSE = 'I: Bus=0003\nN: Name="A Mouse"\nH: Handlers=mouse0\nB: REL=903\n'
GLASS = 'I: Bus=0003\nN: Name="A Glass"\nB: EV=1b\nB: ABS=260800000000003\n'
PEN = 'I: Bus=0003\nN: Name="A Pen"\nB: ABS=1000003\n'


class Desk:
    """One machine, as the files of its kernel describe it."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        self.inputs, self.cards = folder / "devices", folder / "cards"
        self.inputs.write_text(f"{MOUSE}\n{GLASS}\n")
        self.cards.write_text(" 0 [PCH]: HDA-Intel\n")
        self.config = Config(screen=Screen(diagonal_mm=396))
        self.window, self.programs = GOOD, BOTH
        self._clock, self._folder = clock, folder

    @property
    def site(self) -> Site:
        return Site(self.config, self._folder, self._folder, self._clock, {})

    def look(self) -> dict[str, Check]:
        found = devices(self.site, self.window, self.programs, self.inputs, self.cards)
        assert [check.name for check in found] == NAMES
        return {check.name: check for check in found}


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> Desk:
    return Desk(tmp_path, clock)


def test_a_machine_with_everything_is_described_and_nothing_is_to_do(desk: Desk) -> None:
    found = desk.look()
    assert all(check.ok and not check.note for check in found.values() if check.name not in TRIALS)
    assert all(found[name].note for name in TRIALS)
    assert "Qt 6.0 on wayland" in found["window"].what
    assert "1920x1080 pixels, 396 mm" in found["screen"].what
    assert found["touch"].what == "A Glass"
    assert "espeak-ng and aplay" in found["sound"].what
    assert "Desk" in found["printer"].what


def test_a_window_that_cannot_open_is_the_one_fault(desk: Desk) -> None:
    desk.window = Window(fault="could not load libEGL.so.1")
    found = desk.look()
    assert not found["window"].ok
    assert "libEGL" in found["window"].what
    assert all(check.ok for name, check in found.items() if name != "window")


@pytest.mark.parametrize(
    ("diagonal", "note"), [(None, "set screen.diagonal_mm"), (250, "250"), (390, ""), (600, "600")]
)
def test_a_glass_that_is_not_what_the_settings_say_is_remarked_on(
    desk: Desk, diagonal: float | None, note: str
) -> None:
    desk.config = Config(screen=Screen(diagonal_mm=diagonal))
    screen = desk.look()["screen"]
    assert screen.ok
    assert note in screen.note
    assert bool(note) == bool(screen.note)


def test_a_pen_and_a_mouse_are_no_touch_screen(desk: Desk) -> None:
    desk.inputs.write_text(f"{MOUSE}\n{PEN}\n")
    touch = desk.look()["touch"]
    assert touch.ok
    assert "mouse" in touch.note


def test_a_system_without_such_a_list_is_not_accused(desk: Desk) -> None:
    desk.inputs.unlink()
    desk.cards.unlink()
    found = desk.look()
    assert not found["touch"].note
    assert not found["sound"].note


@pytest.mark.parametrize(
    ("programs", "cards", "word"),
    [
        (SoundPrograms(None, "/usr/bin/aplay"), "0 [PCH]", "espeak-ng"),
        (SoundPrograms("/usr/bin/espeak-ng", None), "0 [PCH]", "player"),
        (BOTH, "--- no soundcards ---", "loudspeakers"),
    ],
)
def test_what_is_missing_for_sound_is_named(
    desk: Desk, programs: SoundPrograms, cards: str, word: str
) -> None:
    desk.programs = programs
    desk.cards.write_text(cards)
    sound = desk.look()["sound"]
    assert sound.ok
    assert word in sound.note


def test_recordings_without_a_program_that_stretches_them_are_told_of(desk: Desk) -> None:
    audio = desk.site.content / "en" / "audio"
    audio.mkdir(parents=True)
    assert not desk.look()["sound"].note
    (audio / "index.toml").touch()
    assert "Install sox" in desk.look()["sound"].note
    desk.programs = replace(BOTH, stretcher="/usr/bin/sox")
    assert not desk.look()["sound"].note


def test_no_default_printer_is_said_with_those_that_are_known(desk: Desk) -> None:
    desk.window = replace(GOOD, printer="", printers=("Hall", "Desk"))
    printer = desk.look()["printer"]
    assert printer.ok
    assert "Hall, Desk" in printer.what
    assert "--printer" in printer.note


def test_settings_that_others_may_change_are_remarked_on(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "anteroom.toml"
    path.touch(mode=0o644)
    desk.config = replace(desk.config, source=path)
    assert not desk.look()["settings"].note
    path.chmod(0o666)
    assert "only its owner" in desk.look()["settings"].note


def test_the_window_library_is_asked_in_a_process_of_its_own() -> None:
    found = find_window({})
    assert not found.fault
    assert found.platform == "offscreen"
    assert found.qt.startswith("6.")


def test_a_window_library_that_dies_is_a_fault_and_ends_nothing() -> None:
    found = find_window({"QT_QPA_PLATFORM": "no-such-platform"})
    assert found.fault
    assert "\n" not in found.fault


@pytest.fixture
def bare(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A machine with a wrong screen size, and with no sound and no printer at all."""
    desk.cards.write_text("--- no soundcards ---")
    monkeypatch.setattr(device_checks, "SOUND_CARDS", desk.cards)
    monkeypatch.setattr(device_checks, "INPUT_DEVICES", desk.inputs)
    monkeypatch.setattr(device_checks, "find_programs", lambda: BOTH)
    monkeypatch.setenv("PATH", "/nowhere")
    config = Config(screen=Screen(diagonal_mm=600))
    return replace(desk.site, config=config)


def test_a_kiosk_at_work_tells_what_its_machine_lacks(bare: Site) -> None:
    found = {one.name: one for one in plugged_in(bare, GOOD)}
    assert "600 mm" in found["screen"].note
    assert "no sound card" in found["sound"].note
    assert found["printer"].what == "no printer is known"


def test_each_lack_is_one_line_for_the_log_and_trials_are_none(bare: Site) -> None:
    lines = remarks(bare, GOOD)
    assert [line.partition(":")[0] for line in lines] == ["screen", "sound", "printer"]
    assert all("\n" not in line for line in lines)


def test_on_windows_it_is_said_that_there_is_no_voice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.staff.device_checks.sys.platform", "win32")
    sound = device_checks.sound(BOTH, desk.cards, desk.site.content)
    assert (sound.ok, sound.what) == (True, "pages cannot be read aloud")
    assert "no voice on Windows" in sound.note
    assert "espeak" not in sound.note
