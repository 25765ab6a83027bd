"""Only what moves is painted anew, and the picture is that of all shapes painted at once."""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast
from unittest.mock import patch

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.ui.stage.colours import LIGHT, StageColours
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.ink import Inker
from kiosk.ui.stage.painter import StagePainter
from kiosk.ui.stage.scenes import scene
from kiosk.ui.stage.timeline import SCENES, beats, duration
from kiosk.ui.stage.view import StageView

SIZES = [(600, 438), (438, 600)]
WORDS = {"cell-a": "Cell A", "medicine": "the medicine", "bdnf": "BDNF", "ampa": "AMPA"}
INK, PAPER = "#000000", "#FFFFFF"
TWO_COLOURS = StageColours(INK, PAPER, PAPER, INK, INK, INK, INK, INK, INK, flat=True)
FRAME = 1 / 60


class Played(StageView):
    """A drawing whose frames come when they are asked for."""

    def __init__(self, colours: StageColours = LIGHT) -> None:
        super().__init__(colours, 24, 5.55, clock=lambda: self.now)
        self.now = 0.0
        self.painted: list[QRect] = []

    def frame(self, moment: float) -> QRect:
        """Go to a moment; return the px that are to be painted."""
        self.now = moment
        with patch.object(self, "update") as asked:
            self._step()
        return cast("QRect", asked.call_args.args[0])


@pytest.fixture
def played(qtbot: QtBot) -> Iterator[Played]:
    view = Played()
    qtbot.addWidget(view)
    view.set_motion(True)
    view.show()
    yield view
    view.hide()


def begin(view: Played, name: str, size: tuple[int, int]) -> None:
    view.resize(*size)
    view.now = 0.0
    view.show_scene(name, WORDS, name)
    view.play()
    # Frames come from the test alone.
    view.pause()


def picture(view: StageView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(one: QImage, other: QImage, least: int = 0) -> QRect:
    """Return the box round all pixels that differ by more than `least` of 255."""
    box = QRect()
    for y in range(one.height()):
        left, right = line(one, y), line(other, y)
        if left != right:
            pairs = enumerate(zip(left, right, strict=True))
            places = [place // 4 for place, (a, b) in pairs if abs(a - b) > least]
            if places:
                box |= QRect(min(places), y, max(places) - min(places) + 1, 1)
    return box


def line(image: QImage, y: int) -> bytes:
    return cast("memoryview", image.constScanLine(y)).tobytes()


def moments(name: str) -> list[float]:
    """Return pairs of frames from every beat, and the first frame of the next one."""
    found = []
    for beat in beats(name):
        for share in (0.05, 0.5, 0.9):
            start = beat.start + (beat.end - beat.start) * share
            found += [start, start + FRAME]
    return [moment for moment in found if moment < duration(name)]


@pytest.mark.parametrize("size", SIZES, ids=["wide", "tall"])
@pytest.mark.parametrize("name", SCENES)
def test_what_changes_between_two_frames_is_what_is_painted(
    name: str, size: tuple[int, int], played: Played
) -> None:
    begin(played, name, size)
    last = picture(played)
    for moment in moments(name):
        asked = played.frame(moment)
        now = picture(played)
        # A picture of many shapes is rounded once more than the shapes themselves.
        differs = changed(last, now, least=3)
        assert differs.isEmpty() or asked.contains(differs), moment
        last = now


@pytest.mark.parametrize("name", SCENES)
def test_every_frame_is_the_picture_of_all_its_shapes_painted_at_once(
    name: str, played: Played
) -> None:
    begin(played, name, SIZES[0])
    played.show_scene(name, {}, name)
    played.play()
    played.pause()
    for moment in moments(name):
        played.frame(moment)
        whole = picture(played)
        ground = QImage(whole.size(), QImage.Format.Format_RGB32)
        ground.fill(LIGHT.surface)
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shapes = scene(name, moment)
        StagePainter(painter, Frame(*SIZES[0]), LIGHT).paint(shapes)
        painter.end()
        inner = QRect(20, 0, SIZES[0][0] - 40, SIZES[0][1])
        if name == "unknown":
            # The sign in the stone is a word.
            inner.setRight(400)
        assert changed(whole.copy(inner), ground.copy(inner), least=2).isEmpty(), moment


def test_a_frame_works_out_and_paints_only_what_moves(played: Played) -> None:
    begin(played, "medicine", SIZES[0])
    played.frame(1.0)
    with patch.object(Inker, "ink", autospec=True, side_effect=Inker.ink) as worked_out:
        asked = played.frame(1.0 + FRAME)
    assert {call.args[1].group for call in worked_out.call_args_list} == {"medicine"}
    assert asked.width() * asked.height() < 600 * 438 / 20


@pytest.mark.parametrize("name", SCENES)
def test_the_still_picture_at_the_end_is_not_painted_from_anew(name: str, played: Played) -> None:
    begin(played, name, SIZES[0])
    played.frame(duration(name) - FRAME / 2)
    picture(played)
    with patch.object(Inker, "ink", autospec=True, side_effect=Inker.ink) as worked_out:
        asked = played.frame(duration(name))
    assert played.moment() is None
    assert {call.args[1].group for call in worked_out.call_args_list} <= {beats(name)[-1].group}
    assert asked.width() < 600 or asked.height() < 438


@pytest.mark.parametrize("name", [name for name in SCENES if name != "unknown"])
def test_no_word_is_laid_out_while_shapes_move(name: str, played: Played) -> None:
    begin(played, name, SIZES[0])
    for beat in beats(name):
        middle = (beat.start + beat.end) / 2
        played.frame(middle)
        picture(played)
        with patch("kiosk.ui.stage.lettering.QFontMetricsF") as measured:
            played.frame(middle + FRAME)
            picture(played)
        assert not measured.called, beat.group


def test_the_edge_of_the_card_stays_whole_under_what_moves(qtbot: QtBot) -> None:
    view = Played(TWO_COLOURS)
    qtbot.addWidget(view)
    view.set_motion(True)
    view.show()
    begin(view, "low-mood", SIZES[0])
    still = picture(view)
    view.frame(0.7)
    for image in (still, picture(view)):
        assert set(line(image, 0)[80:-80]) <= {0, 255}
        assert line(image, 0)[80:-80] == line(still, 0)[80:-80]


def test_frames_follow_one_another_in_the_order_of_the_beats() -> None:
    for name in SCENES:
        assert all(one < later for one, later in pairwise(moments(name)))
