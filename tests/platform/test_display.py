"""Whether a window could be opened."""

import socket
from pathlib import Path

import pytest

from kiosk.platform.display import NoDisplayError, has_display, require_display


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_offer_of_a_screen_will_do(name: str) -> None:
    assert has_display({name: "x"}, "linux")
    assert not has_display({name: ""}, "linux")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(system: str) -> None:
    require_display({}, system)


def test_without_a_screen_the_error_says_what_to_do() -> None:
    with pytest.raises(NoDisplayError, match="desktop or kiosk session"):
        require_display({}, "linux")


def test_a_screen_that_is_named_must_be_there(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    with pytest.raises(NoDisplayError, match="WAYLAND_DISPLAY=wayland-7 is not there"):
        require_display(environ, "linux")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        require_display(environ, "linux")


@pytest.mark.parametrize("display", [":59321", "unix:59321", "nonsense", ":1x"])
def test_an_x_display_that_is_not_there_is_said(display: str) -> None:
    with pytest.raises(NoDisplayError, match="is not there"):
        require_display({"DISPLAY": display}, "linux")


def test_one_of_two_screens_is_enough(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as compositor:
        compositor.bind(str(tmp_path / "w"))
        compositor.listen()
        environ = {"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":59321"}
        require_display(environ, "linux")
        with pytest.raises(NoDisplayError):
            require_display({**environ, "QT_QPA_PLATFORM": "xcb"}, "linux")


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:configfile=x", "vnc:size=800x600"])
def test_a_platform_that_needs_no_screen_is_let_pass(platform: str) -> None:
    require_display({"QT_QPA_PLATFORM": platform, "DISPLAY": ":59321"}, "linux")


def test_a_screen_of_another_machine_is_for_qt_to_try() -> None:
    require_display({"DISPLAY": "ward-7:10.0"}, "linux")
