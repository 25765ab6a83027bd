"""What the drawing holds from one frame to the next is little, and gone with the drawing."""

from pytestqt.qtbot import QtBot

from kiosk.ui.stage.colours import LIGHT
from kiosk.ui.stage.held import Held
from kiosk.ui.stage.scenes import scene
from kiosk.ui.stage.shapes import Label
from kiosk.ui.stage.timeline import SCENES, beats, duration
from kiosk.ui.stage.view import StageView

FRAME = 1 / 60


def test_a_part_is_made_once_as_long_as_every_frame_asks_for_it() -> None:
    held, made = Held(), list[int]()
    for _ in range(3):
        held.next_frame()
        held(made.append, 1)
        held(made.append, 1)
    assert made == [1]


def test_a_part_that_a_frame_did_without_is_let_go() -> None:
    held, made = Held(), list[int]()
    for asked in (True, False, True):
        held.next_frame()
        if asked:
            held(made.append, 1)
        held(made.append, 2)
    held.next_frame()
    assert made == [1, 2, 1]
    assert len(held) == 2


def test_no_scene_holds_more_than_two_frames_ask_for() -> None:
    for name in SCENES:
        held, most = Held(), 0
        for number in range(int(duration(name) / FRAME)):
            held.next_frame()
            scene(name, number * FRAME, held)
            most = max(most, len(held))
        assert most <= 64, name


def test_what_stands_still_comes_back_as_the_same_objects() -> None:
    for name in SCENES:
        for beat in beats(name):
            held, middle = Held(), (beat.start + beat.end) / 2
            frames = []
            for moment in (middle, middle + FRAME):
                held.next_frame()
                frames.append(scene(name, moment, held))
            known = {id(shape) for shape in frames[0]}
            shapes = [shape for shape in frames[1] if not isinstance(shape, Label)]
            new = {shape.group for shape in shapes if id(shape) not in known}
            assert new == {beat.group}, (name, beat)


def test_nothing_is_held_once_a_drawing_is_gone(qtbot: QtBot) -> None:
    view = StageView(LIGHT, 24, 5.55)
    qtbot.addWidget(view)
    view.resize(600, 438)
    view.show_scene("messenger", {}, "messenger")
    view.show()
    view.grab()
    assert view.holds() > 0
    view.hide()
    assert view.holds() == 0
