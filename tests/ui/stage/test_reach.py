"""Only what moves is painted anew: nothing outside its reach changes from frame to frame."""

from itertools import pairwise
from typing import cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.painter import LIGHT
from kiosk.ui.stage.reach import reach
from kiosk.ui.stage.scenes import scene
from kiosk.ui.stage.timeline import SCENES, beats
from kiosk.ui.stage.view import StageView

SIZES = [(600, 438), (438, 600)]
WORDS = {"cell-a": "Cell A", "medicine": "the medicine", "bdnf": "BDNF", "ampa": "AMPA"}


def changed(one: QImage, other: QImage) -> QRect:
    """Return the box round all pixels that differ."""
    box = QRect()
    for y in range(one.height()):
        left, right = line(one, y), line(other, y)
        if left != right:
            pairs = enumerate(zip(left, right, strict=True))
            places = [place // 4 for place, (a, b) in pairs if a != b]
            box = box.united(QRect(places[0], y, places[-1] - places[0] + 1, 1))
    return box


def line(picture: QImage, y: int) -> bytes:
    return cast("memoryview", picture.constScanLine(y)).tobytes()


@pytest.mark.parametrize("size", SIZES, ids=["wide", "tall"])
@pytest.mark.parametrize("name", SCENES)
def test_what_changes_between_two_frames_lies_within_reach(
    name: str, size: tuple[int, int], qtbot: QtBot
) -> None:
    view = StageView(LIGHT, 24, 5.55)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_scene(name, WORDS, name)
    for beat in beats(name):
        step = (beat.end - beat.start) / 5
        moments = [beat.start + step * share for share in (0.5, 1.5, 2.5, 3.5, 4.5)]
        pictures = []
        for moment in moments:
            view._moment = moment  # noqa: SLF001  # a moment is chosen here, not waited for
            pictures.append(view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
        for (before, after), (one, other) in zip(
            pairwise(moments), pairwise(pictures), strict=True
        ):
            frame, boxes = Frame(*size), QRect()
            for moment in (before, after):
                boxes = boxes.united(reach(scene(name, moment), beat.group, frame))
            assert boxes.contains(changed(one, other)), (beat.group, before)


def test_nothing_reaches_nowhere() -> None:
    assert reach(scene("messenger", 0.1), "nobody", Frame(600, 438)).isEmpty()
