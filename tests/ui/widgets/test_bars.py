"""The bars round every page."""

from collections.abc import Callable

import pytest

from kiosk.ui.shell import Shell
from kiosk.ui.views.sheet import StepLine
from kiosk.ui.widgets.bars import StepBar

OpenShell = Callable[[int, int], Shell]
SHORT = StepLine(5, 7, "Step 5 of 7. About 4 minutes left.", "Step 5 of 7.")
LONG = StepLine(5, 7, f"Step 5 of 7. {'About 4 minutes left. ' * 2}".strip(), "Step 5 of 7.")


@pytest.mark.parametrize(
    ("line", "page", "said"),
    [
        (SHORT, "Screen 1 of 2.", "Step 5 of 7. About 4 minutes left. Screen 1 of 2."),
        (LONG, "Screen 1 of 2.", "Step 5 of 7. Screen 1 of 2."),
        (LONG, "Screen 1 of 2. " * 4, "Screen 1 of 2. " * 4),
    ],
)
def test_the_step_gives_up_its_minutes_before_its_line_has_more_than_seventy_letters(
    open_shell: OpenShell, line: StepLine, page: str, said: str
) -> None:
    bar = StepBar(open_shell(1920, 1080).theme)
    bar.resize(1920, 60)
    bar.show_step(line, page)
    assert bar.words.text() == said
    assert len(said) <= 70
