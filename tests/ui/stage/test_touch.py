"""What a tap on a drawing reaches, and from where the drawing then moves."""

import pytest

from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.synapse import DOOR_XS, FLOOR, GATE_X
from kiosk.ui.stage.timeline import SCENES, beats
from kiosk.ui.stage.touch import parts, starts_at, tapped_part

FRAME = Frame(1000.0, 730.0)


@pytest.mark.parametrize("name", SCENES)
def test_every_part_that_answers_is_one_that_moves(name: str) -> None:
    moving = {beat.group: beat.start for beat in beats(name)}
    for part in parts(name):
        assert starts_at(name, part) == moving[part]


def test_the_medicine_answers_where_it_waits_and_where_it_rests() -> None:
    for place in ((890.0, 128.0), (GATE_X, FLOOR)):
        assert tapped_part("medicine", place, FRAME, 5.5) == "medicine"


@pytest.mark.parametrize("x", DOOR_XS)
def test_both_doors_answer(x: float) -> None:
    assert tapped_part("messenger", (x, FLOOR + 40.0), FRAME, 5.5) == "doors"


def test_the_rest_of_a_drawing_is_no_part() -> None:
    assert tapped_part("messenger", (500.0, 100.0), FRAME, 5.5) == ""
    assert tapped_part("cells-talk", (500.0, 100.0), FRAME, 5.5) == ""


def test_on_a_small_card_a_finger_still_reaches_ten_millimetres_round() -> None:
    small = Frame(200.0, 146.0)
    near = small.place((GATE_X, FLOOR - 20.0))
    assert tapped_part("medicine", (near[0] + 52, near[1]), small, 5.5) == "medicine"
    assert tapped_part("medicine", (near[0] + 58, near[1] + 20), small, 5.5) == ""
