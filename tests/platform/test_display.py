"""Whether a window could be opened."""

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
