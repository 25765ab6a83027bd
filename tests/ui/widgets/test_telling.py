"""Marked words of a sentence have a line under them, and a target for fingers and keys."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.platform import paths
from kiosk.ui.theme.metrics import GAP_MM, TARGET_MM, Metrics
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.theme.theme import Theme, theme_for
from kiosk.ui.verbs import Verb
from kiosk.ui.widgets.telling import Telling, WordSpot, sentence

TWO = (("Two kinds are ", "plain"), ("NMDA", "word"), (" and ", "plain"), ("AMPA", "word"))
FAR = (("NMDA", "word"), (" is one spot, another one is ", "plain"), ("AMPA", "word"))


def theme_of(size: str, palette: str = "light", script: str = "latin") -> Theme:
    metrics = Metrics(1280, 800, 255.0, size, script)
    return theme_for(palette, metrics, paths.assets_dir(), motion=True, script=script)


def shown(
    qtbot: QtBot, theme: Theme, runs: tuple[tuple[str, str], ...], width: int = 1100
) -> Telling:
    text = sentence(theme, runs)
    assert isinstance(text, Telling)
    qtbot.addWidget(text)
    text.resize(width, text.heightForWidth(width))
    text.show()
    return text


@pytest.mark.parametrize("size", ["S", "M", "L", "XL"])
@pytest.mark.parametrize("runs", [TWO, FAR], ids=["near", "far"])
def test_each_target_is_as_large_as_a_finger_and_apart_from_the_next(
    qtbot: QtBot, size: str, runs: tuple[tuple[str, str], ...]
) -> None:
    theme = theme_of(size)
    text = shown(qtbot, theme, runs)
    spots = text.spots()
    assert {word for one in spots for word in one.words} == {"NMDA", "AMPA"}
    for one in spots:
        assert min(one.width(), one.height()) >= theme.px(TARGET_MM)
        assert text.rect().contains(one.geometry())
    for one, other in pairwise(spots):
        apart = theme.px(GAP_MM)
        assert (
            not one.geometry().adjusted(-apart, -apart, apart, apart).intersects(other.geometry())
        )


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_target_lies_over_the_letters_of_its_words(qtbot: QtBot, way: Qt.LayoutDirection) -> None:
    text = sentence(theme_of("M"), FAR)
    text.setLayoutDirection(way)
    qtbot.addWidget(text)
    assert isinstance(text, Telling)
    text.resize(1100, text.heightForWidth(1100))
    text.show()
    first, last = text.spots()
    assert (first.words, last.words) == (("NMDA",), ("AMPA",))
    for spot, start in ((first, 0), (last, text.text().index("AMPA"))):
        (letters,) = text.letter_lines(start, 4)
        assert spot.geometry().contains(letters.center().toPoint())


def test_a_press_and_a_key_ask_for_the_words_and_nothing_beside_them_does(qtbot: QtBot) -> None:
    text = shown(qtbot, theme_of("M"), FAR)
    asked: list[Verb] = []
    text.asked.connect(asked.append)
    spot = text.spots()[0]
    spot.click()
    QTest.keyClick(spot, Qt.Key.Key_Return)
    assert asked == [Verb(ev.WordsTold, (("NMDA",),))] * 2
    between = (spot.geometry().right() + text.spots()[1].geometry().left()) // 2
    assert text.childAt(QPoint(between, spot.geometry().center().y())) is None


@pytest.mark.parametrize("palette", list(PALETTES))
def test_a_line_in_the_ink_of_the_sentence_stands_under_them(qtbot: QtBot, palette: str) -> None:
    theme = theme_of("M", palette)
    text = shown(qtbot, theme, FAR)
    plain = sentence(theme, tuple((one, "plain") for one, _ in FAR))
    qtbot.addWidget(plain)
    spot = text.spots()[0]
    picture = spot.grab().toImage()
    (letters,) = text.letter_lines(0, 4)
    low = round(letters.translated(-QPointF(spot.pos())).bottom())
    inks = [
        picture.pixelColor(x, y).name()
        for y in range(max(0, low - 4), min(picture.height(), low + 4))
        for x in range(picture.width())
    ]
    assert theme.colour("ink").name() in inks


def test_who_presses_or_stands_on_a_word_sees_it(qtbot: QtBot) -> None:
    text = shown(qtbot, theme_of("M"), FAR)
    spot = text.spots()[0]
    before = spot.grab().toImage()
    spot.setDown(True)
    assert spot.grab().toImage() != before


def test_a_sentence_without_such_words_is_an_ordinary_one(qtbot: QtBot) -> None:
    text = sentence(theme_of("M"), (("A plain ", "plain"), ("term", "term")))
    qtbot.addWidget(text)
    assert not isinstance(text, Telling)
    assert text.findChildren(QAbstractButton) == []


def test_a_sentence_made_wider_has_each_target_once(qtbot: QtBot) -> None:
    text = shown(qtbot, theme_of("M"), FAR)
    text.resize(1200, text.heightForWidth(1200))
    assert [one.words for one in text.spots()] == [("NMDA",), ("AMPA",)]
    assert len(text.findChildren(WordSpot)) == 2
