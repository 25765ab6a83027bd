"""Nothing flashes: frame by frame, no spot of a moving picture turns light and dark quickly."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.platform import paths
from kiosk.ui.audit.contrast import luminance
from kiosk.ui.blocks.breath import Breath
from kiosk.ui.blocks.stage_panel import stage_colours
from kiosk.ui.stage.timeline import SCENES, duration
from kiosk.ui.stage.view import StageView
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.views.sheet import BreathItem

# WCAG 2.2: a change counts from a tenth of the full luminance on, where the darker is below 0.8.
CHANGE, BRIGHT = 0.1, 0.8
MOST_IN_A_SECOND = 3
FRAMES_A_SECOND = 30
# What can harm is 39 mm square or larger, at arm's length: a quarter of ten degrees of sight. A dot
# that passes is far smaller. Spots of 10 mm are a fifteenth of it.
SPOT_MM, PX_PER_MM = 10.0, 5.55
Frame = list[float]


class Clock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def spots(widget: QWidget) -> Frame:
    """Return the luminance of each spot of a widget as it is painted now."""
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(picture)
    size = picture.size() / (SPOT_MM * PX_PER_MM)
    keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = picture.scaled(size, keep, smooth)
    bits = memoryview(small.constBits()).cast("I")
    known: dict[int, float] = {}
    return [known.setdefault(one, luminance(one & 0xFFFFFF)) for one in bits]


def frames(widget: QWidget, clock: Clock, seconds: float) -> Iterator[Frame]:
    (timer,) = widget.findChildren(QTimer)
    for _ in range(int(seconds * FRAMES_A_SECOND)):
        yield spots(widget)
        clock.now += 1 / FRAMES_A_SECOND
        if timer.isActive():
            timer.timeout.emit()


def turns(levels: list[float]) -> list[int]:
    """Return the frames at which a spot has turned: from lighter to darker, or back."""
    found: list[int] = []
    far, way = levels[0], 0
    for at, level in enumerate(levels):
        step = level - far
        if way * step > 0:
            far = level
        elif abs(step) >= CHANGE and min(level, far) < BRIGHT:
            if way:
                found.append(at)
            way, far = (1 if step > 0 else -1), level
    return found


def most_in_a_second(found: list[int]) -> int:
    return max((sum(at <= one < at + FRAMES_A_SECOND for one in found) for at in found), default=0)


def worst(all_frames: list[Frame]) -> int:
    """Return the most turns that any one spot makes within a second."""
    return max(most_in_a_second(turns(list(levels))) for levels in zip(*all_frames, strict=True))


def moving_scene(qtbot: QtBot, clock: Clock, name: str, theme: str) -> list[Frame]:
    view = StageView(stage_colours(PALETTES[theme]), 24, PX_PER_MM, clock=clock)
    qtbot.addWidget(view)
    view.resize(600, 438)
    view.show_scene(name, {}, "A drawing.")
    view.set_motion(True)
    view.show()
    view.play()
    assert view.playing()
    return list(frames(view, clock, duration(name) + 0.2))


@pytest.mark.parametrize("theme", ["light", "dark", "yellow"])
@pytest.mark.parametrize("name", SCENES)
def test_no_spot_of_a_drawing_flashes(qtbot: QtBot, name: str, theme: str) -> None:
    seen = moving_scene(qtbot, Clock(), name, theme)
    assert any(one != seen[0] for one in seen)
    assert worst(seen) <= MOST_IN_A_SECOND


@pytest.mark.parametrize("theme", ["light", "dark", "yellow"])
def test_no_spot_of_the_breath_flashes(qtbot: QtBot, theme: str) -> None:
    clock = Clock()
    look = theme_for(
        theme, Metrics(1920, 1080, 396.0), paths.assets_dir(), motion=True, script="latin"
    )
    made = Breath(look, BreathItem("If you like.", ("In.", "Out."), "Breathe", "Stop"), clock)
    qtbot.addWidget(made)
    made.resize(1100, made.heightForWidth(1100))
    made.show()
    (button,) = made.findChildren(QAbstractButton)
    button.click()
    seen = list(frames(made, clock, 5.2))
    assert any(one != seen[0] for one in seen)
    assert worst(seen) <= MOST_IN_A_SECOND


def blinking(times_a_second: float) -> Callable[[int], float]:
    return lambda at: float(int(at * 2 * times_a_second / FRAMES_A_SECOND) % 2)


def test_a_spot_that_blinks_four_times_a_second_is_found() -> None:
    levels = [blinking(4.0)(at) for at in range(2 * FRAMES_A_SECOND)]
    assert most_in_a_second(turns(levels)) > MOST_IN_A_SECOND


def test_a_spot_that_turns_once_a_second_is_not() -> None:
    levels = [blinking(1.0)(at) for at in range(2 * FRAMES_A_SECOND)]
    assert most_in_a_second(turns(levels)) <= MOST_IN_A_SECOND
