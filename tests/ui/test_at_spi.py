"""Once over the real bus of assistive tools: what Orca would meet, on a screen of its own."""

from collections.abc import Iterator

import pytest

from tests.ui.at_spi import Desktop, desktop, listening, missing

PRESSED = {"push button", "check box", "radio button"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=f"not on this machine: {missing()}"),
]


@pytest.fixture(scope="module")
def at_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with desktop(tmp_path_factory.mktemp("desktop")) as one:
        yield one


def test_a_visit_is_begun_by_the_actions_of_a_screen_reader_alone(at_desk: Desktop) -> None:
    at_desk.find("heading", "Learn about your treatment")
    with listening(at_desk.address) as said:
        for button, heading in (
            ("Start", "Choose your language"),
            ("Continue", "Make it comfortable to read"),
            ("Continue", "Make it comfortable to read"),
            ("Looks good", "Do you have a code?"),
            ("I have no code", "How this works"),
            ("Get help", "Get help"),
        ):
            at_desk.press(button)
            at_desk.find("heading", heading)
            parts = list(at_desk.parts())
            assert [one for one in parts if one.role in PRESSED and not one.name] == []
            assert sum(one.role in PRESSED for one in parts) > 1
            assert next(said).startswith(heading)
