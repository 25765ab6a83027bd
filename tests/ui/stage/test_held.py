"""What the drawing holds from one frame to the next is little, however long it is looked at."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.stage import flow, neurons, painter, synapse
from kiosk.ui.stage.view import StageView

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


def kinds(made: Callable[..., object]) -> int:
    info: Callable[[], Any] = made.cache_info  # type: ignore[attr-defined]  # as above
    return int(info().currsize)


def test_nothing_is_held_once_a_drawing_is_gone(qtbot: QtBot) -> None:
    view = StageView(painter.LIGHT, 24, 5.55)
    qtbot.addWidget(view)
    view.resize(600, 438)
    view.show_scene("messenger", {}, "messenger")
    view.show()
    view.grab()
    assert kinds(flow.lingering) == 1
    view.hide()
    assert [kinds(one) for one in (flow.lingering, flow.flowing, synapse.vesicle)] == [0, 0, 0]
