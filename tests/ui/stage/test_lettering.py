"""Words on the drawings: measured with the real fonts, on the smallest and largest cards."""

from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.ui.stage.colours import LIGHT, colour_map
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.lettering import PlacedLabel, place_labels
from kiosk.ui.stage.painter import StagePainter
from kiosk.ui.stage.scenes import scene
from kiosk.ui.stage.shapes import Bar, Circle, Diamond, Label, Leaf, Path, Shape, Tail
from kiosk.ui.stage.timeline import SCENES, duration

FONTS = FilePath(__file__).resolve().parents[3] / "assets" / "fonts"
ENGLISH = {
    "cell-a": "Cell A",
    "cell-b": "Cell B",
    "ampa": "AMPA",
    "nmda": "NMDA",
    "medicine": "Medicine",
    "glutamate": "Glutamate",
    "bdnf": "BDNF",
}
SPANISH = ENGLISH | {
    "cell-a": "Célula A",
    "cell-b": "Célula B",
    "medicine": "Medicamento",
    "glutamate": "Glutamato",
}
# Smallest and largest card, the usual one, and a wide one; each with usual and largest letters.
CARDS = [(400, 290, 24), (400, 290, 39), (906, 661, 37), (1000, 1200, 62), (1400, 600, 37)]
INSTANTS = (0.0, 0.2, 0.45, 0.7, 0.9, None)


@pytest.fixture(scope="module")
def family(qapp: object) -> str:
    del qapp
    names = [
        QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
        for path in sorted(FONTS.glob("Atkinson*.ttf"))
    ]
    return names[0][0]


def _font(family: str, px: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _moments(name: str) -> list[float | None]:
    return [None if share is None else share * duration(name) for share in INSTANTS]


def _solid(shape: Shape) -> bool:
    """Whether words must keep clear of the shape: all but the bodies of cells and stones."""
    if isinstance(shape, Path):
        return shape.look.fill == "nmda"
    return isinstance(shape, Bar | Circle | Diamond | Leaf) and shape.look.fill != "haze"


def _box(shape: Shape, frame: Frame) -> QRectF:
    s = frame.scale
    if isinstance(shape, Path):
        assert shape.at is not None
        ends = [frame.hang(shape.at, curve[2]) for curve in shape.curves]
        xs, ys = [x for x, _ in ends], [y for _, y in ends]
        return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    assert not isinstance(shape, Label | Tail)
    if isinstance(shape, Leaf):
        wide = high = shape.length * s
        x, y = frame.place(shape.at)
    else:
        x, y = frame.hang(shape.at, shape.offset)
        size = (2 * shape.r, 2 * shape.r) if isinstance(shape, Circle) else shape.size
        wide, high = size[0] * s, size[1] * s
    return QRectF(x - wide / 2, y - high / 2, wide, high)


def _placed(
    name: str, moment: float | None, card: tuple[int, int, int], words: dict[str, str], family: str
) -> tuple[tuple[Shape, ...], Frame, tuple[PlacedLabel, ...]]:
    shapes = scene(name, moment)
    frame = Frame(card[0], card[1])
    return shapes, frame, place_labels(shapes, words, frame, _font(family, card[2]))


@pytest.mark.parametrize("words", [ENGLISH, SPANISH], ids=["en", "es"])
@pytest.mark.parametrize("card", CARDS, ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_no_label_meets_another_or_a_receptor_or_leaves_the_card(
    name: str, card: tuple[int, int, int], words: dict[str, str], family: str
) -> None:
    whole = QRectF(0, 0, card[0], card[1])
    for moment in _moments(name):
        shapes, frame, placed = _placed(name, moment, card, words, family)
        boxes = [_box(shape, frame) for shape in shapes if _solid(shape)]
        for index, label in enumerate(placed):
            assert whole.contains(label.rect), label.text
            assert not any(label.rect.intersects(other.rect) for other in placed[index + 1 :])
            assert not any(label.rect.intersects(box) for box in boxes), label.text


@pytest.mark.parametrize("card", CARDS, ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_nothing_at_all_is_drawn_behind_the_words(
    name: str, card: tuple[int, int, int], family: str
) -> None:
    for moment in _moments(name):
        shapes, frame, placed = _placed(name, moment, card, SPANISH, family)
        image = QImage(card[0], card[1], QImage.Format.Format_RGB32)
        image.fill(colour_map(LIGHT)["surface"])
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        StagePainter(painter, frame, LIGHT).paint(shapes)
        painter.end()
        for label in placed:
            area = label.rect.toAlignedRect().intersected(image.rect())
            ground = {
                image.pixel(x, y)
                for x in range(area.left(), area.right() + 1, 2)
                for y in range(area.top(), area.bottom() + 1, 2)
            }
            assert len(ground) == 1, (label.text, moment)


def test_a_label_without_words_is_left_out(family: str) -> None:
    _, _, placed = _placed("new-links", None, CARDS[2], ENGLISH | {"bdnf": ""}, family)
    assert "BDNF" not in {label.text for label in placed}
    assert [label.text for label in placed].count("AMPA") == 2


def test_english_words_keep_the_size_asked_for_on_the_usual_card(family: str) -> None:
    for name in SCENES:
        _, _, placed = _placed(name, None, CARDS[2], ENGLISH, family)
        assert {one.font.pixelSize() for one in placed if one.text != "?"} == {CARDS[2][2]}, name


def test_a_long_word_makes_all_words_of_its_picture_smaller_alike(family: str) -> None:
    words = ENGLISH | {"medicine": "Medicamento antidepresivo"}
    _, _, placed = _placed("medicine", None, CARDS[2], words, family)
    (size,) = {label.font.pixelSize() for label in placed}
    assert size < CARDS[2][2]


def test_the_question_mark_can_be_that_of_another_script(family: str, qtbot: QtBot) -> None:
    del qtbot
    _, _, placed = _placed("unknown", None, CARDS[2], {"question": "؟"}, family)
    assert [label.text for label in placed] == ["؟"]
