"""The wish for less motion: real programs where they are here, recorded answers elsewhere."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.platform.stillness import (
    AppleStillness,
    LinuxStillness,
    Run,
    WindowsStillness,
    system_stillness,
)

BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
SETTING = ("org.gnome.desktop.interface", "enable-animations")


def answers(**by_word: str) -> Run:
    """A system whose programs say this for the last word of what they are asked."""

    def run(command: tuple[str, ...]) -> str:
        kind = "portal" if command[0] == "gdbus" else command[0]
        return by_word.get(f"{kind}_{command[-1].replace('-', '_')}", "")

    return run


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ({"portal_reduced_motion": "(<<uint32 1>>,)\n"}, True),
        (
            {
                "portal_reduced_motion": "(<<uint32 0>>,)\n",
                "portal_enable_animations": "(<<false>>,)\n",
            },
            True,
        ),
        ({"portal_enable_animations": "(<<true>>,)\n", "gsettings_enable_animations": ""}, False),
        ({"gsettings_enable_animations": "false\n"}, True),
        ({"gsettings_enable_animations": "true\n"}, False),
        ({}, None),
        ({"gsettings_enable_animations": "No such key\n"}, None),
    ],
)
def test_on_linux_the_portal_is_heeded_and_then_the_setting(
    said: dict[str, str], wished: bool | None
) -> None:
    assert LinuxStillness(BUS, answers(**said)).wished() is wished


def test_where_there_is_no_session_bus_the_portal_is_not_asked(tmp_path: Path) -> None:
    asked: list[str] = []

    def run(command: tuple[str, ...]) -> str:
        asked.append(command[0])
        return "false"

    assert LinuxStillness({"XDG_RUNTIME_DIR": str(tmp_path)}, run).wished() is True
    assert asked == ["gsettings"]


@pytest.mark.parametrize(
    ("said", "wished"), [("1\n", True), ("0\n", False), ("", None), ("maybe\n", None)]
)
def test_on_macos_the_setting_is_heeded(said: str, wished: bool | None) -> None:
    assert AppleStillness(lambda _command: said).wished() is wished


@pytest.mark.parametrize(
    ("animates", "wished"), [(lambda: False, True), (lambda: True, False), (lambda: None, None)]
)
def test_on_windows_the_opposite_of_its_animations_is_wished(
    animates: Callable[[], bool | None], wished: bool | None
) -> None:
    assert WindowsStillness(animates).wished() is wished


@pytest.mark.parametrize(
    ("system", "kind"),
    [("linux", LinuxStillness), ("darwin", AppleStillness), ("win32", WindowsStillness)],
)
def test_each_system_is_asked_in_its_own_way(system: str, kind: type) -> None:
    assert type(system_stillness(system)) is kind


class TestRealPrograms:
    """gsettings with a settings file of its own, and a real bus on which nobody is a portal."""

    @pytest.fixture
    def settings(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
        program = shutil.which("gsettings")
        if program is None:
            pytest.skip("gsettings is not here")
        monkeypatch.setenv("GSETTINGS_BACKEND", "keyfile")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            monkeypatch.delenv(name, raising=False)
        known = subprocess.run([program, "get", *SETTING], capture_output=True, check=False)
        if known.returncode:
            pytest.skip("the settings of a GNOME desktop are not here")
        return program

    @pytest.mark.parametrize(("animations", "wished"), [("false", True), ("true", False)])
    def test_what_is_set_on_a_gnome_desktop_is_heeded(
        self, settings: str, animations: str, wished: bool
    ) -> None:
        subprocess.run([settings, "set", *SETTING, animations], check=True)
        assert LinuxStillness(os.environ).wished() is wished

    def test_a_bus_without_a_portal_leaves_it_to_the_setting(
        self, settings: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        daemon = shutil.which("dbus-daemon")
        if daemon is None or shutil.which("gdbus") is None:
            pytest.skip("dbus-daemon or gdbus is not here")
        bus = subprocess.Popen(
            [daemon, "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert bus.stdout is not None
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
            subprocess.run([settings, "set", *SETTING, "false"], check=True)
            assert LinuxStillness(os.environ).wished() is True
        finally:
            bus.terminate()
            bus.communicate()
