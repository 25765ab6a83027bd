"""The stops of a day stand in their order, wholly shown, at every size and in both directions."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.ui.audit.devices import DEVICES, Device
from kiosk.ui.blocks.day import Day, StopCard
from kiosk.ui.blocks.fit import build_fitting
from kiosk.ui.spoken_page import spots_of
from kiosk.ui.theme.metrics import SIZES, Metrics
from kiosk.ui.theme.theme import Theme, theme_for
from kiosk.ui.views.sheet import DayItem, DayStop, plain

TABLET, DESK, UPRIGHT = DEVICES[0], DEVICES[4], DEVICES[3]
NAMES = ("Before you come", "You arrive", "The medicine", "Rest", "Ride home")
TIMES = ("half a day", "at least 2 hours")
STOPS = tuple(
    DayStop(number, name, TIMES[number % 2] if number in (2, 3) else "", plain(f"{name}: go on."))
    for number, name in enumerate(NAMES, start=1)
)
DAY = DayItem(STOPS, len(STOPS), NAMES, TIMES)


def themed(device: Device, size: str, *, rtl: bool = False) -> Theme:
    metrics = Metrics(device.width, device.height, device.diagonal_mm, size)
    return theme_for("light", metrics, paths.assets_dir(), motion=False, script="latin", rtl=rtl)


def shown(qtbot: QtBot, theme: Theme, item: DayItem = DAY) -> Day:
    made = Day(theme, item)
    if theme.rtl:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(made)
    width = theme.metrics.width - 2 * theme.metrics.margin
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


def parts(card: StopCard) -> list[QWidget]:
    return [one for one in (card.name, card.time, card.text) if one is not None]


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("device", DEVICES, ids=[one.name for one in DEVICES])
def test_nothing_is_cut_or_covered(qtbot: QtBot, device: Device, size: str, *, rtl: bool) -> None:
    made = shown(qtbot, themed(device, size, rtl=rtl))
    for card in made.cards:
        boxes = [one.geometry() for one in parts(card)]
        assert all(card.rect().contains(box) for box in boxes)
        assert all(one.height() >= one.heightForWidth(one.width()) for one in parts(card))
        assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_on_a_wide_screen_the_day_runs_along_it(qtbot: QtBot) -> None:
    made = shown(qtbot, themed(DESK, "M"))
    cards = made.cards
    assert len({card.y() for card in cards}) == 1
    assert [card.x() for card in cards] == sorted({card.x() for card in cards})


def test_from_right_to_left_the_day_begins_on_the_right(qtbot: QtBot) -> None:
    made = shown(qtbot, themed(DESK, "M", rtl=True))
    cards = made.cards
    assert [card.x() for card in cards] == sorted({card.x() for card in cards}, reverse=True)


@pytest.mark.parametrize(("device", "size"), [(UPRIGHT, "M"), (TABLET, "XL")])
def test_elsewhere_it_runs_down(qtbot: QtBot, device: Device, size: str) -> None:
    made = shown(qtbot, themed(device, size))
    cards = made.cards
    assert [card.y() for card in cards] == sorted({card.y() for card in cards})


def test_names_and_sentences_line_up_though_a_screen_shows_only_some(qtbot: QtBot) -> None:
    theme = themed(TABLET, "M")
    one = shown(qtbot, theme, replace(DAY, stops=STOPS[3:4]))
    other = shown(qtbot, theme, replace(DAY, stops=STOPS[:1]))
    assert one.cards[0].text.x() == other.cards[0].text.x()


def test_a_day_too_tall_for_a_screen_is_parted_between_stops_and_keeps_its_numbers() -> None:
    theme = themed(TABLET, "XL")
    built = build_fitting(theme, (DAY,), 1200, 400, 400)
    cards = [card for _, day in built for card in day.findChildren(StopCard)]
    assert [card.number for card in cards] == ["1", "2", "3", "4", "5"]
    assert all(day.heightForWidth(1200) <= 400 for _, day in built)


def test_it_is_said_as_a_list(qtbot: QtBot) -> None:
    made = shown(qtbot, themed(DESK, "M"), replace(DAY, stops=STOPS[1:2]))
    said = [spot.text for spot in spots_of([made], words_for("en"))]
    assert said == ["2", "You arrive", "half a day", "You arrive: go on."]
