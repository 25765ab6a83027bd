"""A drawing is worked by touch or by its buttons, and is still where motion is off."""

from functools import partial

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.platform import paths
from kiosk.ui.blocks.stage_panel import STILL_MS, StagePanel
from kiosk.ui.stage.timeline import duration
from kiosk.ui.stage.touch import starts_at
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.views.sheet import FigureItem, StageWords
from kiosk.ui.widgets.button import TouchButton

WORDS = StageWords("Play again", "Pause", "Play on", (("medicine", "Medicine"),))
SIDES = StageWords(
    "", "", "", (), (("before", "Before", "Few dots."), ("after", "After", "A link."))
)


def panel(
    qtbot: QtBot, *, scene: str = "medicine", words: StageWords = WORDS, motion: bool = True
) -> StagePanel:
    theme = theme_for(
        "light", Metrics(1920, 1080, 396.0), paths.assets_dir(), motion=motion, script="latin"
    )
    made = StagePanel(theme, FigureItem(scene, "", "Two cells.", (), words))
    qtbot.addWidget(made)
    made.resize(900, 760)
    made.show()
    return made


def names(made: StagePanel) -> list[str]:
    return [one.accessibleName() for one in made.findChildren(TouchButton)]


def press(made: StagePanel, name: str) -> None:
    next(one for one in made.findChildren(TouchButton) if one.accessibleName() == name).click()


def over(end: QDeadlineTimer) -> bool:
    return end.hasExpired()


def begin(qtbot: QtBot, made: StagePanel) -> None:
    """Let it move, and wait until it does."""
    made.begin()
    qtbot.waitUntil(made.view.playing)


def test_it_moves_once_when_its_page_is_opened(qtbot: QtBot) -> None:
    made = panel(qtbot)
    assert not made.view.playing()
    begin(qtbot, made)
    assert names(made) == ["Pause", "Medicine"]


def test_it_waits_for_its_page_to_be_seen(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.hide()
    made.begin()
    assert not made.view.playing()
    made.show()
    qtbot.waitUntil(made.view.playing)


def test_what_is_pressed_meanwhile_holds(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.begin()
    press(made, "Play again")
    press(made, "Pause")
    moment = made.view.moment()
    qtbot.waitUntil(partial(over, QDeadlineTimer(2 * STILL_MS)))
    assert (made.view.playing(), made.view.moment()) == (False, moment)


def test_a_pause_is_ended_by_the_same_button(qtbot: QtBot) -> None:
    made = panel(qtbot)
    begin(qtbot, made)
    press(made, "Pause")
    assert not made.view.playing()
    assert made.view.moment() is not None
    press(made, "Play on")
    assert made.view.playing()


def test_at_its_end_it_can_be_played_again(qtbot: QtBot) -> None:
    made = panel(qtbot)
    begin(qtbot, made)
    made.view.finished.emit()
    made.view.pause()
    made.view.finished.emit()
    assert names(made) == ["Play again", "Medicine"]
    press(made, "Play again")
    assert made.view.playing()


@pytest.mark.parametrize("by", ["button", "tap"])
def test_a_part_is_played_from_where_it_starts(qtbot: QtBot, by: str) -> None:
    words = StageWords("Play again", "Pause", "Play on", (("doors", "Doors"),))
    made = panel(qtbot, scene="messenger", words=words)
    if by == "button":
        press(made, "Doors")
    else:
        door = QPoint(made.view.width() * 222 // 1000, made.view.height() * 6 // 10)
        QTest.mouseClick(made.view, Qt.MouseButton.LeftButton, pos=door)
    moment = made.view.moment()
    assert made.view.playing()
    assert moment is not None
    assert starts_at("messenger", "doors") <= moment <= duration("messenger")


def test_without_motion_it_stands_still_and_offers_no_play(qtbot: QtBot) -> None:
    made = panel(qtbot, motion=False)
    made.begin()
    QTest.mouseClick(made.view, Qt.MouseButton.LeftButton)
    assert not made.view.playing()
    assert names(made) == []


@pytest.mark.parametrize("motion", [True, False])
def test_two_stills_are_compared_without_motion(qtbot: QtBot, *, motion: bool) -> None:
    made = panel(qtbot, scene="unknown", words=SIDES, motion=motion)
    made.begin()
    pictures = [made.view.grab().toImage()]
    for name, says in (("Before", "Few dots."), ("After", "A link.")):
        press(made, name)
        assert made.view.accessibleName() == says
        pictures.append(made.view.grab().toImage())
    assert not made.view.playing()
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_a_low_wide_card_has_its_buttons_at_its_side(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.resize(1200, 500)
    buttons = made.findChildren(TouchButton)
    assert made.view.height() == 500
    assert all(one.x() >= made.view.width() for one in buttons)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(1201, 500)
    assert all(one.geometry().right() < made.view.x() for one in buttons)


def test_it_is_worked_out_before_it_is_seen_just_as_it_is_when_seen(qtbot: QtBot) -> None:
    seen, hidden = panel(qtbot), panel(qtbot)
    hidden.hide()
    hidden.resize(860, 700)
    hidden.lay_out()
    seen.resize(860, 700)
    assert hidden.view.geometry() == seen.view.geometry()
    assert hidden.view.holds() > 0
    assert hidden.grab().toImage() == seen.grab().toImage()


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Count, and let pass."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_frame_paints_the_drawing_and_nothing_beneath_it(qtbot: QtBot) -> None:
    made = panel(qtbot)
    qtbot.waitUntil(made.windowHandle().isExposed)
    beneath, drawn = Paints(made), Paints(made)
    made.view.repaint()
    made.installEventFilter(beneath)
    made.view.installEventFilter(drawn)
    made.view.repaint()
    assert (beneath.count, drawn.count) == (0, 1)


def test_the_corners_of_its_card_show_the_ground_of_the_page(qtbot: QtBot) -> None:
    made = panel(qtbot)
    assert made.view.grab().toImage().pixelColor(0, 0) == QColor(PALETTES["light"].bg)
