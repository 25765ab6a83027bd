"""Once over the real bus of assistive tools: what Orca would meet, on a screen of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.at_spi import Desktop, desktop, listening, missing, wait_for

TOPIC, QUESTION = "Your options, side by side", "All options: how given"
POINT = "How given"
ONWARD = "Continue"
PRESSED = {"push button", "check box", "radio button"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=f"not on this machine: {missing()}"),
]


@pytest.fixture
def at_desk(tmp_path: Path) -> Iterator[Desktop]:
    with desktop(tmp_path) as one:
        yield one


def test_a_visit_is_begun_by_the_actions_of_a_screen_reader_alone(at_desk: Desktop) -> None:
    at_desk.find("heading", "Learn about your treatment")
    with listening(at_desk.address) as said:
        for button, heading in (
            ("Start", "Choose your language"),
            ("Continue", "Make it comfortable to read"),
            ("Continue", "Make it comfortable to read"),
            ("Go on like this", "Do you have a code?"),
            ("I have no code", "How this works"),
            ("Get help", "Get help"),
        ):
            at_desk.press(button)
            at_desk.find("heading", heading)
            parts = list(at_desk.parts())
            assert [one for one in parts if one.role in PRESSED and not one.name] == []
            assert sum(one.role in PRESSED for one in parts) > 1
            assert next(said).startswith(heading)


def seek(at_desk: Desktop, button: str) -> None:
    """Press a button, on whichever screen of the page it stands."""

    def there() -> bool:
        names = [one.name for one in at_desk.parts() if one.role in PRESSED]
        if button not in names and ONWARD in names:
            at_desk.press(ONWARD)
        return button in names

    wait_for(there, button)
    at_desk.press(button)


def test_the_options_side_by_side_are_a_table_with_heads_and_named_cells(at_desk: Desktop) -> None:
    at_desk.find("heading", "Learn about your treatment")
    at_desk.press("Questions")
    at_desk.find("heading", "Questions people ask")
    seek(at_desk, TOPIC)
    at_desk.find("heading", TOPIC)
    seek(at_desk, QUESTION)
    table = at_desk.find("table", POINT)
    parts = list(at_desk.parts())
    begin = parts.index(table)
    inside = [one for one in parts[begin + 1 :] if one.at[1] != table.at[1]]
    cells = [one for one in inside if one.role == "cell"]
    heads = [one.name for one in inside if one.role == "column header"]
    assert len(cells) > 2
    assert len(heads) == len(cells)
    for cell, head in zip(cells, heads, strict=True):
        assert cell.name.startswith(f"{POINT}, {head}: ")
        print(f"{cell.role}: {cell.name}")
