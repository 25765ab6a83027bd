import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.stage.colours import DARK, LIGHT, StageColours, colour_map
from kiosk.ui.stage.scenes import scene
from kiosk.ui.stage.shapes import Label, Leaf
from kiosk.ui.stage.timeline import SCENES, UnknownSceneError, duration
from kiosk.ui.stage.view import StageView

WORDS = {"cell-a": "Cell A", "cell-b": "Cell B", "ampa": "AMPA", "nmda": "NMDA"}


class Clock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def view(qtbot: QtBot, clock: Clock) -> StageView:
    made = StageView(LIGHT, 24, 5.55, clock=clock)
    qtbot.addWidget(made)
    made.resize(600, 438)
    made.show_scene("messenger", WORDS, "Drops cross a gap between two cells.")
    made.show()
    return made


def _scheduled(view: StageView) -> bool:
    return any(timer.isActive() for timer in view.findChildren(QTimer))


def test_its_accessible_name_is_the_description(view: StageView) -> None:
    assert view.accessibleName() == "Drops cross a gap between two cells."


def test_it_is_still_and_schedules_nothing_at_first(view: StageView) -> None:
    assert view.moment() is None
    assert not _scheduled(view)


def test_play_does_nothing_while_motion_is_off(view: StageView) -> None:
    view.play()
    assert view.moment() is None
    assert not _scheduled(view)


def test_it_moves_from_the_start_and_ends_in_the_still_picture(
    view: StageView, clock: Clock, qtbot: QtBot
) -> None:
    view.set_motion(True)
    view.play()
    assert view.moment() == 0.0
    with qtbot.waitSignal(view.finished, timeout=5000):
        clock.now += duration("messenger") + 0.1
    assert view.moment() is None
    assert not _scheduled(view)


def test_a_pause_holds_the_moment_and_play_goes_on_from_it(
    view: StageView, clock: Clock, qtbot: QtBot
) -> None:
    view.set_motion(True)
    view.play()
    clock.now += 1.5
    qtbot.waitUntil(lambda: view.moment() == pytest.approx(1.5))
    view.pause()
    clock.now += 60
    assert not _scheduled(view)
    assert view.moment() == pytest.approx(1.5)
    view.play()
    clock.now += 0.5
    qtbot.waitUntil(lambda: view.moment() == pytest.approx(2.0))


@pytest.mark.parametrize("stop", ["hide", "motion off", "another scene"])
def test_everything_that_ends_motion_leaves_nothing_scheduled(view: StageView, stop: str) -> None:
    view.set_motion(True)
    view.play()
    assert _scheduled(view)
    if stop == "hide":
        view.hide()
    elif stop == "motion off":
        view.set_motion(False)
    else:
        view.show_scene("medicine", WORDS, "A gem in a gate.")
    assert not _scheduled(view)
    assert view.moment() is None


def test_a_hidden_picture_does_not_start_to_move(view: StageView) -> None:
    view.set_motion(True)
    view.hide()
    view.play()
    assert not _scheduled(view)


def test_a_tap_is_told(view: StageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.tapped) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert told.args == [""]


def test_a_scene_that_cannot_be_drawn_is_refused_and_the_old_one_stays(view: StageView) -> None:
    with pytest.raises(UnknownSceneError):
        view.show_scene("brain-storm", WORDS, "?")
    assert view.accessibleName() == "Drops cross a gap between two cells."


def test_its_height_follows_its_width(view: StageView) -> None:
    assert view.hasHeightForWidth()
    assert view.heightForWidth(1000) == 730
    assert view.sizeHint().height() == view.heightForWidth(view.sizeHint().width())


def _picture(view: StageView) -> QImage:
    return view.grab().toImage()


def test_the_card_has_round_corners_and_the_surface_colour(view: StageView) -> None:
    picture = _picture(view)
    assert picture.pixelColor(30, 60) == QColor(LIGHT.surface)
    assert picture.pixelColor(0, 0) != QColor(LIGHT.surface)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", SCENES)
def test_every_scene_can_be_painted_at_every_size(
    name: str, colours: StageColours, qtbot: QtBot
) -> None:
    view = StageView(colours, 24, 5.55)
    qtbot.addWidget(view)
    view.show_scene(name, WORDS, name)
    for size in (QSize(400, 290), QSize(1000, 1200)):
        view.resize(size)
        assert _picture(view).size() == size


def test_every_colour_role_of_every_scene_is_known() -> None:
    known = set(colour_map(LIGHT))
    for name in SCENES:
        for shape in (*scene(name, 0.0), *scene(name, 1.7), *scene(name)):
            roles = (
                {shape.role} if isinstance(shape, Label) else {shape.look.fill, shape.look.stroke}
            )
            if isinstance(shape, Leaf):
                roles.add(shape.vein)
            assert roles - {""} <= known
