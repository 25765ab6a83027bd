"""Stones are painted once and copied: what is kept shows what would be painted, and no more."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from kiosk.ui.theme.stones import Stone, StoneLook, StoneShelf

LOOK = StoneLook("#808080", rippled=True, px_per_mm=3.6, ratio=1.0)
FILL, REACHED = "#ffffff", "#004080"


def row_of(count: int, fill: str = FILL) -> list[Stone]:
    return [Stone(QPointF(150.3 + 120 * n, 60.7), 100.5 - 10 * n, fill) for n in range(count)]


def painted(shelf: StoneShelf, stones: list[Stone], look: StoneLook = LOOK) -> QImage:
    image = QImage(640, 120, QImage.Format.Format_RGB32)
    image.fill(0xE0F0F0)
    painter = QPainter(image)
    shelf.paint(painter, look, stones)
    painter.end()
    return image


def test_a_copied_stone_is_the_one_that_was_painted() -> None:
    shelf = StoneShelf()
    assert (
        painted(shelf, row_of(3)) == painted(shelf, row_of(3)) == painted(StoneShelf(), row_of(3))
    )


def test_a_stone_that_is_reached_or_moved_is_painted_anew() -> None:
    shelf = StoneShelf()
    painted(shelf, row_of(3))
    reached = [*row_of(1, REACHED), *row_of(3)[1:]]
    moved = [Stone(one.middle + QPointF(0.4, 9), one.wide, one.fill) for one in row_of(3)]
    for stones in (reached, moved):
        assert painted(shelf, stones) == painted(StoneShelf(), stones)


def test_other_colours_paint_all_of_them_anew() -> None:
    shelf, other = StoneShelf(), LOOK._replace(border="#ffff00", rippled=False)
    painted(shelf, row_of(3))
    assert painted(shelf, row_of(3), other) == painted(StoneShelf(), row_of(3), other)


def test_no_stone_is_cut_at_the_edge_of_its_picture() -> None:
    shelf = StoneShelf()
    painted(shelf, row_of(3))
    for _, picture in shelf.drawn.values():
        image = picture.toImage()
        wide, high = image.width(), image.height()
        edge = [(x, y) for x in range(wide) for y in (0, high - 1)]
        edge += [(x, y) for y in range(high) for x in (0, wide - 1)]
        assert not any(image.pixelColor(*place).alpha() for place in edge)


def test_it_keeps_one_picture_for_each_stone() -> None:
    shelf = StoneShelf()
    for fill in (FILL, REACHED, FILL):
        painted(shelf, row_of(4, fill))
    assert len(shelf.drawn) == 4
