"""What the drawing holds from one frame to the next is little, however long it is looked at."""

import inspect
from collections.abc import Callable

import pytest

from kiosk.ui.stage import flow, neurons, painter, synapse

MOST = 64
HELD = [
    one
    for part in (flow, neurons, painter, synapse)
    for _, one in inspect.getmembers(part, lambda found: hasattr(found, "cache_parameters"))
]


@pytest.mark.parametrize("made", HELD, ids=lambda made: made.__name__)
def test_a_part_that_is_held_is_held_in_few_kinds(made: Callable[..., object]) -> None:
    # functools names no public type for what it wraps.
    most: int | None = vars(made)["cache_parameters"]()["maxsize"]
    takes_nothing = not inspect.signature(made).parameters
    assert takes_nothing or (most is not None and most <= MOST)
